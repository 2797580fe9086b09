import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { canMoveRound } from "~/domain/moves/round";
import type { FormProblem } from "~/platform/form-problem";
import { type Kept, useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import type { Option } from "~/ui/options";
import { ReasonField } from "~/ui/reason-field";
import { SelectField } from "~/ui/select-field";
import type { ShownRound } from "./queries.server";

interface RoundFormsProps {
  round: ShownRound;
  /** Everybody who may rate in this assessment. */
  people: readonly Option[];
  problem: FormProblem | undefined;
}

type ActProps = Omit<RoundFormsProps, "people">;

/** What the lead can do with a round in the state in which it is, each folded: its day, its raters, its end. */
export function RoundForms({ round, people, problem }: RoundFormsProps) {
  const others = people.filter(({ value }) => !round.raters.some(({ id }) => id === value));
  const may = (move: Parameters<typeof canMoveRound>[1]) => canMoveRound(round.state, move);
  const leaving = round.waiting.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className="stack">
      {may("set-due") && <DueForm round={round} problem={problem} />}
      {may("add-rater") && others.length > 0 && <AddForm round={round} problem={problem} others={others} />}
      {may("replace-rater") && leaving.length > 0 && <ReplaceForm round={round} problem={problem} leaving={leaving} others={others} />}
      {may("remove-rater") && leaving.length > 0 && round.raters.length > 1 && (
        <RemoveForm round={round} problem={problem} leaving={leaving} />
      )}
      {may("abandon") && <ReasonedForm round={round} problem={problem} intent="abandon" danger />}
      {may("close") && <CloseForm round={round} />}
      {may("reopen") && <ReasonedForm round={round} problem={problem} intent="reopen" />}
    </div>
  );
}

interface FoldedProps extends ActProps {
  intent: "set-due" | "add-rater" | "replace" | "remove-rater" | "abandon" | "reopen";
  danger?: boolean | undefined;
  children: (form: { kept: Kept | undefined; id: (name: string) => string }) => ReactNode;
}

/** One act on a round behind its name; unfolded with what was typed when it could not be done. */
function Folded({ round, problem, intent, danger, children }: FoldedProps) {
  const t = useTranslations("rounds.acts");
  const all = useKept(problem, intent);
  const kept = all.value("round") === round.id ? all : undefined;
  return (
    <details className="more" open={kept !== undefined}>
      <summary>{t(`${intent}.name`)}</summary>
      <Form
        method="post"
        className="fields"
        noValidate
        preventScrollReset
        key={round.version}
        aria-label={`${t(`${intent}.name`)} (${round.number})`}
      >
        <HiddenFields values={{ round: round.id, version: round.version }} />
        <p className="soft">{t(`${intent}.hint`)}</p>
        {children({ kept, id: (name) => `f-${round.number}-${intent}-${name}` })}
        <div>
          <Button name="intent" value={intent} about={String(round.number)} {...(danger && { variant: "danger" })}>
            {t(`${intent}.act`)}
          </Button>
        </div>
      </Form>
    </details>
  );
}

function DueForm(props: ActProps) {
  const t = useTranslations("rounds");
  return (
    <Folded {...props} intent="set-due">
      {({ kept, id }) => (
        <DateField
          name="dueOn"
          id={id("dueOn")}
          label={t("dueOn")}
          optional
          value={kept?.value("dueOn") ?? props.round.dueOn ?? undefined}
          error={kept?.error("dueOn")}
        />
      )}
    </Folded>
  );
}

function AddForm({ others, ...props }: ActProps & { others: readonly Option[] }) {
  const t = useTranslations("rounds");
  return (
    <Folded {...props} intent="add-rater">
      {({ kept, id }) => <NewRater id={id("newRater")} label={t("addedRater")} others={others} kept={kept} />}
    </Folded>
  );
}

function ReplaceForm({ leaving, others, ...props }: ActProps & { leaving: readonly Option[]; others: readonly Option[] }) {
  const t = useTranslations("rounds");
  return (
    <Folded {...props} intent="replace">
      {({ kept, id }) => (
        <>
          <SelectField name="rater" id={id("rater")} label={t("rater")} options={leaving} value={kept?.value("rater")} />
          <NewRater id={id("newRater")} label={t("newRater")} others={others} kept={kept} />
        </>
      )}
    </Folded>
  );
}

function NewRater({ id, label, others, kept }: { id: string; label: string; others: readonly Option[]; kept: Kept | undefined }) {
  const t = useTranslations("rounds");
  return (
    <SelectField
      name="newRater"
      id={id}
      label={label}
      empty={t("choose")}
      options={others}
      value={kept?.value("newRater") ?? ""}
      error={kept?.error("newRater")}
    />
  );
}

function RemoveForm({ leaving, ...props }: ActProps & { leaving: readonly Option[] }) {
  const t = useTranslations("rounds");
  const { round } = props;
  const opens = round.raters.length - round.sent === 1 && round.sent > 0;
  return (
    <Folded {...props} intent="remove-rater" danger>
      {({ kept, id }) => (
        <>
          {opens && <p className="strong">{t("removeOpens")}</p>}
          {round.raters.length === 2 && <p>{t("removeLeavesOne")}</p>}
          <SelectField
            name="rater"
            id={id("rater")}
            label={t("rater")}
            options={leaving}
            value={kept?.value("rater")}
            error={kept?.error("rater")}
          />
          <ReasonField name="reason" id={id("reason")} label={t("reason")} words={kept?.value("reason")} error={kept?.error("reason")} />
        </>
      )}
    </Folded>
  );
}

function ReasonedForm(props: ActProps & { intent: "abandon" | "reopen"; danger?: boolean }) {
  const t = useTranslations("rounds");
  return (
    <Folded {...props}>
      {({ kept, id }) => (
        <ReasonField name="reason" id={id("reason")} label={t("reason")} words={kept?.value("reason")} error={kept?.error("reason")} />
      )}
    </Folded>
  );
}

function CloseForm({ round }: { round: ShownRound }) {
  const t = useTranslations("rounds");
  return (
    <Form method="post">
      <HiddenFields values={{ round: round.id, version: round.version }} />
      <Button
        name="intent"
        value="close"
        about={String(round.number)}
        {...(round.left > 0 && { refused: t("closeLeft", { count: round.left }) })}
      >
        {t("close")}
      </Button>
    </Form>
  );
}
