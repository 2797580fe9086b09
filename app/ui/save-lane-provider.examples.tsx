import type { Examples } from "./example";
import { KeptEntries } from "./save-lane-provider";

export const examples: Examples = {
  "three entries": <KeptEntries waiting={3} signedOut={false} again={() => undefined} />,
  "two entries, session over": <KeptEntries waiting={2} signedOut again={() => undefined} />,
};
