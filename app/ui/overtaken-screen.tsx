import { useTranslations } from "use-intl";
import { type Merged, type MergedField, mergeOvertaken, type Overtaken } from "~/domain/overtaken";
import { type ConflictField, ConflictScreen } from "./conflict-screen";
import { DateField } from "./date-field";
import { DefinitionList } from "./definition-list";
import { SelectField } from "./select-field";
import { TextArea } from "./text-area";
import { TextField } from "./text-field";
import { useTimeText } from "./time";

/** A field of a form that may be overtaken: its label, and how its value is read and typed. */
export interface OvertakenField {
  name: string;
  label: string;
  kind?: "line" | "lines" | "date" | "choice" | "list" | "tick";
  /** The words of the values of a choice or a list. */
  options?: readonly { value: string; label: string }[];
  lang?: string | undefined;
}

export interface OvertakenScreenProps {
  /** What was changed: "F15", "Interview 5". */
  what: string;
  overtaken: Overtaken;
  /** The fields that can be chosen or merged; all else goes along as it was typed. */
  fields: readonly OvertakenField[];
  /** Where theirs is left as it is: the page itself, unless it is said. */
  leaveHref?: string | undefined;
}

/**
 * The screen of every form that somebody else's save has overtaken: what merges by itself is named, what both changed is chosen,
 * theirs, mine or a third, and nothing that was typed is lost.
 */
export function OvertakenScreen({ what, overtaken, fields, leaveHref = "." }: OvertakenScreenProps) {
  const shown = useShown(fields);
  const merged = mergeOvertaken(
    overtaken,
    fields.map(({ name, kind }) => ({ name, list: kind === "list" || kind === "tick" })),
  );
  const { mine, theirs, version, at, by, baseVersion, me } = overtaken;
  const named = new Set(fields.map(({ name }) => name));
  const carried = Object.entries(mine).filter(([name]) => !named.has(name) && name !== "version");
  const settled = merged.flatMap((field) => (field.choose || (field.from === "same" && !sent(field, mine, theirs)) ? [] : [field]));
  return (
    <ConflictScreen
      what={what}
      theirs={{ version, at: new Date(at), by }}
      base={{ version: baseVersion }}
      me={me}
      fields={merged.flatMap((field) => (field.choose ? [choiceOf(field, fields, shown)] : []))}
      hidden={Object.fromEntries([...carried, ...settled.map(({ name, values }) => [name, values] as const)])}
      merged={merged.some(isMerged) && <MergedFields merged={merged.filter(isMerged)} fields={fields} shown={shown} />}
      leaveHref={leaveHref}
    />
  );
}

/** A field that neither side has is not sent: the form may not have had it. */
function sent({ name }: { name: string }, mine: Overtaken["mine"], theirs: Overtaken["theirs"]): boolean {
  return (mine[name] ?? theirs[name]) !== undefined;
}

type Shown = (name: string, value: string) => string;

/** Values as they are read: the words of a choice, a date in full. */
function useShown(fields: readonly OvertakenField[]): Shown {
  const time = useTimeText();
  const t = useTranslations("ui.conflict");
  return (name, value) => {
    const field = fields.find((each) => each.name === name);
    if (field?.kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(value)) return time(value, "long");
    if (field?.kind === "tick") return t("ticked");
    return field?.options?.find((option) => option.value === value)?.label ?? (field?.kind === "list" && field.options ? "" : value);
  };
}

function choiceOf(
  { name, base, theirs, mine }: Extract<MergedField, { choose: true }>,
  fields: readonly OvertakenField[],
  shown: Shown,
): ConflictField {
  const field = fields.find((each) => each.name === name) ?? { name, label: name };
  const read = (value: string) => ({ value, shown: shown(name, value) });
  return {
    name,
    label: field.label,
    theirs: read(theirs),
    mine: read(mine),
    ...(base !== undefined && { base: read(base) }),
    control: <ThirdField field={field} value={mine} />,
  };
}

function ThirdField({ field, value }: { field: OvertakenField; value: string }) {
  const t = useTranslations("ui.conflict");
  const { name, kind, options = [], lang } = field;
  const common = { name, id: `third-${name}`, label: `${field.label}: ${t("thirdText")}`, value, lang };
  if (kind === "choice")
    return <SelectField {...common} options={options} empty={options.some((one) => one.value === "") ? undefined : ""} />;
  if (kind === "date") return <DateField {...common} />;
  return kind === "lines" ? <TextArea {...common} rows={6} /> : <TextField {...common} />;
}

type TakenField = Extract<MergedField, { choose: false }> & { from: Exclude<Merged, "same"> };

/** Merged by itself, and not because both wrote the same. */
function isMerged(field: MergedField): field is TakenField {
  return !field.choose && field.from !== "same";
}

interface MergedFieldsProps {
  merged: readonly TakenField[];
  fields: readonly OvertakenField[];
  shown: Shown;
}

function MergedFields({ merged, fields, shown }: MergedFieldsProps) {
  const t = useTranslations("ui.conflict");
  return (
    <DefinitionList
      facts={merged.map((field) => {
        const words = field.values.map((value) => shown(field.name, value)).filter(Boolean);
        return {
          term: fields.find(({ name }) => name === field.name)?.label,
          value: (
            <>
              {words.join(", ") || t("empty")} <span className="faint small">{t(`from.${field.from}`)}</span>
            </>
          ),
        };
      })}
    />
  );
}
