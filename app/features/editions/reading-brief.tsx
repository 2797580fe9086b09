import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Inline, StatementShown } from "~/domain/document/model";
import type { ReadingBrief as Brief } from "~/domain/document/reading-brief";
import { EmptyState } from "~/ui/empty-state";
import { GroundMark } from "~/ui/ground-line";
import { StatementNumber } from "~/ui/statement-number";
import { Flag, useOther } from "./flag";
import { InlineView } from "./inline-view";
import { PrintFoot } from "./print-foot";
import type { ReadingEdition } from "./reading-contents";
import { ReadingProvider } from "./reading-context";
import { drawerId } from "./statement-view";

export interface ReadingBriefProps {
  edition: ReadingEdition;
  /** Language of the document that is read. */
  language: string;
  title: string;
  notices: readonly string[];
  brief: Brief;
  pageOfPlace: Readonly<Record<string, string>>;
}

/** An edition on one page, for who has no time: its main questions with their answers, its conclusions, its recommendations. */
export function ReadingBrief({ edition, language, title, notices, brief, pageOfPlace }: ReadingBriefProps) {
  const t = useTranslations("reading");
  const hrefOf = (place: string, at: string) => `${edition.path}/read/${pageOfPlace[place] ?? ""}${edition.query}#${at}`;
  const reading = { language, placeHref: (place: string) => hrefOf(place, place), noteNumber: () => 0, besideStatement: undefined };
  const parts = [
    { title: t("briefAnswer", { count: brief.answers.length }), statements: brief.answers },
    { title: t("briefConclusions", { count: brief.conclusions.length }), statements: brief.conclusions },
    { title: t("briefRecommendations", { count: brief.recommendations.length }), statements: brief.recommendations },
  ].filter(({ statements }) => statements.length > 0);
  return (
    <ReadingProvider value={reading}>
      <article className="brief doc">
        <p className="kick" lang={language}>
          {title}
        </p>
        <h1>{t("brief")}</h1>
        <p className="stamp small" lang={language}>
          {notices.join(" · ")}
        </p>
        <p className="soft small no-print">
          {t("briefLede")} <Link to={`${edition.path}/read${edition.query}`}>{t("backToText")}</Link>
        </p>
        {parts.length === 0 && <EmptyState title={t("briefEmpty")} />}
        {parts.map((part) => (
          <section key={part.title} aria-label={part.title}>
            <h2>{part.title}</h2>
            {part.statements.map((statement) => (
              <BriefStatement key={statement.anchor} statement={statement} hrefOf={(at) => hrefOf(statement.anchor, at)} />
            ))}
          </section>
        ))}
        <PrintFoot edition={edition} />
      </article>
    </ReadingProvider>
  );
}

function BriefStatement({ statement, hrefOf }: { statement: StatementShown; hrefOf: (at: string) => string }) {
  const t = useTranslations("reading");
  const { anchor, code, question, paragraphs, grounds, addressedTo } = statement;
  return (
    <div className="rs" id={anchor}>
      <StatementNumber code={code} href={hrefOf(anchor)} />
      {question && (
        <p className="small soft">
          <InlineView line={question} />
        </p>
      )}
      <div lang={useOther(statement.language)}>
        {paragraphs.map((line, at) => (
          <p key={at}>
            <InlineView line={withoutNotes(line)} />
          </p>
        ))}
      </div>
      <Flag flag={statement.flag} />
      <Link className="gcount" to={hrefOf(drawerId(anchor))}>
        <GroundMark segments={grounds.map(({ relation }) => relation)} decorative />
        <span>
          {t("grounds", { count: grounds.length })}
          <span className="vh"> {code}</span>
        </span>
      </Link>
      {addressedTo && <p className="small soft">{t("briefTo", { addressee: addressedTo })}</p>}
    </div>
  );
}

/** A line without its notes and grounds, which are read in the text. */
function withoutNotes(line: readonly Inline[]): Inline[] {
  return line.filter(({ kind }) => kind !== "footnote" && kind !== "ground");
}
