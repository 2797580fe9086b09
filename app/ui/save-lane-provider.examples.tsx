import type { Examples } from "./example";
import { KeptEntries } from "./save-lane-provider";

export const examples: Examples = {
  "three entries": <KeptEntries waiting={3} again={() => undefined} />,
};
