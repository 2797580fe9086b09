import type { LocalText } from "~/domain/local-text";
import type { AssessmentRow } from "~/platform/assessment.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import { keepAssessment } from "~/platform/keep-assessment.server";
import { refuse } from "~/platform/refusal.server";
import { spelledOut } from "./spelled-out";

/** The settings of an assessment, at the version that was read. */
export interface ChangeSettings {
  assessmentId: string;
  slug: string;
  version: number;
  title: LocalText;
  notice: LocalText | null;
  startsOn: string | null;
  endsOn: string | null;
}

/** Changes the title, dates and notice of an assessment. */
export async function changeSettings(context: ChangeContext, input: ChangeSettings): Promise<void> {
  const { assessmentId: id, title, notice, startsOn, endsOn } = input;
  return change({ ...context, chain: id }, async (tx) => {
    const before = await findAssessmentRowIfAny(tx, input.slug);
    if (!before || before.id !== id) throw refuse("not-found");
    if (before.version !== input.version) throw refuse("conflict", { theirs: { title: before.title, version: before.version } });
    const told = differences(before, input);
    if (Object.keys(told).length === 0) return { result: undefined, event: "nothing changed" };
    const version = before.version + 1;
    const data = { title: JSON.stringify(title), notice: notice && JSON.stringify(notice), startsOn, endsOn, version };
    const { count } = await tx.assessment.updateMany({ where: { id, version: before.version }, data });
    if (count === 0) throw refuse("conflict");
    await keepAssessment(tx, context, id);
    return {
      result: undefined,
      event: {
        action: "assessment.change",
        subject: { type: "assessment", id, version },
        label: title[before.originalLanguage] ?? before.slug,
        change: told,
      },
    };
  });
}

function differences(before: Omit<AssessmentRow, "role">, after: ChangeSettings) {
  const fields = {
    title: { before: spelledOut(before.title), after: spelledOut(after.title) },
    startsOn: { before: before.startsOn, after: after.startsOn },
    endsOn: { before: before.endsOn, after: after.endsOn },
    notice: { before: spelledOut(before.notice), after: spelledOut(after.notice) },
  };
  return Object.fromEntries(Object.entries(fields).filter(([, was]) => was.before !== was.after));
}
