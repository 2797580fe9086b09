import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { canMoveRound } from "~/domain/moves/round";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { number } from "~/ui/format";
import { useLanguage, useStartLanguage } from "~/ui/intl";
import { SelectField } from "~/ui/select-field";
import { TextArea } from "~/ui/text-area";
import { languageOptions } from "~/ui/options";
import { ValueField } from "./rate-form";
import type { ShownCriterion } from "./read-subject-ratings.server";

export interface ReconcileFormProps {
  criterion: ShownCriterion;
  languages: readonly string[];
  kept: Kept;
  /** Unfolded: the list of differences leads here. */
  open: boolean;
  /** The page that keeps it, and shows what could not be kept. */
  action: string;
}

/** The agreed value of a cell that raters judged differently, why, and who keeps to the own value. Nothing where there is nothing to agree on. */
export function ReconcileForm({ criterion, languages, kept, open, action }: ReconcileFormProps) {
  const t = useTranslations("ratings");
  const startLanguage = useStartLanguage(languages);
  const { state, round, scale, counting, proposal } = criterion;
  const canReconcile = round !== null && round.raters > 1 && canMoveRound(round.state, "reconcile") && state !== "unrated";
  if (!canReconcile || !scale) return null;
  const isFirst = state === "differs";
  const mine = kept.value("criterion") === criterion.id ? kept : undefined;
  const value = (name: string, fallback: string) => mine?.value(name, fallback) ?? fallback;
  const id = (name: string) => `f-${criterion.code}-${name}`;
  return (
    <details className="more reconcile" open={open || mine !== undefined}>
      <summary>{t(isFirst ? "reconcile" : "reconcileAgain")}</summary>
      <Form
        method="post"
        action={action}
        className="fields"
        aria-label={t("reconcileCell", { code: criterion.code })}
        noValidate
        preventScrollReset
        key={counting?.version ?? 0}
      >
        <HiddenFields values={{ round: round.number, criterion: criterion.id, version: counting?.version ?? 0 }} />
        {proposal && <Proposed proposal={proposal} />}
        <ValueField
          scale={scale}
          id={id("value")}
          label={t("agreedValue")}
          value={value("value", counting?.value ?? proposal?.value ?? "")}
          error={mine?.error("value")}
        />
        <TextArea
          name="reason"
          id={id("reason")}
          label={t("reason")}
          hint={t(!isFirst ? "reasonOfCorrection" : proposal?.value == null ? "reasonOfDiscussion" : "reasonIfOther")}
          rows={4}
          lang={counting?.originalLanguage}
          value={value("reason", state === "reconciled" ? (counting?.original ?? "") : "")}
          error={mine?.error("reason")}
        />
        <SelectField
          name="language"
          id={id("language")}
          label={t("language")}
          options={languageOptions(languages)}
          value={value("language", counting?.originalLanguage ?? startLanguage)}
          error={mine?.error("language")}
        />
        <DissentFields criterion={criterion} typed={mine?.values("dissent")} />
        <div>
          <Button name="intent" value="reconcile" variant="primary" about={criterion.code}>
            {t("saveAgreed")}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** What the protocol's way makes of the values, or why it makes nothing of them. */
function Proposed({ proposal }: { proposal: NonNullable<ShownCriterion["proposal"]> }) {
  const t = useTranslations("ratings");
  const language = useLanguage();
  const { way, why, exact, value, label } = proposal;
  if (way === "discussion") return <p className="soft">{t("byDiscussion")}</p>;
  const name = t(`ways.${way}`);
  if (why !== null) return <p className="soft">{t(`noProposal.${why}`, { way: name })}</p>;
  const words = [proposal.number === null ? "" : number(proposal.number, language), label].filter(Boolean).join(" ") || (value ?? "");
  return (
    <p>
      {t("proposed", { way: name, value: words })} {exact !== null && t("rounded", { exact: number(exact, language, 2) })}
    </p>
  );
}

/** For each rater the reason to keep to the own value, if she does. */
function DissentFields({ criterion, typed }: { criterion: ShownCriterion; typed: readonly string[] | undefined }) {
  const t = useTranslations("ratings");
  const { code, counting, ratings } = criterion;
  return ratings.map((rating, place) => (
    <div key={rating.id}>
      <input type="hidden" name="dissenter" value={rating.rater} />
      <TextArea
        name="dissent"
        id={`f-${code}-dissent-${rating.letter}`}
        label={t(rating.by ? "dissentOf" : "dissentOfLetter", { letter: rating.letter, name: rating.by })}
        optional
        rows={2}
        value={typed?.[place] ?? counting?.dissent.find(({ userId }) => userId === rating.rater)?.reason}
      />
    </div>
  ));
}
