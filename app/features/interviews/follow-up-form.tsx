import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { isOpen } from "~/domain/moves/interview";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { TextField } from "~/ui/text-field";
import { useLaneActs } from "~/ui/use-lane-acts";
import { WaitingActs } from "~/ui/waiting-acts";
import { itemFieldId } from "./item-problem";
import type { ShownAnswer } from "./load-answers.server";
import type { InterviewPage, PageQuestion } from "./load-interview.server";
import { useReread } from "./use-reread";

/** Under a question: the question that was asked on top of it, in the interviewer's own words. */
export function FollowUpForm({ page, question, kept }: { page: InterviewPage; question: PageQuestion; kept: Kept | undefined }) {
  const t = useTranslations("interviews.followUp");
  const mine = kept?.value("intent") === "follow-up" && kept.value("question") === question.id ? kept : undefined;
  const key = `${page.formKey}:follow-up:${question.id}`;
  const live = useLiveForm(async () => ({ form: (await import("./schema")).InterviewAct }));
  const lane = useLaneActs(`${page.interview.id}/follow-up/${question.id}`, { required: "wording", done: useReread() });
  return (
    <details className="follow-up" open={mine !== undefined || lane.acts.length > 0 || undefined}>
      <summary className="small">{t("title")}</summary>
      <WaitingActs lane={lane} field="wording" lang={page.interview.language} />
      <LiveForm live={live} autosave={{ onSubmit: lane.onSubmit }} className="stack">
        <HiddenFields values={{ intent: "follow-up", question: question.id, key }} />
        <TextField
          name="wording"
          id={itemFieldId(String(question.number), "wording")}
          label={t("wording")}
          value={mine?.value("wording")}
          error={mine?.error("wording")}
          lang={page.interview.language}
        />
        <div>
          <Button size="small" icon="plus" about={t("about", { number: question.number })}>
            {t("add")}
          </Button>
        </div>
      </LiveForm>
    </details>
  );
}

/** Takes away a follow-up to which nothing was written down. */
export function TakeAwayFollowUp({ answer }: { answer: ShownAnswer }) {
  const t = useTranslations("interviews.followUp");
  const empty = isOpen(answer.state) && answer.record.trim() === "" && (answer.notes ?? "").trim() === "";
  if (!empty) return null;
  return (
    <Form method="post">
      <HiddenFields values={{ intent: "archive-follow-up", answerId: answer.id, version: answer.version }} />
      <Button size="small" variant="quiet" icon="x" about={answer.code}>
        {t("takeAway")}
      </Button>
    </Form>
  );
}
