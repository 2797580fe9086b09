import { useTranslations } from "use-intl";
import { verdicts } from "~/domain/fact-check/status";
import { textIn } from "~/domain/local-text";
import { HiddenFields } from "~/ui/confirm-page";
import { useLanguage } from "~/ui/intl";
import { Notice } from "~/ui/notice";
import { RadioGroup } from "~/ui/radio-group";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import type { AnswerShown } from "./load-record.server";
import { replyEntry } from "./reply-schema";

export interface AnswerCardProps {
  answer: AnswerShown;
  languages: readonly string[];
  /** What was typed, where the form could not be kept. */
  typed: Readonly<Record<string, readonly string[]>> | undefined;
  error: string | undefined;
  /** The record is another than the one that was looked at. */
  overtaken: boolean;
}

/** One question with its record, and what the interviewee thinks of it. */
export function AnswerCard(props: AnswerCardProps) {
  const { answer, languages } = props;
  const t = useTranslations("recordCheck");
  const levels = useTranslations("interviewees.levels");
  const language = useLanguage();
  const heading = `a-${answer.code}`;
  return (
    <section className="sheet qq ans answer" aria-labelledby={heading} id={`answer-${answer.id}`}>
      <h2 id={heading}>
        <span className="n num">{answer.code}</span>
        {textIn(answer.wording, language, languages)}
      </h2>
      {answer.withdrawn ? (
        <p className="row wrap">
          <StatusTag state="withdrawn" />
          <span className="soft">{t(answer.reply?.verdict === "withdrawn" ? "withdrawn" : "withdrawnBy")}</span>
        </p>
      ) : (
        <>
          <RecordWords answer={answer} />
          {answer.level && <p className="small soft">{t("levelHere", { level: levels(answer.level) })}</p>}
          <Aside {...props} />
          <Verdict {...props} />
        </>
      )}
    </section>
  );
}

/** The record of an answer: its value, its words as recorded, and a translation beside them. */
export function RecordWords({ answer }: { answer: AnswerShown }) {
  const t = useTranslations("recordCheck");
  const language = useLanguage();
  return (
    <>
      {answer.value !== "" && <p className="strong keep-lines">{answer.value}</p>}
      {answer.record !== "" && (
        <p className="quote big keep-lines" lang={answer.lang}>
          {answer.record}
        </p>
      )}
      {answer.translation !== null && (
        <div className="small soft">
          <p>
            <b>{t("translated")}</b>. {t("translatedWhy")}
          </p>
          <p className="quote keep-lines" lang={language}>
            {answer.translation}
          </p>
        </div>
      )}
    </>
  );
}

/** What happened to this answer meanwhile: changed, settled, or said otherwise in another window. */
function Aside({ answer, typed, overtaken }: AnswerCardProps) {
  const t = useTranslations("recordCheck");
  const { reply } = answer;
  const chosen = typed?.[replyEntry("verdict", answer.id)]?.[0];
  const text = typed?.[replyEntry("text", answer.id)]?.[0];
  const elsewhere = typed && !overtaken && reply && (reply.verdict !== chosen || (chosen === "corrected" && reply.text !== text));
  return (
    <>
      {overtaken && <Notice tone="stale">{t("recordChanged")}</Notice>}
      {elsewhere && (
        <Notice tone="stale">
          <p>{t("savedElsewhere", { verdict: t(`verdicts.${reply.verdict}`) })}</p>
          {reply.text !== "" && (
            <p className="quote keep-lines" lang={answer.lang}>
              {reply.text}
            </p>
          )}
        </Notice>
      )}
      {!typed && reply?.outdated && <Notice tone="stale">{t("outdated")}</Notice>}
      {reply?.note != null && (
        <Notice tone="base" icon="comment" title={t("discussed")}>
          <p className="quote keep-lines">{reply.note}</p>
          <p>{t("discussedHow")}</p>
        </Notice>
      )}
      {reply?.settledAs && (
        <Notice tone="ok">
          {t(`settled.${reply.settledAs}`)} {reply.settledReason && t("settledReason", { reason: reply.settledReason })}
        </Notice>
      )}
    </>
  );
}

function Verdict({ answer, typed, error }: AnswerCardProps) {
  const t = useTranslations("recordCheck");
  const { id, code, reply } = answer;
  const said = reply?.outdated || reply?.settledAs ? null : reply; // what was dealt with is only said again on purpose
  const of = (field: "verdict" | "text" | "remark") => typed && (typed[replyEntry(field, id)]?.[0] ?? "");
  const verdict = of("verdict") ?? said?.verdict;
  return (
    <>
      <HiddenFields values={{ [replyEntry("seen", id)]: answer.digest }} />
      <RadioGroup
        name={replyEntry("verdict", id)}
        label={<span className="vh">{t("verdict", { code })}</span>}
        options={verdicts.map((value) => ({ value, label: t(`verdicts.${value}`) }))}
        value={verdict}
      />
      <div className="when-corrected">
        <TextArea
          name={replyEntry("text", id)}
          label={t("text")}
          rows={4}
          lang={answer.lang}
          value={of("text") || said?.text || answer.record}
          error={error}
        />
      </div>
      <p className="small soft when-withdrawn">{t("withdrawHint")}</p>
      <div className="when-remark">
        <TextArea name={replyEntry("remark", id)} label={t("remark")} rows={2} value={of("remark") ?? said?.remark} optional />
      </div>
    </>
  );
}
