import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { dealings, discussed } from "~/domain/fact-check/status";
import { readAnswerCode } from "~/domain/interviews/answer-code";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { Difference } from "~/ui/difference";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { RadioGroup } from "~/ui/radio-group";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import { useTimeText } from "~/ui/time";
import type { ShownReply } from "./list-replies.server";
import type { FactCheckLoaded } from "./load-fact-check.server";

interface RepliesProps {
  slug: string;
  page: FactCheckLoaded;
  kept: Kept;
}

/** What came back that is more than a confirmation: word by word beside the record, with what became of it. */
export function RepliesSheet({ slug, page, kept }: RepliesProps) {
  const t = useTranslations("factCheck");
  const open = page.replies.filter((reply) => reply.open).length;
  return (
    <Sheet title={t("replies")} intro={t("repliesIntro", { count: open })}>
      <div className="gap doc-list">
        {page.replies.map((reply) => (
          <Reply key={reply.id} slug={slug} page={page} reply={reply} kept={kept.value("replyId") === reply.id ? kept : undefined} />
        ))}
      </div>
    </Sheet>
  );
}

type ReplyProps = Omit<RepliesProps, "kept"> & { reply: ShownReply; kept: Kept | undefined };

function Reply(props: ReplyProps) {
  const { slug, page, reply } = props;
  const t = useTranslations("factCheck");
  const time = useTimeText();
  const language = useLanguage();
  const { answer, verdict } = reply;
  const who = page.participants.find(({ id }) => id === reply.participantId)?.code ?? "";
  const { number } = readAnswerCode(answer.code);
  return (
    <article className="stack" id={`reply-${reply.id}`}>
      <h3>
        <a href={`/assessments/${slug}/interviews/${page.interview.code}#q${number}`} className="num">
          {answer.code}
        </a>{" "}
        {textIn(answer.wording, language, page.languages)}
      </h3>
      <p className="row wrap small">
        <StatusTag state={verdict} />
        {reply.discussed && <StatusTag state="being-discussed" />}
        <span className="soft">{t("saidBy", { code: who, at: time(reply.at, "date-time") })}</span>
      </p>
      {verdict === "withdrawn" && <p className="soft">{t(answer.withdrawn ? "isWithdrawn" : "choseToWithdraw")}</p>}
      {verdict === "corrected" && reply.unsent && <p className="soft">{t("neverSentIn")}</p>}
      {reply.changing && <p className="soft">{t("changing")}</p>}
      {verdict === "corrected" && !answer.withdrawn && (
        <p className="quote keep-lines">
          <Difference before={reply.seen} after={reply.text} lang={answer.lang} />
        </p>
      )}
      {reply.remark !== "" && (
        <p className="small">
          <b>{t("remark")}:</b> <span className="quote keep-lines">{reply.remark}</span>
        </p>
      )}
      {reply.settled && <SettledLine settled={reply.settled} />}
      {reply.open && page.may.write && <Settle {...props} />}
    </article>
  );
}

function SettledLine({ settled }: { settled: NonNullable<ShownReply["settled"]> }) {
  const t = useTranslations("factCheck");
  const time = useTimeText();
  return (
    <p className="small soft">
      {t(`settledAs.${settled.as}`, { by: settled.by ?? "", at: time(settled.at, "date-time") })}{" "}
      {settled.reason !== null && t(settled.as === discussed ? "noteWas" : "reasonWas", { reason: settled.reason })}
    </p>
  );
}

/** Taking the correction over, changing the record otherwise, keeping it with a reason, or discussing it first. */
function Settle({ reply, kept }: ReplyProps) {
  const t = useTranslations("factCheck");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).SettleForm }), "settle");
  const { id, answer, text, verdict } = reply;
  // She may have said in a remark alone what must change: then there are no words of hers to take over.
  const hasWords = verdict === "corrected" && text.trim() !== answer.record.trim();
  const choices = dealings.filter((value) => value !== "taken-over" || hasWords);
  return (
    <LiveForm live={live} className="fields settle answer" aria-label={t("settleLabel", { code: answer.code })}>
      <HiddenFields values={{ intent: "settle", replyId: id, replyVersion: reply.version, version: answer.version }} />
      <RadioGroup
        name="as"
        id={`f-as-${id}`}
        label={t("settle")}
        options={choices.map((value) => ({ value, label: t(`settlements.${value}`) }))}
        value={kept?.value("as")}
        error={kept?.error("as")}
      />
      <div className="when-changed">
        <TextArea
          name="record"
          id={`f-record-${id}`}
          label={t("record")}
          rows={4}
          lang={answer.lang}
          value={kept?.value("record") || text || answer.record}
          error={kept?.error("record")}
        />
      </div>
      <div className="when-settled">
        <TextArea
          name="reason"
          id={`f-reason-${id}`}
          label={t("reason")}
          hint={t("reasonHint")}
          rows={2}
          value={kept?.value("reason")}
          error={kept?.error("reason")}
        />
      </div>
      <div>
        <Button size="small" variant="primary" about={answer.code}>
          {t("settleAct")}
        </Button>
      </div>
    </LiveForm>
  );
}
