import { useTranslations } from "use-intl";
import { interestKinds } from "~/domain/attribution";
import { textIn } from "~/domain/local-text";
import type { Overtaken } from "~/domain/overtaken";
import { useLanguage } from "~/ui/intl";
import { type OvertakenField, OvertakenScreen } from "~/ui/overtaken-screen";
import type { IntervieweePage } from "./find-interviewee.server";

/** Somebody else changed the particulars of an interviewee, or her name and contact, meanwhile. */
export function IntervieweeOvertaken({ overtaken, page }: { overtaken: Overtaken; page: IntervieweePage }) {
  const t = useTranslations("interviewees.fields");
  const particulars = useParticulars(page);
  const identity = [
    { name: "name", label: t("name") },
    { name: "contact", label: t("contact") },
  ];
  const isIdentity = overtaken.mine["intent"]?.[0] === "identity";
  return <OvertakenScreen what={page.interviewee.code} overtaken={overtaken} fields={isIdentity ? identity : particulars} />;
}

function useParticulars({ kinds, actors, languages }: IntervieweePage): OvertakenField[] {
  const t = useTranslations("interviewees");
  const language = useLanguage();
  const local = (name: "organisation" | "role") =>
    languages.map((code) => ({
      name: `${name}@${code}`,
      label: t(`fields.${name}`, { language: languages.length > 1 ? code : "one" }),
      lang: code,
    }));
  const actor = [
    { value: "", label: t("fields.noActor") },
    ...actors.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  ];
  return [
    {
      name: "kind",
      label: t("fields.kind"),
      kind: "choice",
      options: kinds.map(({ id, title }) => ({ value: id, label: textIn(title, language, languages) })),
    },
    ...local("organisation"),
    ...local("role"),
    { name: "actorId", label: t("fields.actor"), kind: "choice", options: actor },
    {
      name: "interest",
      label: t("fields.interest"),
      kind: "list",
      options: interestKinds.map((kind) => ({ value: kind, label: t(`interests.${kind}`) })),
    },
    { name: "interestActorId", label: t("fields.interestActor"), kind: "choice", options: actor },
    { name: "interestWords", label: t("fields.interestWords"), kind: "lines" },
  ];
}
