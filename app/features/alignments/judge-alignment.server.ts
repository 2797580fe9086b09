import { judgedOf, storedLevel } from "~/domain/judgements/value";
import { findFramework, findScale, policyNodeCode } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { isOnScale, type ScaleValue } from "~/domain/protocol/scales";
import { findStudy, personOf, requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { setGrounds } from "~/platform/grounds.server";
import { newId } from "~/platform/ids.server";
import { refuse } from "~/platform/refusal.server";
import { indexAlignment, keepAlignment } from "./keep-alignment.server";

/** A judgement of one policy node: a value of the framework's scale (or an answer without a level), its reasons and what it rests on; version 0 is the first. */
export interface JudgeAlignment {
  assessmentId: string;
  framework: string;
  node: string;
  version: number;
  value: ScaleValue;
  reasons: string;
  language: string;
  grounds: readonly string[];
}

export async function judgeAlignment(context: ChangeContext, input: JudgeAlignment): Promise<{ id: string; version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, framework, node, version } = input;
    requireMay(context, assessmentId, "alignment.judge", "alignment.read");
    const study = await findStudy(tx, assessmentId);
    const { code, value } = judged(study.protocol, input);
    const before = await tx.alignment.findUnique({ where: { assessmentId_framework_node: { assessmentId, framework, node } } });
    if ((before?.version ?? 0) !== version) throw refuse("conflict", { version: before?.version ?? 0, theirs: before?.reasons ?? "" });
    const after = { ...value, reasons: input.reasons, language: input.language };
    const id = before?.id ?? newId(context.at);
    const grounds = await setGrounds(
      tx,
      context,
      { ...study, viewer: personOf(context, assessmentId) },
      { kind: "alignment", id },
      input.grounds,
    );
    const changed = fields.filter((field) => (before?.[field] ?? null) !== after[field]);
    if (changed.length === 0 && grounds === null) return { result: { id, version }, event: "nothing changed" };
    await write(
      tx,
      context,
      { id, assessmentId, framework, node, code, ...after, protocolNumber: study.assessment.protocolNumber },
      version,
    );
    await keepAlignment(tx, context, id);
    await indexAlignment(tx, id);
    const told = Object.fromEntries(changed.map((field) => [field, { before: before?.[field] ?? null, after: after[field] }]));
    const subject = { type: "alignment", id, version: version + 1 } as const;
    return {
      result: { id, version: version + 1 },
      event: { action: "alignment.judge", subject, label: code, change: { framework, node, ...told, ...(grounds && { grounds }) } },
    };
  });
}

const fields = ["level", "without", "reasons", "language"] as const;

/** The code of the node and the columns of the value; refuses a node that is not there or only a heading, and a value that the scale does not have. */
function judged(protocol: Protocol, { framework: frameworkId, node: nodeId, value }: JudgeAlignment) {
  const framework = findFramework(protocol, frameworkId);
  const node = framework?.nodes.find(({ id }) => id === nodeId);
  const scale = framework && findScale(protocol, framework.scale);
  if (!framework || !node || !scale || node.kind === "group") throw refuse("not-found");
  if (!isOnScale(scale, value)) throw refuse("invalid", { field: "value", problem: "unknown" });
  const { level, without } = judgedOf(scale, value);
  return { code: policyNodeCode(framework, node), value: { level: storedLevel(level), without } };
}

type Row = Omit<Parameters<Tx["alignment"]["create"]>[0]["data"], "byId" | "at" | "version"> & { id: string };

async function write(tx: Tx, { by, at }: ChangeContext, { id, ...row }: Row, version: number): Promise<void> {
  const data = { ...row, byId: by.id, at, version: version + 1 };
  if (version === 0) await tx.alignment.create({ data: { id, ...data } });
  else await tx.alignment.update({ where: { id }, data });
}
