import { can, type Person } from "~/domain/permissions";
import { agreedScreener } from "~/domain/screening/steps";
import type { Db } from "~/platform/db.server";
import { namesOfScreeners, readScreening } from "./read-screening.server";

/** Every publication on which two people differ, with both decisions; null where the protocol asks for no screening. */
export async function loadConflicts(db: Db, assessment: { id: string; assessmentId: string; protocolNumber: number }, person: Person) {
  const screening = await readScreening(db, assessment, person.id);
  if (!screening.design) return null;
  const differing = screening.rows.filter(({ standing }) => standing.key === "conflict");
  const [names, abstracts] = await Promise.all([
    namesOfScreeners(db, differing),
    db.source.findMany({ where: { id: { in: differing.map(({ id }) => id) } }, select: { id: true, abstract: true, language: true } }),
  ]);
  const texts = new Map(abstracts.map(({ id, ...text }) => [id, text]));
  return {
    reasons: screening.design.exclusionReasons,
    languages: screening.languages,
    conflicts: differing.map(({ id, code, title, authors, issued, standing, decisions }) => {
      const here = decisions.filter(({ step, screener }) => step === standing.step && screener !== agreedScreener);
      return {
        ...{ id, code, title, authors, issued, step: standing.step },
        abstract: texts.get(id)?.abstract ?? "",
        language: texts.get(id)?.language ?? "",
        decisions: here.map(({ screener, decision, reason, note }) => ({ by: names.get(screener) ?? "", decision, reason, note })),
        maySettle: can(person, "screening.settle", {
          assessmentId: assessment.assessmentId,
          screenerIds: here.map(({ screener }) => screener),
        }),
      };
    }),
  };
}

/** The differences of a screening, as their page shows them. */
export type ConflictsShown = NonNullable<Awaited<ReturnType<typeof loadConflicts>>>;
