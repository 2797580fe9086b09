import { askForDraft } from "~/features/editions/ask-for-draft.server";
import { compileEdition, type CompiledEdition } from "~/features/editions/compile-edition.server";
import { releaseEdition } from "~/features/editions/release-edition.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { as, type Cast } from "../cast";
import { hour } from "./interview-scene";

/** Compiles a concept in Dutch and English of the cast's assessment as it stands, by its lead. */
export async function givenDraft(cast: Cast, n = 30): Promise<CompiledEdition> {
  const assessment = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!assessment) throw new Error("no assessment");
  return compileEdition(as(cast.lead, hour(n)), { assessment, languages: ["nl", "en"], purpose: "concept", formats: ["docx", "html"] });
}

/** Asks for a concept in Dutch, by the lead of the cast's assessment. */
export async function givenAskedDraft(cast: Cast, n = 30): Promise<{ id: string }> {
  const assessment = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!assessment) throw new Error("no assessment");
  return askForDraft(as(cast.lead, hour(n)), { assessment, languages: ["nl"], purpose: "concept" });
}

/** Compiles a concept and releases it: what the commissioner reads. */
export async function givenReleased(cast: Cast, n = 30): Promise<CompiledEdition> {
  const made = await givenDraft(cast, n);
  await releaseEdition(as(cast.lead, hour(n + 1)), { assessmentId: cast.assessment.id, id: made.id, version: 1 });
  return made;
}
