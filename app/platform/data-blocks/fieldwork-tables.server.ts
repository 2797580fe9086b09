import { z } from "zod";
import type { NamedInterviewee } from "~/domain/attribution";
import type { DataRow, DataTable, DataWords } from "~/domain/evidence/data-table";
import { whyNotHeld } from "~/domain/interviews/not-held";
import { heldStates, interviewStates, notHeldStates } from "~/domain/moves/interview";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "../db.server";
import { listParticipants } from "../interviewees.server";
import { column, plainWords, textWords, toolWords, unboundColumn } from "./words";

/**
 * How the interviews were chosen and what became of them: how many were considered, agreed, invited and held, and of each that did
 * not take place why. Nobody is named: the perspective, the kind of organisation where the level allows it, and a reason of the list.
 */
export async function fieldworkTables(db: Db, assessmentId: string, protocol: Protocol): Promise<DataTable[]> {
  const interviews = await readInterviews(db, assessmentId);
  if (interviews.length === 0) return [];
  const notHeld = interviews.filter(({ state }) => notHeldStates.includes(state));
  const kinds = await kindsAsShown(db, assessmentId, protocol, notHeld);
  const rows = notHeld.map((interview) => notHeldCells(protocol, interview, kinds.get(interview.id) ?? null));
  return [await countsTable(db, assessmentId, interviews), ...(rows.length === 0 ? [] : [notHeldTable(rows)])];
}

const State = z.enum(interviewStates);
type Interview = Awaited<ReturnType<typeof readInterviews>>[number];

async function readInterviews(db: Db, assessmentId: string) {
  const rows = await db.interview.findMany({
    where: { assessmentId, archivedAt: null },
    select: { id: true, state: true, stateReason: true, perspective: true, agreedWith: true },
    orderBy: { number: "asc" },
  });
  return rows.map((row) => ({ ...row, state: State.parse(row.state) }));
}

/** Acts that only somebody who was invited leads to; who was interviewed was invited too, marked or not. */
const inviting = ["interview.invite", "interview.schedule"];

async function countsTable(db: Db, assessmentId: string, interviews: readonly Interview[]): Promise<DataTable> {
  const events = await db.event.findMany({
    where: { chain: assessmentId, action: { in: inviting }, subjectId: { in: interviews.map(({ id }) => id) } },
    select: { subjectId: true },
  });
  const invited = new Set(events.map(({ subjectId }) => subjectId));
  const counts = [
    ["longList", interviews.length],
    ["agreed", interviews.filter(({ agreedWith }) => agreedWith !== null).length],
    ["invited", interviews.filter(({ id, state }) => invited.has(id) || heldStates.includes(state)).length],
    ["interviewsHeld", interviews.filter(({ state }) => heldStates.includes(state)).length],
    ["interviewsNotHeld", interviews.filter(({ state }) => notHeldStates.includes(state)).length],
  ] as const;
  return {
    block: "method",
    caption: toolWords("fieldwork"),
    columns: [column("step"), column("number", { numeric: true })],
    rows: counts.map(([id, count]) => ({ id, depth: 0, cells: [toolWords(id), plainWords(String(count))] })),
    notes: [],
  };
}

type Cells = (DataWords | null)[];

function notHeldCells(protocol: Protocol, { state, stateReason, perspective }: Interview, kind: NamedInterviewee["kind"]): Cells {
  const seen = protocol.perspectives?.find(({ id }) => id === perspective)?.title;
  const { why } = whyNotHeld(stateReason);
  return [textWords(seen), textWords(kind?.title), toolWords(`states.${state}`), toolWords(`whyNotHeld.${why}`)];
}

/** In an order that tells nothing of who was asked first. */
function notHeldTable(cells: readonly Cells[]): DataTable {
  const sorted = cells.map((row) => ({ row, key: JSON.stringify(row) })).toSorted((one, other) => (one.key < other.key ? -1 : 1));
  const rows = sorted.map(({ row }, at): DataRow => ({ id: String(at + 1), depth: 0, cells: row }));
  return {
    block: "method",
    caption: toolWords("notHeld"),
    columns: [column("perspective"), unboundColumn("kind"), column("outcome"), column("whyNot")],
    rows,
    notes: [],
  };
}

/** The kind of organisation of an interview's people as a reader may know it; null where it is not told, or they are of several kinds. */
async function kindsAsShown(db: Db, assessmentId: string, protocol: Protocol, interviews: readonly Interview[]) {
  const participants = await listParticipants(
    db,
    "reader",
    protocol,
    assessmentId,
    interviews.map(({ id }) => id),
  );
  return new Map(
    [...participants].map(([id, people]) => {
      const kinds = new Map(people.map(({ shown: { kind } }) => [kind?.id ?? null, kind]));
      const [only, ...others] = kinds.values();
      return [id, others.length === 0 ? (only ?? null) : null] as const;
    }),
  );
}
