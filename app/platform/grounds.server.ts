import type { Person } from "~/domain/permissions";
import type { Protocol } from "~/domain/protocol/schema";
import type { EvidenceKind } from "~/domain/evidence/kinds";
import type { ChangeContext } from "./change.server";
import type { Db, Tx } from "./db.server";
import { readEvidence, whichOf, type Evidence } from "./evidence.server";
import { searchEvidence, showFound, type FoundEvidence } from "./search-evidence.server";
import { showEvidence, type ShownEvidence } from "./shown-evidence.server";
import type { Language } from "~/domain/tool-language";
import { newId } from "./ids.server";
import type { Onlooker } from "./interviewees.server";
import { refuse } from "./refusal.server";

/** The kinds of evidence that a judgement, an alignment or an answer in a form can rest on: never another judgement, so that no cycle can arise. */
export const groundKinds = ["excerpt", "interview-answer", "actor-fact"] as const satisfies readonly EvidenceKind[];

/** A ground as a form names it: `excerpt/0193…`. */
export type GroundKey = string;

/** What rests on grounds: `judgement`, `alignment`, `option-point` or `field-answer`, and its id. */
export interface GroundHolder {
  kind: string;
  id: string;
}

interface Study {
  assessment: { id: string };
  protocol: Protocol;
  viewer: Person;
}

/** The codes of the grounds before and after, or `null` when they stay as they are. */
export type SetGrounds = { before: string[]; after: string[] } | null;

/**
 * Makes these the grounds of a judgement or the like. Refuses (422, field `grounds`) what is not there for this person, what is of a kind
 * that nothing can rest on, and what is new and can't be cited; a ground that was there before may stay when it can't be newly cited.
 */
export async function setGrounds(
  tx: Tx,
  { at }: ChangeContext,
  study: Study,
  holder: GroundHolder,
  keys: readonly GroundKey[],
): Promise<SetGrounds> {
  const rows = await tx.ground.findMany({ where: { holderKind: holder.kind, holderId: holder.id } });
  const old = new Map(rows.map((row) => [`${row.evidenceKind}/${row.evidenceId}`, row.id]));
  const wanted = [...new Set(keys)];
  const added = wanted.filter((key) => !old.has(key));
  const removed = [...old.keys()].filter((key) => !wanted.includes(key));
  if (added.length + removed.length === 0) return null;
  const evidence = await readEvidence(tx, { ...study, which: whichOf([...wanted, ...removed].map(refOf)), at });
  for (const key of added) requireCitable(evidence.get(key));
  await tx.ground.deleteMany({ where: { id: { in: removed.map((key) => old.get(key) ?? "") } } });
  const data = added.map(refOf).map(({ kind, id }) => ({
    id: newId(at),
    assessmentId: study.assessment.id,
    holderKind: holder.kind,
    holderId: holder.id,
    evidenceKind: kind,
    evidenceId: id,
    note: null,
  }));
  if (data.length > 0) await tx.ground.createMany({ data });
  const codes = (list: readonly string[]) => list.map((key) => evidence.get(key)?.code ?? key).sort();
  return { before: codes([...old.keys()]), after: codes(wanted) };
}

function refOf(key: GroundKey): { kind: EvidenceKind; id: string } {
  const [kind, id] = key.split("/");
  const known = groundKinds.find((one) => one === kind);
  if (!known || !id) throw refuse("invalid", { field: "grounds", problem: "unknown" });
  return { kind: known, id };
}

function requireCitable(found: Evidence | undefined): void {
  if (!found) throw refuse("invalid", { field: "grounds", problem: "unknown" });
  if (found.citable) throw refuse("invalid", { field: "grounds", problem: "not-citable", code: found.code });
}

/** The grounds of several holders of one kind as a viewer may see them, by holder id. Two steps, whatever their number. */
export async function listGrounds(
  db: Db,
  study: Omit<Study, "viewer"> & { viewer: Onlooker },
  holderKind: string,
  holderIds: readonly string[],
): Promise<Map<string, Evidence[]>> {
  const rows = await db.ground.findMany({
    where: { holderKind, holderId: { in: [...holderIds] } },
    select: { holderId: true, evidenceKind: true, evidenceId: true },
    orderBy: { id: "asc" },
  });
  const refs = rows.flatMap(({ evidenceKind, evidenceId }) =>
    groundKinds.filter((kind) => kind === evidenceKind).map((kind) => ({ kind, id: evidenceId })),
  );
  const evidence = refs.length === 0 ? new Map<string, Evidence>() : await readEvidence(db, { ...study, which: whichOf(refs) });
  const found = new Map<string, Evidence[]>();
  for (const row of rows) {
    const one = evidence.get(`${row.evidenceKind}/${row.evidenceId}`);
    if (one) found.set(row.holderId, [...(found.get(row.holderId) ?? []), one]);
  }
  return found;
}

/** What a form of judging needs: the grounds as they are (none where nothing is judged yet), and what the words of a search find. */
export async function readGroundsFor(
  db: Db,
  study: Study & { assessment: { id: string; languages: readonly string[] }; language: Language },
  holder: { kind: string; id: string | null },
  find: string,
): Promise<{ chosen: ShownEvidence[]; found: FoundEvidence[] }> {
  const { language, assessment } = study;
  const show = (one: Evidence) => showEvidence(one, language, assessment.languages);
  const chosen = holder.id === null ? [] : ((await listGrounds(db, study, holder.kind, [holder.id])).get(holder.id) ?? []);
  return { chosen: chosen.map(show), found: await findGrounds(db, study, find) };
}

/** What the words of a search find to rest on; what can't be cited is in it with the reason. */
export async function findGrounds(
  db: Db,
  study: Study & { assessment: { id: string; languages: readonly string[] }; language: Language },
  find: string,
): Promise<FoundEvidence[]> {
  if (find.trim() === "") return [];
  const { assessment, language } = study;
  const found = await searchEvidence(db, { ...study, words: find, kinds: groundKinds, limit: 20 });
  return found.map((one) => showFound(one, find, language, assessment.languages));
}
