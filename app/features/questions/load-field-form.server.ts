import type { SerializeFrom } from "@remix-run/node";
import { formFields } from "~/domain/forms/form-field";
import { askedFields } from "~/domain/forms/is-asked";
import { progressOf } from "~/domain/forms/progress";
import type { Answers, StoredAnswer } from "~/domain/forms/stored-answer";
import type { AnswerValue } from "~/domain/forms/values";
import { isAnsweredState, isNotApplicable } from "~/domain/field-answer";
import { LocalText } from "~/domain/local-text-schema";
import { can } from "~/domain/permissions";
import { findQuestion, formOf } from "~/domain/protocol/readers";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { listReferences } from "~/platform/references.server";
import { refuse } from "~/platform/refusal.server";

/** The form of a research question: the fields that are asked, given the answers so far, each with what was kept. Not found where it has none. */
export async function loadFieldForm(db: Db, user: Viewer, assessment: AssessmentRow, code: string | undefined) {
  const protocol = await protocolOf(assessment);
  const question = findQuestion(protocol, code ?? "");
  const fields = formFields(question ? formOf(protocol, question.id) : []);
  if (!question || fields.length === 0) throw refuse("not-found");
  const rows = await db.fieldAnswer.findMany({ where: { assessmentId: assessment.id, question: question.id } });
  const writers = await db.user.findMany({
    where: { id: { in: [...new Set(rows.map(({ byId }) => byId))] } },
    select: { id: true, name: true },
  });
  const answers: Answers = Object.fromEntries(rows.map((row) => [row.field, stored(row)]));
  return {
    question: { code: question.id, text: question.text },
    progress: progressOf(fields, answers),
    fields: askedFields(fields, answers).map((field) => {
      const row = rows.find((each) => each.field === field.name);
      return {
        field,
        version: row?.version ?? 0,
        value: row ? valueOf(row) : null,
        notApplicable: row ? isNotApplicable(row.state) : false,
        reason: row?.reason ?? "",
        explanation: row?.explanation ?? "",
        at: row?.at ?? null,
        byName: writers.find(({ id }) => id === row?.byId)?.name ?? null,
      };
    }),
    languages: assessment.languages,
    scales: protocol.scales ?? [],
    ...(await listReferences(
      db,
      assessment.id,
      protocol,
      fields.map(({ name, answer }) => ({ answer, value: givenIn(answers[name]) })),
    )),
    may: { write: can(user, "question.answer", assessment) && assessment.closedAt === null },
  };
}

function givenIn(answer: StoredAnswer | undefined): unknown {
  return answer && "value" in answer ? answer.value : undefined;
}

interface Row {
  state: string;
  value: string | null;
  reason: string | null;
  wording: string;
  protocolNumber: number;
}

function valueOf({ state, value }: Row): AnswerValue | null {
  return isAnsweredState(state) && value !== null ? (JSON.parse(value) as AnswerValue) : null; // was checked by answerSchema when it was kept
}

function stored(row: Row): StoredAnswer {
  const asked = { wording: LocalText.parse(JSON.parse(row.wording)), protocolVersion: row.protocolNumber };
  if (isNotApplicable(row.state)) return { state: "not-applicable", ...(row.reason && { reason: row.reason }), ...asked };
  const value = valueOf(row);
  return value === null ? { state: "open", ...asked } : { state: "answered", value: value as never, ...asked }; // JSON, as it was parsed
}

/** What the page of a form gets. */
export type FieldFormPage = SerializeFrom<typeof loadFieldForm>;
/** One field of it. */
export type FieldOfForm = FieldFormPage["fields"][number];
