import { canonical } from "~/domain/canonical";
import type { LocalText } from "~/domain/local-text";
import { requireStatementKind, type StatementKind } from "~/domain/evidence/kinds";
import { findScale } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { levelsOf } from "~/domain/protocol/scales";
import { findStudy } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findBlockRow, findSectionToWrite, labelOf, type FoundBlock } from "~/platform/find-section.server";
import { countChange, keepBlock } from "~/platform/keep-block.server";
import type { SavedBlock } from "./save-block.server";

/** Confidence in a statement on the protocol's scale, and in words how what contradicts it was dealt with. */
export interface Weighing {
  level: string | null;
  reason: string;
  components: { readonly [component: string]: string };
  contradiction: string;
  /** Who should act on a recommendation; left out, it stays as it is. */
  addressedTo?: LocalText;
}

/** What is said of a statement; `version` is the block's. */
export interface SetConfidence extends Weighing {
  assessmentId: string;
  blockId: string;
  version: number;
}

export async function setConfidence(context: ChangeContext, input: SetConfidence): Promise<SavedBlock> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, blockId, version } = input;
    const block = await findBlockRow(tx, assessmentId, blockId);
    const section = await findSectionToWrite(tx, context, assessmentId, block.sectionId);
    if (!block.statement) throw refuse("invalid", { field: "level", message: "not-a-statement" });
    requireOnScale((await findStudy(tx, assessmentId)).protocol, requireStatementKind(block.statement.kind), input);
    requireAddressable(requireStatementKind(block.statement.kind), input);
    const told = toldOf(block.statement, columnsOf(input, block.statement));
    if (Object.keys(told).length === 0) return { result: { version: block.version, changes: section.changes }, event: "nothing changed" };
    if (block.version !== version)
      throw refuse("conflict", {
        theirs: { version: block.version, byId: block.byId, at: block.at.toISOString(), document: block.document },
      });
    const { count } = await tx.block.updateMany({
      where: { id: blockId, version },
      data: { version: version + 1, byId: context.by.id, at: context.at },
    });
    if (count === 0) throw refuse("conflict");
    await tx.statement.update({ where: { blockId }, data: columnsOf(input, block.statement) });
    await keepBlock(tx, context, blockId);
    const { changes, started } = await countChange(tx, context, section);
    const subject = { type: "block", id: blockId, version: version + 1 } as const;
    const event = {
      action: "statement.set-confidence",
      subject,
      label: labelOf(block, section),
      change: { section: section.code, ...told },
    } as const;
    return { result: { version: version + 1, changes }, event: [event, ...started] };
  });
}

/** What is said of a statement, as its row keeps it. */
export function columnsOf({ level, reason, components, contradiction, addressedTo }: Weighing, before: { addressedTo: string }) {
  const filled = Object.fromEntries(Object.entries(components).filter(([, value]) => value !== ""));
  const confidenceComponents = Object.keys(filled).length === 0 ? "" : canonical(filled);
  return {
    confidence: level,
    confidenceReason: reason,
    confidenceComponents,
    contradictionAnswer: contradiction,
    addressedTo: addressedTo ? storedText(addressedTo) : before.addressedTo,
  };
}

function storedText(text: LocalText): string {
  const filled = Object.entries(text).filter(([, words]) => words.trim() !== "");
  return filled.length === 0 ? "" : canonical(Object.fromEntries(filled));
}

/** Refuses a level, a component or a level of a component that the protocol's scale of confidence does not have for this kind of statement. */
function requireOnScale(protocol: Protocol, kind: StatementKind, { level, components }: Weighing): void {
  const rule = protocol.rules.confidence;
  const scale = rule?.statements.includes(kind) ? findScale(protocol, rule.scale) : null;
  const isLevel = level === null || (scale !== null && levelsOf(scale).some(({ key }) => key === level));
  if (!isLevel) throw refuse("invalid", { field: "level", message: "choose" });
  const known = scale?.kind === "ordinal" ? scale : null;
  const fits = Object.entries(components).every(
    ([component, value]) =>
      value === "" || (known?.components?.some(({ key }) => key === component) && known.componentLevels?.some(({ key }) => key === value)),
  );
  if (!fits) throw refuse("invalid", { field: "components", message: "choose" });
}

/** Only a recommendation says who should act. */
function requireAddressable(kind: StatementKind, { addressedTo = {} }: Weighing): void {
  const said = Object.values(addressedTo).some((words) => words.trim() !== "");
  if (said && kind !== "recommendation") throw refuse("invalid", { field: "addressedTo", message: "not-a-recommendation" });
}

type Columns = ReturnType<typeof columnsOf>;

/** What the trail tells: the fields that changed. */
function toldOf(before: NonNullable<FoundBlock["statement"]>, after: Columns) {
  const names = {
    level: "confidence",
    reason: "confidenceReason",
    components: "confidenceComponents",
    contradiction: "contradictionAnswer",
    addressedTo: "addressedTo",
  } as const;
  const changed = Object.entries(names).filter(([, column]) => before[column] !== after[column]);
  return Object.fromEntries(changed.map(([name, column]) => [name, { before: before[column], after: after[column] }]));
}
