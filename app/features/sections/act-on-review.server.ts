import { redirect } from "@remix-run/node";
import type { z } from "zod";
import { entriesOfForm } from "~/domain/overtaken";
import { languagesOf } from "~/domain/sections/content";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { fieldProblem, type FormProblem } from "~/platform/form-problem";
import type { Viewer } from "~/platform/guard.server";
import { translator } from "~/platform/i18n.server";
import { catchRefusal, type Refusal } from "~/platform/refusal.server";
import { countWrongPassword, forgetWrongPasswords } from "~/platform/wrong-password.server";
import { askChanges } from "./ask-changes.server";
import { sectionLabel } from "./load-chapter.server";
import { loadDifference, type Difference } from "./load-difference.server";
import type { ReviewForms } from "./schema";
import { findSectionStudy, type SectionStudy } from "./section-study.server";
import { signOffChapter } from "./sign-off-chapter.server";
import { signOffSection } from "./sign-off-section.server";

type ReviewForm = z.output<typeof ReviewForms>;
type SigningForm = Exclude<ReviewForm, { intent: "ask-changes" }>;

/**
 * What is wrong with a decision; `difference` is what changed while she read, for her to see and sign again, and `section` names the one of
 * a chapter that it is about.
 */
export interface ReviewProblem extends FormProblem {
  section?: string | undefined;
  difference?: Difference | undefined;
}

/** What a reviewer decides in the form that she filled: leads back to the section, or gives the problem with its status and her form kept. */
export async function actOnReview(
  context: ChangeContext,
  user: Viewer,
  request: Request,
  study: SectionStudy,
  form: ReviewForm,
): Promise<Response | { problem: ReviewProblem; status: number }> {
  const { assessment, section } = study;
  const done = await catchRefusal<unknown>(() => decide(context, user, study, form), "conflict", "invalid", "forbidden", "wrong-state");
  const isWrong = !done.ok && done.refusal.details["reason"] === "wrong-password";
  if (isWrong) return (await countWrongPassword(user, request, context, entriesOfForm(form))) ?? problemOf(done.refusal, form);
  if (form.intent !== "ask-changes") await forgetWrongPasswords(user);
  if (done.ok) return redirect(`/assessments/${assessment.slug}/sections/${section.code}`);
  const { problem, status } = problemOf(done.refusal, form);
  return { problem: { ...problem, ...(await shownWith(done.refusal, user, study, form)) }, status };
}

async function decide(context: ChangeContext, user: Viewer, study: SectionStudy, form: ReviewForm): Promise<unknown> {
  const { section } = study;
  const assessmentId = study.assessment.id;
  if (form.intent === "ask-changes")
    return askChanges(context, { assessmentId, id: section.id, version: form.version, reason: form.reason });
  const said = {
    assessmentId,
    password: form.password,
    meaning: translator(user.language, "sections")("meaning"),
    remarks: form.remarks ?? "",
  };
  if (form.intent === "sign-chapter")
    return signOffChapter(context, { ...said, sections: form.sections.map((value) => chosen(study, value)) });
  const { content, evidence, languages, version } = form;
  return signOffSection(context, { ...said, id: section.id, version, languages, read: { content, evidence } });
}

/** A section of a chapter as it was chosen: its id, its version, the digests that were shown, and after which change of it. */
function chosen({ document, assessment }: SectionStudy, value: string) {
  const [id = "", version, content = "", evidence = "", changes] = value.split(" ");
  const language = document.sections.find((one) => one.id === id)?.language ?? null;
  const languages = languagesOf({ language }, assessment.languages);
  return { id, version: Number(version), languages, read: { content, evidence }, changes: Number(changes) };
}

/** What is shown with a refusal: what changed since she opened the form, where the form says when that was, and of a chapter in which section. */
async function shownWith(refusal: Refusal, user: Viewer, study: SectionStudy, form: ReviewForm): Promise<Partial<ReviewProblem>> {
  const { assessment, document } = study;
  if (form.intent === "ask-changes") return {};
  const id = form.intent === "sign-off" ? study.section.id : refusal.details["sectionId"];
  const code = document.sections.find((one) => one.id === id)?.code;
  if (code === undefined) return {};
  const now = await findSectionStudy(db, user, assessment, code);
  const section = form.intent === "sign-chapter" ? { section: sectionLabel(now.reading, now.section, now.numbered.number) } : {};
  const changes = changesRead(study, form, now.section.id);
  if (refusal.code !== "conflict" || changes === undefined || form.readAt === undefined) return section;
  return { ...section, difference: await loadDifference(db, now, { changes, at: new Date(form.readAt) }) };
}

/** After which change of the section she read it. */
function changesRead(study: SectionStudy, form: SigningForm, id: string): number | undefined {
  if (form.intent === "sign-off") return form.changes;
  return form.sections.map((value) => chosen(study, value)).find((one) => one.id === id)?.changes;
}

/** What a person is told who is no reviewer any more, or wrote a part of it meanwhile. */
const forbidden: Readonly<Record<string, string>> = { "not-reviewer": "no-reviewer", "own-work": "wrote-part" };

function problemOf(refusal: Refusal, form: ReviewForm): { problem: FormProblem; status: number } {
  const { field, reason } = refusal.details;
  const whole = (message: string) => ({ ...fieldProblem(form, "version", message), form: [message], fields: {} });
  if (reason === "wrong-password") return { problem: fieldProblem(form, "password", "password-wrong"), status: 403 };
  if (refusal.code === "conflict") return { problem: whole("changed-meanwhile"), status: 409 };
  if (refusal.code === "wrong-state") return { problem: whole("review-over"), status: 409 };
  if (refusal.code === "forbidden") return { problem: whole(forbidden[String(reason)] ?? "no-reviewer"), status: 403 };
  if (field === "sign-off") return { problem: whole("review-over"), status: 422 };
  return { problem: fieldProblem(form, typeof field === "string" ? field : "reason", "required"), status: 422 };
}
