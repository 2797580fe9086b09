import { describe, expect, it } from "vitest";
import type { CellAnswer } from "~/domain/protocol/fields";
import { Scale } from "~/domain/protocol/scales";
import { type Cell } from "~/domain/sheets/cell";
import { cellReader, type CellSetting } from "~/domain/sheets/read-cell";

const steps = Scale.parse({
  id: "steps",
  title: { nl: "Trap", en: "Steps" },
  kind: "ordinal",
  levels: [
    { value: 1, key: "low", label: { nl: "Laag", en: "Low" } },
    { value: 2, key: "high", label: { nl: "Hoog", en: "High" } },
  ],
  extraValues: [{ key: "cannot-judge", label: { nl: "Niet te beoordelen", en: "Cannot judge" } }],
});
const mark = Scale.parse({
  id: "mark",
  title: { en: "Mark" },
  kind: "numeric",
  min: 1,
  max: 10,
  step: 0.5,
  unit: { en: "points" },
  direction: "higher-is-better",
});

const setting: CellSetting = {
  scales: [steps, mark],
  language: "nl",
  numbers: "comma",
  currency: null,
  words: { yes: ["ja", "yes"], no: ["nee", "no"], unknown: ["onbekend", "unknown"] },
  find: (_target, typed) => (typed === "Wells" ? "id-1" : null),
};
const read = (answer: CellAnswer, cell: Cell, more: Partial<CellSetting> = {}) => cellReader(answer, { ...setting, ...more })(cell);

const number = { kind: "number", min: 0, decimals: 1 } as const;
const money = { kind: "money", currencies: ["EUR", "USD"], min: 0 } as const satisfies CellAnswer;
const choices = [
  { key: "ngo", label: { nl: "Maatschappelijk, lokaal", en: "Civil society, local" } },
  { key: "fund", label: { nl: "Fonds", en: "Fund" } },
];
const single = { kind: "single-choice", choices } as const satisfies CellAnswer;
const multiple = { kind: "multiple-choice", choices } as const satisfies CellAnswer;

describe("a cell of each kind of answer", () => {
  it.each<[string, CellAnswer, Cell, unknown]>([
    ["a number of a spreadsheet", number, 12.5, 12.5],
    ["a decimal comma", number, "12,5", 12.5],
    ["thousands by the format of the column", number, "1.234", 1234],
    ["an amount with its sign", money, "€ 1.200.000,-", { amount: 1_200_000, currency: "EUR" }],
    ["an amount with its code behind it", money, "12,50 USD", { amount: 12.5, currency: "USD" }],
    ["a year", { kind: "date", precision: "year" }, 2014, "2014"],
    ["a day in words", { kind: "date" }, "3 maart 2021", "2021-03-03"],
    [
      "yes in Dutch, with an explanation",
      { kind: "yes-no-unknown", explanation: "optional" },
      "Ja: deels",
      { value: "yes", explanation: { nl: "deels" } },
    ],
    ["a tick of a spreadsheet", { kind: "yes-no-unknown" }, false, { value: "no" }],
    ["a choice by its key", single, "fund", "fund"],
    ["a choice by its label in the other language", single, "Civil society, local", "ngo"],
    ["one choice whose label holds a comma", multiple, "Maatschappelijk, lokaal", ["ngo"]],
    ["several choices", multiple, "Fund; civil society, local", ["fund", "ngo"]],
    ["a level by its number", { kind: "scale", scale: "steps" }, 2, "high"],
    ["a level by number and label", { kind: "scale", scale: "steps" }, "2 Hoog", "high"],
    ["an answer without a level", { kind: "scale", scale: "steps" }, "Cannot judge", "cannot-judge"],
    ["a mark with a comma", { kind: "scale", scale: "mark" }, "7,5", 7.5],
    ["a list by lines", { kind: "text-list" }, "Kenia\nMali, noord", [{ nl: "Kenia" }, { nl: "Mali, noord" }]],
    ["a list by commas", { kind: "text-list" }, "Kenia, Mali", [{ nl: "Kenia" }, { nl: "Mali" }]],
    ["a record by its name", { kind: "reference", to: "actor" }, "Wells", ["id-1"]],
    ["words that begin like a formula", { kind: "short-text" }, "=1+1", { nl: "=1+1" }],
  ])("reads %s", (_what, answer, cell, value) => {
    expect(read(answer, cell)).toEqual({ ok: true, value });
  });

  it.each<[string, CellAnswer, Cell, string]>([
    ["words for a number", number, "abc", "notANumber"],
    ["less than the least", number, -1, "numberTooSmall"],
    ["more decimals than are kept", number, "1,25", "tooManyDecimals"],
    ["an amount of no currency", money, "100", "whichCurrency"],
    ["an amount of another currency", money, "CHF 100", "otherCurrency"],
    ["a day that is not in the calendar", { kind: "date" }, "30-02-2021", "notADate"],
    ["neither yes nor no", { kind: "yes-no-unknown" }, "soms", "notYesOrNo"],
    ["what is no choice", single, "bank", "notAChoice"],
    ["a level off the scale", { kind: "scale", scale: "steps" }, 3, "notOnScale"],
    ["a number between the steps", { kind: "scale", scale: "mark" }, "7,3", "notOnScale"],
    ["an error of a spreadsheet", number, "#DIV/0!", "notANumber"],
  ])("refuses %s", (_what, answer, cell, message) => {
    expect(read(answer, cell)).toMatchObject({ ok: false, message });
  });

  it("names the item of a list that is wrong, and takes the currency of the column", () => {
    expect(read(multiple, "Fonds; bank")).toMatchObject({ ok: false, message: "notAChoice", values: { part: "bank" } });
    expect(read({ kind: "reference", to: "actor", several: true }, "Wells; Pumps")).toMatchObject({ ok: false, values: { part: "Pumps" } });
    expect(read(money, 100, { currency: "usd" })).toEqual({ ok: true, value: { amount: 100, currency: "USD" } });
    expect(cellReader(money, setting)(100, "€")).toEqual({ ok: true, value: { amount: 100, currency: "EUR" } });
  });
});
