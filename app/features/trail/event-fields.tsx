import { useTranslations } from "use-intl";
import type { ToldField } from "~/domain/trail/told-event";
import { Difference, ValueChange } from "~/ui/difference";

const wordy = 60;

/** What an entry changed, field by field, before and after. */
export function EventFields({ fields }: { fields: readonly ToldField[] }) {
  const t = useTranslations("trail.page");
  if (fields.length === 0) return null;
  return (
    <dl>
      {fields.map((field) => (
        <div key={field.name}>
          <dt>{fieldName(field.name, t)}</dt>
          <dd>
            <FieldChange field={field} />
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
