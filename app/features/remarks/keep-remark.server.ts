import { z } from "zod";
import type { LocalText } from "~/domain/local-text";
import { stances } from "~/domain/remarks/remark";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { keepVersion } from "~/platform/versions.server";

/** What the team made of a remark, as it is stored; a text that nobody wrote is an empty object. */
export const Answered = z.object({
  stance: z.enum(stances).nullable(),
  response: z.string().transform(texts),
  changed: z.string().transform(texts),
  statements: z.string().transform((stored) => z.array(z.string()).parse(JSON.parse(stored))),
});

function texts(stored: string): LocalText {
  return z.record(z.string(), z.string()).parse(JSON.parse(stored));
}

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
