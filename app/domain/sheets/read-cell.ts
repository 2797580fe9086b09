import { answerSchema, messageValues } from "~/domain/forms/answer-schema";
import { readDate } from "~/domain/forms/read-date";
import type { AnswerOf, CellAnswer, ReferenceTarget } from "~/domain/protocol/fields";
import { extraValuesOf, levelsOf, type Scale } from "~/domain/protocol/scales";
import type { LocalText } from "~/domain/local-text";
import { type Cell, cellText } from "./cell";
import { foldName } from "./fold-name";
import { numberAs, type NumberFormat } from "./numbers";

/** How the cells of a column are read. */
export interface CellSetting {
  scales: readonly Scale[];
  /** The language of texts. */
  language: string;
  numbers: NumberFormat;
  /** The currency of an amount that names none. */
  currency: string | null;
  /** Words for yes, no and unknown, in any language. */
  words: Readonly<Record<"yes" | "no" | "unknown", readonly string[]>>;
  /** The id of the record that was meant, or null. */
  find: (target: ReferenceTarget, typed: string) => string | null;
}

/** What a cell holds, or what is wrong with it: the key of a message with its values. */
export type ReadCell = { ok: true; value: unknown } | { ok: false; message: string; values: Record<string, string | number> };

/** Makes the reader of a column of this kind of answer: its schema is built once for all rows. */
export function cellReader(answer: CellAnswer, setting: CellSetting): (cell: Cell, currency?: string | null) => ReadCell {
  const schema = answerSchema(answer, setting);
  const limits = Object.fromEntries(Object.entries(messageValues(answer)).filter(([, value]) => value !== undefined)) as Record<
    string,
    string | number
  >;
  return (cell, currency = null) => {
    const read = rawValue(answer, cell, { ...setting, currency: currency ?? setting.currency });
    if ("wrong" in read) return { ok: false, message: read.wrong, values: { ...limits, part: read.part ?? cellText(cell) } };
    const parsed = schema.safeParse(read.value);
    if (parsed.success) return { ok: true, value: parsed.data };
    return { ok: false, message: parsed.error.issues[0]?.message ?? "notAnAnswer", values: { ...limits, part: cellText(cell) } };
  };
}

type Raw = { value: unknown } | { wrong: string; part?: string };

function rawValue(answer: CellAnswer, cell: Cell, setting: CellSetting): Raw {
  const text = cellText(cell);
  switch (answer.kind) {
    case "short-text":
    case "long-text":
      return { value: { [setting.language]: text } };
    case "number":
      return orWrong(numberIn(cell, setting.numbers), "notANumber");
    case "money":
      return moneyIn(answer, cell, setting);
    case "date":
      return orWrong(readDate(text), "notADate");
    case "yes-no-unknown":
      return yesNoIn(cell, setting);
    case "single-choice":
      return orWrong(choiceIn(answer.choices, text), "notAChoice");
    case "multiple-choice":
      return several(text, (part) => choiceIn(answer.choices, part), "notAChoice");
    case "scale":
      return onScale(setting.scales.find(({ id }) => id === answer.scale) ?? null, cell, setting.numbers);
    case "text-list":
      return { value: partsOf(text).map((part) => ({ [setting.language]: part })) };
    case "reference":
      return several(text, (part) => setting.find(answer.to, part), "notAReference");
  }
}

function orWrong(value: unknown, wrong: string): Raw {
  return value === null ? { wrong } : { value };
}

/** A number as a cell holds it; text with a unit or a sign of a currency around it is read without. */
function numberIn(cell: Cell, format: NumberFormat): number | null {
  if (typeof cell === "number") return cell;
  return typeof cell === "string" ? numberAs(cell, format) : null;
}

const signs: readonly (readonly [string, string])[] = [
  ["€", "EUR"],
  ["£", "GBP"],
  ["US$", "USD"],
  ["$", "USD"],
];

function moneyIn(answer: AnswerOf<"money">, cell: Cell, setting: CellSetting): Raw {
  const text = cellText(cell);
  const sign = signs.find(([mark]) => text.includes(mark));
  const code = /(?:^|[^A-Za-z])([A-Z]{3})(?:[^A-Za-z]|$)/u.exec(text)?.[1];
  const named = sign?.[1] ?? code;
  const bare = typeof cell === "number" ? cell : text.replace(sign?.[0] ?? code ?? "", "").replace(/,-+$|\.-+$/u, "");
  const amount = numberIn(bare, setting.numbers);
  if (amount === null) return { wrong: "notANumber" };
  const only = answer.currencies.length === 1 ? answer.currencies[0] : undefined;
  const currency = named ?? currencyIn(setting.currency) ?? only;
  if (currency === undefined) return { wrong: "whichCurrency" };
  return (answer.currencies as readonly string[]).includes(currency)
    ? { value: { amount, currency } }
    : { wrong: "otherCurrency", part: currency };
}

/** The code of a currency that was typed as a code or a sign; undefined when nothing was. */
function currencyIn(typed: string | null): string | undefined {
  const text = typed?.trim() ?? "";
  return text === "" ? undefined : (signs.find(([mark]) => mark === text)?.[1] ?? text.toUpperCase());
}

/** Yes, no or unknown as people write it; null when it is none of them. */
export function yesOrNo(cell: Cell, words: CellSetting["words"]): "yes" | "no" | "unknown" | null {
  if (typeof cell === "boolean") return cell ? "yes" : "no";
  const folded = foldName(cellText(cell));
  return (["yes", "no", "unknown"] as const).find((key) => [key, ...words[key]].some((word) => foldName(word) === folded)) ?? null;
}

function yesNoIn(cell: Cell, { words, language }: CellSetting): Raw {
  const [first = "", ...rest] = typeof cell === "string" ? cell.split(/:\s+/u) : [cell];
  const value = yesOrNo(first, words);
  if (value === null) return { wrong: "notYesOrNo" };
  const explanation = rest.join(": ").trim();
  return { value: explanation === "" ? { value } : { value, explanation: { [language]: explanation } } };
}

function choiceIn(choices: readonly { key: string; label: LocalText }[], typed: string): string | null {
  const folded = foldName(typed);
  const exact = choices.find(({ key }) => key === typed);
  const found = exact ?? choices.find(({ key, label }) => [key, ...Object.values(label)].some((word) => foldName(word) === folded));
  return folded === "" ? null : (found?.key ?? null);
}

/** The items of a list in a cell: parted by `;` or by lines, and by `,` where neither is there. */
export function partsOf(text: string): string[] {
  const sign = /[;\n]/u.test(text) ? /[;\n]/u : /,/u;
  return text
    .split(sign)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function several(text: string, find: (part: string) => string | null, wrong: string): Raw {
  const whole = find(text);
  if (whole !== null) return { value: [whole] };
  const parts = partsOf(text);
  const found = parts.map(find);
  const missing = found.indexOf(null);
  return missing < 0 ? { value: [...new Set(found)] } : { wrong, part: parts[missing] ?? text };
}

/** A value of a scale: its key, its label in any language, or its number. */
export function onScale(scale: Scale | null, cell: Cell, format: NumberFormat): Raw {
  if (!scale) return { wrong: "notOnScale" };
  const text = cellText(cell);
  const levels = levelsOf(scale);
  // A label may stand behind its number, as a list of allowed values shows it: "3 Large".
  const unnumbered = text.replace(/^\d+\s*[–—:.=-]?\s+(?=\D)/u, "");
  const named = choiceIn([...levels, ...extraValuesOf(scale)], text) ?? choiceIn(levels, unnumbered);
  if (named !== null) return { value: named };
  const number = numberIn(cell, format);
  if (number === null) return { wrong: "notOnScale" };
  if (scale.kind === "numeric") return { value: number };
  const level = levels.find(({ value }) => value === number);
  return level ? { value: level.key } : { wrong: "notOnScale" };
}
