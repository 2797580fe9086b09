import type { LeakScene } from "./leak-scene";
import { stopAt, type Stop } from "./leak-walk";

/** The pages that search everything: evidence, records and texts; asked for the same words. */
export const wholeSearches = async (scene: LeakScene, words: string): Promise<Stop[]> =>
  (await searchesFor(scene, words)).filter(({ path }) => /\/search\?q=[^&]*$|\/edit\?/u.test(path));

/** Every page that can be searched, asked for the same words. */
export async function searchesFor({ cast, variants: [scene] }: LeakScene, words: string): Promise<Stop[]> {
  const { slug } = cast.assessment;
  const q = `q=${encodeURIComponent(words)}`;
  const at = (name: string, params: Record<string, string>, query = `?${q}`) =>
    stopAt(`assessments.$slug.${name}`, { slug, ...params }, query);
  if (!scene) throw new Error("A scene has a study.");
  const { document, actor, intervention } = scene;
  return Promise.all([
    at("search", {}),
    at("search", {}, `?${q}&kind=interview-answer`),
    at("search", {}, `?${q}&citable=yes`),
    at("search", {}, `?${q}&perspective=practice&question=gq1&lang=nl`),
    at("sections.$code.edit", { code: document.section }, `?cite=${document.statement}&${q}`),
    at("alignments.$framework.$node", { framework: "plan", node: "p1" }),
    at("options.$code", { code: "W1" }),
    at("questions.$code._index", { code: "1" }),
    at("questions.$code._index", { code: "1" }, `?${q}&kind=interview-answer`),
    at("actors._index", {}),
    at("actors.$code.rate", { code: actor.code }),
    at("interventions._index", {}),
    at("interventions.$code.rate", { code: intervention.code }),
    at("sources._index", {}),
    at("sources.screening.list", {}),
    at("sources.export", {}, `?format=ris&${q}`),
  ]);
}
