import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { notHeldReasons } from "~/domain/interviews/not-held";
import { nextInterviewMove, saysWhyNotHeld, setsAgreement, setsDayHeld } from "~/domain/moves/interview";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import type { InterviewPage } from "./load-interview.server";
import { AgreementFields } from "./plan-fields";
import { SettleOpenForm } from "./settle-open-form";

/** The steps that can be taken from the present state, made from the table of moves; archiving is the last. */
export function MovesSheet({ page, kept }: { page: InterviewPage; kept: Kept | undefined }) {
  const t = useTranslations("interviews.moves");
  if (!page.may.write || page.interview.archived) return null;
  return (
    <Sheet title={t("title")} id="moves">
      <div className="gap">
        <SettleOpenForm page={page} kept={kept} />
        {page.moves
          .filter((move) => move !== firstOf(page))
          .map((move) => (
            <MoveForm key={move.name} page={page} move={move} kept={kept?.value("move") === move.name ? kept : undefined} />
          ))}
        <Form method="post">
          <HiddenFields values={{ version: page.interview.version }} />
          <Button size="small" variant="quiet" name="intent" value="archive">
            {t("archive")}
          </Button>
        </Form>
      </div>
    </Sheet>
  );
}

/** The move that needs nothing more than a button. */
function firstOf({ moves }: InterviewPage) {
  return moves.find(({ name, needsReason }) => !needsReason && !setsDayHeld(name) && !setsAgreement(name));
}

/** The move that comes first now, as the button of the page. */
export function FirstMove({ page }: { page: InterviewPage }) {
  const t = useTranslations("interviews.moves");
  const move = firstOf(page);
  if (!page.may.write || page.interview.archived || !move) return null;
  return (
    <Form method="post">
      <HiddenFields values={{ intent: "move", move: move.name, version: page.interview.version }} />
      <Button variant="primary">{t(move.name)}</Button>
    </Form>
  );
}

interface MoveFormProps {
  page: InterviewPage;
  move: InterviewPage["moves"][number];
  kept: Kept | undefined;
}

/** One step: its button, with what it has to tell. What ends an interview or opens it again stands folded. */
function MoveForm({ page, move, kept }: MoveFormProps) {
  const t = useTranslations("interviews.moves");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).InterviewAct }));
  const isNext = move.name === nextInterviewMove(page.interview.state) && !firstOf(page);
  const form = (
    <LiveForm live={live} className="stack">
      <HiddenFields values={{ intent: "move", move: move.name, version: page.interview.version }} />
      <MoveFields page={page} move={move} kept={kept} />
      <div>
        <Button size="small" variant={isNext ? "primary" : undefined}>
          {t(move.name)}
        </Button>
      </div>
    </LiveForm>
  );
  if (!move.needsReason) return form;
  return (
    <details open={kept ? true : undefined}>
      <summary className="small">{t(move.name)}</summary>
      {form}
    </details>
  );
}

/** What a step has to tell: the day, the agreement, or the reason. */
function MoveFields({ page, move, kept }: MoveFormProps): ReactNode {
  const t = useTranslations("interviews.moves");
  const { interview } = page;
  if (setsDayHeld(move.name))
    return (
      <DateField
        name="heldOn"
        label={t("heldOn")}
        value={kept?.value("heldOn") ?? interview.heldOn ?? interview.plannedOn ?? undefined}
        error={kept?.error("heldOn")}
      />
    );
  if (setsAgreement(move.name)) return <AgreementFields values={interview} kept={kept} required />;
  return move.needsReason ? <ReasonFields move={move.name} kept={kept} /> : null;
}

/** Why: chosen from a list where an interview does not take place, and in own words. */
function ReasonFields({ move, kept }: { move: MoveFormProps["move"]["name"]; kept: Kept | undefined }) {
  const t = useTranslations("interviews.moves");
  const whys = useTranslations("interviews.whyNotHeld");
  const listed = saysWhyNotHeld(move);
  return (
    <>
      {listed && (
        <SelectField
          name="why"
          id={`f-why-${move}`}
          label={t("why")}
          hint={t("whyHint")}
          empty={t("chooseWhy")}
          options={notHeldReasons.map((why) => ({ value: why, label: whys(why) }))}
          value={kept?.value("why")}
          error={kept?.error("why")}
        />
      )}
      <TextArea
        name="reason"
        id={`f-reason-${move}`}
        label={t(listed ? "inWords" : "reason")}
        hint={listed ? t("inWordsHint") : undefined}
        rows={2}
        value={kept?.value("reason")}
        error={kept?.error("reason")}
        optional={listed}
      />
    </>
  );
}
