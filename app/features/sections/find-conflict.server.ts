import { canKeepBoth } from "~/domain/text/merge";
import type { MergePlace, MergeTaken } from "~/domain/text/merge-node";
import { documentOfPlace, plainOfPlace } from "~/domain/text/merge-place";
import type { BlockText } from "~/domain/text/read-block-text";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import type { PostedEdit } from "./act-on-edit.server";
import { findOpenPlaces, type OpenPlaces, type TwoVersions } from "./open-places.server";

/** A place at which a person chooses: what stands there on each side and where both started, in words. */
export interface PlaceView {
  before: string;
  after: string;
  base: string;
  theirs: string;
  mine: string;
  both: boolean;
  moved: boolean;
  inLine: boolean;
  /** What was chosen before, and the own words, where the screen comes back. */
  chosen: string | undefined;
  own: string;
}

/** Two versions of the words of a block: what merges by itself, and what is to be chosen. */
export interface BlockConflict {
  label: string;
  hidden: Record<string, string>;
  theirs: { version: number; by: string; at: Date };
  base: { version: number };
  places: PlaceView[];
  taken: MergeTaken[];
  /** The places at which nothing is chosen yet, or whose own words can't stand there. */
  wrong: number[];
}

/** The words of which versions a form is about; null where it is about no words. */
export function versionsOf({ form, assessment }: PostedEdit): (TwoVersions & { mine: BlockText }) | null {
  if (form.intent !== "block" && form.intent !== "translate" && form.intent !== "choose") return null;
  const language = form.intent === "block" ? undefined : form.language;
  const of = { assessmentId: assessment.id, blockId: form.id, language };
  if (form.intent !== "choose") return { ...of, base: form.version, mine: form };
  return { ...of, base: form.base, theirs: form.version, mine: { doc: form.doc } };
}

/** What both wrote since they started. Refused where there is nothing to compare: a move, or a link that somebody else changed. */
export async function findConflict(posted: PostedEdit, of = versionsOf(posted), wrong: number[] = []): Promise<BlockConflict> {
  if (!of) throw refuse("conflict");

  const found = await findOpenPlaces(db, of);
  if (found.merge.places.length === 0) throw refuse("conflict");
  const by = await db.user.findUnique({ where: { id: found.theirs.byId }, select: { name: true } });
  const { form, section } = posted;
  const kept = form.intent === "choose" && wrong.length > 0 ? form : null;
  return {
    label: found.block.statement?.code ?? section.code,
    hidden: {
      intent: "choose",
      id: found.block.id,
      base: String(of.base),
      doc: JSON.stringify(found.mine),
      ...(of.language !== undefined && { language: of.language }),
    },
    theirs: { ...found.theirs, by: by?.name ?? "" },
    base: { version: of.base },
    places: found.merge.places.map((place, at) =>
      placeView(place, found, kept && { chosen: choiceAt(kept.choices, at), own: kept.own[at] }),
    ),
    taken: [...found.merge.taken],
    wrong,
  };
}

/** What was chosen at a place, of the choices as they are sent: "0=theirs". */
export function choiceAt(choices: readonly string[], at: number): string | undefined {
  return choices.find((each) => each.startsWith(`${at}=`))?.slice(`${at}=`.length);
}

function placeView(
  place: MergePlace,
  { links }: OpenPlaces,
  kept: { chosen: string | undefined; own: string | undefined } | null,
): PlaceView {
  const codeOf = (linkId: string) => links.find((link) => link.linkId === linkId)?.code;
  const words = (nodes: MergePlace["base"]) => {
    const doc = documentOfPlace(place.level, nodes);
    return doc ? textOfDoc(doc, { citation: (linkId) => `[${codeOf(linkId) ?? "?"}]` }) : "";
  };
  return {
    before: place.before,
    after: place.after,
    base: words(place.base),
    theirs: words(place.theirs),
    mine: words(place.mine),
    both: canKeepBoth(place),
    moved: place.moved,
    inLine: place.level === "inline",
    chosen: kept?.chosen,
    own: kept?.own ?? plainOfPlace(place.level, place.mine, codeOf),
  };
}
