import { z } from "zod";
import { mergeOvertaken } from "~/domain/overtaken";
import { recordDecisions, type RecordDecision } from "~/domain/sources/compare-records";
import type { Db } from "~/platform/db.server";
import type { Decided } from "./decide-import.server";
import type { NamedImport } from "./find-import.server";

/** A decision that was made on a record while it was decided otherwise: what stands now, and what was chosen. `null` is undecided. */
export interface MeanwhileDecision {
  place: number;
  theirs: RecordDecision | null;
  mine: RecordDecision | null;
  /** `theirs`: only they decided; `mine`: only this form did, and that is not saved; `both`: the two stand against each other. */
  from: "theirs" | "mine" | "both";
}

/** An import that was changed after a form on its page was read: who did (unknown where it is only being taken over), and when. */
export interface ImportMeanwhile {
  by: string | null;
  at: Date | null;
  decisions: readonly MeanwhileDecision[];
}

interface DecideForm {
  decision: readonly Decided[];
  /** What stood there when the form was read. */
  was: readonly Decided[];
}

/** What became of an import since a form on its page was read; `form` is that of decisions, if it was that. */
export async function readMeanwhile(db: Db, { id, version }: NamedImport, form: DecideForm | null): Promise<ImportMeanwhile> {
  const newest = await db.version.findFirst({
    where: { kind: "source-import", recordId: id, number: { gt: version } },
    orderBy: { number: "desc" },
    select: { at: true, byId: true },
  });
  const who = newest && (await db.user.findUnique({ where: { id: newest.byId }, select: { name: true } }));
  return { by: who?.name ?? null, at: newest?.at ?? null, decisions: form ? await heldBeside(db, id, form) : [] };
}

async function heldBeside(db: Db, importId: string, { decision: mine, was }: DecideForm): Promise<MeanwhileDecision[]> {
  const places = mine.map(({ place }) => place);
  const rows = await db.sourceImportRecord.findMany({
    where: { importId, place: { in: places } },
    orderBy: { place: "asc" },
    select: { place: true, decision: true },
  });
  const entriesOf = (decided: readonly { place: number; decision: string | null }[]) =>
    Object.fromEntries(decided.map(({ place, decision }) => [String(place), [decision ?? ""]]));
  const sides = { base: was.length > 0 ? entriesOf(was) : null, theirs: entriesOf(rows), mine: entriesOf(mine) };
  const chosen = new Map(mine.map(({ place, decision }) => [place, decision]));
  const merged = new Map(
    mergeOvertaken(
      sides,
      places.map((place) => ({ name: String(place) })),
    ).map((field) => [field.name, field]),
  );
  return rows.flatMap(({ place, decision }) => {
    const field = merged.get(String(place));
    const from = !field || field.choose ? "both" : field.from;
    if (from === "same") return [];
    return [{ place, theirs: z.enum(recordDecisions).nullable().parse(decision), mine: chosen.get(place) ?? null, from }];
  });
}
