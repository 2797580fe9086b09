import { docFromPlain } from "~/domain/text/doc-from-plain";
import type { Examples } from "./example";
import { RichText } from "./rich-text";

const linkId = "01930000-0000-7000-8000-000000000001";
const text = `## What the figures say

Dues rose in *four* of five ports[^The fifth port gave no figures.], as [[${linkId}]] tells.

- small vessels pay by length
- large ones by tonnage

|= Port |= Dues |
|= North | 12 |
|= South | 9 |

See [the tariff](https://example.org/tariff). <b>Shown as typed</b>.`;

export const examples: Examples = {
  "a text with everything in it": (
    <div className="doc">
      <RichText
        doc={docFromPlain(text)}
        id="example"
        lang="en"
        citation={() => (
          <a className="gr" href="/assessments/theme/interviews/I5">
            <b>I5:12</b>
          </a>
        )}
      />
    </div>
  ),
};
