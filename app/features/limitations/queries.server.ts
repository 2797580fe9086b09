import { z } from "zod";
import { compareStatementCodes } from "~/domain/evidence/codes";
import { textIn } from "~/domain/local-text";
import { numberSections } from "~/domain/sections/numbering";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listSectionRows, listStatementRows } from "~/platform/evidence-graph.server";
import type { Viewer } from "~/platform/guard.server";
import { listTranslations } from "~/platform/translations.server";
import { limitationLabel } from "./keep-limitation.server";

const Ids = z.array(z.string());

/** The sections and statements of an assessment, of which a limitation can hold. */
export async function listPlaces(db: Db, user: Viewer, assessment: AssessmentRow) {
  const [sections, statements] = await Promise.all([listSectionRows(db, assessment.id), listStatementRows(db, assessment.id)]);
  return {
    sections: numberSections(sections).map(({ section: { id, code, heading }, number }) => ({
      id,
      code,
      title: [number, textIn(heading, user.language, assessment.languages)].filter(Boolean).join(" "),
    })),
    statements: statements.map(({ id, code }) => ({ id, code })).toSorted((one, other) => compareStatementCodes(one.code, other.code)),
  };
}

/** Where a limitation can hold. */
export type Places = Awaited<ReturnType<typeof listPlaces>>;

/** The limitations of an assessment that are not archived, with their translations and where each holds. */
export async function listLimitations(db: Db, assessmentId: string) {
  const rows = await db.limitation.findMany({
    where: { assessmentId, archivedAt: null },
    select: { id: true, number: true, text: true, language: true, sections: true, statements: true, version: true },
    orderBy: { number: "asc" },
  });
  const translations = await listTranslations(db, "limitation", "text", new Map(rows.map(({ id, text }) => [id, text])));
  return rows.map(({ number, sections, statements, ...row }) => ({
    ...row,
    code: limitationLabel(number),
    sections: Ids.parse(JSON.parse(sections)),
    statements: Ids.parse(JSON.parse(statements)),
    translations: translations.get(row.id) ?? [],
  }));
}

/** A limitation as its page shows it. */
export type ShownLimitation = Awaited<ReturnType<typeof listLimitations>>[number];
