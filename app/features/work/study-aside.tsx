import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Meter } from "~/ui/meter";
import { Sheet } from "~/ui/sheet";
import { Time, useTimeText } from "~/ui/time";
import { TrailSentence } from "~/ui/trail-sentence";
import type { WorkShown } from "./load-work.server";

type Study = WorkShown["studies"][number];

/** Beside the work in a study: its next edition, what others have to do, and what changed since the last visit. */
export function StudyAside({ study, several }: { study: Study; several: boolean }) {
  const t = useTranslations("work");
  const time = useTimeText();
  const { base, title, edition, endsOn, meters } = study;
  return (
    <>
      <Sheet
        title={<NamedForStudy words={t("edition", { number: edition })} study={title} />}
        aside={<Link to={`${base}/editions`}>{t("open")}</Link>}
      >
        {several && <p className="strong small">{title}</p>}
        {endsOn && <p className="soft small">{t("endsOn", { on: time(endsOn, "long") })}</p>}
        <Meter measures={meters.map(({ key, done, total }) => ({ label: t(`measures.${key}`), done, total }))} />
      </Sheet>
      <Waiting study={study} />
      <Changed study={study} />
    </>
  );
}

/** A heading that is heard with the name of its study: on one page several studies have the same. */
function NamedForStudy({ words, study }: { words: string; study: string }) {
  return (
    <>
      {words}
      <span className="vh"> {study}</span>
    </>
  );
}

/** So many sections that are with others are named; the rest is a link. */
const shown = 6;

function Waiting({ study: { base, title: study, waiting } }: { study: Study }) {
  const t = useTranslations("work");
  const time = useTimeText();
  if (waiting.sections.length + waiting.rounds.length === 0) return null;
  return (
    <Sheet title={<NamedForStudy words={t("waiting")} study={study} />}>
      <ul className="feed">
        {waiting.sections.slice(0, shown).map(({ code, title, people, since }) => (
          <li key={code}>
            <p>
              <Link to={`${base}/sections/${code}`}>{title}</Link> {t("isWith", { people: people.join(", ") })}
            </p>
            {since && <p className="faint small">{t("since", { on: time(since, "long") })}</p>}
          </li>
        ))}
        {waiting.sections.length > shown && (
          <li>
            <p>
              <Link to={`${base}/sections`}>{t("moreWaiting", { count: waiting.sections.length - shown })}</Link>
            </p>
          </li>
        )}
        {waiting.rounds.map(({ number, title, sent, of }) => (
          <li key={number}>
            <p>{title}</p>
            <p className="faint small">{t("haveSent", { sent, of })}</p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Changed({ study: { base, title, changed, since } }: { study: Study }) {
  const t = useTranslations("work");
  const time = useTimeText();
  if (changed.length === 0) return null;
  return (
    <Sheet
      title={<NamedForStudy words={since ? t("changedSince", { on: time(since, "relative") }) : t("changed")} study={title} />}
      aside={<Link to={`${base}/trail`}>{t("trail")}</Link>}
    >
      <ul className="feed">
        {changed.map((event) => (
          <li key={event.seq}>
            <p>
              <TrailSentence event={event} base={base} />
            </p>
            <p className="faint small">
              <Time at={event.at} as="date-time" />
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
