import { textEntry } from "~/domain/forms/read-answer";
import type { MoneyValue, YesNoValue } from "~/domain/forms/values";
import { type LocalText, textIn } from "~/domain/local-text";
import type { AnswerOf, Column } from "~/domain/protocol/fields";
import { extraValuesOf, levelsOf } from "~/domain/protocol/scales";
import type { Option, OptionGroup } from "./options";
import type { ProtocolFieldSetting } from "./protocol-field-setting";
import type { TableColumn } from "./table-field";

/** One field in a row: the end of its entry name after the row, its column on the screen, and its stored value as text. */
export interface Piece {
  end: string;
  column: TableColumn;
  read: (cell: unknown) => string | undefined;
}

/** How many fields a cell gets that holds several texts or references; more where more is stored. */
const several = 3;

/** The words beside the columns of a cell that holds several things. */
export type CellWords = Record<"amount" | "currency" | "explanation" | "ticked", string>;

// Each case casts the cell to what answerSchema accepts for that kind of answer.
export function piecesOf(column: Column, setting: ProtocolFieldSetting, most: number, words: CellWords): Piece[] {
  const { answer, key } = column;
  const label = textIn(column.label, setting.language, setting.fallbackOrder);
  const one = (type: TableColumn["type"], more: Partial<TableColumn> = {}): Piece => ({
    end: key,
    column: { key, label, type, ...more },
    read: (cell) => (typeof cell === "string" || typeof cell === "number" ? String(cell) : undefined),
  });
  const choice = (options: readonly Option[]) => one("choice", { options });
  switch (answer.kind) {
    case "short-text":
    case "long-text":
      return texts(key, label, setting, answer.kind === "long-text" ? "long" : "text", (cell) => cell as LocalText | undefined);
    case "number":
      return [one("number", { unit: textIn(answer.unit, setting.language, setting.fallbackOrder) || undefined })];
    case "money":
      return moneyPieces(key, label, answer.currencies, words);
    case "date":
      return [
        {
          ...one("date", { precision: answer.precision }),
          read: (cell) => (typeof cell === "string" ? cell.split("-").reverse().join("-") : undefined),
        },
      ];
    case "yes-no-unknown": {
      const asked = { ...one("yes-no-unknown"), read: (cell: unknown) => (cell as YesNoValue | undefined)?.value };
      if (answer.explanation === undefined || answer.explanation === "none") return [asked];
      const explanation = (cell: unknown) => (cell as YesNoValue | undefined)?.explanation;
      const explained = texts(`${key}.explanation`, `${label}, ${words.explanation}`, setting, "text", explanation, key);
      return [asked, ...explained];
    }
    case "single-choice":
      return [
        choice(answer.choices.map((each) => ({ value: each.key, label: textIn(each.label, setting.language, setting.fallbackOrder) }))),
      ];
    case "multiple-choice":
      return answer.choices.map((each) =>
        tickPiece(key, `${label}: ${textIn(each.label, setting.language, setting.fallbackOrder)}`, each.key, words),
      );
    case "scale":
      return [scaleColumn(answer, setting, one)];
    case "text-list":
      return Array.from({ length: Math.max(several, most) }, (_, place) =>
        texts(`${key}.${place}`, `${label} ${place + 1}`, setting, "text", (cell) => (cell as LocalText[] | undefined)?.[place], key),
      ).flat();
    case "reference":
      return referencePieces(key, label, answer, setting, answer.several ? Math.max(several, most) : 1);
  }
}

/** Each reference in a field of its own: chosen from the list, or typed by its code where the list is too long to be whole. */
function referencePieces(
  key: string,
  label: string,
  { to, several }: AnswerOf<"reference">,
  { references, shortened }: ProtocolFieldSetting,
  count: number,
): Piece[] {
  const options = flat(references[to] ?? []);
  const typed = shortened?.includes(to) === true;
  const codeOf = (id: string | undefined) => options.find(({ value }) => value === id)?.label.split(" ")[0] ?? id;
  return Array.from({ length: count }, (_, place) => ({
    end: key,
    column: {
      key: `${key}#${place}`,
      label: several ? `${label} ${place + 1}` : label,
      ...(typed ? { type: "text" as const } : { type: "choice" as const, options }),
    },
    read: (cell: unknown) => {
      const id = (cell as string[] | undefined)?.[place];
      return typed ? codeOf(id) : id;
    },
  }));
}

function texts(
  end: string,
  label: string,
  { languages }: ProtocolFieldSetting,
  type: "text" | "long",
  read: (cell: unknown) => LocalText | undefined,
  key = end,
): Piece[] {
  return languages.map((language) => ({
    end: textEntry(end, language),
    column: { key: `${key}#${textEntry(end, language)}`, label: languages.length > 1 ? `${label} (${language})` : label, type },
    read: (cell) => read(cell)?.[language],
  }));
}

function scaleColumn(
  answer: AnswerOf<"scale">,
  setting: ProtocolFieldSetting,
  one: (type: TableColumn["type"], more?: Partial<TableColumn>) => Piece,
): Piece {
  const scale = setting.scales.find((each) => each.id === answer.scale);
  if (!scale || scale.kind === "numeric") return one("number");
  const options = [...levelsOf(scale), ...extraValuesOf(scale)].map(({ key, label }) => ({
    value: key,
    label: textIn(label, setting.language, setting.fallbackOrder),
  }));
  return one("choice", { options });
}

function flat(options: readonly (Option | OptionGroup)[]): Option[] {
  return options.flatMap((option) => ("options" in option ? [...option.options] : [option]));
}

function numberText(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function moneyPieces(key: string, label: string, currencies: readonly string[], words: CellWords): Piece[] {
  const options = currencies.map((code) => ({ value: code, label: code }));
  const read = (cell: unknown) => cell as MoneyValue | undefined;
  return [
    {
      end: `${key}.amount`,
      column: {
        key: `${key}#amount`,
        label: label.toLowerCase() === words.amount.toLowerCase() ? label : `${label}, ${words.amount}`,
        type: "number",
      },
      read: (cell) => numberText(read(cell)?.amount),
    },
    {
      end: `${key}.currency`,
      column: { key: `${key}#currency`, label: `${label}, ${words.currency}`, type: "choice", options },
      read: (cell) => read(cell)?.currency,
    },
  ];
}

/** One of several choices as a column of its own, sent under the name of the cell. */
function tickPiece(key: string, label: string, choice: string, words: CellWords): Piece {
  const column: TableColumn = { key: `${key}#${choice}`, label, type: "choice", options: [{ value: choice, label: words.ticked }] };
  return { end: key, column, read: (cell) => ((cell as string[] | undefined)?.includes(choice) ? choice : undefined) };
}
