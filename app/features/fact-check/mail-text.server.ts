import { dateFormat } from "~/domain/formats";
import type { LocalText } from "~/domain/local-text";
import { textIn } from "~/domain/local-text";
import type { Language } from "~/domain/tool-language";
import { settings } from "~/platform/environment.server";
import { translator } from "~/platform/i18n.server";

/** What a mail with a link says: nothing of the answers, and nobody's name but that of who is to be written to. */
export interface MailOfLink {
  token: string;
  language: Language;
  study: LocalText;
  languages: readonly string[];
  heldOn: string | null;
  /** The last day on which the link works, `yyyy-mm-dd`. */
  until: string;
  sender: { name: string; email: string };
}

/** The address of a link, and the mail with which it goes to the interviewee. */
export function mailOfLink({ token, language, study, languages, heldOn, until, sender }: MailOfLink) {
  const t = translator(language, "mails");
  const days = dateFormat(language === "nl" ? "nl" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "Europe/Amsterdam",
  });
  const day = (on: string) => days.format(new Date(`${on}T12:00:00Z`));
  const address = `${settings().origin}/f/${token}`;
  return {
    address,
    subject: t("factCheck.subject"),
    text: t("factCheck.text", {
      ...{ address, ...sender },
      title: textIn(study, language, languages),
      when: heldOn === null ? "other" : "known",
      day: heldOn === null ? "" : day(heldOn),
      until: day(until),
    }),
  };
}
