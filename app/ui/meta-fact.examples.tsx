import type { Examples } from "./example";
import { MetaFact } from "./meta-fact";

export const examples: Examples = {
  "with a drawing": <MetaFact icon="calendar">1 December 2021 to 30 March 2022</MetaFact>,
  plain: <MetaFact>Writer Iris Bakker</MetaFact>,
};
