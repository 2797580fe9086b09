import { useTranslations } from "use-intl";
import { attributionLevels } from "~/domain/attribution";
import { workLevels } from "~/domain/levels";
import { textIn } from "~/domain/local-text";
import type { Overtaken } from "~/domain/overtaken";
import { useLanguage } from "~/ui/intl";
import { type OvertakenField, OvertakenScreen } from "~/ui/overtaken-screen";
import type { AgreementPage } from "./load-agreement.server";
import { interviewModes } from "./interview-modes";

/** Somebody else changed the particulars, the interviewers or what was agreed with a participant meanwhile. */
export function AgreementOvertaken({ overtaken, page }: { overtaken: Overtaken; page: AgreementPage }) {
  const { mine } = overtaken;
  const plan = useTranslations("interviews.plan");
  const particulars = useParticulars(page);
  const consent = useConsent();
  const participant = page.participants.find(({ id }) => id === mine["participantId"]?.[0]);
  const interviewers: OvertakenField = {
    name: "interviewerIds",
    label: plan("interviewers"),
    kind: "list",
    options: page.possible.map(({ id, name }) => ({ value: id, label: name })),
  };
  const intent = mine["intent"]?.[0];
  return (
    <OvertakenScreen
      what={participant ? `${page.interview.code} ${participant.code}` : page.interview.code}
      overtaken={overtaken}
      fields={intent === "change" ? particulars : intent === "assign" ? [interviewers] : consent}
    />
  );
}

function useParticulars({ perspectives, languages }: AgreementPage): OvertakenField[] {
  const t = useTranslations("interviews.plan");
  const agreement = useTranslations("interviews.agreement");
  const levels = useTranslations("ui.workLevels");
  const language = useLanguage();
  const local = (name: "title" | "selectionReason", kind: "line" | "lines") =>
    languages.map((code) => ({
      name: `${name}@${code}`,
      label: t(name, { language: languages.length > 1 ? code : "one" }),
      lang: code,
      kind,
    }));
  const none = { value: "", label: t("none") };
  return [
    ...local("title", "line"),
    {
      name: "perspective",
      label: t("perspective"),
      kind: "choice",
      options: [none, ...perspectives.map(({ id, title }) => ({ value: id, label: textIn(title, language, languages) }))],
    },
    ...local("selectionReason", "lines"),
    { name: "levels", label: t("levels"), kind: "list", options: workLevels.map((level) => ({ value: level, label: levels(level) })) },
    { name: "agreedWith", label: t("agreedWith") },
    { name: "agreedOn", label: t("agreedOn"), kind: "date" },
    { name: "plannedOn", label: t("plannedOn"), kind: "date" },
    {
      name: "mode",
      label: t("mode"),
      kind: "choice",
      options: [none, ...interviewModes.map((mode) => ({ value: mode, label: t(`modes.${mode}`) }))],
    },
    { name: "place", label: t("place") },
    {
      name: "language",
      label: t("language"),
      kind: "choice",
      options: languages.map((each) => ({ value: each, label: t("languageName", { language: each }) })),
    },
    { name: "heldOn", label: agreement("heldOn"), kind: "date" },
  ];
}

function useConsent(): OvertakenField[] {
  const t = useTranslations("interviews.agreement");
  const levels = useTranslations("interviewees.levels");
  return [
    {
      name: "attribution",
      label: t("level"),
      kind: "choice",
      options: attributionLevels.map((level) => ({ value: level, label: levels(level) })),
    },
    { name: "mayQuote", label: t("mayQuote"), kind: "tick" },
    { name: "consentTo", label: t("consentTo"), kind: "lines" },
    { name: "consentOn", label: t("consentOn"), kind: "date" },
    { name: "consentHow", label: t("consentHow") },
    {
      name: "notesFor",
      label: t("notesFor"),
      kind: "choice",
      options: [
        { value: "team", label: t("notesTeam") },
        { value: "interviewers", label: t("notesInterviewers") },
      ],
    },
    {
      name: "wantsRecord",
      label: t("wantsRecord"),
      kind: "choice",
      options: [
        { value: "yes", label: t("yes") },
        { value: "no", label: t("no") },
        { value: "", label: t("notKnown") },
      ],
    },
    { name: "persons", label: t("persons") },
  ];
}
