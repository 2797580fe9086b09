import { appendSpeed } from "./durable-append";
import type { Finding } from "./report";
import { base, comparedAcross, withSizes } from "./sizes";

const pages = {
  "my work": "/work",
  overview: base,
  "a source": `${base}/sources/S01`,
  interviews: `${base}/interviews`,
  "an interview": `${base}/interviews/I1`,
  statements: `${base}/statements`,
  "a statement": `${base}/statements/F1`,
  actors: `${base}/actors`,
  "the trail": `${base}/trail`,
  "the history of a source": `${base}/trail/items/source/S01`,
  "search, a rare word": `${base}/search?q=pandemie`,
  "search, a common word": `${base}/search?q=kinderen`,
  sources: `${base}/sources`,
};
/** Pages that show the whole of a table that grows: they are compared per row shown. */
const whole: readonly string[] = ["sources"];

/** How much slower the pages become with ten and a hundred times the data. */
export async function* growth(events: boolean): AsyncGenerator<Finding> {
  yield* withSizes([1, 10, 100], async function* (sizes) {
    for (const [name, path] of Object.entries(pages))
      yield* comparedAcross(sizes, { bench: "growth", name, path, perRow: whole.includes(name) });
  });
  if (events) yield* await appendSpeed(1_000_000);
}
