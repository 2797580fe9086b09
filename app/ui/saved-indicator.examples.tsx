import type { Examples } from "./example";
import { SavedIndicator } from "./saved-indicator";

export const examples: Examples = {
  saved: <SavedIndicator status={{ state: "saved", at: new Date("2022-03-14T08:42:17Z"), version: 31 }} />,
  "saved, without a version": <SavedIndicator status={{ state: "saved", at: new Date("2022-03-14T08:42:17Z") }} />,
  saving: <SavedIndicator status={{ state: "saving" }} />,
  kept: <SavedIndicator status={{ state: "kept" }} />,
  conflict: <SavedIndicator status={{ state: "conflict" }} />,
  refused: <SavedIndicator status={{ state: "refused" }} />,
  "signed out": <SavedIndicator status={{ state: "signed-out" }} />,
  "nothing yet": <SavedIndicator status={{ state: "idle" }} />,
};
