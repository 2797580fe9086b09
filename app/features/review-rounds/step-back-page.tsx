import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept, type Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { ConfirmPage, HiddenFields } from "~/ui/confirm-page";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import { Time } from "~/ui/time";
import type { StepBackView } from "./list-rounds.server";
import type { loadStepBack } from "./load-step-back.server";

type Loaded = Awaited<ReturnType<typeof loadStepBack>>;

/** The page on which a reviewer steps back from a section; for who is none, the step-backs from it. */
export function StepBackPage({ loaded, problem }: { loaded: Loaded; problem: FormProblem | undefined }) {
  const kept = useKept(problem, "step-back");
  const t = useTranslations("reviewRounds");
  const crumbs = useCrumbs(loaded);
  const hasList = loaded.stepBacks.length > 0;
  if (!loaded.mayStepBack || (loaded.others && hasList)) return <StepBacksPage loaded={loaded} problem={problem} />;
  return (
    <ConfirmPage
      title={t("stepBackTitle", { title: titleOf(loaded) })}
      crumbs={crumbs}
      consequences={[t("noReviewerAnyMore"), ...(loaded.signed ? [t("signOffEnds")] : []), t("leadNames"), t("whoReadsReason")]}
      hidden={{ intent: "step-back", version: loaded.head.version }}
      act={t("stepBack")}
      cancelHref={`${loaded.head.path}/review`}
      errors={kept.summary}
    >
      <TextArea
        name="reason"
        label={t("reason")}
        hint={t("reasonHint")}
        value={kept.value("reason")}
        error={kept.error("reason")}
        rows={4}
      />
    </ConfirmPage>
  );
}

function titleOf({ head: { number, heading } }: Loaded): string {
  return number === null ? heading : `${number} ${heading}`;
}

function useCrumbs({ head }: Loaded) {
  const t = useTranslations();
  return [
    { label: t("sections.heading"), href: `${head.base}/sections` },
    { label: head.number ?? head.code, href: head.path },
    { label: t("reviewRounds.stepBacks") },
  ];
}

function StepBacksPage({ loaded, problem }: { loaded: Loaded; problem: FormProblem | undefined }) {
  const t = useTranslations("reviewRounds");
  const kept = useKept(problem, undefined, { endReason: t("endReason"), userId: t("nameInstead") });
  const open = loaded.stepBacks.filter(({ endedAt }) => endedAt === null);
  const primary = open.find(({ replacedBy }) => replacedBy === null)?.id;
  return (
    <>
      <PageHead title={t("stepBacksTitle", { title: titleOf(loaded) })} crumbs={useCrumbs(loaded)} />
      <ErrorSummary errors={kept.summary} />
      {loaded.stepBacks.length === 0 && <EmptyState title={t("nobodySteppedBack")}>{t("onlyReviewers")}</EmptyState>}
      <div className="gap">
        {loaded.stepBacks.map((one) => (
          <StepBackSheet key={one.id} one={one} others={loaded.others} kept={kept} primary={one.id === primary} />
        ))}
      </div>
    </>
  );
}

interface SheetProps {
  one: StepBackView;
  others: Loaded["others"];
  kept: Kept;
  primary: boolean;
}

function StepBackSheet({ one, others, kept, primary }: SheetProps) {
  const t = useTranslations("reviewRounds");
  return (
    <Sheet title={<bdi>{one.by}</bdi>} aside={one.endedAt && <StatusTag state="ended" />}>
      <div className="stack">
        <p className="small soft">{t.rich("steppedBackOn", { time: () => <Time at={one.at} as="date-time" /> })}</p>
        {one.reason !== null && (
          <p className="quote">
            <q>{one.reason}</q>
          </p>
        )}
        {one.replacedBy !== null && <p>{t("replacedBy", { name: one.replacedBy })}</p>}
        {one.endedAt && (
          <p className="small soft">
            {t.rich("endedOn", { time: () => <Time at={one.endedAt ?? one.at} as="date-time" /> })}{" "}
            {one.endedReason && <q>{one.endedReason}</q>}
          </p>
        )}
        {others && !one.endedAt && one.replacedBy === null && <ReplaceForm one={one} others={others} kept={kept} primary={primary} />}
        {others && !one.endedAt && <EndForm one={one} kept={kept} />}
      </div>
    </Sheet>
  );
}

/** What was typed in the form of one step-back, and none of another's. */
function ofOne(kept: Kept, id: string, field: string) {
  const mine = kept.value("id") === id;
  return { value: mine ? kept.value(field) : "", error: mine ? kept.error(field) : undefined };
}

function ReplaceForm({ one, others, kept, primary }: SheetProps & { others: NonNullable<Loaded["others"]> }) {
  const t = useTranslations("reviewRounds");
  if (others.length === 0) return <p className="soft">{t("nobodyLeft")}</p>;
  return (
    <Form method="post" className="fields">
      <HiddenFields values={{ intent: "replace", id: one.id, version: one.version }} />
      <SelectField
        name="userId"
        label={t("nameInstead")}
        hint={t("nameInsteadHint")}
        empty={t("choose")}
        options={others}
        {...ofOne(kept, one.id, "userId")}
      />
      <Button icon="check" variant={primary ? "primary" : "plain"}>
        {t("nameReviewer")}
      </Button>
    </Form>
  );
}

function EndForm({ one, kept }: Pick<SheetProps, "one" | "kept">) {
  const t = useTranslations("reviewRounds");
  return (
    <details className="more">
      <summary>{t("endStepBack")}</summary>
      <Form method="post" className="fields">
        <HiddenFields values={{ intent: "end", id: one.id, version: one.version }} />
        <TextArea name="endReason" label={t("endReason")} hint={t("endHint")} rows={3} {...ofOne(kept, one.id, "endReason")} />
        <Button>{t("endStepBack")}</Button>
      </Form>
    </details>
  );
}
