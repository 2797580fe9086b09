import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { sentenceKey } from "~/domain/trail/sentence-key";
import type { ToldEvent } from "~/domain/trail/told-event";
import { StatementNumber } from "./statement-number";

const mark = "\u0001";
const isStatement = /^([FCR]\d+|A\w+(\.\w+)?)$/;

export interface TrailSentenceProps {
  event: Pick<ToldEvent, "action" | "by" | "label" | "values" | "path" | "subject" | "thing"> & { byKind?: string };
  /** The address of the assessment. */
  base: string;
}

/** What happened as a sentence: who in bold, the thing as a link. The words that people typed are put in after the sentence was made, so nothing in them is read as markup. */
export function TrailSentence({ event, base }: TrailSentenceProps) {
  const t = useTranslations("trail");
  const known = { target: "…", level: "…", question: "…", language: "…", round: "…" };
  const given = {
    ...known,
    ...event.values,
    by: t(event.byKind === "link" ? "page.interviewee" : "page.somebody"),
    label: t("page.erased"),
  };
  // A kind is one of a few words of ours by which a sentence chooses; all else is put in afterwards.
  const places = {
    ...Object.fromEntries(Object.keys(given).map((name) => [name, `${mark}${name}${mark}`])),
    kind: event.values["kind"] ?? "other",
    leveled: event.values["level"] === undefined ? "no" : "yes",
  };
  const texts: Record<string, string> = {
    ...given,
    ...(event.by !== null && event.by !== "" && { by: event.by }),
    ...(event.label !== null && { label: event.label }),
  };
  const pieces = t(sentenceKey(event.action), places as never).split(mark); // each sentence names some of these places
  return (
    <>
      {pieces.map((piece, place) =>
        place % 2 === 0 ? piece : <Piece key={place} name={piece} text={texts[piece] ?? ""} event={event} base={base} />,
      )}
    </>
  );
}

function Piece({ name, text, event, base }: { name: string; text: string; event: TrailSentenceProps["event"]; base: string }): ReactNode {
  if (name === "by") return <b>{text}</b>;
  if (name !== "label") return <bdi className="strong">{text}</bdi>;
  const href = event.path === null ? undefined : base + event.path;
  return (
    <>
      <Subject text={text} href={href} statement={event.subject.type === "block" && isStatement.test(text)} />
      {event.thing && (
        <>
          {" "}
          <span className="soft">
            (<bdi>{event.thing}</bdi>)
          </span>
        </>
      )}
    </>
  );
}

function Subject({ text, href, statement }: { text: string; href: string | undefined; statement: boolean }) {
  if (statement) return <StatementNumber code={text} href={href} />;
  return href === undefined ? <bdi className="strong">{text}</bdi> : <Link to={href}>{text}</Link>;
}
