import { useTranslations } from "use-intl";
import { stateKeyIfAny } from "~/domain/states";
import type { ToldField } from "~/domain/trail/told-event";
import { Difference, ValueChange } from "~/ui/difference";

const wordy = 60;

/** Fields whose values are words of ours and not of a person. */
const coded: ReadonlySet<string> = new Set([
  "kind",
  "form",
  "reading",
  "titleKind",
  "side",
  "language",
  "ownStatement",
  "mayQuote",
  "wantsRecord",
  "opened",
  "role",
  "purpose",
  "notesFor",
  "level",
  "attribution",
  "subjectKind",
]);

/** What an entry changed, field by field, before and after. */
export function EventFields({ fields }: { fields: readonly ToldField[] }) {
  const t = useTranslations("trail.page");
  const states = useTranslations("states");
  if (fields.length === 0) return null;
  const word = (name: string, stored: string | null) => {
    const state = stored === null || name !== "state" ? undefined : stateKeyIfAny(stored);
    const key = `values.${stored ?? ""}` as "values.true"; // only a value of our own has a word; others are shown as they are
    if (state) return states(state);
    return coded.has(name) && stored !== null && /^[\w-]+$/.test(stored) && t.has(key) ? t(key) : stored;
  };
  return (
    <dl>
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{fieldName(field.name, t)}</dt>
          <dd>
            <FieldChange field={{ ...field, before: word(field.name, field.before), after: word(field.name, field.after) }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function fieldName(name: string, t: ReturnType<typeof useTranslations<"trail.page">>): string {
  const key = `fields.${name}` as "fields.text"; // a field without a word of its own is shown by its name
  return t.has(key) ? t(key) : name;
}

function FieldChange({ field: { before, after, long } }: { field: ToldField }) {
  const t = useTranslations("trail.page");
  if (long) return <span className="soft">{t("long")}</span>;
  if (before === null) return after === null ? <span className="faint">{t("nothing")}</span> : <bdi>{after}</bdi>;
  if (Math.max(before.length, after?.length ?? 0) > wordy) {
    return (
      <span className="quote">
        <Difference before={before} after={after ?? ""} />
      </span>
    );
  }
  return <ValueChange before={before} after={after ?? t("nothing")} />;
}
