import type { ChangeContext } from "./change.server";
import type { Tx } from "./db.server";
import { keepVersion } from "./versions.server";

/** Keeps what an assessment's own row holds now: its settings, the protocol in force, and whether that is frozen. */
export async function keepAssessment(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const row = await tx.assessment.findUniqueOrThrow({ where: { id } });
  const { slug, originalLanguage, startsOn, endsOn, protocolNumber, frozenAt, closedAt, version } = row;
  const body = {
    slug,
    title: JSON.parse(row.title) as unknown,
    languages: JSON.parse(row.languages) as unknown,
    originalLanguage,
    startsOn,
    endsOn,
    notice: row.notice === null ? null : (JSON.parse(row.notice) as unknown),
    protocolNumber,
    frozenAt: frozenAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
  };
  await keepVersion(tx, { assessmentId: id, kind: "assessment", recordId: id, number: version, body, by, at });
}
