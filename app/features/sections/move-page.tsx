import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept, type Kept, type NamesOfFields } from "~/platform/kept";
import { ConfirmPage } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import { TextArea } from "~/ui/text-area";
import type { loadMove } from "./load-move.server";
import { useSectionTitle } from "./section-head";

type Loaded = Awaited<ReturnType<typeof loadMove>>;

/** What the gate adds to the page: its fields with their names, and why sending is stopped. */
interface MoveGate {
  names: NamesOfFields;
  fields: (kept: Kept) => ReactNode;
  stopped: string | undefined;
  /** Says whether the gate itself tells that a statement lacks a ground, or an answer to what contradicts it. */
  tells: (check: "ground" | "contradiction", statement: string) => boolean;
}

/** The page that asks whether a section is to be moved: what follows from it, and where the move needs one, a reason. */
export function MovePage({ loaded, problem, gate }: { loaded: Loaded; problem: FormProblem | undefined; gate?: MoveGate }) {
  const t = useTranslations("sections");
  const { head, move, hindrance } = loaded;
  const kept = useKept(problem, undefined, { reason: t("whyReopen"), dueOn: t("reviewDue"), note: t("noteToReviewers"), ...gate?.names });
  const title = useSectionTitle(head);
  return (
    <ConfirmPage
      title={t(`moveTitle.${move}`, { title })}
      crumbs={[
        { label: t("heading"), href: `${head.base}/sections` },
        { label: head.number ?? head.code, href: head.path },
        { label: t(`moves.${move}`) },
      ]}
      consequences={useConsequences(loaded, gate)}
      hidden={{ version: head.version }}
      act={t(`moves.${move}`)}
      refused={hindrance === null ? gate?.stopped : t(`hindrance.${hindrance}`, { authors: "" })}
      cancelHref={head.path}
      errors={kept.summary}
    >
      {move === "send-to-review" && (
        <>
          {gate?.fields(kept)}
          <DateField name="dueOn" label={t("reviewDue")} optional value={kept.value("dueOn")} error={kept.error("dueOn")} />
          <TextArea
            name="note"
            label={t("noteToReviewers")}
            hint={t("noteHint")}
            optional
            value={kept.value("note")}
            error={kept.error("note")}
            rows={3}
          />
        </>
      )}
      {move === "reopen" && (
        <TextArea name="reason" label={t("whyReopen")} value={kept.value("reason")} error={kept.error("reason")} rows={4} />
      )}
    </ConfirmPage>
  );
}

function useConsequences({ move, leftOut, texts, reviewers, reviewersWhoWrote, ...loaded }: Loaded, gate?: MoveGate): ReactNode[] {
  const t = useTranslations("sections");
  const withoutGround = loaded.withoutGround.filter((code) => !gate?.tells("ground", code));
  const contradictionOpen = loaded.contradictionOpen.filter((code) => !gate?.tells("contradiction", code));
  if (move === "recall") return [t("recallFollows")];
  if (move === "reopen") return [t("reopenFollows"), t("reopenOnRecord")];
  return [
    reviewers.length === 0 ? t("nobodyReviews") : t("goesTo", { names: reviewers.join(", ") }),
    ...(reviewersWhoWrote.length > 0
      ? [t("reviewersWhoWrote", { names: reviewersWhoWrote.join(", "), count: reviewersWhoWrote.length })]
      : []),
    t("writingStops"),
    ...(withoutGround.length > 0 ? [t("sendsWithoutGround", { codes: withoutGround.join(", "), count: withoutGround.length })] : []),
    ...(contradictionOpen.length > 0 ? [t("sendsContradicted", { codes: contradictionOpen.join(", ") })] : []),
    ...(texts.changed > 0 ? [t("sendsChangedFigures", { count: texts.changed })] : []),
    ...(texts.broken > 0 ? [t("sendsBrokenReferences", { count: texts.broken })] : []),
    ...(leftOut.length > 0 ? [t("sendsLeftOut", { codes: leftOut.join(", "), count: leftOut.length })] : []),
  ];
}
