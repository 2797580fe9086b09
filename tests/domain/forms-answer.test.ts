import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { answerAsText } from "~/domain/forms/answer-as-text";
import { answerSchema, messageValues } from "~/domain/forms/answer-schema";
import { readAnswer } from "~/domain/forms/read-answer";
import { readDate } from "~/domain/forms/read-date";
import { readNumber } from "~/domain/forms/read-number";
import { type AnswerValue, fieldMessages } from "~/domain/forms/values";
import type { Answer } from "~/domain/protocol/fields";
import type { Scale } from "~/domain/protocol/scales";
import { translator } from "~/platform/i18n.server";

const both = (nl: string, en: string) => ({ nl, en });
const choices = [
  { key: "a", label: both("Appel", "Apple") },
  { key: "b", label: both("Peer", "Pear") },
  { key: "c", label: both("Pruim", "Plum") },
];
const scales: Scale[] = [
  {
    id: "two",
    kind: "ordinal",
    title: both("Twee", "Two"),
    levels: [
      { value: 1, key: "low", label: both("Laag", "Low") },
      { value: 2, key: "high", label: both("Hoog", "High") },
    ],
    extraValues: [{ key: "cannot-judge", label: both("Niet te beoordelen", "Cannot judge") }],
  },
  {
    id: "ten",
    kind: "numeric",
    title: both("Tien", "Ten"),
    min: 1,
    max: 10,
    step: 0.5,
    direction: "higher-is-better",
    unit: both("punten", "points"),
  },
];
const setting = { scales, language: "nl", languages: ["nl", "en"] };
const table: Answer = {
  kind: "table",
  columns: [
    { key: "made", label: both("Gemaakt", "Made"), required: true, answer: { kind: "number", decimals: 0 } },
    { key: "by", label: both("Peildatum", "Counted on"), answer: { kind: "date" } },
  ],
};
const fixed: Answer = {
  ...table,
  rows: [
    { key: "north", label: both("Noord", "North") },
    { key: "south", label: both("Zuid", "South") },
  ],
};

function posted(entries: Record<string, string | string[]>): URLSearchParams {
  const form = new URLSearchParams();
  for (const [name, value] of Object.entries(entries)) for (const each of [value].flat()) form.append(name, each);
  return form;
}

const money: Answer = { kind: "money", currencies: ["EUR", "USD"], min: 0 };
const explained: Answer = { kind: "yes-no-unknown", explanation: "required" };
const year: Answer = { kind: "date", precision: "year", earliest: "1900-05-01", latest: "2030-06-30" };

type Read = [kind: string, answer: Answer, entries: Record<string, string | string[]>, value: unknown];
const accepted: Read[] = [
  ["short text in both languages", { kind: "short-text" }, { "f@nl": " Ja ", "f@en": "Yes" }, { nl: "Ja", en: "Yes" }],
  ["long text with Windows line ends", { kind: "long-text" }, { "f@nl": "a\r\nb" }, { nl: "a\nb" }],
  ["number with decimal comma", { kind: "number" }, { f: "1.250,5" }, 1250.5],
  ["the number zero", { kind: "number" }, { f: "0" }, 0],
  ["money", money, { "f.amount": "39.400.000", "f.currency": "EUR" }, { amount: 39_400_000, currency: "EUR" }],
  ["money in the only currency", { kind: "money", currencies: ["EUR"] }, { "f.amount": "2,50" }, { amount: 2.5, currency: "EUR" }],
  ["date written by day", { kind: "date" }, { f: "14-03-2022" }, "2022-03-14"],
  ["year alone where that is precise enough", year, { f: "1974" }, "1974"],
  ["year in which the earliest day falls", year, { f: "1900" }, "1900"],
  ["yes with explanation", explained, { f: "yes", "f.explanation@nl": "Omdat" }, { value: "yes", explanation: { nl: "Omdat" } }],
  ["unknown", { kind: "yes-no-unknown" }, { f: "unknown" }, { value: "unknown" }],
  ["single choice", { kind: "single-choice", choices }, { f: "b" }, "b"],
  ["several choices, in the order of the list", { kind: "multiple-choice", choices }, { f: ["c", "a"] }, ["a", "c"]],
  ["level of a scale", { kind: "scale", scale: "two" }, { f: "high" }, "high"],
  ["answer without a level", { kind: "scale", scale: "two" }, { f: "cannot-judge" }, "cannot-judge"],
  ["number on a scale", { kind: "scale", scale: "ten" }, { f: "7,5" }, 7.5],
  [
    "list of texts without its empty lines",
    { kind: "text-list" },
    { "f.0@nl": "een", "f.1@nl": "", "f.2@nl": "drie" },
    [{ nl: "een" }, { nl: "drie" }],
  ],
  ["one reference", { kind: "reference", to: "actor" }, { f: "O1" }, ["O1"]],
  ["several references", { kind: "reference", to: "source", several: true }, { f: ["S1", "S2", "S1"] }, ["S1", "S2"]],
  [
    "rows that were added",
    table,
    { "f.0.made": "3", "f.0.by": "31-12-2023", "f.4.made": "5" },
    [{ cells: { made: 3, by: "2023-12-31" } }, { cells: { made: 5 } }],
  ],
  ["fixed rows", fixed, { "f.north.made": "11.200", "f.south.made": "" }, [{ row: "north", cells: { made: 11_200 } }]],
];

type Refused = [kind: string, answer: Answer, entries: Record<string, string | string[]>, ...problems: string[]];
const refused: Refused[] = [
  ["a short text that is too long", { kind: "short-text", maxLength: 3 }, { "f@en": "abcd" }, "f@en tooLong"],
  ["words for a number", { kind: "number" }, { f: "veel" }, "f notANumber"],
  ["a number below its least", { kind: "number", min: 10 }, { f: "9" }, "f numberTooSmall"],
  ["a number above its most", { kind: "number", max: 10 }, { f: "11" }, "f numberTooBig"],
  ["decimals where there are none", { kind: "number", decimals: 0 }, { f: "1,5" }, "f tooManyDecimals"],
  ["money without currency", money, { "f.amount": "5" }, "f.currency chooseCurrency"],
  ["money in another currency", money, { "f.amount": "5", "f.currency": "GBP" }, "f.currency chooseCurrency"],
  ["a negative amount", money, { "f.amount": "-5", "f.currency": "EUR" }, "f.amount numberTooSmall"],
  ["a day that doesn't exist", { kind: "date" }, { f: "30-02-2022" }, "f notADate"],
  ["a year where a day is asked", { kind: "date" }, { f: "2022" }, "f dateNotPreciseEnough"],
  ["a date that is too early", year, { f: "1899" }, "f dateTooEarly"],
  ["a date that is too late", year, { f: "01-07-2030" }, "f dateTooLate"],
  ["no without the explanation that is asked", explained, { f: "no" }, "f.explanation@nl explanationMissing"],
  ["an explanation without an answer", explained, { "f.explanation@nl": "Omdat" }, "f answerMissing"],
  ["a choice that isn't there", { kind: "single-choice", choices }, { f: "z" }, "f notAChoice"],
  ["too few choices", { kind: "multiple-choice", choices, atLeast: 2 }, { f: "a" }, "f tooFewChoices"],
  ["too many choices", { kind: "multiple-choice", choices, atMost: 1 }, { f: ["a", "b"] }, "f tooManyChoices"],
  ["a level that isn't there", { kind: "scale", scale: "two" }, { f: "top" }, "f notOnScale"],
  ["a number between the steps", { kind: "scale", scale: "ten" }, { f: "7,3" }, "f notOnScale"],
  ["a scale that isn't there", { kind: "scale", scale: "none" }, { f: "low" }, "f notOnScale"],
  ["more lines than asked", { kind: "text-list", atMost: 1 }, { "f.0@nl": "a", "f.1@nl": "b" }, "f.0@nl tooManyRows"],
  ["two references where one is asked", { kind: "reference", to: "actor" }, { f: ["O1", "O2"] }, "f tooManyReferences"],
  ["a row without its required cell", fixed, { "f.south.by": "31-12-2023" }, "f.south.made answerMissing"],
  ["a wrong cell in an added row, at the entry it was typed in", table, { "f.2.made": "x", "f.0.made": "1" }, "f.2.made notANumber"],
];

const empty: [string, Answer][] = [
  ["short text", { kind: "short-text" }],
  ["long text", { kind: "long-text" }],
  ["number", { kind: "number", min: 5 }],
  ["money", money],
  ["date", { kind: "date" }],
  ["yes/no", explained],
  ["choice", { kind: "single-choice", choices }],
  ["choices", { kind: "multiple-choice", choices }],
  ["scale", { kind: "scale", scale: "ten" }],
  ["list", { kind: "text-list" }],
  ["reference", { kind: "reference", to: "actor" }],
  ["table", table],
  ["fixed table", fixed],
];

describe("reading an answer", () => {
  it.each(accepted)("accepts %s", (_, answer, entries, value) => {
    expect(readAnswer("f", answer, posted(entries), setting)).toEqual({ value, problems: [] });
  });

  it.each(refused)("refuses %s", (_, answer, entries, ...problems) => {
    const read = readAnswer("f", answer, posted(entries), setting);
    expect(read.value).toBeUndefined();
    expect(read.problems.map(({ name, message }) => `${name} ${message}`)).toEqual(problems);
  });

  it.each(empty)("takes an empty %s for no answer, never for zero", (_, answer) => {
    const blank = posted({
      f: "",
      "f@nl": " ",
      "f@en": "",
      "f.amount": "",
      "f.currency": "EUR",
      "f.explanation@nl": "",
      "f.0@nl": "",
      "f.0.made": "",
      "f.north.made": "",
    });
    expect(readAnswer("f", answer, blank, setting)).toEqual({ problems: [] });
    expect(answerSchema(answer, setting).safeParse(undefined).success).toBe(false);
  });

  it("refuses a value of another kind than the field's", () => {
    const values = [null, "", {}, [], 1.5, "x", { nl: "" }, [{ cells: {} }], { value: "maybe" }, { amount: 1 }];
    for (const [, answer] of empty) {
      const kept = values.filter((value) => answerSchema(answer, setting).safeParse(value).success);
      expect(kept).toEqual(answer.kind === "scale" ? [1.5] : []);
    }
  });

  it("has a sentence for each message, with its arguments, in both languages", () => {
    for (const [, answer] of empty)
      for (const language of ["nl", "en"] as const)
        for (const message of fieldMessages) {
          const all = {
            min: 1,
            max: 1,
            decimals: 0,
            precision: "day",
            earliest: "",
            latest: "",
            atLeast: 1,
            atMost: 1,
            ...messageValues(answer),
          };
          expect(translator(language, "fields")(message, all)).not.toMatch(/[{}]/);
        }
  });
});

describe("printing an answer", () => {
  const words = { yes: "ja", no: "nee", unknown: "onbekend" };
  const nl = { scales, language: "nl", fallbackOrder: ["nl"], words, nameOf: (_: string, id: string) => `«${id}»` };
  const en = { ...nl, language: "en", words: { yes: "yes", no: "no", unknown: "unknown" } };
  it.each<[Answer, AnswerValue, string, string]>([
    [{ kind: "short-text" }, { nl: "Alleen Nederlands" }, "Alleen Nederlands", "Alleen Nederlands"],
    [{ kind: "number", unit: both("stuks", "pieces") }, 1250.5, "1.250,5 stuks", "1,250.5 pieces"],
    [money, { amount: 39_400_000, currency: "EUR" }, "EUR 39.400.000", "EUR 39,400,000"],
    [{ kind: "date" }, "2022-03-14", "14 maart 2022", "14 March 2022"],
    [year, "2022-03", "maart 2022", "March 2022"],
    [year, "1974", "1974", "1974"],
    [explained, { value: "no", explanation: both("te duur", "too dear") }, "nee: te duur", "no: too dear"],
    [{ kind: "multiple-choice", choices }, ["a", "c"], "Appel; Pruim", "Apple; Plum"],
    [{ kind: "scale", scale: "two" }, "cannot-judge", "Niet te beoordelen", "Cannot judge"],
    [{ kind: "scale", scale: "ten" }, 7.5, "7,5 punten", "7.5 points"],
    [{ kind: "reference", to: "actor" }, ["O1"], "«O1»", "«O1»"],
    [
      fixed,
      [{ row: "north", cells: { made: 11200, by: "2023-12-31" } }],
      "Noord: Gemaakt 11.200; Peildatum 31 december 2023",
      "North: Made 11,200; Counted on 31 December 2023",
    ],
  ])("%j", (answer, value, dutch, english) => {
    expect(answerAsText(answer, value, nl)).toBe(dutch);
    expect(answerAsText(answer, value, en)).toBe(english);
  });
});

describe("numbers and dates as people type them", () => {
  it.each<[string, string, number | null]>([
    ["1.234", "nl", 1234],
    ["1.234", "en", 1.234],
    ["1,234", "en", 1234],
    ["1,234", "nl", 1.234],
    ["1.234,5", "en", 1234.5],
    ["1,234.5", "nl", 1234.5],
    ["1 234 567", "nl", 1234567],
    ["1.234.567", "nl", 1234567],
    ["0,5", "nl", 0.5],
    ["0.5", "nl", 0.5],
    ["\u22123", "nl", -3],
    ["12.34.56", "nl", null],
    ["1e9", "nl", null],
    ["", "nl", null],
    [".", "nl", null],
    ["5 km", "nl", null],
    ["99999999999999999999", "nl", null],
    ["Infinity", "en", null],
  ])("reads %s in %s as %s", (typed, language, expected) => expect(readNumber(typed, language)).toBe(expected));

  // Looked through from each of its digits again, such a text would take a minute.
  it("finds no number in a long text of digits that ends in a letter", () => {
    expect(readNumber(`${"1".repeat(250_000)}x`, "nl")).toBe(null);
  });

  it.each<[string, string | null]>([
    ["14-03-2022", "2022-03-14"],
    ["4/3/2022", "2022-03-04"],
    ["4.3.2022", "2022-03-04"],
    ["2022-03-14", "2022-03-14"],
    ["14 maart 2022", "2022-03-14"],
    ["14 March 2022", "2022-03-14"],
    ["maart 2022", "2022-03"],
    ["2022-03", "2022-03"],
    ["2022", "2022"],
    ["29-02-2024", "2024-02-29"],
    ["29-02-2023", null],
    ["29-02-1900", null],
    ["14-03-22", null],
    ["32-01-2022", null],
    ["14-13-2022", null],
    ["gisteren", null],
    ["", null],
    ["1-2-3-2022", null],
    ["toString 2022", null],
  ])("reads %s as %s", (typed, expected) => expect(readDate(typed)).toBe(expected));

  it("reads back any number that the language itself writes", () => {
    const number = fc.double({ min: -1e9, max: 1e9, noNaN: true }).map((value) => Number(value.toFixed(2)) + 0);
    fc.assert(
      fc.property(number, fc.constantFrom("nl", "en"), (value, language) => {
        const written = new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 }).format(value);
        expect(readNumber(written, language)).toBeCloseTo(value, 2);
      }),
    );
  });
});
