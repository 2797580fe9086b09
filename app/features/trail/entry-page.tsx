import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { ToldEvent } from "~/domain/trail/told-event";
import { DefinitionList } from "~/ui/definition-list";
import { PageHead } from "~/ui/page-head";
import { Pager } from "~/ui/pager";
import { Sheet } from "~/ui/sheet";
import { Time } from "~/ui/time";
import { EventFields } from "./event-fields";
import { EventRun, OneEvent } from "./event-list";
import type { HistoryShown } from "./load-entry.server";
import { kindWord } from "./trail-aside";

interface EntryPageProps {
  event: ToldEvent;
  hash: string;
  prev: string | null;
  last: boolean;
  history: { kind: string; code: string } | null;
  base: string;
}

/** One entry of the trail: what changed, and where it stands in the chain. */
export function EntryPage({ event, hash, prev, last, history, base }: EntryPageProps) {
  const t = useTranslations("trail.page");
  const { seq, subject, label, role } = event;
  return (
    <>
      <PageHead
        title={t("entry", { number: seq })}
        crumbs={[{ label: t("title"), href: `${base}/trail` }, { label: t("entry", { number: seq }) }]}
      />
      <div className="gap">
        <Sheet title={<Time at={event.at} as="date-time" />} flush>
          <ol className="evs2">
            <OneEvent event={event} base={base} open>
              <EventFields fields={event.fields} />
            </OneEvent>
          </ol>
        </Sheet>
        <Sheet title={t("inChain")}>
          <DefinitionList
            wide
            facts={[
              { term: t("kind"), value: kindWord(subject.type, t) },
              { term: t("thing"), value: label && <bdi>{label}</bdi> },
              { term: t("version"), value: <span className="num">{subject.version}</span> },
              { term: t("role"), value: role && t.has(`roles.${role as "lead"}`) ? t(`roles.${role as "lead"}`) : role },
              { term: t("at"), value: <Time at={event.at} as="seconds" /> },
              { term: t("fingerprint"), value: <span className="mono wrap">{hash}</span> },
              { term: t("after"), value: prev && <span className="mono">{prev}</span> },
            ]}
          />
          <p className="row wrap small">
            {seq > 1 && <Link to={`${base}/trail/${seq - 1}`}>{t("entry", { number: seq - 1 })}</Link>}
            {!last && <Link to={`${base}/trail/${seq + 1}`}>{t("entry", { number: seq + 1 })}</Link>}
            {history && (
              <Link to={`${base}/trail/items/${history.kind}/${encodeURIComponent(history.code)}`}>
                {t("history", { code: history.code })}
              </Link>
            )}
          </p>
        </Sheet>
      </div>
    </>
  );
}

/** The history of one thing. */
export function HistoryPage({ history, base }: { history: HistoryShown; base: string }) {
  const t = useTranslations("trail.page");
  const { kind, code, runs, older } = history;
  const path = `${base}/trail/items/${kind}/${encodeURIComponent(code)}`;
  return (
    <>
      <PageHead
        title={t("history", { code })}
        crumbs={[{ label: t("title"), href: `${base}/trail` }, { label: code }]}
        lede={kindWord(kind, t)}
      />
      <Sheet title={t("entries")} footer={older !== null && <Pager older={`${path}?before=${older}`} />} flush>
        <ol className="evs2">
          {runs.map((run) => (
            <HistoryRun key={run[0].seq} run={run} base={base} />
          ))}
        </ol>
      </Sheet>
    </>
  );
}

/** An entry of one thing with what it changed; what was saved in a row is one line with the version that it came to. */
function HistoryRun({ run, base }: { run: HistoryShown["runs"][number]; base: string }) {
  const t = useTranslations("trail.page");
  const [event] = run;
  const when = (
    <p className="small soft">
      <Time at={event.at} as="date-time" />, {t("versionOf", { number: event.subject.version })}
    </p>
  );
  if (run.length > 1)
    return (
      <EventRun run={run} base={base}>
        {when}
      </EventRun>
    );
  return (
    <OneEvent event={event} base={base}>
      {when}
      <EventFields fields={event.fields} />
    </OneEvent>
  );
}
