import { redirect } from "@remix-run/node";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { type FormProblem, refusedField } from "~/platform/form-problem";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { closeSheet } from "./close-sheet.server";
import { decideRows } from "./decide-rows.server";
import { discardSheet } from "./discard-sheet.server";
import { type FoundSheet, findSheet } from "./find-sheet.server";
import { mapSheet, readSheetAgain } from "./map-sheet.server";
import type { SheetForm } from "./schema";
import { takeSheet } from "./take-sheet.server";

/** A form on the page of a spreadsheet that was not kept; 409 where the sheet, or what it would do, was changed meanwhile. */
export interface SheetAnswer {
  status: 409 | 422;
  problem: FormProblem;
}

/** Where the forms are posted: the page of the spreadsheet, the page as it was narrowed, and the list. */
export interface SheetPlace {
  path: string;
  back: string;
  list: string;
}

/** Does what a form on the page of a spreadsheet asks, and leads on; what is refused or overtaken comes back with all that was typed. */
export async function actOnSheet(
  context: ChangeContext,
  kind: SheetKind,
  found: FoundSheet,
  place: SheetPlace,
  form: SheetForm,
): Promise<Response | SheetAnswer> {
  const done = await catchRefusal(() => act(context, kind, found, place, form), "invalid", "conflict", "wrong-state");
  if (done.ok) return redirect(done.result);
  const { code, details } = done.refusal;
  if (code === "invalid") return { status: 422, problem: refusedField(typed(form), details) };
  // What is pressed twice finds done, or under way, what the first press does.
  const now = await findSheet(db, kind, context.by.id, String(found.number));
  if (form.intent === "take" && now.begun) return redirect(place.path);
  return { status: 409, problem: { fields: {}, form: [], values: typed(form) } };
}

function typed(form: SheetForm): Record<string, string[]> {
  if (form.intent === "read" || form.intent === "map")
    return {
      intent: [form.intent],
      target: form.target,
      numbers: form.numbers,
      currency: form.currency,
      asOf: form.asOf.map((date) => date ?? ""),
    };
  if (form.intent === "discard" || form.intent === "close") return { intent: [form.intent] };
  const decisions = form.decision.map(({ row, decision }) => `${row}:${decision ?? ""}`);
  return { intent: [form.intent], at: form.at, value: form.value, decision: decisions };
}

/** Does it; gives the page to go on at. */
async function act(
  context: ChangeContext,
  kind: SheetKind,
  found: FoundSheet,
  { path, back, list }: SheetPlace,
  form: SheetForm,
): Promise<string> {
  const { id } = found;
  switch (form.intent) {
    case "read":
      await readSheetAgain(context, kind, { ...form, id }, found);
      return `${path}?step=columns`;
    case "map":
      await mapSheet(context, kind, { ...form, id, columns: columnsOf(form, found) });
      return path;
    case "decide":
      await decideRows(context, kind, { ...rowsOf(form), id });
      return back;
    case "take": {
      const { version, changed } = found.begun
        ? { version: form.version, changed: false }
        : await decideRows(context, kind, { ...rowsOf(form), id });
      // What was mended on the page changes what would be done: it is shown first.
      if (!changed) await takeSheet(context, kind, { id, version, plan: form.plan });
      return changed ? back : path;
    }
    case "discard":
      await discardSheet(context, kind, { ...form, id });
      return list;
    case "close":
      await closeSheet(context, kind, { ...form, id });
      return path;
  }
}

function columnsOf({ target, numbers, currency, asOf }: SheetForm & { intent: "map" }, { mapping }: FoundSheet) {
  if (target.length !== mapping.columns.length) throw refuse("invalid", { field: "target", problem: "unknown" });
  return target.map((one, at) => ({ target: one, numbers: numbers[at] || null, currency: currency[at] || null, asOf: asOf[at] ?? null }));
}

function rowsOf({ version, row, at, value, decision }: SheetForm & { intent: "decide" | "take" }) {
  if (at.length !== value.length) throw refuse("invalid", { field: "at", problem: "unknown" });
  const cells = at.map((name, place) => {
    const [line = 0, column = 0] = name.split(":").map(Number);
    return { row: line, column, text: value[place] ?? "" };
  });
  return { version, rows: row, cells, decisions: decision };
}
