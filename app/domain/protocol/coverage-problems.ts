import { placesOf, soundPlaces, valueAt } from "~/domain/protocol/places";
import type { Finding, Path, ProblemCode, RemarkCode } from "~/domain/protocol/problem";
import { CoverageRule } from "~/domain/protocol/rules";
import type { Protocol } from "~/domain/protocol/schema";

type Problem = Finding<ProblemCode>;

const ofStatements = ["ground", "confidence", "addressee"] as const;

/** What is wrong with the rules on coverage: those that ask of a question what only a statement can have, or more than the protocol has. */
export function coverageProblems(root: unknown): Problem[] {
  const perspectives = placesOf(root, "perspectives.*").length;
  return soundPlaces(root, CoverageRule, ["rules.coverage.*"]).flatMap(({ path, value }) => [
    ...subjectProblems(path, value),
    ...confidenceProblems(root, path, value),
    ...((value.minPerspectives ?? 0) > perspectives
      ? [{ code: "more-perspectives" as const, path: [...path, "minPerspectives"], details: { count: perspectives } }]
      : []),
  ]);
}

function subjectProblems(path: Path, rule: CoverageRule): Problem[] {
  const { questions, statements, addressee } = rule;
  const problems: Problem[] = [];
  if (questions && statements) problems.push({ code: "rule-of-both", path: [...path, "statements"], details: {}, atKey: true });
  const key = ofStatements.find((one) => rule[one] !== undefined);
  if (key && !statements) problems.push({ code: "rule-of-statements", path: [...path, key], details: { key }, atKey: true });
  if (addressee && statements?.some((kind) => kind !== "recommendation"))
    problems.push({ code: "rule-of-recommendations", path: [...path, "addressee"], details: {}, atKey: true });
  return problems;
}

/** A rule asks how sure statements are whose kind the scale of confidence does not hold for. */
function confidenceProblems(root: unknown, path: Path, { confidence, statements = [] }: CoverageRule): Problem[] {
  if (confidence === undefined) return [];
  const rated = valueAt(root, ["rules", "confidence", "statements"]);
  const without = statements.filter((kind) => !(Array.isArray(rated) && rated.includes(kind)));
  if (without.length === 0) return [];
  return [{ code: "rule-without-scale", path: [...path, "confidence"], details: { kinds: without.join(", ") }, atKey: true }];
}

/** Rules that ask for nothing: they hold, and miss nothing. */
export function idleRules({ rules }: Protocol): Finding<RemarkCode>[] {
  return rules.coverage.flatMap(({ questions, statements, severity, ...asked }, at): Finding<RemarkCode>[] =>
    Object.values(asked).some((one) => one !== undefined && one !== 0)
      ? []
      : [
          {
            code: "rule-asks-nothing",
            path: ["rules", "coverage", at],
            details: { severity, of: (questions ?? statements ?? []).join(", ") },
          },
        ],
  );
}
