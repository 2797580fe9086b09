import { useTranslations } from "use-intl";
import { pieceEntry, textEntry } from "~/domain/forms/read-answer";
import type { MoneyValue, RowValue, YesNoValue } from "~/domain/forms/values";
import { type LocalText, textIn } from "~/domain/local-text";
import type { AnswerOf, Column } from "~/domain/protocol/fields";
import { extraValuesOf, levelsOf } from "~/domain/protocol/scales";
import type { FieldBase } from "./field";
import type { Option, OptionGroup } from "./options";
import type { ProtocolFieldSetting, Typed } from "./protocol-field-setting";
import type { TableColumn } from "./table-field";
import { TableField } from "./table-field";

interface ProtocolTableProps {
  answer: AnswerOf<"table">;
  base: FieldBase;
  value: unknown;
  setting: ProtocolFieldSetting;
  typed: Typed | undefined;
}

/** One field in a row: the end of its entry name after the row, its column on the screen, and its stored value as text. */
interface Piece {
  end: string;
  column: TableColumn;
  read: (cell: unknown) => string | undefined;
}

/** How many fields a cell gets that holds several texts or references; what is stored beyond that is shown too. */
const several = 3;

/** A table of the protocol: fixed rows, or rows that are added. A cell that holds several things has a column for each. */
export function ProtocolTable({ answer, base, value, setting, typed }: ProtocolTableProps) {
  const t = useTranslations("protocolField");
  const rows = (value as RowValue[] | undefined) ?? [];
  const pieces = answer.columns.flatMap((column) =>
    piecesOf(column, setting, { amount: t("amount"), currency: t("currency"), explanation: t("explanation"), ticked: t("ticked") }),
  );
  const fixed = answer.rows?.map(({ key, label }) => ({ key, label: textIn(label, setting.language, setting.fallbackOrder) }));
  const byRow = fixed ? fixed.map(({ key }) => rows.find((row) => row.row === key)) : rows;
  const entry = (row: string, key: string) =>
    pieceEntry(base.name, row) + "." + (pieces.find(({ column }) => column.key === key)?.end ?? key);
  const stored = byRow.map((row) =>
    Object.fromEntries(pieces.map(({ column, read }) => [column.key, read(row?.cells[columnOf(column.key)])])),
  );
  const values = typed
    ? typedRows(
        fixed?.map(({ key }) => key),
        pieces,
        entry,
        typed,
      )
    : stored;
  return <TableField {...base} columns={pieces.map(({ column }) => column)} rows={fixed} values={values} cellName={entry} />;
}

/** The column of the protocol that a column on the screen belongs to. */
function columnOf(key: string): string {
  return key.split("#")[0] ?? key;
}

function typedRows(
  fixed: readonly string[] | undefined,
  pieces: readonly Piece[],
  entry: (row: string, key: string) => string,
  typed: Typed,
) {
  const rowAt = (row: string) => Object.fromEntries(pieces.map(({ column }) => [column.key, typed.value(entry(row, column.key))]));
  if (fixed) return fixed.map(rowAt);
  const rows = Array.from({ length: 200 }, (_, place) => rowAt(String(place)));
  const last = rows.findLastIndex((row) => Object.values(row).some((text) => text !== undefined && text !== ""));
  return rows.slice(0, last + 1);
}

type Words = Record<"amount" | "currency" | "explanation" | "ticked", string>;

// Each case casts the cell to what answerSchema accepts for that kind of answer.
function piecesOf(column: Column, setting: ProtocolFieldSetting, words: Words): Piece[] {
  const { answer, key } = column;
  const label = textIn(column.label, setting.language, setting.fallbackOrder);
  const one = (type: TableColumn["type"], more: Partial<TableColumn> = {}): Piece => ({
    end: key,
    column: { key, label, type, ...more },
    read: (cell) => (cell === undefined ? undefined : String(cell)),
  });
  const choice = (options: readonly Option[]) => one("choice", { options });
  switch (answer.kind) {
    case "short-text":
    case "long-text":
      return texts(key, label, setting, answer.kind === "long-text" ? "long" : "text", (cell) => cell as LocalText | undefined);
    case "number":
      return [one("number", { unit: textIn(answer.unit, setting.language, setting.fallbackOrder) || undefined })];
    case "money":
      return [
        {
          end: `${key}.amount`,
          column: { key: `${key}#amount`, label: `${label}, ${words.amount}`, type: "number" },
          read: (cell) => numberText((cell as MoneyValue | undefined)?.amount),
        },
        {
          end: `${key}.currency`,
          column: {
            key: `${key}#currency`,
            label: `${label}, ${words.currency}`,
            type: "choice",
            options: answer.currencies.map((code) => ({ value: code, label: code })),
          },
          read: (cell) => (cell as MoneyValue | undefined)?.currency,
        },
      ];
    case "date":
      return [{ ...one("date"), read: (cell) => (typeof cell === "string" ? cell.split("-").reverse().join("-") : undefined) }];
    case "yes-no-unknown": {
      const asked = { ...one("yes-no-unknown"), read: (cell: unknown) => (cell as YesNoValue | undefined)?.value };
      const explained =
        answer.explanation === undefined || answer.explanation === "none"
          ? []
          : texts(
              `${key}.explanation`,
              `${label}, ${words.explanation}`,
              setting,
              "text",
              (cell) => (cell as YesNoValue | undefined)?.explanation,
              key,
            );
      return [asked, ...explained];
    }
    case "single-choice":
      return [
        choice(answer.choices.map((each) => ({ value: each.key, label: textIn(each.label, setting.language, setting.fallbackOrder) }))),
      ];
    case "multiple-choice":
      return answer.choices.map((each) => ({
        end: key,
        column: {
          key: `${key}#${each.key}`,
          label: `${label}: ${textIn(each.label, setting.language, setting.fallbackOrder)}`,
          type: "choice",
          options: [{ value: each.key, label: words.ticked }],
        },
        read: (cell) => ((cell as string[] | undefined)?.includes(each.key) ? each.key : undefined),
      }));
    case "scale":
      return [scaleColumn(answer, setting, one)];
    case "text-list":
      return Array.from({ length: Math.min(answer.atMost ?? several, several) }, (_, place) =>
        texts(`${key}.${place}`, `${label} ${place + 1}`, setting, "text", (cell) => (cell as LocalText[] | undefined)?.[place], key),
      ).flat();
    case "reference":
      return Array.from({ length: answer.several ? several : 1 }, (_, place) => ({
        end: key,
        column: {
          key: `${key}#${place}`,
          label: answer.several ? `${label} ${place + 1}` : label,
          type: "choice" as const,
          options: flat(setting.references[answer.to] ?? []),
        },
        read: (cell: unknown) => (cell as string[] | undefined)?.[place],
      }));
  }
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
