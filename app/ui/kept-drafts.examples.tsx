import type { Examples } from "./example";
import { KeptDrafts } from "./kept-drafts";

const at = new Date("2022-03-14T08:12:00Z");

export const examples: Examples = {
  "two of them": (
    <KeptDrafts
      drafts={[
        { name: "I5/12", at, path: "/assessments/harbour/interviews/I5", title: "I5 Harbour master · Grondslag" },
        { name: "3.3 b", at, path: "/assessments/harbour/sections/3.3/edit", title: "3.3 Effectiveness · Grondslag" },
      ]}
      forget={() => undefined}
    />
  ),
};
