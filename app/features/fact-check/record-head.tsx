import { useTranslations } from "use-intl";
import { labelOfInterviewee } from "~/domain/attribution";
import { textIn } from "~/domain/local-text";
import { Icon, type IconName } from "~/ui/icon";
import { useLanguage } from "~/ui/intl";
import { PageHead } from "~/ui/page-head";
import { useScripted } from "~/ui/use-scripted";
import { useTimeText } from "~/ui/time";
import type { RecordPage } from "./record-page";

/** What the page is about: with whom she spoke, what will be told of her, until when, and who to write to. */
export function RecordHead({ page }: { page: RecordPage }) {
  const t = useTranslations("recordCheck");
  const time = useTimeText();
  const language = useLanguage();
  const scripted = useScripted();
  const { record, study, until, contact } = page;
  const people = new Intl.ListFormat(language).format(record.interviewers);
  const day = record.heldOn === null ? "" : time(record.heldOn, "long");
  const label = record.shownAs ? labelOfInterviewee(record.shownAs, language, "", record.languages) : "";
  const words = {
    b: (inner: React.ReactNode) => <b>{inner}</b>,
    link: (inner: React.ReactNode) => <a href={`mailto:${contact.email}`}>{inner}</a>,
  };
  return (
    <>
      <PageHead title={t("title")} lede={t("lede", { when: day === "" ? "other" : "known", day, people })} />
      <ul className="facts">
        <Fact icon="statement">{t("study", { title: textIn(study, language, record.languages) })}</Fact>
        <Fact icon="lock">
          {label === "" ? t.rich("shownNothing", words) : t.rich("shown", { ...words, label })}{" "}
          {t(record.mayQuote ? "mayQuote" : "mayNotQuote")} {t.rich("changeConsent", { ...words, name: contact.name })}
        </Fact>
        <Fact icon="clock">{t.rich("until", { ...words, day: time(until, "long") })}</Fact>
        <Fact icon="mail">{t.rich("questions", { ...words, ...contact })}</Fact>
        <Fact icon="check">{t(scripted ? "saving" : "savingNoScript")}</Fact>
      </ul>
    </>
  );
}

function Fact({ icon, children }: { icon: IconName; children: React.ReactNode }) {
  return (
    <li>
      <Icon name={icon} />
      <span>{children}</span>
    </li>
  );
}
