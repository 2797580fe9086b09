import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { EmptyState } from "~/ui/empty-state";
import { Sheet } from "~/ui/sheet";
import { QuestionNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { useCheckWords } from "~/ui/use-check-words";
import type { QuestionShown } from "./load-question.server";

/** Beside a question: what the protocol still misses, what is asked in detail, and the sections that answer it. */
export function QuestionAside({ question, base }: { question: QuestionShown; base: string }) {
  return (
    <>
      <CoverageSheet coverage={question.coverage} />
      <AskedSheet question={question} base={base} />
      <SectionsSheet sections={question.sections} base={base} />
    </>
  );
}

function CoverageSheet({ coverage: { verdict, shortages } }: Pick<QuestionShown, "coverage">) {
  const t = useTranslations("questions");
  const words = useCheckWords();
  return (
    <Sheet title={t("coverage")}>
      {verdict === null && <p className="soft">{t("noRule")}</p>}
      {verdict !== null && shortages.length === 0 && <p>{t("nothingMissing")}</p>}
      {shortages.length > 0 && (
        <ul className="feed">
          {shortages.map((shortage) => (
            <li key={shortage.check}>
              <p>{words(shortage)}</p>
              <p className="faint small">{t(`severities.${shortage.severity}`)}</p>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function AskedSheet({ question: { hint, parts, below }, base }: { question: QuestionShown; base: string }) {
  const t = useTranslations("questions");
  if (!hint && parts.length + below.length === 0) return null;
  return (
    <Sheet title={t("asked")}>
      {hint && <p className="soft">{hint}</p>}
      <ul className="feed">
        {parts.map(({ key, text }) => (
          <li key={key}>
            <p>{text}</p>
          </li>
        ))}
        {below.map(({ code, text }) => (
          <li key={code}>
            <p>
              <QuestionNumber code={code} href={`${base}/questions/${code}`} /> {text}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function SectionsSheet({ sections, base }: { sections: QuestionShown["sections"]; base: string }) {
  const t = useTranslations("questions");
  return (
    <Sheet title={t("sections")}>
      {sections.length === 0 && <EmptyState title={t("noSections")} />}
      <ul className="feed">
        {sections.map(({ code, number, heading, state }) => (
          <li key={code}>
            <p>
              <Link to={`${base}/sections/${code}`}>{[number, heading].filter(Boolean).join(" ")}</Link>
            </p>
            <StatusTag state={state} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
