import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { textWithLanguage, type LocalText } from "~/domain/local-text";
import { useLanguage } from "~/ui/intl";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { useTimeText } from "~/ui/time";
import type { ShownRemark } from "./queries.server";

/** A remark with its place, and the response as far as this viewer may read it. */
export function RemarkItem({ remark, mine, children }: { remark: ShownRemark; mine?: string | undefined; children?: ReactNode }) {
  return (
    <article className="cm remark" id={`remark-${remark.id}`} aria-label={remark.code}>
      <RemarkHead remark={remark} mine={mine} />
      <RemarkWords remark={remark} />
      <ResponseWords remark={remark} />
      {children}
    </article>
  );
}

function RemarkHead({ remark, mine }: { remark: ShownRemark; mine?: string | undefined }) {
  const t = useTranslations("remarks");
  const time = useTimeText();
  const name = remark.byId === mine ? t("you") : remark.by;
  return (
    <p className="row wrap small">
      <b className="num">{remark.code}</b>
      <span className="soft">{t("sentBy", { name, at: time(remark.sentAt ?? remark.at, "table") })}</span>
      {remark.isLate && <StatusTag state="late" />}
      {remark.withdrawnAt && <StatusTag state="withdrawn" />}
    </p>
  );
}

/** What a remark is about, in the words of the edition. */
export function AboutRemark({ remark }: { remark: Pick<ShownRemark, "statementCode" | "section" | "statement"> }) {
  const t = useTranslations("remarks");
  const { statementCode, section } = remark;
  if (statementCode !== null)
    return (
      <>
        <StatementNumber code={statementCode} /> <span className="small soft">{section}</span>
      </>
    );
  return <span className="small soft">{section === null ? t("wholeEdition") : section}</span>;
}

/** The place, the passage and the words of a remark. */
export function RemarkWords({ remark }: { remark: ShownRemark }) {
  const t = useTranslations("remarks");
  const { passage, text, language } = remark;
  return (
    <>
      <p>
        <AboutRemark remark={remark} />
      </p>
      {passage && (
        <blockquote className="remark-passage small">
          <span className="vh">{t("passage")}: </span>
          {passage}
        </blockquote>
      )}
      <p className="keep-lines serif" lang={language}>
        {text}
      </p>
    </>
  );
}

/** The response to a remark, where there is one to read. */
export function ResponseWords({ remark }: { remark: ShownRemark }) {
  const t = useTranslations("remarks");
  const time = useTimeText();
  const { stance, response, changed, statements, respondedAt, shownAt, isChanged } = remark;
  if (stance === null && Object.keys(response).length === 0) return null;
  return (
    <div className="answer">
      <p className="row wrap small">
        <b>{stance === null ? t("response") : t(`stances.${stance}`)}</b>
        {shownAt && <span className="soft">{t("shownOn", { at: time(shownAt, "table") })}</span>}
        {isChanged && respondedAt && <span className="soft">{t("changedOn", { at: time(respondedAt, "table") })}</span>}
      </p>
      <LocalWords text={response} />
      {Object.keys(changed).length > 0 && (
        <>
          <p className="small">
            <b>{t("whatChanged")}</b>
          </p>
          <LocalWords text={changed} />
        </>
      )}
      {statements.length > 0 && <p className="small soft">{t("inStatements", { codes: statements.join(", ") })}</p>}
    </div>
  );
}

/** A text of the team in the language of the page, else in another. */
export function LocalWords({ text }: { text: LocalText }) {
  const language = useLanguage();
  const found = textWithLanguage(text, language);
  return found ? (
    <p className="keep-lines serif" lang={found.language === language ? undefined : found.language}>
      {found.text}
    </p>
  ) : null;
}
