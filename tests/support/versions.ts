import { db } from "~/platform/db.server";

/** The records of these whose newest kept version is another than the one they have; none, when every write keeps what it wrote. */
async function unkept(kind: string, rows: readonly { id: string; version: number }[]): Promise<string[]> {
  const versions = await db.version.findMany({ where: { kind, recordId: { in: rows.map(({ id }) => id) } }, orderBy: { number: "asc" } });
  const newest = new Map(versions.map(({ recordId, number }) => [recordId, number]));
  return rows.filter(({ id, version }) => newest.get(id) !== version).map(({ id, version }) => `${kind} ${id} ${version}`);
}

/** The same for an assessment and all its sections. */
export async function unkeptInAssessment(assessmentId: string): Promise<string[]> {
  return [
    ...(await unkept("assessment", await db.assessment.findMany({ where: { id: assessmentId } }))),
    ...(await unkept("section", await db.section.findMany({ where: { assessmentId } }))),
  ];
}
