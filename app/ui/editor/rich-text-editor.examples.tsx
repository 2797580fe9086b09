import { docFromPlain } from "~/domain/text/doc-from-plain";
import type { Examples } from "../example";
import { RichTextEditor } from "./rich-text-editor";

const linkId = "01930000-0000-7000-8000-000000000001";
const citable = [{ linkId, code: "I5:12", href: "/assessments/theme/interviews/I5" }];

export const examples: Examples = {
  "a block of running text": (
    <RichTextEditor id="block" label="Text" lang="en" doc={docFromPlain(`Dues *rose* in four ports [[${linkId}]].`)} citable={citable} />
  ),
  "the words of a statement, still missing": (
    <RichTextEditor
      id="statement"
      label="Words of the finding"
      kind="statement"
      lang="en"
      doc={docFromPlain("")}
      rows={3}
      error="Type the finding"
    />
  ),
};
