import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { StatementShown } from "~/domain/document/model";
import { GroundMark } from "~/ui/ground-line";
import { StatementNumber } from "~/ui/statement-number";
import { Flag, useOther } from "./flag";
import { InlineView } from "./inline-view";
import { useReading } from "./reading-context";

/** The id of the drawer of a statement: it is part of addresses that people have kept. */
export function drawerId(anchor: string): string {
  return `gronden-${anchor}`;
}

/** A statement with its number, text and ground line, which opens the drawer of its grounds. */
export function StatementView({ statement }: { statement: StatementShown }) {
  const t = useTranslations("reading");
  const { besideStatement } = useReading();
  const href = `#${drawerId(statement.anchor)}`;
  return (
    <div className="rs" id={statement.repeats ? undefined : statement.anchor}>
      <StatementNumber code={statement.code} href={href} />
      <StatementText statement={statement} />
      <Link className="gcount" to={href} preventScrollReset>
        <GroundMark segments={statement.grounds.map(({ relation }) => relation)} decorative />
        <span>
          {t("grounds", { count: statement.grounds.length })}
          <span className="vh"> {statement.code}</span>
        </span>
      </Link>
      <StatementNotes statement={statement} />
      {!statement.repeats && besideStatement && <p className="beside">{besideStatement(statement.code)}</p>}
    </div>
  );
}

function StatementText({ statement }: { statement: StatementShown }) {
  return (
    <>
      {statement.question && !statement.repeats && (
        <p className="small soft">
          <InlineView line={statement.question} />
        </p>
      )}
      <div lang={useOther(statement.language)}>
        {statement.paragraphs.map((line, at) => (
          <p key={at}>
            <InlineView line={line} />
          </p>
        ))}
      </div>
      <Flag flag={statement.flag} />
    </>
  );
}

function StatementNotes({ statement }: { statement: StatementShown }) {
  const t = useTranslations("reading");
  const { placeHref } = useReading();
  if (statement.repeats) {
    return (
      <p className="small soft">
        <Link to={placeHref(statement.anchor)}>{t("repeated", { section: statement.repeats.label })}</Link>
      </p>
    );
  }
  const short = [
    statement.addressedTo && `${t("addressedTo")}: ${statement.addressedTo}`,
    statement.confidence && `${t("confidence")}: ${statement.confidence}`,
    statement.limitations.length > 0 &&
      `${t("limitations")}: ${statement.limitations.map((number) => t("limitation", { number })).join(", ")}`,
  ].filter(Boolean);
  return (
    <>
      {short.length > 0 && <p className="small soft">{short.join(" · ")}</p>}
      {statement.contradictionAnswer && (
        <p className="small soft">
          <b>{t("contradiction")}:</b> <InlineView line={statement.contradictionAnswer} />
        </p>
      )}
    </>
  );
}
