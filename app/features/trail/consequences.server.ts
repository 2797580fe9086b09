import { nodeKey } from "~/domain/evidence/kinds";
import { EditionState, shownState } from "~/domain/moves/edition";
import type { StaleCause } from "~/domain/sections/sign-off";
import type { Consequence, TellableEvent } from "~/domain/trail/told-event";
import type { Db } from "~/platform/db.server";
import type { StudyDocument } from "~/platform/evidence-graph.server";
import { readKeptDocument } from "~/platform/kept-document.server";
import { keepUntilChange } from "~/platform/keep-until-change.server";
import type { Study } from "~/platform/section-binding.server";
import { readKeptStandings } from "~/platform/kept-standings.server";
import type { SignOffStanding } from "~/platform/section-standing.server";

type Consequences = (event: TellableEvent) => Consequence[];

/** Kinds of record that a sign-off binds: a change of one can make a signed section stale. */
const bound: ReadonlySet<string> = new Set(["block", "section", "excerpt", "interview-answer", "actor-fact", "judgement", "alignment"]);

/** Gives what follows from each event as things stand now: sign-offs that it took the ground from, and editions that it overtook. */
export async function consequencesOf(db: Db, study: Study, events: readonly TellableEvent[]): Promise<Consequences> {
  const [stale, superseded] = await Promise.all([staleAfter(db, study, events), supersededBy(db, study.assessment.id, events)]);
  return (event) => [...stale(event), ...superseded(event)];
}

const kept = keepUntilChange<Awaited<ReturnType<typeof readStale>>>(10);

async function readStale(db: Db, study: Study) {
  const document = await readKeptDocument(db, study.assessment.id);
  const standings = await readKeptStandings(db, study);
  return { document, stale: [...standings.values()].filter((standing) => standing.stale) };
}

/** An event after a sign-off, on something in which what is there now differs from what was signed. Nothing is read when no sign-off is older than the newest such event. */
async function staleAfter(db: Db, study: Study, events: readonly TellableEvent[]): Promise<Consequences> {
  const newest = Math.max(0, ...events.filter(({ subject }) => bound.has(subject.type)).map(({ at }) => at.getTime()));
  const where = { assessmentId: study.assessment.id, endedAt: null, at: { lt: new Date(newest) } };
  const signed = newest === 0 ? null : await db.signOff.findFirst({ where, select: { id: true } });
  if (!signed) return () => [];
  const { document, stale } = await kept(db, study.assessment.id, () => readStale(db, study));
  const signers = stale.flatMap(({ signOffs }) => signOffs.map(({ byId }) => byId));
  const people = await db.user.findMany({ where: { id: { in: signers } }, select: { id: true, name: true } });
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const codes = new Map(document.sections.map(({ id, code }) => [id, code]));
  return ({ subject, at, change }) =>
    stale.flatMap(({ sectionId, signOffs }): Consequence[] => {
      const section = codes.get(sectionId) ?? "";
      const key =
        subject.type === "block" ? nodeKey({ kind: "statement", id: statementOf(document, subject.id) }) : `${subject.type}/${subject.id}`;
      const isOwn = subject.id === sectionId || change?.["section"] === section;
      const broken = signOffs.filter((one) => one.endedAt === null && !one.holds && one.at < at && breaks(one, key, isOwn));
      const by = [...new Set(broken.map(({ byId }) => names.get(byId) ?? ""))].filter((name) => name !== "");
      return by.length === 0 ? [] : [{ kind: "stale", section, by, directly: isOwn }];
    });
}

function statementOf(document: StudyDocument, blockId: string): string {
  return document.graph.statementOfBlock.get(blockId)?.id ?? "";
}

function breaks({ causes }: SignOffStanding, key: string, isOwn: boolean): boolean {
  const isOf = (cause: StaleCause) => (cause.what === "content" ? isOwn : nodeKey(cause.node) === key);
  return causes.some(isOf);
}

async function supersededBy(db: Db, assessmentId: string, events: readonly TellableEvent[]): Promise<Consequences> {
  if (!events.some(({ action }) => action === "edition.release")) return () => [];
  const rows = await db.edition.findMany({ where: { assessmentId }, select: { id: true, number: true, draft: true, state: true } });
  const editions = rows.map((row) => ({ ...row, state: EditionState.parse(row.state) }));
  return ({ action, subject }) => {
    const released = action === "edition.release" ? editions.find(({ id }) => id === subject.id) : undefined;
    const before = editions.filter((one) => released && one.number < released.number && one.state === released.state);
    const [newest] = before.toSorted((one, other) => other.number - one.number);
    const overtaken = newest && shownState(newest, editions) === "superseded";
    return overtaken ? [{ kind: "superseded", edition: String(newest.number) }] : [];
  };
}
