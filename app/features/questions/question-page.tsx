import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { QuestionNumber, StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import type { QuestionShown } from "./load-question.server";
import { QuestionAside } from "./question-aside";
import { QuestionEvidence } from "./question-evidence";
import { TagByHand } from "./tag-by-hand";

export interface QuestionPageProps {
  question: QuestionShown;
  base: string;
  kind: string;
  find: string;
  mayTag: boolean;
}

/** A research question: what is asked, what its answer stands on, and what is still missing. */
export function QuestionPage({ question, base, kind, find, mayTag }: QuestionPageProps) {
  const t = useTranslations("questions");
  const { code, text, hasForm, isHeading, answers, findings, conclusions } = question;
  const write = question.sections[0] && (
    <ButtonLink to={`${base}/sections/${question.sections[0].code}`} variant={mayTag && answers.length === 0 ? "primary" : "plain"}>
      {t(answers.length === 0 ? "writeAnswer" : "openSection")}
    </ButtonLink>
  );
  const form = hasForm && <ButtonLink to={`${base}/questions/${code}/answer`}>{t("openForm")}</ButtonLink>;
  const acts = (
    <>
      {form}
      {write}
    </>
  );
  return (
    <>
      <PageHead
        title={text}
        crumbs={[{ label: t("overview"), href: base }, { label: t("number", { code }) }]}
        meta={<QuestionMeta question={question} />}
        acts={acts}
      />
      <MainAside label={t("beside")} aside={<QuestionAside question={question} base={base} />}>
        <StatementSheet
          title={t("answer")}
          statements={answers}
          base={base}
          empty={question.answeredOn ? t("answeredOn", { code: question.answeredOn }) : t("noAnswer")}
        />
        {!isHeading && <QuestionEvidence question={question} base={base} kind={kind} mayTag={mayTag} />}
        {mayTag && !isHeading && <TagByHand question={question} find={find} kind={kind} />}
        {findings.length > 0 && <StatementSheet id="findings" title={t("findings")} statements={findings} base={base} empty="" />}
        {conclusions.length > 0 && (
          <StatementSheet id="conclusions" title={t("conclusions")} statements={conclusions} base={base} empty="" />
        )}
      </MainAside>
    </>
  );
}

function QuestionMeta({ question: { code, coverage } }: { question: QuestionShown }) {
  const t = useTranslations("questions");
  return (
    <>
      <QuestionNumber code={code} />
      {coverage.verdict && <StatusTag state={coverage.verdict} />}
      <span>{t("standsOn", { kinds: coverage.kinds, origins: coverage.origins })}</span>
    </>
  );
}

function StatementSheet({
  id,
  title,
  statements,
  base,
  empty,
}: {
  id?: string;
  title: string;
  statements: QuestionShown["answers"];
  base: string;
  empty: string;
}) {
  const t = useTranslations("questions");
  return (
    <Sheet id={id} title={title} aside={statements.length > 0 ? statements.length : undefined}>
      {statements.length === 0 ? (
        <p className="soft">{empty}</p>
      ) : (
        <ul className="feed">
          {statements.map(({ code, text, unsupported, confidence, asked }) => (
            <li key={code}>
              <p className="row wrap">
                <StatementNumber code={code} href={`${base}/statements/${code}`} />
                {unsupported && <StatusTag state="no-ground" />}
                {confidence && <span className="small soft">{t("confidence", { level: confidence })}</span>}
                {asked !== null && <span className="small soft">{t("askedEarlier", { code: asked })}</span>}
              </p>
              <p className="quote" lang={text?.language}>
                {text?.words}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}
