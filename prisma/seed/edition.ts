import { compileEdition } from "~/features/editions/compile-edition.server";
import { releaseEdition } from "~/features/editions/release-edition.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import type { Agenda } from "./agenda";
import type { SeededStudy } from "./study";

/** A concept compiled one day and released the next, so that the commissioner has something to read. */
export function planEdition(
  agenda: Agenda,
  study: SeededStudy,
  { lead, compiled, released }: { lead: string; compiled: string; released: string },
): void {
  const made = { id: "" };
  agenda.spread(compiled, 10, [study], async (_, at) => {
    const assessment = await findAssessmentRowIfAny(db, study.slug);
    if (!assessment) throw refuse("not-found");
    made.id = (await compileEdition(study.as(lead, at), { assessment, languages: assessment.languages, purpose: "concept" })).id;
  });
  agenda.spread(released, 9, [study], (_, at) => releaseEdition(study.as(lead, at), { assessmentId: study.id, id: made.id, version: 1 }));
}
