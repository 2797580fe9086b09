import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { ToldEvent } from "~/domain/trail/told-event";
import { EventSentence } from "~/ui/event-sentence";
import { Time, useTimeText } from "~/ui/time";
import { TrailSentence } from "~/ui/trail-sentence";
import { EventFields } from "./event-fields";
import type { TrailShown } from "./load-trail.server";

/** Entries by day; what one person did to one thing in a row is one line that opens. */
export function EventDays({ days, base }: { days: TrailShown["days"]; base: string }) {
  return (
    <>
      {days.map(({ day, runs }) => (
        <section key={day} aria-label={day}>
          <h3 className="day">
            <Time at={day} as="weekday" />
          </h3>
          <ol className="evs2">
            {runs.map((run) => (
              <EventRun key={run[0].seq} run={run} base={base} />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

interface EventRunProps {
  run: readonly [ToldEvent, ...ToldEvent[]];
  base: string;
  /** What stands before the line that opens. */
  children?: ReactNode;
}

/** What one person did to one thing in a row: one line, which opens into its entries. */
export function EventRun({ run, base, children }: EventRunProps) {
  const t = useTranslations("trail.page");
  const time = useTimeText();
  const [event] = run;
  const first = run.at(-1) ?? event;
  const [from, until] = [time(first.at, "clock"), time(event.at, "clock")];
  if (run.length === 1) return <OneEvent event={event} base={base} />;
  return (
    <OneEvent event={event} base={base}>
      {children}
      <details>
        <summary>{t("times", { count: run.length, from, until, once: from === until ? "yes" : "no" })}</summary>
        <ol className="feed">
          {run.map((one) => (
            <li key={one.seq}>
              <p className="small">
                <a href={`${base}/trail/${one.seq}`}>
                  <Time at={one.at} as="seconds" />
                </a>
              </p>
              <EventFields fields={one.fields} />
            </li>
          ))}
        </ol>
      </details>
    </OneEvent>
  );
}

/** One entry: its sentence, its reason, and inside it whatever is given. */
export function OneEvent({ event, base, open, children }: { event: ToldEvent; base: string; open?: boolean; children?: ReactNode }) {
  const t = useTranslations("trail.page");
  return (
    <EventSentence
      at={event.at}
      by={event.by || t(event.byKind === "link" ? "interviewee" : "somebody")}
      protectedName={event.byKind === "link"}
      sentence={<TrailSentence event={event} base={base} />}
      reason={event.reason ?? undefined}
      entry={{ number: event.seq, href: `${base}/trail/${event.seq}` }}
      consequence={event.consequences && <Consequences of={event.consequences} base={base} />}
      open={open}
    >
      {children}
    </EventSentence>
  );
}

/** What follows from an event as things stand: the sign-off or edition that no longer counts, with its page. */
function Consequences({ of, base }: { of: NonNullable<ToldEvent["consequences"]>; base: string }) {
  const t = useTranslations("trail.page");
  return of.map((one, place) => (
    <span key={place}>
      {place > 0 && " "}
      {one.kind === "stale"
        ? t.rich(one.directly ? "staleText" : "staleGround", {
            section: one.section,
            by: one.by.join(", "),
            link: (words) => <Link to={`${base}/sections/${one.section}/review`}>{words}</Link>,
          })
        : t.rich("superseded", { edition: one.edition, link: (words) => <Link to={`${base}/editions/${one.edition}`}>{words}</Link> })}
    </span>
  ));
}
