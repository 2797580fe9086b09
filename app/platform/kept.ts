import { useTranslations } from "use-intl";
import type { FormProblem } from "./form-problem";
import { useRoot } from "./root-data";

/** A form as it stands after a refusal or a sign-in: what was typed, and what is wrong with it. */
export interface Kept {
  /** What was typed in a field, else the fallback. */
  value(name: string, fallback?: string): string;
  /** What was chosen in a list, else the fallback. */
  values(name: string, fallback?: readonly string[]): readonly string[];
  /** The message at a field, in the language of the page. */
  error(name: string): string | undefined;
  /** Every message, with the field it belongs to and the name of that; `""` is the form itself. */
  summary: { field: string; name: string | undefined; message: string }[];
}

/** What a field is called on its page, where that is not its usual name. */
export type NamesOfFields = Readonly<Record<string, string>>;

type MessageKey = Parameters<ReturnType<typeof useTranslations<"problems">>>[0];

type FieldName = Parameters<ReturnType<typeof useTranslations<"fieldNames">>>[0];

/**
 * The state of a form: the problem that its action answered, else the form that was posted after the session had ended.
 * Where a page has several forms, `intent` says which one it is.
 */
export function useKept(problem: FormProblem | null | undefined, intent?: string, names?: NamesOfFields): Kept {
  const t = useTranslations("problems");
  const nameOf = useFieldName(names);
  const root = useRoot();
  const mine = (values: Record<string, string[]> | null | undefined) =>
    values && (intent === undefined || values["intent"]?.[0] === intent) ? values : undefined;
  const values = mine(problem?.values) ?? mine(root?.parked) ?? {};
  const shown = mine(problem?.values) ? problem : undefined;
  // A schema may name a message that the texts lack: it is then told as "invalid".
  const worded = (key: string) => (t.has(key as MessageKey) ? t(key as MessageKey) : t("invalid"));
  const first = (name: string) => shown?.fields[name]?.[0];
  return {
    value: (name, fallback = "") => values[name]?.[0] ?? fallback,
    values: (name, fallback = []) => values[name] ?? fallback,
    error: (name) => (first(name) === undefined ? undefined : worded(first(name) ?? "invalid")),
    summary: [
      ...(shown?.form ?? []).map((key) => ({ field: "", name: undefined, message: worded(key) })),
      ...Object.keys(shown?.fields ?? {}).map((field) => ({ field, name: nameOf(field), message: worded(first(field) ?? "invalid") })),
    ],
  };
}

/** The usual name of a field as its page shows it; a text that stands in several languages (`title@nl`, `title.nl`) names its own. */
export function useFieldName(names: NamesOfFields = {}): (field: string) => string | undefined {
  const t = useTranslations("fieldNames");
  return (field) => {
    const [stem = "", language] = field.split(/[@.]/u);
    const usual = t.has(stem as FieldName) ? t(stem as FieldName) : undefined;
    const name = names[field] ?? names[stem] ?? usual;
    return name !== undefined && language !== undefined && /^[a-z]{2,3}(-|$)/u.test(language)
      ? `${name} (${language.toUpperCase()})`
      : name;
  };
}
