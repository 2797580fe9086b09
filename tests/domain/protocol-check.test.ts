import { describe, expect, it } from "vitest";
import { translator } from "~/platform/i18n.server";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { fileProblemCodes } from "~/domain/protocol/file-problem";
import { problemCodes, remarkCodes } from "~/domain/protocol/problem";
import en from "~/locales/en/protocol-check.json";
import nl from "~/locales/nl/protocol-check.json";
import { bridges, broken } from "./protocol-example";

type Case = [what: string, from: string, to: string, ...expected: string[]];

/** What replaces what, and the line, column and code of everything that is then wrong. */
const cases: Case[] = [
  ["a misspelt key", "  chain: strict", "  chian: strict", "12:3 missing-key", "12:3 unknown-key chain"],
  ["an unknown key without a likeness", "  chain: strict", "  chain: strict\n  zzzzzz: 1", "13:3 unknown-key -"],
  ["a key of another kind of answer", "kind: yes-no-unknown }", "kind: yes-no-unknown, decimals: 2 }", "32:41 unknown-key -"],
  ["a misspelt key within a kind of answer", "min: 0, max: 50", "mni: 0, max: 50", "36:33 unknown-key min"],
  ["a missing key", "purpose: { nl: Een besluit, en: A decision }\n", "", "1:1 missing-key"],
  ["an empty value", "originalLanguage: nl", "originalLanguage:", "5:1 empty"],
  ["an empty list", "choices: [{ key: a, label: { nl: A, en: A } }, { key: b, label: { nl: B, en: B } }]", "choices: []", "55:42 empty"],
  [
    "an id that YAML takes for a number",
    '{ id: "1", kind: main',
    "{ id: 1, kind: main",
    "22:11 number-as-text",
    "24:13 unknown-reference",
    "56:21 unknown-reference",
    "62:21 unknown-reference",
    "87:111 unknown-reference",
    "88:99 unknown-reference",
    "94:15 unknown-reference",
    "101:106 unknown-reference",
  ],
  ["a text that isn't per language", "{ nl: Een besluit, en: A decision }", "Een besluit", "7:10 texts-expected"],
  ["a list where a text belongs", "id: bridges", "id: [bridges]", "2:5 wrong-type"],
  ["a text where a list belongs", "languages: [nl, en]", "languages: nl", "4:12 wrong-type"],
  ["a word where yes or no belongs", "contradictionMustBeAddressed: true", "contradictionMustBeAddressed: maybe", "13:33 wrong-type"],
  ["a word that isn't on the list", "chain: strict", "chain: strikt", "12:10 unknown-value strict"],
  ["an unknown kind of answer", "answer: { kind: number,", "answer: { kind: nummer,", "36:25 unknown-value number"],
  ["an unknown kind of scale", "kind: nominal", "kind: classes", "82:11 unknown-value -"],
  ["another format", "grondslag-protocol/1", "grondslag-protocol/9", "1:9 unknown-value grondslag-protocol/1"],
  ["an id with a space", "id: bridges", "id: old bridges", "2:5 bad-id"],
  ["a day that isn't in the calendar", '"2030-06-30"', '"2030-06-31"', "8:35 bad-day"],
  ["a period that ends before it begins", '"2030-06-30"', '"2029-06-30"', "8:35 period-reversed"],
  ["a number below its least", "days: 30", "days: 0", "15:37 number-too-small"],
  ["a number above its most", "days: 30", "days: 9000", "15:37 number-too-big"],
  ["half a day", "days: 30", "days: 1.5", "15:37 not-whole"],
  [
    "a scale of one level",
    "      - { value: 2, key: high, label: { nl: Hoog, en: High }, anchor: { nl: Staat, en: Stands } }\n",
    "",
    "69:7 list-too-short",
  ],
  ["an id given twice", "- id: mark", "- id: three", "72:9 duplicate"],
  ["a code given twice", "code: K2", "code: K1", "88:24 duplicate"],
  ["a question number given twice", "number: 2", "number: 1", "59:19 duplicate"],
  ["a level given twice", "key: high", "key: low", "70:26 duplicate"],
  ["an extra value with the key of a level", "key: closed", "key: low", "71:26 duplicate"],
  ["a number of a policy node given twice", 'number: "1.1"', 'number: "1"', "97:27 duplicate"],
  ["a choice given twice", "{ key: b,", "{ key: a,", "55:96 duplicate"],
  ["a reference to nothing", "  confidence: { scale: three,", "  confidence: { scale: tree,", "16:24 unknown-reference three"],
  ["a parent that isn't there", 'parent: "1"', 'parent: "9"', "24:13 unknown-reference 1"],
  ["a method that isn't there", "methods: [desk]", "methods: [field-work]", "28:15 unknown-reference -"],
  ["a kind of interviewee that isn't there", "askedOf: [keeper]", "askedOf: [keepers]", "57:21 unknown-reference keeper"],
  ["a parent in another framework", "parent: p1", "parent: s1", "97:42 unknown-reference p1"],
  ["a field of the form that isn't there", "{ field: open,", "{ field: opened,", "35:26 unknown-reference -"],
  ["a tree that bites its tail", '{ id: "1", kind: main,', '{ id: "1", parent: 1a, kind: main,', "24:13 cycle"],
  ["a question that depends on itself", "methods: [desk]", "dependsOn: [1a]", "28:17 cycle"],
  [
    "conditions that wait for each other",
    "answer: { kind: yes-no-unknown }",
    "onlyIf: { field: counted, answered: true }\n        answer: { kind: yes-no-unknown }",
    "36:26 cycle",
  ],
  ["a code that is a word of the program", "code: annex", "code: new", "103:11 reserved-code"],
  ["a level without an anchor", ", anchor: { nl: Staat, en: Stands }", "", "65:5 scale-without-anchors"],
  ["a numeric scale with one anchor", "[{ at: 1, text: { nl: Niets, en: Nothing } }, ", "[", "72:5 scale-without-anchors"],
  ["an anchor that isn't on the scale", "at: 10,", "at: 11,", "79:66 anchor-out-of-range"],
  ["a scale from high to low", "min: 1\n", "min: 20\n", "75:10 min-above-max"],
  ["a step that doesn't fit", "step: 1\n", "step: 0.7\n", "77:11 step-does-not-fit"],
  ["a field from high to low", "min: 0, max: 50", "min: 90, max: 50", "36:38 min-above-max"],
  ["a weight on classes", "scale: sort, informs", "scale: sort, weight: 1, informs", "88:97 weight-on-classes"],
  ["a text in a language that isn't named", "{ nl: Lezen, en: Reading }", "{ nl: Lezen, fr: Lire }", "10:37 language-not-listed"],
  ["an original language that isn't named", "originalLanguage: nl", "originalLanguage: fr", "5:19 original-not-listed"],
  ["a language code in capitals", "{ nl: Lezen, en: Reading }", "{ NL: Lezen, en: Reading }", "10:26 bad-language"],
  ["a condition that looks at nothing", "{ field: open, is:", "{ is:", "35:17 condition-without-subject"],
  [
    "a condition in the guide on a field",
    "{ question: g1, part: old, is: a }",
    "{ field: open, is: a }",
    "63:19 condition-without-subject",
  ],
  ["a condition that tests nothing", '{ field: open, is: "yes" }', "{ field: open }", "35:17 condition-without-test"],
  ["a condition on a question with parts", "question: g1, part: old, is", "question: g1, is", "63:19 condition-part-missing"],
  ["a condition on a choice that isn't there", "part: old, is: a", "part: old, is: c", "63:50 condition-value"],
  ["a yes that YAML keeps as a word", 'is: "yes"', "is: true", "35:36 condition-value"],
  ["a table without a source", "    table: { question: 1a, field: list }\n", "", "108:11 table-missing"],
  ["a source without a table", "    data: table\n", "", "108:5 table-without-data"],
  ["a source that is no table", "field: list }", "field: counted }", "109:35 table-not-a-table"],
  ["a narrowing of nothing", "required: true, questions", 'required: true, of: ["1"], questions', "101:94 of-without-data"],
  ["a count of reviewers left open", "rule: all-named-reviewers", "rule: k-of-n", "18:12 k-missing"],
  ["days left open", "citableWhen: recorded", "citableWhen: sent-and-days", "14:16 days-missing"],
  ["a rule of questions and statements", "minKinds: 2,", 'questions: ["1"], statements: [finding],', "19:34 rule-of-both"],
  ["a rule that asks a ground of questions", "minKinds: 2,", "ground: true,", "19:16 rule-of-statements"],
  ["an addressee of a finding", "minKinds: 2,", "statements: [finding], addressee: true,", "19:39 rule-of-recommendations"],
  ["a confidence without a scale", "minKinds: 2,", "statements: [answer], confidence: level,", "19:38 rule-without-scale"],
  ["more perspectives than there are", "minKinds: 2,", "minPerspectives: 2,", "19:33 more-perspectives"],
  ["a sub-question of nothing", '    parent: "1"\n', "", "23:5 sub-without-parent"],
  ["a form without fields", '{ id: "1", kind: main,', '{ id: "1", answerKind: fields, kind: main,', "22:28 fields-missing"],
  ["a heading with an answer", '{ id: "1", kind: main,', '{ id: "1", answerKind: narrative, kind: group,', "22:45 group-with-answer"],
  [
    "components without levels",
    "    extraValues: [{ key: closed",
    "    components: [{ key: c, label: { nl: C, en: C } }]\n    extraValues: [{ key: closed",
    "65:5 components-incomplete",
  ],
  [
    "confidence by components that aren't there",
    "statements: [finding] }",
    "statements: [finding], components: true }",
    "16:66 confidence-without-components",
  ],
  ["confidence on classes", "confidence: { scale: three", "confidence: { scale: sort", "16:24 confidence-not-ordinal"],
  ["a translation in the same language", "    code: annex\n", "    code: annex\n    translationOf: s1\n", "104:20 translation-language"],
  ["a key that stands twice", "  chain: strict", "  chain: strict\n  chain: strict", "13:3 yaml-duplicate-key"],
];

function found(file: string): string[] {
  return readProtocolFile(file).problems.map(({ line, column, code, details }) => {
    const hint = "suggestion" in details ? ` ${details["suggestion"] || "-"}` : "";
    return `${line}:${column} ${code}${hint}`;
  });
}

/** A code with a suggestion may be expected without naming it. */
const named = (expected: string[], actual: string[]) =>
  actual.map((each) => expected.find((one) => each === one || each.startsWith(`${one} `)) ?? each);

describe("checking a protocol", () => {
  it("finds nothing wrong with the example", () => {
    const file = readProtocolFile(bridges);
    expect(file.problems).toEqual([]);
    expect(file.remarks).toEqual([]);
    expect(file.protocol?.id).toBe("bridges");
  });

  it.each(cases)("tells %s", (_, from, to, ...expected) => {
    const actual = found(broken(from, to));
    expect(named(expected, actual)).toEqual(expected);
  });

  it.each(cases)("says in Dutch and in English what is wrong with %s", (_, from, to) => {
    for (const { code, details } of readProtocolFile(broken(from, to)).problems) {
      for (const language of ["nl", "en"] as const) {
        const said = translator(language, "protocolCheck")(code, details);
        expect(said.length).toBeGreaterThan(15);
        expect(said).not.toMatch(/undefined|null|\{\w+\}/);
      }
    }
  });

  it("tells all mistakes of one file at once, in its order", () => {
    const file = broken("chain: strict", "chain: strikt")
      .replace("scale: three, weight: 2", "scale: tree, weight: 2")
      .replace("  - id: mark", "  - id: sort");
    expect(found(file)).toEqual(["12:10 unknown-value strict", "80:9 duplicate", "87:83 unknown-reference three"]);
  });

  it("remarks on a missing translation and refuses nothing", () => {
    const file = readProtocolFile(broken("{ nl: Lezen, en: Reading }", "{ nl: Lezen }"));
    expect(file.protocol).not.toBeNull();
    expect(file.remarks).toEqual([
      { code: "missing-translation", path: ["methods", 0, "title"], line: 10, column: 24, details: { languages: "en", count: 1 } },
    ]);
  });

  it.each([
    [
      "a guide question that informs nothing",
      '          answer: { kind: long-text }\n          informs: ["1"]\n',
      "          answer: { kind: long-text }\n",
      "58:11 informs-nothing",
    ],
    ["a rule that asks for nothing", "minKinds: 2, severity", "severity", "19:14 rule-asks-nothing"],
    ["a question that no section answers", ', questions: ["1"], write', ", write", "22:5 question-without-section"],
    ["a section without a writer", 'questions: ["1"], write: lead }', 'questions: ["1"] }', "101:5 section-without-writer"],
  ])("remarks on %s", (_, from, to, expected) => {
    const file = readProtocolFile(broken(from, to));
    expect(file.problems).toEqual([]);
    expect(file.remarks.map(({ line, column, code }) => `${line}:${column} ${code}`)).toEqual([expected]);
  });

  it("has a sentence for every code, in both languages", () => {
    const codes = [...fileProblemCodes, ...problemCodes, ...remarkCodes];
    expect(codes.filter((code) => !(code in nl) || !(code in en))).toEqual([]);
    expect(Object.keys(nl)).toEqual(Object.keys(en));
  });
});
