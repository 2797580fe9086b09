import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { entriesOfForm } from "~/domain/overtaken";
import { languagesOf } from "~/domain/sections/content";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { fieldProblem, type FormProblem } from "~/platform/form-problem";
import type { Viewer } from "~/platform/guard.server";
import { translator } from "~/platform/i18n.server";
import { catchRefusal, type Refusal } from "~/platform/refusal.server";
import { countWrongPassword, forgetWrongPasswords } from "~/platform/wrong-password.server";
import { askChanges } from "./ask-changes.server";
import type { ReviewForms } from "./schema";
import type { SectionStudy } from "./section-study.server";
import { signOffSection } from "./sign-off-section.server";

type ReviewForm = z.output<typeof ReviewForms>;

/** What a reviewer decides in the form that she filled: leads back to the section, or gives the problem with its status and her form kept. */
export async function actOnReview(
  context: ChangeContext,
  user: Viewer,
  request: Request,
  study: SectionStudy,
  form: ReviewForm,
): Promise<Response | { problem: FormProblem; status: number }> {
  const { assessment, section } = study;
  const done = await catchRefusal(() => decide(context, user, assessment, study, form), "conflict", "invalid", "forbidden");
  const isWrong = !done.ok && done.refusal.details["reason"] === "wrong-password";
  if (isWrong) return (await countWrongPassword(user, request, context, entriesOfForm(form))) ?? problemOf(done.refusal, form);
  if (form.intent === "sign-off") await forgetWrongPasswords(user);
  return done.ok ? redirect(`/assessments/${assessment.slug}/sections/${section.code}`) : problemOf(done.refusal, form);
}

async function decide(
  context: ChangeContext,
  user: Viewer,
  assessment: AssessmentRow,
  { section }: SectionStudy,
  form: ReviewForm,
): Promise<unknown> {
  const place = { assessmentId: assessment.id, id: section.id, version: form.version };
  if (form.intent === "ask-changes") return askChanges(context, { ...place, reason: form.reason });
  const { content, evidence, languages, password, remarks } = form;
  const covers = languagesOf(section, assessment.languages);
  // The digests on the page are those of all languages: with fewer, only the version can say whether it changed.
  const read = languages.length === covers.length ? { read: { content, evidence } } : {};
  const meaning = translator(user.language, "sections")("meaning");
  return signOffSection(context, { ...place, password, languages, meaning, remarks: remarks ?? "", ...read });
}

function problemOf(refusal: Refusal, form: ReviewForm): { problem: FormProblem; status: number } {
  if (refusal.code === "conflict")
    return { problem: { ...fieldProblem(form, "version", "changed-meanwhile"), form: ["changed-meanwhile"], fields: {} }, status: 409 };
  if (refusal.details["reason"] === "wrong-password") return { problem: fieldProblem(form, "password", "password-wrong"), status: 403 };
  if (refusal.code === "forbidden") throw refusal;
  const { field } = refusal.details;
  return { problem: fieldProblem(form, typeof field === "string" ? field : "reason", "required"), status: 422 };
}
