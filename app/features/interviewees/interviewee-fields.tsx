import { useTranslations } from "use-intl";
import { type Interest, interestInWords, interestKinds } from "~/domain/attribution";
import { type LocalText, textIn } from "~/domain/local-text";
import type { Kept } from "~/platform/kept";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { fieldId } from "~/ui/field";
import { useLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import type { IntervieweeOptions } from "./find-interviewee.server";

/** What is known of an interviewee already. */
export interface IntervieweeValues {
  kind?: string | undefined;
  organisation?: LocalText | null;
  role?: LocalText | null;
  actorId?: string | null;
  interest?: readonly Interest[];
}

/** Kind, organisation, role and interest of an interviewee; organisation and role in each language of the assessment. */
export function IntervieweeFields({ values, options, kept }: { values: IntervieweeValues; options: IntervieweeOptions; kept: Kept }) {
  const t = useTranslations("interviewees");
  const language = useLanguage();
  const { languages, kinds, actors } = options;
  const common = (name: string) => ({ name, id: fieldId(name), error: kept.error(name) });
  const local = (name: "organisation" | "role") =>
    languages.map((each) => (
      <TextField
        key={`${name}@${each}`}
        {...common(`${name}@${each}`)}
        label={t(`fields.${name}`, { language: languages.length > 1 ? each : "one" })}
        lang={each}
        value={kept.value(`${name}@${each}`, values[name]?.[each] ?? "")}
        optional
      />
    ));
  const actorOptions = actors.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }));
  return (
    <>
      <SelectField
        {...common("kind")}
        label={t("fields.kind")}
        empty=""
        options={kinds.map(({ id, title }) => ({ value: id, label: textIn(title, language, languages) }))}
        value={kept.value("kind", values.kind ?? "")}
      />
      {local("organisation")}
      {local("role")}
      {actors.length > 0 && (
        <SelectField
          {...common("actorId")}
          label={t("fields.actor")}
          empty={t("fields.noActor")}
          options={actorOptions}
          value={kept.value("actorId", values.actorId ?? "")}
        />
      )}
      <InterestFields interest={values.interest ?? []} options={options} kept={kept} actorOptions={actorOptions} />
    </>
  );
}

interface InterestFieldsProps {
  interest: readonly Interest[];
  options: IntervieweeOptions;
  kept: Kept;
  actorOptions: { value: string; label: string }[];
}

function InterestFields({ interest, options: { languages, actors }, kept, actorOptions }: InterestFieldsProps) {
  const t = useTranslations("interviewees");
  const language = useLanguage();
  const common = (name: string) => ({ name, id: fieldId(name), error: kept.error(name) });
  const words = interest.find(({ kind }) => kind === interestInWords)?.words;
  return (
    <>
      <CheckboxGroup
        {...common("interest")}
        label={t("fields.interest")}
        layout="list"
        options={interestKinds.map((kind) => ({ value: kind, label: t(`interests.${kind}`) }))}
        values={kept.values(
          "interest",
          interest.map(({ kind }) => kind),
        )}
        optional
      />
      {actors.length > 0 && (
        <SelectField
          {...common("interestActorId")}
          label={t("fields.interestActor")}
          empty={t("fields.noActor")}
          options={actorOptions}
          value={kept.value("interestActorId", interest.find(({ actorId }) => actorId)?.actorId ?? "")}
        />
      )}
      <TextArea
        {...common("interestWords")}
        label={t("fields.interestWords")}
        rows={2}
        value={kept.value("interestWords", textIn(words, languages[0] ?? language, languages))}
        optional
      />
    </>
  );
}

/** Name and contact, which are kept apart. */
export function IdentityFields({ name, contact, kept }: { name?: string | null; contact?: string | null; kept: Kept }) {
  const t = useTranslations("interviewees.fields");
  return (
    <>
      <TextField
        name="name"
        label={t("name")}
        hint={t("nameHint")}
        value={kept.value("name", name ?? "")}
        error={kept.error("name")}
        optional
      />
      <TextField name="contact" label={t("contact")} value={kept.value("contact", contact ?? "")} error={kept.error("contact")} optional />
    </>
  );
}
