import { describe, expect, it } from "vitest";
import { originsOf } from "../../app/domain/coverage/counted";
import { coverageOf as covered, type QuestionEvidence } from "../../app/domain/coverage/coverage";
import type { CoverageRule } from "../../app/domain/protocol/rules";

const rule: CoverageRule = { questions: ["1a"], minEvidence: 3, minKinds: 2, minOrigins: 2, severity: "blocker" };
const coverageOf = (evidence: QuestionEvidence, coverage: readonly CoverageRule[], answered: readonly string[]) =>
  covered(evidence, { coverage, answered, contradictionMustBeAddressed: true, perspectives: [] });
const excerpt = (id: string, origin: string | null = null) => ({ id, kind: "excerpt" as const, origin });
const answer = (id: string, origin: string | null = null) => ({ id, kind: "interview-answer" as const, origin });
const supports = <T>(one: T) => ({ ...one, bearing: "supports" as const });
const question = (used: QuestionEvidence["used"], available: QuestionEvidence["available"] = []): QuestionEvidence => ({
  question: "1a",
  available,
  used,
});

describe("origins", () => {
  it("counts sources of one independence group once", () => {
    expect(originsOf([excerpt("a", "un"), excerpt("b", "un"), answer("c", "ministry")])).toBe(2);
  });

  it("takes evidence of unknown origin for independent of all other", () => {
    expect(originsOf([excerpt("a"), excerpt("b")])).toBe(2);
  });
});

describe("coverage of a question", () => {
  it("is a gap when nothing is used, however much is tagged", () => {
    expect(coverageOf(question([], [excerpt("a"), excerpt("b")]), [rule], ["1a"])).toMatchObject({
      verdict: "gap",
      cells: { excerpt: { available: 2, used: 0 } },
      shortages: [
        { check: "evidence", has: 0, needs: 3 },
        { check: "kinds", has: 0, needs: 2 },
        { check: "origins", has: 0, needs: 2 },
      ],
    });
  });

  it("is thin when one rule is missed, and says which", () => {
    const used = [excerpt("a", "un"), excerpt("b", "ngo"), excerpt("c", "un")].map(supports);
    expect(coverageOf(question(used), [rule], ["1a"])).toMatchObject({
      verdict: "thin",
      shortages: [{ check: "kinds", has: 1, needs: 2, severity: "blocker" }],
    });
  });

  it("is covered when every rule is met", () => {
    const used = [excerpt("a", "un"), excerpt("b", "ngo"), answer("c", "ministry")].map(supports);
    expect(coverageOf(question(used), [rule], ["1a"])).toMatchObject({ verdict: "covered", kinds: 2, origins: 3, shortages: [] });
  });

  it("counts what contradicts, and leaves context out of the count", () => {
    const used = [
      { ...excerpt("a", "un"), bearing: "contradicts" as const },
      { ...answer("b", "ngo"), bearing: "context" as const },
    ];
    const coverage = coverageOf(question(used), [{ ...rule, minEvidence: 1, minKinds: 1, minOrigins: 1 }], ["1a"]);
    expect(coverage).toMatchObject({
      verdict: "covered",
      kinds: 1,
      cells: { excerpt: { used: 1, contradicting: 1 }, "interview-answer": { used: 1, context: 1 } },
    });
  });

  it("counts evidence that is used without a tag as available too, and tagged evidence once", () => {
    const coverage = coverageOf(question([excerpt("a"), excerpt("b")].map(supports), [excerpt("a")]), [], []);
    expect(coverage.cells.excerpt).toEqual({ available: 2, used: 2, contradicting: 0, context: 0 });
  });

  it("has no verdict where no rule holds", () => {
    expect(coverageOf(question([]), [rule], ["1a"]).verdict).toBe("gap");
    expect(coverageOf({ ...question([]), question: "2" }, [rule], ["1a", "2"]).verdict).toBeNull();
  });

  it("holds a rule without named questions for every question that is answered", () => {
    const { questions: _all, ...everywhere } = rule;
    expect(coverageOf({ ...question([]), question: "2" }, [everywhere], ["2"]).verdict).toBe("gap");
    expect(coverageOf({ ...question([]), question: "0" }, [everywhere], ["2"]).verdict).toBeNull();
  });
});
