import { ButtonLink } from "./button";
import { Checklist } from "./checklist";
import type { Examples } from "./example";
import { Sheet } from "./sheet";

export const examples: Examples = {
  "before release": (
    <Sheet title="Before release" flush>
      <Checklist
        checks={[
          {
            state: "blocks",
            title: "10 of 22 sections are not signed off",
            detail: "9 in writing or review, 1 stale",
            act: (
              <ButtonLink to="#s" size="small">
                Show sections
              </ButtonLink>
            ),
          },
          { state: "attention", title: "2 statements are contradicted: F15, F31" },
          { state: "in-order", title: "Every citation resolves", detail: "318 links from 64 statements" },
        ]}
      />
    </Sheet>
  ),
};
