import { dataDifference, type ValueSince } from "~/domain/sections/data-difference";
import { textIn, type LocalText } from "~/domain/local-text";
import { narrowedName } from "~/domain/sections/placeable";
import { weighedWords } from "~/domain/sections/weighed-words";
import type { Db } from "~/platform/db.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import { nodeView, type GroundView } from "~/platform/evidence-view.server";
import { listTouchedNodes, readEvidenceSince, type Differing, type EvidenceSince, type Since } from "~/platform/evidence-since.server";
import { namesOfUsers } from "~/platform/names-of-users.server";
import { codesOfStatements } from "~/platform/section-versions.server";
import { sectionBinder } from "~/platform/section-binding.server";
import type { SignOffStanding } from "~/platform/section-standing.server";
import { readOwnSince, type LinkSince, type PlaceSince, type WeighedSince, type WordsSince } from "~/platform/words-since.server";
import type { SectionStudy } from "./section-study.server";

/** From where a difference is told: after which change of the section, since which moment (and event of the study) for what it stands on, and of a sign-off what it bound. */
export interface DifferenceBase {
  changes: number;
  at: Date;
  seq?: number;
  signOff?: SignOffStanding;
}

/** What differs in a section and below it, in the order in which it is told; nearest first. */
export interface Difference {
  words: (WordsSince & { by: string })[];
  links: (LinkSince & { by: string; ground: GroundView | null })[];
  weighed: (WeighedSince & { by: string })[];
  places: (Awaited<ReturnType<typeof placesOf>>[number] & { by: string })[];
  evidence: EvidenceSince[];
  values: ValueSince[];
}

/** What changed in a section and in what it stands on since some point; a sign-off that holds has no difference. */
export async function loadDifference(db: Db, study: SectionStudy, base: DifferenceBase): Promise<Difference> {
  const { section, document, reading } = study;
  const [own, since] = await Promise.all([readOwnSince(db, section.id, base.changes), sinceOf(db, study, base)]);
  const differing = await listDiffering(db, study, base, since);
  const [evidence, grounds, names, values, places] = await Promise.all([
    readEvidenceSince(db, study, differing, since),
    readEvidence(db, { ...study, viewer: study.user, which: whichOf(own.links.map(({ to }) => to)) }),
    namesOfUsers(
      db,
      [...own.words, ...own.links, ...own.weighed, ...own.places].map(({ byId }) => byId),
    ),
    listValues(db, study, base.signOff),
    placesOf(db, study, own.places),
  ]);
  const by = ({ byId }: { byId: string }) => names.get(byId) ?? "";
  return {
    words: own.words.map((one) => ({ ...one, by: by(one) })),
    links: own.links.map((one) => ({
      ...one,
      by: by(one),
      ground: nodeView(one.to, { document, evidence: grounds }, reading, study.base),
    })),
    weighed: own.weighed.map((one) => ({ ...worded(study, one), by: by(one) })),
    places: places.map((one) => ({ ...one, by: by(one) })),
    // What a sign-off names differs by its digest; what was merely written again may read the same.
    evidence: isNamed(base) ? evidence : evidence.filter(({ before, after, place }) => before !== after || place !== null),
    values,
  };
}

const isNamed = ({ signOff }: DifferenceBase) => signOff?.endedAt === null;

/** Where a base stands in the trail; a sign-off at the event of its own number among those of its section. */
async function sinceOf(db: Db, { assessment, section, standing }: SectionStudy, { at, seq, signOff }: DifferenceBase): Promise<Since> {
  const place = standing.signOffs.findIndex(({ id }) => id === signOff?.id);
  if (place === -1) return { at, seq: seq ?? null };
  const where = { chain: assessment.id, action: "section.sign-off", subjectType: "section", subjectId: section.id };
  const event = await db.event.findFirst({ where, select: { seq: true }, orderBy: { seq: "asc" }, skip: place });
  return { at, seq: event?.seq ?? null };
}

/** What it stands on that differs: of a sign-off that no longer holds what it names itself, else everything reached that was written since. */
async function listDiffering(db: Db, study: SectionStudy, base: DifferenceBase, since: Since): Promise<Differing[]> {
  const { signOff } = base;
  if (signOff?.endedAt === null)
    return signOff.causes.flatMap((cause) =>
      cause.what === "evidence" ? [{ node: cause.node, through: cause.through, kind: cause.kind }] : [],
    );
  const bind = await sectionBinder(db, study, study.document, [study.section.id]);
  const { reached } = bind(study.section.id, study.assessment.languages);
  return listTouchedNodes(db, study, reached.values(), since);
}

/** The values of data blocks that are not what was signed. */
async function listValues(db: Db, study: SectionStudy, signOff: SignOffStanding | undefined): Promise<ValueSince[]> {
  if (!signOff || signOff.holds || signOff.endedAt !== null) return [];
  const stored = await db.signOff.findUniqueOrThrow({ where: { id: signOff.id }, select: { content: true } });
  const bind = await sectionBinder(db, study, study.document, [study.section.id]);
  return dataDifference(stored.content, bind(study.section.id, signOff.languages).content, study.reading.language);
}

/** The keys of a confidence as their labels, and who should act as a name. */
function worded({ protocol, reading }: SectionStudy, one: WeighedSince): WeighedSince {
  const words = weighedWords(protocol, reading);
  const word = (stored: string) => {
    if (stored === "") return "";
    if (one.field === "confidence") return words.level(stored);
    if (one.field === "confidenceComponents") return words.components(stored);
    return one.field === "addressedTo" ? textIn(JSON.parse(stored) as LocalText, reading.language, reading.fallback) : stored;
  };
  return { ...one, before: word(one.before), after: word(one.after) };
}

/** What stands elsewhere, came or went, by name: the code of a statement that is shown again, or what is shown from the records. */
async function placesOf(db: Db, { protocol, reading }: SectionStudy, places: readonly PlaceSince[]) {
  const codes = await codesOfStatements(
    db,
    places.flatMap(({ repeats }) => repeats ?? []),
  );
  return places.map(({ data, repeats, code, ...one }) => ({
    ...one,
    code: repeats === null ? code : (codes.get(repeats) ?? ""),
    shows: data && { block: data.block, narrowed: narrowedName(protocol, data, reading) },
  }));
}
