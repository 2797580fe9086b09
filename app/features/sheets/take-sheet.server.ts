import { importMoveNow } from "~/domain/moves/source-import";
import { type PlannedRow, planText, writes } from "~/domain/sheets/planned";
import { asEvents, change, type ChangeContext, type Outcome } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { type FoundSheet, findSheetToChange, type NamedSheet, readOf } from "./find-sheet.server";
import { finishSheet } from "./finish-sheet.server";

/** How many rows one change takes over: few enough that nobody waits for long. */
const atOnce = 25;

/** What a plan comes to, as a page carries it: what is done is what was shown, or it is refused. */
export function planDigest(rows: readonly PlannedRow[]): string {
  return sha256(planText(rows)).slice(0, 32);
}

/** A plan that holds for the next change too, as long as nobody else wrote: the chain is where the last change left it. */
interface HeldPlan {
  rows: readonly PlannedRow[];
  /** The newest event of the chain that the plan knows of: of what is there, or of what taking its rows over added. */
  seq: number;
  /** What was taken over since: rows, and the records that they add to. A row that adds to any of these is planned again. */
  touched: ReadonlySet<string>;
}

/** What one change came to: whether everything is done, and the plan for the next. */
interface Step {
  done: boolean;
  held: HeldPlan | null;
}

/**
 * Takes the rows of a spreadsheet over as planned, some in each change, and closes it. Killed half way it goes on where it stopped, and asked twice it adds
 * nothing twice. Refuses, before anything is done, where what would be done now is not what the page said (`plan`).
 */
export async function takeSheet(context: ChangeContext, kind: SheetKind, input: NamedSheet & { plan: string }): Promise<void> {
  const chain = kind.assessment.id;
  for (let step: Step = { done: false, held: null }; !step.done;) {
    const { held } = step;
    step = await change({ ...context, chain }, async (tx) => {
      const found = await findSheetToChange(tx, context, kind, input.id);
      const move = importMoveNow(found.state, found.begun, "take");
      if (!move) throw refuse("wrong-state", { state: found.state });
      if (found.version !== input.version) throw refuse("conflict", { version: found.version });
      const { seq } = await tx.chainHead.findUniqueOrThrow({ where: { chain } });
      const plan = held?.seq === seq ? held : await planNow(tx, kind, found, seq);
      if (!found.begun && planDigest(plan.rows) !== input.plan) throw refuse("conflict", { version: found.version });
      const taken = await takeSome(tx, context, kind, found, plan);
      return taken ?? { result: { done: true, held: null }, event: await finishSheet(tx, context, kind, found, move.to) };
    });
  }
}

async function planNow(tx: Tx, kind: SheetKind, found: FoundSheet, seq: number): Promise<HeldPlan> {
  return { rows: await kind.plan(tx, readOf(found)), seq, touched: new Set() };
}

/** What a row adds to, and itself. */
const touchedBy = ({ row, target }: PlannedRow) => [`row ${row}`, ...addsTo(target)];

const addsTo = (target: PlannedRow["target"]) => (target === null ? [] : ["code" in target ? target.code : `row ${target.row}`]);

const nextRows = ({ rows }: HeldPlan, after: number) => rows.filter((one) => one.row > after && writes(one)).slice(0, atOnce);

/** Takes the next rows of the pass over, or of the one after it; null when nothing is left in the last. */
async function takeSome(tx: Tx, context: ChangeContext, kind: SheetKind, found: FoundSheet, held: HeldPlan): Promise<Outcome<Step> | null> {
  const from = found.mapping.done ?? { pass: 1, row: -1 };
  let plan = held;
  for (let { pass, row } = from; pass <= kind.passes; pass += 1, row = -1) {
    const isNext = pass > from.pass && plan.touched.size > 0;
    const isTouched = nextRows(plan, row).some(({ target }) => addsTo(target).some((one) => plan.touched.has(one)));
    if (isNext || isTouched) plan = await planNow(tx, kind, found, plan.seq);
    const rows = nextRows(plan, row);
    const last = rows.at(-1);
    if (!last) continue;
    const { events, added, changed } = await kind.take(tx, context, readOf(found), rows, pass);
    const mapping = { ...found.mapping, done: { pass, row: last.row } };
    await tx.sheetImport.update({
      where: { id: found.id },
      data: { mapping: JSON.stringify(mapping), added: { increment: added }, changed: { increment: changed } },
    });
    const touched = new Set([...plan.touched, ...rows.flatMap(touchedBy)]);
    return { result: { done: false, held: { rows: plan.rows, seq: plan.seq + events.length, touched } }, event: asEvents(events) };
  }
  return null;
}
