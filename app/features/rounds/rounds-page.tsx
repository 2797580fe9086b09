import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { canMoveRound, lookOfRound } from "~/domain/moves/round";
import { textEntry } from "~/domain/forms/read-answer";
import type { FormProblem } from "~/platform/form-problem";
import { type Kept, useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { HiddenFields } from "~/ui/confirm-page";
import { DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/empty-state";
import { LinkTabs } from "~/ui/link-tabs";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextField } from "~/ui/text-field";
import type { ShownRound, ShownRoundForm } from "./queries.server";

export interface RoundsPageProps {
  rounds: readonly ShownRound[];
  /** What opening a round takes; null for whoever may not. */
  form: ShownRoundForm | null;
  languages: readonly string[];
  base: string;
  problem: FormProblem | undefined;
}

/** The rounds of a study, newest first, each with how far it is; below them, for the lead, the form to open another. */
export function RoundsPage({ rounds, form, languages, base, problem }: RoundsPageProps) {
  const t = useTranslations("rounds");
  const kept = useKept(problem, "open-round");
  return (
    <div className="gap">
      {rounds.length === 0 && (
        <Sheet title={t("list")}>
          <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
        </Sheet>
      )}
      {rounds.map((round) => (
        <RoundSheet key={round.id} round={round} form={form} base={base} problem={problem} />
      ))}
      {form && <OpenForm form={form} languages={languages} kept={kept} base={base} />}
    </div>
  );
}

function RoundSheet({ round, form, base, problem }: Pick<RoundsPageProps, "form" | "base" | "problem"> & { round: ShownRound }) {
  const t = useTranslations("rounds");
  const facts = [
    {
      term: t("subjects"),
      value: (
        <>
          {t(`kinds.${round.subjectKind}`)}: {round.subjects.join(", ")}
        </>
      ),
    },
    { term: t("criteria"), value: round.criteria.join(", ") },
    { term: t("raters"), value: round.raters.map(({ name }) => name).join(", ") },
    { term: t("sent"), value: t("sentOf", { sent: round.sent, raters: round.raters.length }) },
  ];
  return (
    <Sheet
      title={
        <>
          {t("round", { number: round.number })}: <bdi>{round.title}</bdi>
        </>
      }
      id={`round-${round.number}`}
      aside={<StatusTag state={lookOfRound(round.state, round.left)} />}
    >
      <DefinitionList facts={facts} wide />
      <RoundActs round={round} base={base} />
      {form && canMoveRound(round.state, "replace-rater") && <ReplaceForm round={round} form={form} problem={problem} />}
      {form && canMoveRound(round.state, "close") && (
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
      )}
    </Sheet>
  );
}

/** What this person can do in a round: judge the next subject, send, or agree on what is left. */
function RoundActs({ round, base }: { round: ShownRound; base: string }) {
  const t = useTranslations("rounds");
  const rateHref = (code: string) => {
    const own = { actor: "actors", intervention: "interventions" }[round.subjectKind as string];
    return own ? `${base}/${own}/${code}/rate?round=${round.number}` : `${base}/actors/rounds/${round.number}/${encodeURIComponent(code)}`;
  };
  return (
    <p className="row wrap acts">
      {round.next && (
        <ButtonLink to={rateHref(round.next)} variant="primary">
          {t("rate")}
        </ButtonLink>
      )}
      {round.mine && !round.mine.sentAt && canMoveRound(round.state, "send") && (
        <ButtonLink to={`${base}/actors/rounds/${round.number}/send`}>{t("send")}</ButtonLink>
      )}
      {round.left > 0 && (
        <ButtonLink to={`${base}/actors/reconcile?round=${round.number}`}>{t("closeLeft", { count: round.left })}</ButtonLink>
      )}
      {round.mine?.sentAt && <StatusTag state="sent" />}
    </p>
  );
}

function ReplaceForm({ round, form, problem }: { round: ShownRound; form: ShownRoundForm; problem: FormProblem | undefined }) {
  const t = useTranslations("rounds");
  const all = useKept(problem, "replace");
  const kept = all.value("round") === round.id ? all : undefined;
  const others = form.people.filter(({ value }) => !round.raters.some(({ id }) => id === value));
  const id = (name: string) => `f-${round.number}-${name}`;
  return (
    <details className="more" open={kept !== undefined}>
      <summary>{t("replace")}</summary>
      <Form method="post" className="fields" preventScrollReset key={round.version}>
        <HiddenFields values={{ round: round.id, version: round.version }} />
        <SelectField
          name="rater"
          id={id("rater")}
          label={t("rater")}
          hint={t("replaceHint")}
          options={round.raters.map(({ id: value, name }) => ({ value, label: name }))}
          value={kept?.value("rater")}
        />
        <SelectField
          name="newRater"
          id={id("newRater")}
          label={t("newRater")}
          empty={t("choose")}
          options={others}
          value={kept?.value("newRater") ?? ""}
          error={kept?.error("newRater")}
        />
        <div>
          <Button name="intent" value="replace" about={String(round.number)}>
            {t("replaceThis")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

interface OpenFormProps {
  form: ShownRoundForm;
  languages: readonly string[];
  kept: Kept;
  base: string;
}

function OpenForm({ form, languages, kept, base }: OpenFormProps) {
  const t = useTranslations("rounds");
  const href = (kind: string) => `${base}/actors/rounds?kind=${kind}#open`;
  return (
    <Sheet title={t("openNew")} id="open">
      {form.kinds.length > 1 && (
        <LinkTabs
          label={t("kindsLabel")}
          tabs={form.kinds.map((kind) => ({ label: t(`kinds.${kind}`), href: href(kind) }))}
          current={href(form.kind)}
        />
      )}
      {form.things.length === 0 ? <p className="soft">{t("noThings")}</p> : <OpenFields form={form} languages={languages} kept={kept} />}
    </Sheet>
  );
}

function OpenFields({ form, languages, kept }: Pick<OpenFormProps, "form" | "languages" | "kept">) {
  const t = useTranslations("rounds");
  const all = (options: readonly { value: string }[]) => options.map(({ value }) => value);
  const choices = [
    { name: "subjects", options: form.things, first: all(form.things) },
    { name: "criteria", options: form.criteria, first: all(form.criteria) },
    { name: "raters", options: form.people, first: [] },
  ] as const;
  return (
    <Form method="post" className="fields" noValidate key={form.kind}>
      <HiddenFields values={{ kind: form.kind }} />
      {languages.map((language) => {
        const name = textEntry("title", language);
        return (
          <TextField
            key={language}
            name={name}
            label={languages.length > 1 ? t("titleIn", { language: language.toUpperCase() }) : t("title")}
            lang={language}
            optional={language !== languages[0]}
            value={kept.value(name)}
            error={kept.error(name)}
          />
        );
      })}
      {choices.map(({ name, options, first }) => (
        <CheckboxGroup
          key={name}
          name={name}
          label={t(name)}
          layout="list"
          options={options}
          values={kept.values(name, first)}
          error={kept.error(name)}
        />
      ))}
      <div>
        <Button name="intent" value="open-round" variant="primary">
          {t("open")}
        </Button>
      </div>
    </Form>
  );
}
