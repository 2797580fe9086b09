import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { Difference } from "~/ui/difference";
import { useLanguage } from "~/ui/intl";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { StatusTag } from "~/ui/status-tag";
import { useTimeText } from "~/ui/time";
import type { RecordRefused } from "./act-on-record.server";
import { RecordWords } from "./answer-card";
import type { AnswerShown } from "./load-record.server";
import type { RecordPage } from "./record-page";

const isChosenToWithdraw = ({ withdrawn, reply }: AnswerShown) => !withdrawn && reply?.verdict === "withdrawn";
const isLookedAt = ({ withdrawn, reply }: AnswerShown) => withdrawn || (reply !== null && !reply.outdated);

interface StepProps {
  page: RecordPage;
  refused: RecordRefused | undefined;
}

/** That what is shown was saved in another window since it was last looked at. */
function ConflictNotice({ refused }: Pick<StepProps, "refused">) {
  const t = useTranslations("recordCheck");
  if (!refused?.conflict) return null;
  return (
    <Notice tone="stale" title={t("conflictTitle")} live>
      {t("conflictLook")}
    </Notice>
  );
}

/** What she said so far, before it goes out: nothing of it can be filled in here. */
export function CheckPage({ page, refused }: StepProps) {
  const t = useTranslations("recordCheck.check");
  const words = useTranslations("recordCheck");
  const left = page.record.answers.filter((answer) => !isLookedAt(answer)).length;
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <div className="gap">
        <ConflictNotice refused={refused} />
        {refused?.nothingSaid && (
          <Notice tone="danger" live>
            {words("nothingSaid")}
          </Notice>
        )}
        {left > 0 && <Notice>{t("notLooked", { count: left })}</Notice>}
        <WithdrawalNotice page={page} />
        <Form method="post" className="row wrap">
          <HiddenFields values={{ version: page.version }} />
          <Button name="intent" value="send" variant="primary" icon="send">
            {t("send")}
          </Button>
          <ButtonLink to="/fact-check">{t("back")}</ButtonLink>
        </Form>
        <Copy page={page} />
      </div>
    </>
  );
}

function WithdrawalNotice({ page }: { page: RecordPage }) {
  const t = useTranslations("recordCheck.check");
  const count = page.record.answers.filter(isChosenToWithdraw).length;
  if (count === 0) return null;
  return (
    <Notice tone="danger" title={t("withdrawTitle", { count })}>
      {t("withdrawText")}
    </Notice>
  );
}

/** The question that is asked once before something is withdrawn while the rest is only saved. */
export function WithdrawPage({ page, refused }: StepProps) {
  const t = useTranslations("recordCheck.withdraw");
  const check = useTranslations("recordCheck.check");
  const chosen = page.record.answers.filter(isChosenToWithdraw);
  return (
    <>
      <PageHead title={t("title", { count: chosen.length })} lede={t("lede")} />
      <div className="gap">
        <ConflictNotice refused={refused} />
        <WithdrawalNotice page={page} />
        <AnswerList page={page} answers={chosen} />
        <Form method="post" className="row wrap">
          <HiddenFields values={{ version: page.version }} />
          <Button name="intent" value="withdraw" variant="danger">
            {t("act")}
          </Button>
          <ButtonLink to="/fact-check">{check("back")}</ButtonLink>
        </Form>
      </div>
    </>
  );
}

/** That it came in, with a copy to keep. */
export function ReceiptPage({ page }: { page: RecordPage }) {
  const t = useTranslations("recordCheck.receipt");
  const check = useTranslations("recordCheck.check");
  const time = useTimeText();
  const at = page.sentInAt ? time(page.sentInAt, "date-time") : "";
  return (
    <>
      <PageHead title={t("title")} lede={t("lede", { at })} />
      <div className="gap">
        <p className="soft">{t("after", { until: time(page.until, "long") })}</p>
        <p className="row wrap no-print">
          <Button type="button" script variant="primary" onClick={() => window.print()}>
            {t("print")}
          </Button>
          <ButtonLink to="/fact-check">{check("back")}</ButtonLink>
        </p>
        <Copy page={page} />
      </div>
    </>
  );
}

function Copy({ page }: { page: RecordPage }) {
  const t = useTranslations("recordCheck");
  return (
    <>
      <AnswerList page={page} answers={page.record.answers} />
      {page.remarks.trim() !== "" && (
        <section className="sheet qq">
          <h2>{t("remarks")}</h2>
          <p className="quote keep-lines">{page.remarks}</p>
        </section>
      )}
    </>
  );
}

function AnswerList({ page, answers }: { page: RecordPage; answers: readonly AnswerShown[] }) {
  const language = useLanguage();
  return (
    <div className="qs">
      {answers.map((answer) => (
        <section key={answer.id} className="sheet qq ans" aria-labelledby={`c-${answer.code}`}>
          <h2 id={`c-${answer.code}`}>
            <span className="n num">{answer.code}</span>
            {textIn(answer.wording, language, page.record.languages)}
          </h2>
          <Said answer={answer} />
        </section>
      ))}
    </div>
  );
}

/** What was said of one answer: the verdict, and the text word for word beside the record. */
function Said({ answer }: { answer: AnswerShown }) {
  const t = useTranslations("recordCheck");
  const { reply, withdrawn } = answer;
  const state = withdrawn ? "withdrawn" : reply && !reply.outdated ? reply.verdict : null;
  return (
    <>
      <p>{state === null ? <span className="soft">{t("notLookedAt")}</span> : <StatusTag state={state} />}</p>
      {withdrawn ? null : state === "corrected" && reply && reply.settledAs !== "taken-over" ? (
        <p className="quote keep-lines">
          <Difference before={answer.record} after={reply.text} lang={answer.lang} />
        </p>
      ) : (
        <RecordWords answer={answer} />
      )}
      {reply && reply.remark !== "" && (
        <p className="small">
          <b>{t("remark")}:</b> <span className="keep-lines">{reply.remark}</span>
        </p>
      )}
    </>
  );
}
