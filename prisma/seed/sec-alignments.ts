import { z } from "zod";
import { findFramework, findScale } from "~/domain/protocol/readers";
import { levelsOf } from "~/domain/protocol/scales";
import type { Agenda } from "./agenda";
import { makeAlignment, type AlignmentPlan } from "./judging";
import { makeWholeWork, wholeWork } from "./sources";
import { Both, both, readRecords, type SeededStudy } from "./study";

const Frameworks = z.looseObject({
  frameworks: z.array(z.looseObject({ id: z.string(), source: z.string().nullable() })),
  nodes: z.array(
    Both.extend({
      id: z.string(),
      framework: z.string(),
      judgement: z
        .looseObject({ level: z.string(), grounds: Both.optional(), note: Both.optional(), excerpts: z.array(z.string()).optional() })
        .optional(),
    }),
  ),
});

const unjudged = { nl: "Het rapport geeft hier geen oordeel.", en: "The report gives no judgement here." };

/** Whether a value of the scale of a framework is a level, and not an answer without one. */
function isLevel(study: SeededStudy, framework: string, value: string): boolean {
  const scale = findScale(study.protocol, findFramework(study.protocol, framework)?.scale ?? "");
  return scale !== null && levelsOf(scale).some(({ key }) => key === value);
}

/**
 * The alignments of the first example, by one person. The report judges what a policy says, and names the text of each policy but not the
 * page: so a level stands on that text as a whole, and on the passages that speak of the very node. An answer without a level needs
 * no ground, and other policy has none, since the report names no text of it: that is left as it is, for whoever looks for what is missing.
 */
export function planAlignments(agenda: Agenda, study: SeededStudy, { from, person }: { from: string; person: string }): void {
  const { frameworks, nodes } = readRecords("sec-in-oda", "policy-frameworks", Frameworks);
  const sourceOf = new Map(frameworks.map(({ id, source }) => [id, source]));
  const groundsOf = (framework: string, level: string, excerpts: readonly string[]) => {
    const source = sourceOf.get(framework);
    return source && isLevel(study, framework, level) ? [wholeWork(source), ...excerpts] : [...excerpts];
  };
  const judged = nodes.flatMap(({ id, framework, judgement }): (AlignmentPlan & { framework: string })[] => {
    if (!judgement) return [];
    const { level, grounds, note, excerpts = [] } = judgement;
    const words = both(grounds ?? note ?? unjudged);
    return [{ framework, node: id, level, words, grounds: groundsOf(framework, level, excerpts) }];
  });
  const sources = frameworks.flatMap(({ source }) => source ?? []);
  agenda.spread(from, 7, sources, (source, at) => makeWholeWork(study, source, person, at));
  agenda.spread(from, 8, judged, (one, at) => makeAlignment(study, one.framework, one, person, at));
}
