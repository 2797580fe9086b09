import type { LocalText } from "~/domain/local-text";
import { entriesOfForm } from "~/domain/overtaken";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, type FormAnswer, localEntries, type VersionBody } from "~/platform/overtaken.server";
import type { ParsedForm } from "~/platform/parse-form.server";
import { parseForm } from "~/platform/parse-form.server";
import { changeSettings } from "./change-settings.server";
import { settingsForm } from "./schema";

/** Reads the form of the settings, one title and notice per language of the assessment, and saves it; answers what is wrong with it, or null. */
export async function saveSettings(context: ChangeContext, request: Request, assessment: AssessmentRow): Promise<FormAnswer | null> {
  const { id: assessmentId, slug, languages, originalLanguage } = assessment;
  const form: ParsedForm<Settings> = await parseForm(request, settingsForm(languages, originalLanguage));
  if (!form.ok) return { status: 422, problem: form.problem };
  const { version, startsOn, endsOn } = form.value;
  const settings = {
    assessmentId,
    slug,
    version,
    startsOn,
    endsOn,
    title: textOf(form.value, "title", languages) ?? assessment.title,
    notice: textOf(form.value, "notice", languages),
  };
  const record = { kind: "assessment", id: assessmentId, entriesOf: settingsEntries };
  return answerForm(db, context, { mine: entriesOfForm({ ...form.value }), record }, () => changeSettings(context, settings));
}

/** A version of an assessment as the entries of the form of its settings. */
function settingsEntries({ title, notice, startsOn, endsOn }: VersionBody) {
  return {
    ...localEntries(title, (language) => `title.${language}`),
    ...localEntries(notice, (language) => `notice.${language}`),
    ...entriesOfForm({ startsOn, endsOn }),
  };
}

interface Settings {
  version: number;
  startsOn: string | null;
  endsOn: string | null;
}

function textOf(value: object, field: string, languages: readonly string[]): LocalText | null {
  const given = new Map<string, unknown>(Object.entries(value));
  const texts = languages.flatMap((language) => {
    const text = given.get(`${field}.${language}`);
    return typeof text === "string" && text !== "" ? [[language, text] as const] : [];
  });
  return texts.length === 0 ? null : Object.fromEntries(texts);
}
