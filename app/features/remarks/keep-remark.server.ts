import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepVersion } from "~/platform/versions.server";

/** What a remark holds of its response before anybody wrote one. */
export const unanswered = { stance: null, response: "{}", changed: "{}", statements: "[]" } as const;

/** Keeps what a remark holds now. */
export async function keepRemark(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, version, ...row } = await tx.remark.findUniqueOrThrow({ where: { id } });
  const { code, sectionCode, statementCode, passage, text, language, stance, response, changed, statements } = row;
  const times = [row.sentAt, row.withdrawnAt, row.shownAt].map((time) => time?.toISOString() ?? null);
  const [sentAt, withdrawnAt, shownAt] = times;
  const said = { code, sectionCode, statementCode, passage, text, language, sentAt, withdrawnAt };
  const body = { ...said, stance, response, changed, statements, shownAt };
  await keepVersion(tx, { assessmentId, kind: "remark", recordId: id, number: version, body, by, at });
}
