import type { Examples } from "./example";
import { MainAside, Sheet } from "./sheet";

export const examples: Examples = {
  "with all its places": (
    <Sheet
      title="Before release"
      aside={<a href="#rule">Rule</a>}
      intro="Release is possible when nothing blocks."
      footer="Looked at today, 10:40"
    >
      <p>Body</p>
    </Sheet>
  ),
  "beside another": (
    <MainAside label="Beside the text" aside={<Sheet title="Team">Six people</Sheet>}>
      <Sheet title="Text">Words</Sheet>
    </MainAside>
  ),
};
