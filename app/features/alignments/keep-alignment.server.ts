import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { indexText } from "~/platform/index-text.server";
import { keepVersion } from "~/platform/versions.server";

/** Keeps what an alignment holds now, its grounds included. */
export async function keepAlignment(tx: Tx, { by, at }: ChangeContext, id: string): Promise<void> {
  const { assessmentId, framework, node, code, level, without, reasons, language, protocolNumber, version } =
    await tx.alignment.findUniqueOrThrow({ where: { id } });
  const grounds = await tx.ground.findMany({
    where: { holderKind: "alignment", holderId: id },
    select: { evidenceKind: true, evidenceId: true },
    orderBy: { evidenceId: "asc" },
  });
  const body = { framework, node, code, level, without, reasons, language, protocolNumber, grounds };
  await keepVersion(tx, { assessmentId, kind: "alignment", recordId: id, number: version, body, by, at });
}

/** Lets an alignment be found by the words of its reasons. */
export async function indexAlignment(tx: Tx, id: string): Promise<void> {
  const { assessmentId, reasons, language } = await tx.alignment.findUniqueOrThrow({ where: { id } });
  await indexText(tx, { assessmentId, kind: "alignment", recordId: id, field: "reasons", language, text: reasons });
}
