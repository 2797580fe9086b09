import { z } from "zod";
import { type Interest, interestInWords } from "~/domain/attribution";
import { type Entries, entriesOfForm } from "~/domain/overtaken";
import { can, type Person } from "~/domain/permissions";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { answerForm, type FormAnswer, localEntries, type VersionBody } from "~/platform/overtaken.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import { addInterviewee } from "./add-interviewee.server";
import { archiveInterviewee } from "./archive-interviewee.server";
import { changeInterviewee } from "./change-interviewee.server";
import type { IntervieweePage } from "./find-interviewee.server";
import { intervieweeAct, newInterviewee } from "./schema";
import { setIdentity } from "./set-identity.server";

type Problem = { status: 422; problem: FormProblem };

/** The texts of one name in a form, by language, without the empty ones. */
function local(typed: Record<string, string>, name: string, languages: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) =>
      (typed[`${name}@${language}`] ?? "").trim() === "" ? [] : [[language, (typed[`${name}@${language}`] ?? "").trim()]],
    ),
  );
}

interface InterestChoice {
  interest: readonly Interest["kind"][];
  interestActorId: string | null;
  interestWords: string;
}

/** The interests that were ticked, with the actor and the words that belong to them. */
function interests({ interest, interestActorId, interestWords }: InterestChoice, language: string): Interest[] {
  const words = interestWords.trim();
  return interest.map((kind) => ({
    kind,
    ...(kind === "employed-by-assessed-actor" && interestActorId !== null && { actorId: interestActorId }),
    ...(kind === "other" && words !== "" && { words: { [language]: words } }),
  }));
}

/** Adds an interviewee from the form; gives the code, or the problem to show with it. */
export async function addFromForm(
  context: ChangeContext,
  { id: assessmentId, languages, originalLanguage }: AssessmentRow,
  fields: Fields,
): Promise<{ ok: true; code: string } | ({ ok: false } & Problem)> {
  const form = parseFields(fields, newInterviewee(languages));
  if (!form.ok) return { ok: false, status: 422, problem: form.problem };
  const typed = Object.fromEntries(fields);
  const { kind, actorId, name, contact } = form.value;
  const texts = { organisation: local(typed, "organisation", languages), role: local(typed, "role", languages) };
  const made = await catchRefusal(
    () =>
      addInterviewee(context, { assessmentId, kind, actorId, name, contact, ...texts, interest: interests(form.value, originalLanguage) }),
    "invalid",
  );
  return made.ok ? { ok: true, code: made.result.code } : { ok: false, status: 422, problem: refusedField(typed, made.refusal.details) };
}

/** Does what was asked on the page of an interviewee: null when it was done. What this person may not see she may not write either. */
export async function actOnInterviewee(
  person: Person,
  context: ChangeContext,
  assessment: AssessmentRow,
  page: IntervieweePage,
  fields: Fields,
): Promise<FormAnswer | null> {
  if (!page.may.write) throw refuse("forbidden", { roles: ["lead"] });
  const form = parseFields(fields, intervieweeAct(assessment.languages));
  if (!form.ok) return { status: 422, problem: form.problem };
  const act = form.value;
  const typed = Object.fromEntries(fields);
  const { id } = page.interviewee;
  const run = async (): Promise<unknown> => {
    const base = { assessmentId: assessment.id, id, version: act.version };
    if (act.intent === "archive") return archiveInterviewee(context, base);
    if (act.intent === "identity")
      return setIdentity(context, {
        assessmentId: assessment.id,
        intervieweeId: id,
        version: act.version,
        name: act.name,
        contact: act.contact,
      });
    const texts = { organisation: local(typed, "organisation", assessment.languages), role: local(typed, "role", assessment.languages) };
    return changeInterviewee(context, {
      ...base,
      kind: act.kind,
      actorId: act.actorId,
      ...texts,
      interest: interests(act, assessment.originalLanguage),
    });
  };
  if (!can(person, "interviewee.write", assessment)) return null;
  const records = {
    change: { kind: "interviewee", id, entriesOf: (body: VersionBody) => particularsEntries(body, assessment.originalLanguage) },
    identity: { kind: "identity", id },
    archive: null,
  };
  return answerForm(db, context, { mine: entriesOfForm(act), record: records[act.intent] }, run);
}

const Interests = z.array(
  z.object({ kind: z.string(), actorId: z.string().optional(), words: z.record(z.string(), z.string()).optional() }),
);

/** A version of an interviewee as the entries of the form of her particulars. */
function particularsEntries({ kind, actorId, organisation, role, interest }: VersionBody, language: string): Entries {
  const held = Interests.parse(JSON.parse(String(interest)));
  const words = held.find((each) => each.kind === interestInWords)?.words;
  return {
    ...entriesOfForm({ kind, actorId }),
    ...localEntries(organisation, (code) => `organisation@${code}`),
    ...localEntries(role, (code) => `role@${code}`),
    interest: held.map((each) => each.kind),
    interestActorId: [held.find((each) => each.actorId)?.actorId ?? ""],
    interestWords: [words?.[language] ?? ""],
  };
}
