import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { UsedCounted } from "~/domain/coverage/counted";
import { gateOf, isMet, type GateCheck, type GatedStatement, type GateRules } from "~/domain/coverage/gate";
import { checkState, hindrancesOf, overtakenReasons } from "~/domain/coverage/passing";
import { placeQuestions } from "~/domain/coverage/places";
import { linkKinds, statementKinds } from "~/domain/evidence/kinds";
import type { CoverageRule } from "~/domain/protocol/rules";

const rulesOf = (...coverage: CoverageRule[]): GateRules => ({
  coverage,
  contradictionMustBeAddressed: true,
  answered: ["1", "2"],
  perspectives: ["pays", "uses", "builds"],
});
const passage = (id: string, origin: string | null = null): UsedCounted => ({ id, kind: "excerpt", origin, bearing: "supports" });
const said = (id: string, interview: string, perspective: string | null): UsedCounted => ({
  id,
  kind: "interview-answer",
  origin: `of ${interview}`,
  interview: { id: interview, perspective },
  bearing: "supports",
});
const statement = (more: Partial<GatedStatement> = {}): GatedStatement => ({
  code: "C1",
  kind: "conclusion",
  used: [],
  supports: 1,
  contradicted: false,
  contradictionAnswer: "",
  confidence: { level: null, reason: "" },
  addressed: false,
  ...more,
});
const ofQuestion = (rules: GateRules, used: readonly UsedCounted[], question = "1") =>
  gateOf(rules, { questions: [{ question, used }], statements: [] });
const ofStatement = (rules: GateRules, more: Partial<GatedStatement>) => gateOf(rules, { questions: [], statements: [statement(more)] });
const told = (checks: readonly GateCheck[]) => checks.map(({ check, has, needs }) => `${check} ${has}/${needs}`);

describe("the gate of a question", () => {
  it("counts interviews, and the perspectives that they say they have", () => {
    const rules = rulesOf({ questions: ["1"], minInterviews: 2, minPerspectives: 2, severity: "warning" });
    const one = [said("a", "I1", "pays"), said("b", "I1", "pays")];
    expect(told(ofQuestion(rules, one))).toEqual(["interviews 1/2", "perspectives 1/2"]);
    const [, perspectives] = ofQuestion(rules, [...one, said("c", "I2", null)]);
    expect(perspectives).toMatchObject({ has: 1, missing: ["uses", "builds"] });
    expect(ofQuestion(rules, [...one, said("c", "I2", "uses")]).every(isMet)).toBe(true);
  });
  it("leaves context out of every count", () => {
    const rules = rulesOf({ questions: ["1"], minEvidence: 1, minInterviews: 1, severity: "blocker" });
    expect(told(ofQuestion(rules, [{ ...said("a", "I1", "pays"), bearing: "context" }]))).toEqual(["evidence 0/1", "interviews 0/1"]);
  });
  it("holds every rule that names it, and the nameless one only for questions that none names", () => {
    const rules = rulesOf({ questions: ["1"], minEvidence: 2, severity: "blocker" }, { minKinds: 2, severity: "warning" });
    expect(told(ofQuestion(rules, []))).toEqual(["evidence 0/2"]);
    expect(told(ofQuestion(rules, [], "2"))).toEqual(["kinds 0/2"]);
    expect(ofQuestion(rules, [], "3")).toEqual([]);
  });
  it("tells of two rules that ask the same the one that blocks, then the one that warns", () => {
    const rules = rulesOf(
      { questions: ["1"], minOrigins: 3, severity: "warning" },
      { questions: ["1"], minOrigins: 2, severity: "blocker" },
    );
    expect(ofQuestion(rules, [passage("a")])).toMatchObject([{ severity: "blocker", needs: 2 }]);
    expect(ofQuestion(rules, [passage("a"), passage("b")])).toMatchObject([{ severity: "warning", needs: 3 }]);
  });
});

describe("the gate of a statement", () => {
  const oneOrigin = rulesOf({ statements: ["conclusion"], minOrigins: 2, severity: "blocker" });
  it("lets no conclusion stand on a single origin", () => {
    expect(ofStatement(oneOrigin, { used: [passage("a", "un"), passage("b", "un")] }).every(isMet)).toBe(false);
    expect(ofStatement(oneOrigin, { used: [passage("a", "un"), passage("b", "ngo")] }).every(isMet)).toBe(true);
    expect(ofStatement(oneOrigin, { kind: "finding" })).toEqual([]);
  });
  it("asks for a ground, a confidence and who should act where the protocol does", () => {
    const rules = rulesOf(
      { statements: [...statementKinds], ground: true, confidence: "level-and-reason", severity: "warning" },
      { statements: ["recommendation"], addressee: true, severity: "blocker" },
    );
    const bare = ofStatement(rules, { kind: "recommendation", supports: 0, confidence: { level: "high", reason: " " } });
    expect(told(bare)).toEqual(["ground 0/1", "confidence 1/2", "addressee 0/1"]);
    const whole = {
      kind: "recommendation",
      supports: 3,
      confidence: { level: "high", reason: "Drie metingen." },
      addressed: true,
    } as const;
    expect(ofStatement(rules, whole).every(isMet)).toBe(true);
  });
  it("is blocked by a contradiction until words deal with it, where the protocol says so", () => {
    const contradicted = { contradicted: true, contradictionAnswer: "  " };
    expect(ofStatement(rulesOf(), contradicted)).toMatchObject([{ check: "contradiction", severity: "blocker", has: 0, needs: 1 }]);
    expect(ofStatement(rulesOf(), { ...contradicted, contradictionAnswer: "Ouder." }).every(isMet)).toBe(true);
    expect(ofStatement({ ...rulesOf(), contradictionMustBeAddressed: false }, contradicted)).toEqual([]);
  });
});

describe("passing the gate", () => {
  const check = (more: Partial<GateCheck> = {}): GateCheck => ({
    check: "origins",
    about: "statement",
    subject: "F1",
    severity: "warning",
    has: 1,
    needs: 2,
    missing: [],
    ...more,
  });
  const reason = { check: "origins", subject: "F1" } as const;
  it.each([
    ["in-order", { has: 2 }, []],
    ["in-order", { has: 2, severity: "blocker" }, []],
    ["asks-reason", {}, []],
    ["asks-reason", { subject: "F2" }, [reason]],
    ["asks-reason", { check: "kinds" }, [reason]],
    ["reasoned", {}, [reason]],
    ["blocked", { severity: "blocker" }, []],
    ["blocked", { severity: "blocker" }, [reason]],
  ] as const)("is %s with %o and the reasons %o", (state, more, reasons) => {
    expect(checkState(check(more), reasons)).toBe(state);
  });
  it("needs a reason no longer once what it is about is in order or not asked any more", () => {
    expect(overtakenReasons([check()], [reason])).toEqual([]);
    expect(overtakenReasons([check({ has: 2 })], [reason])).toEqual([reason]);
    expect(overtakenReasons([], [reason])).toEqual([reason]);
  });
});

describe("the section that a question is asked of", () => {
  const sections = [
    { id: "a", questions: ["1", "2"] },
    { id: "b", questions: ["1"] },
  ];
  it("is where its answer stands, else the only one that names it", () => {
    const places = placeQuestions(sections, [{ question: "1", sectionId: "c" }]);
    expect([...places]).toEqual([
      ["a", ["2"]],
      ["c", ["1"]],
    ]);
    expect(placeQuestions(sections, []).get("b")).toBeUndefined();
  });
});

const anyUsed = fc.record({
  id: fc.string({ minLength: 1, maxLength: 2 }),
  kind: fc.constantFrom("excerpt" as const, "interview-answer" as const, "judgement" as const),
  origin: fc.option(fc.constantFrom("un", "ngo", "ministry")),
  bearing: fc.constantFrom(...linkKinds),
  interview: fc.option(fc.record({ id: fc.constantFrom("I1", "I2", "I3"), perspective: fc.option(fc.constantFrom("pays", "uses")) }), {
    nil: undefined,
  }),
});
const pieces = fc.uniqueArray(anyUsed, { selector: ({ id }) => id, maxLength: 8 });
const least = (most: number) => fc.integer({ min: 0, max: most });
const severity = fc.constantFrom("blocker" as const, "warning" as const);
const counting = { minEvidence: least(4), minKinds: least(3), minOrigins: least(3), minInterviews: least(2), minPerspectives: least(2) };
const ruleOf = (about: Partial<CoverageRule>) => fc.record({ ...counting, severity }).map((rule): CoverageRule => ({ ...about, ...rule }));
const anyRules = fc.array(fc.oneof(ruleOf({ questions: ["1"] }), ruleOf({ statements: ["conclusion"] })), { minLength: 1, maxLength: 4 });
const runs = { numRuns: 200 };
const gate = (rules: readonly CoverageRule[], used: readonly UsedCounted[]) =>
  gateOf(rulesOf(...rules), { questions: [{ question: "1", used }], statements: [statement({ used })] });

/** What one rule misses, counted without the gate. */
function lacks(rule: CoverageRule, used: readonly UsedCounted[]): boolean {
  const bearing = used.filter((one) => one.bearing !== "context");
  const distinct = (values: readonly unknown[]) => new Set(values).size;
  const talks = bearing.flatMap(({ interview }) => (interview ? [interview] : []));
  return (
    bearing.length < (rule.minEvidence ?? 0) ||
    distinct(bearing.map(({ kind }) => kind)) < (rule.minKinds ?? 0) ||
    distinct(bearing.map(({ origin, id }) => origin ?? { id })) < (rule.minOrigins ?? 0) ||
    distinct(talks.map(({ id }) => id)) < (rule.minInterviews ?? 0) ||
    distinct(talks.flatMap(({ perspective }) => perspective ?? [])) < (rule.minPerspectives ?? 0)
  );
}

describe("for any rules and evidence, the gate", () => {
  it("is blocked exactly when a rule that blocks is not met, whatever reasons are given", () => {
    fc.assert(
      fc.property(anyRules, pieces, (rules, used) => {
        const checks = gate(rules, used);
        const { blockers } = hindrancesOf(checks, checks);
        expect(blockers.length > 0).toBe(rules.some((rule) => rule.severity === "blocker" && lacks(rule, used)));
      }),
      runs,
    );
  });
  it("asks for a reason exactly when a warning is not met and nothing that blocks hides it", () => {
    fc.assert(
      fc.property(anyRules, pieces, (rules, used) => {
        const { blockers, unreasoned } = hindrancesOf(gate(rules, used), []);
        const lacking = rules.some((rule) => lacks(rule, used));
        expect(blockers.length + unreasoned.length > 0).toBe(lacking);
      }),
      runs,
    );
  });
  it("never closes by more evidence that supports, and says no check twice", () => {
    fc.assert(
      fc.property(anyRules, pieces, anyUsed, (rules, used, more) => {
        fc.pre(!used.some(({ id }) => id === more.id));
        const met = (checks: readonly GateCheck[]) => checks.filter(isMet).map(({ check, subject }) => `${check} ${subject}`);
        const before = gate(rules, used);
        const after = gate(rules, [...used, { ...more, bearing: "supports" }]);
        expect(met(after)).toEqual(expect.arrayContaining(met(before)));
        expect(new Set(after.map(({ check, subject }) => `${check} ${subject}`)).size).toBe(after.length);
      }),
      runs,
    );
  });
});
