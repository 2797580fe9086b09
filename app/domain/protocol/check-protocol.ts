import { coverageProblems } from "~/domain/protocol/coverage-problems";
import { cycleProblems } from "~/domain/protocol/cycles";
import { designProblems, outlineProblems } from "~/domain/protocol/design-problems";
import { answerProblems, conditionProblems } from "~/domain/protocol/field-problems";
import { duplicates, unknownReferences } from "~/domain/protocol/names";
import type { Finding, ProblemCode, RemarkCode } from "~/domain/protocol/problem";
import { remarksOn } from "~/domain/protocol/remarks";
import { scaleProblems, scaleUseProblems } from "~/domain/protocol/scale-problems";
import { Protocol } from "~/domain/protocol/schema";
import { replacesProblems } from "~/domain/protocol/succession-problems";
import { shapeProblems } from "~/domain/protocol/shape-problems";
import { languageProblems } from "~/domain/protocol/text-problems";

/** What the check found: the protocol only when there are no problems. */
export type CheckedProtocol = {
  protocol: Protocol | null;
  problems: Finding<ProblemCode>[];
  remarks: Finding<RemarkCode>[];
};

/** More problems than this are counted, not listed. */
export const mostProblems = 500;

/**
 * Checks a value that was read from a protocol file: its shape, names, references, circles, scales, conditions, languages. Every
 * mistake is told, with its place; remarks are told once nothing is wrong. Never throws, whatever the value.
 */
export function checkProtocol(root: unknown): CheckedProtocol {
  const shape = shapeProblems(root);
  const rules = [
    duplicates,
    unknownReferences,
    cycleProblems,
    scaleProblems,
    scaleUseProblems,
    answerProblems,
    conditionProblems,
    designProblems,
    coverageProblems,
    outlineProblems,
    replacesProblems,
    languageProblems,
  ];
  const all = [...shape, ...rules.flatMap((rule) => rule(root))];
  const parsed = Protocol.safeParse(root);
  if (all.length > 0 || !parsed.success) return { protocol: null, problems: capped(withoutEchoes(all)), remarks: [] };
  return { protocol: parsed.data, problems: [], remarks: remarksOn(parsed.data) };
}

/** One problem per place and code. */
function withoutEchoes(problems: Finding<ProblemCode>[]): Finding<ProblemCode>[] {
  const seen = new Set<string>();
  return problems.filter(({ code, path, details }) => {
    const name = JSON.stringify([code, path, details["key"] ?? ""]);
    return !seen.has(name) && seen.add(name);
  });
}

function capped(problems: Finding<ProblemCode>[]): Finding<ProblemCode>[] {
  if (problems.length <= mostProblems) return problems;
  return [
    ...problems.slice(0, mostProblems),
    { code: "too-many-problems", path: [], details: { count: problems.length, shown: mostProblems } },
  ];
}
