import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { channels } from "~/domain/sources/channels";
import { unknownLanguage } from "~/domain/sources/csl-languages";
import { excerptForms, readingStates, sourceTypes, titleKinds } from "~/domain/sources/source";
import { type OvertakenField, OvertakenScreen } from "~/ui/overtaken-screen";
import type { ShownExcerpt, ShownSource } from "./queries.server";
import { bibliographicFields } from "~/domain/sources/bibliography";
import { languageOptions } from "./source-fields";

interface SourceOvertakenProps {
  overtaken: Overtaken;
  source: ShownSource;
  excerpts: readonly ShownExcerpt[];
  languages: readonly string[];
}

/** Somebody else changed the source, one of its passages or a translation meanwhile. */
export function SourceOvertaken({ overtaken, source, excerpts, languages }: SourceOvertakenProps) {
  const t = useTranslations("sources");
  const { mine } = overtaken;
  const excerpt = excerpts.find(({ id }) => id === mine["id"]?.[0]);
  const language: OvertakenField = {
    name: "language",
    label: t("language"),
    kind: "choice",
    options: languageOptions([...languages, ...(mine["language"] ?? [])], unknownLanguage, t),
  };
  const text: OvertakenField = { name: "text", label: t("passage"), kind: "lines", lang: mine["language"]?.[0] };
  const forms = excerptForms.map((form) => ({ value: form, label: t(`forms.${form}`) }));
  const ofPassage: OvertakenField[] = [
    { name: "form", label: t("form"), kind: "choice", options: forms },
    text,
    { name: "place", label: t("place") },
    language,
  ];
  const ofExcerpt = mine["intent"]?.[0] === "translate-excerpt" ? [text] : ofPassage;
  return (
    <OvertakenScreen
      what={excerpt?.code ?? source.code}
      overtaken={overtaken}
      fields={excerpt ? ofExcerpt : [...sourceFields(t), language]}
    />
  );
}

function sourceFields(t: ReturnType<typeof useTranslations<"sources">>): OvertakenField[] {
  return [
    { name: "type", label: t("type"), kind: "choice", options: sourceTypes.map((type) => ({ value: type, label: t(`types.${type}`) })) },
    { name: "title", label: t("title") },
    {
      name: "titleKind",
      label: t("titleKind"),
      kind: "choice",
      options: titleKinds.map((kind) => ({ value: kind, label: t(`titleKinds.${kind}`) })),
    },
    { name: "authors", label: t("authors"), kind: "lines" },
    { name: "issued", label: t("issued") },
    ...bibliographicFields.map((field) => ({ name: field, label: t(`fields.${field}`) })),
    { name: "origin", label: t("origin") },
    {
      name: "reading",
      label: t("reading"),
      kind: "choice",
      options: readingStates.map((state) => ({ value: state, label: t(`readingStates.${state}`) })),
    },
    { name: "appraisal", label: t("appraisal"), kind: "lines" },
    {
      name: "channel",
      label: t("channel"),
      kind: "choice",
      options: [
        { value: "", label: t("channelUnknown") },
        ...channels.map((channel) => ({ value: channel, label: t(`channels.${channel}`) })),
      ],
    },
    { name: "abstract", label: t("abstract"), kind: "lines" },
  ];
}
