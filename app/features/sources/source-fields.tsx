import { useTranslations } from "use-intl";
import { readAppraisal } from "~/domain/screening/appraisal";
import { linesFromAuthors } from "~/domain/sources/author";
import { channels } from "~/domain/sources/channels";
import { longest } from "~/domain/sources/csl";
import { unknownLanguage } from "~/domain/sources/csl-languages";
import { readingStates, sourceTypes, titleKinds } from "~/domain/sources/source";
import type { Kept } from "~/platform/kept";
import { RadioGroup } from "~/ui/radio-group";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import type { ShownSource } from "./queries.server";
import { bibliographicFields } from "~/domain/sources/bibliography";

/** Every field of a source, filled with what was typed, else with the source as it is. */
export function SourceFields({ source, kept, languages }: { source?: ShownSource; kept: Kept; languages: readonly string[] }) {
  const t = useTranslations("sources");
  return (
    <div className="fields">
      <TitleFields source={source} kept={kept} />
      <SelectField
        name="language"
        label={t("language")}
        options={languageOptions([...languages, ...(source ? [source.language] : [])], unknownLanguage, t)}
        value={kept.value("language", source?.language ?? languages[0])}
        error={kept.error("language")}
      />
      <BibliographicFields source={source} kept={kept} />
      <DeskFields source={source} kept={kept} />
    </div>
  );
}

type PartProps = { source: ShownSource | undefined; kept: Kept };

/** What the work is, by whom and of when. */
function TitleFields({ source, kept }: PartProps) {
  const t = useTranslations("sources");
  return (
    <>
      <SelectField
        name="type"
        label={t("type")}
        options={sourceTypes.map((type) => ({ value: type, label: t(`types.${type}`) }))}
        empty={t("choose")}
        value={kept.value("type", source?.type)}
        error={kept.error("type")}
      />
      <TextField
        name="title"
        label={t("title")}
        value={kept.value("title", source?.title)}
        error={kept.error("title")}
        maxLength={longest.title}
      />
      <RadioGroup
        name="titleKind"
        label={t("titleKind")}
        layout="list"
        options={titleKinds.map((kind) => ({ value: kind, label: t(`titleKinds.${kind}`), hint: t(`titleKindHints.${kind}`) }))}
        value={kept.value("titleKind", source?.titleKind ?? "given")}
        error={kept.error("titleKind")}
      />
      <TextArea
        name="authors"
        label={t("authors")}
        hint={t("authorsHint")}
        optional
        rows={3}
        value={kept.value("authors", source && linesFromAuthors(source.authors))}
        error={kept.error("authors")}
      />
      <TextField
        name="issued"
        label={t("issued")}
        hint={t("issuedHint")}
        optional
        value={kept.value("issued", source?.issued ?? "")}
        error={kept.error("issued")}
      />
    </>
  );
}

/** What the desk research makes of it. */
function DeskFields({ source, kept }: PartProps) {
  const t = useTranslations("sources");
  return (
    <>
      <TextField
        name="origin"
        label={t("origin")}
        hint={t("originHint")}
        optional
        value={kept.value("origin", source?.origin ?? "")}
        error={kept.error("origin")}
      />
      <RadioGroup
        name="reading"
        label={t("reading")}
        options={readingStates.map((state) => ({ value: state, label: t(`readingStates.${state}`) }))}
        value={kept.value("reading", source?.reading ?? "unread")}
        error={kept.error("reading")}
      />
      <TextArea
        name="appraisal"
        label={t("appraisal")}
        hint={t("appraisalHint")}
        optional
        rows={3}
        value={kept.value("appraisal", source && readAppraisal(source.appraisal).note)}
        error={kept.error("appraisal")}
      />
      <SelectField
        name="channel"
        label={t("channel")}
        empty={t("channelUnknown")}
        optional
        options={channels.map((channel) => ({ value: channel, label: t(`channels.${channel}`) }))}
        value={kept.value("channel", source?.channel ?? "")}
        error={kept.error("channel")}
      />
      <TextArea
        name="abstract"
        label={t("abstract")}
        hint={t("abstractHint")}
        optional
        rows={4}
        value={kept.value("abstract", source?.abstract)}
        error={kept.error("abstract")}
      />
    </>
  );
}

function BibliographicFields({ source, kept }: PartProps) {
  const t = useTranslations("sources");
  return (
    <div className="two">
      {bibliographicFields.map((field) => (
        <TextField
          key={field}
          name={field}
          label={t(`fields.${field}`)}
          optional
          value={kept.value(field, source?.bibliography[field] ?? "")}
          error={kept.error(field)}
        />
      ))}
    </div>
  );
}

/** The languages of a passage: that of its source first, where it is known. */
export function passageLanguages(source: string, languages: readonly string[]): readonly string[] {
  return source === unknownLanguage ? languages : [source, ...languages.filter((language) => language !== source)];
}

/** The languages of the assessment first, then others that sources are often written in, and the one at hand. */
export function languageOptions(
  languages: readonly string[],
  current: string | undefined,
  t: ReturnType<typeof useTranslations<"sources">>,
) {
  const known = ["nl", "en", "fr", "de", "es", "pt"] as const;
  const named = [...known, unknownLanguage] as const;
  const codes = [...new Set([...languages, ...known, ...(current ? [current] : [])])];
  return codes.map((code) => ({
    value: code,
    label: (named as readonly string[]).includes(code) ? t(`languages.${code as (typeof named)[number]}`) : code,
  }));
}
