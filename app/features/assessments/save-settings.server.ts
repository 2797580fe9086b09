import type { LocalText } from "~/domain/local-text";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { ChangeContext } from "~/platform/change.server";
import type { ParsedForm } from "~/platform/parse-form.server";
import { parseForm } from "~/platform/parse-form.server";
import type { FormProblem } from "~/platform/form-problem";
import { changeSettings } from "./change-settings.server";
import { settingsForm } from "./schema";

/** Reads the form of the settings, one title and notice per language of the assessment, and saves it; answers what is wrong with it, or null. */
export async function saveSettings(context: ChangeContext, request: Request, assessment: AssessmentRow): Promise<FormProblem | null> {
  const { id: assessmentId, slug, languages, originalLanguage } = assessment;
  const form: ParsedForm<Settings> = await parseForm(request, settingsForm(languages, originalLanguage));
  if (!form.ok) return form.problem;
  const { version, startsOn, endsOn } = form.value;
  await changeSettings(context, {
    assessmentId,
    slug,
    version,
    startsOn,
    endsOn,
    title: textOf(form.value, "title", languages) ?? assessment.title,
    notice: textOf(form.value, "notice", languages),
  });
  return null;
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
