import type { z } from "zod";
import { requireLinkKind, requireNodeKind, type LinkKind, type NodeRef } from "~/domain/evidence/kinds";
import { dataReferenceIfAny, type DataReference } from "~/domain/sections/data-reference";
import type { CauseKind } from "~/domain/sections/sign-off";
import { textOfDoc } from "~/domain/text/text-of-doc";
import type { Db } from "./db.server";
import { documentOf } from "./evidence-graph.server";
import { BlockBody, LinkBody, TranslationBody } from "./kept-bodies";

/** Who made the newest change of a record of a section, and when. */
interface Made {
  byId: string;
  at: Date;
}

/** A text of a section that is not what it was: of a block or of its translation. `code` is its statement's, "" for running text. */
export interface WordsSince extends Made {
  key: string;
  blockId: string;
  code: string;
  language: string;
  kind: CauseKind;
  before: string;
  after: string;
}

/** A link of a section that was made, changed or taken away. `before` and `after` are what it does and the note on it. */
export interface LinkSince extends Made {
  id: string;
  blockId: string;
  to: NodeRef;
  before: { kind: LinkKind; note: string } | null;
  after: { kind: LinkKind; note: string } | null;
}

/** What a statement says of itself beside its words, before and after: confidence in it, and how it deals with what contradicts it. */
export interface WeighedSince extends Made {
  blockId: string;
  code: string;
  field: (typeof weighedFields)[number];
  before: string;
  after: string;
}

/** A block that stands elsewhere, or one without words of its own that came, went or shows something else: a statement shown again, or records. */
export interface PlaceSince extends Made {
  blockId: string;
  code: string;
  /** The statement that it shows again. */
  repeats: string | null;
  /** What it shows from the records. */
  data: DataReference | null;
  kind: CauseKind | "moved";
}

/** What changed in a section itself. */
export interface OwnSince {
  words: WordsSince[];
  links: LinkSince[];
  weighed: WeighedSince[];
  places: PlaceSince[];
}

interface Touched extends Made {
  kind: string;
  recordId: string;
  before: string | null;
  after: string | null;
}

/** What changed in a section after its change `changes`: words with their translations, links, what its statements say of themselves, and what stands where. Three queries. */
export async function readOwnSince(db: Db, sectionId: string, changes: number): Promise<OwnSince> {
  const touched = await listTouched(db, sectionId, changes);
  const blocks = touched.filter(({ kind }) => kind === "block");
  const codes = new Map(blocks.map((one) => [one.recordId, codeOf(one)]));
  return {
    words: [
      ...blocks.flatMap(blockSince),
      ...touched.filter(({ kind }) => kind === "translation").flatMap((one) => translationSince(one, codes)),
    ],
    links: touched.filter(({ kind }) => kind === "link").flatMap(linkSince),
    weighed: blocks.flatMap(weighedSince),
    places: blocks.flatMap(placeSince),
  };
}

async function listTouched(db: Db, sectionId: string, changes: number): Promise<Touched[]> {
  const after = await db.sectionChange.findMany({ where: { sectionId, number: { gt: changes } }, orderBy: { number: "asc" } });
  const newest = new Map(after.map((row) => [row.recordId, row]));
  const ids = [...newest.keys()];
  const before = await db.sectionChange.findMany({
    where: { sectionId, number: { lte: changes }, recordId: { in: ids } },
    orderBy: { number: "asc" },
    select: { recordId: true, recordVersion: true },
  });
  const known = new Map(before.map(({ recordId, recordVersion }) => [recordId, recordVersion]));
  const numbers = [...new Set([...known.values(), ...[...newest.values()].map(({ recordVersion }) => recordVersion)])];
  const versions = await db.version.findMany({
    where: { kind: { in: ["block", "link", "translation"] }, recordId: { in: ids }, number: { in: numbers } },
    select: { recordId: true, number: true, body: true },
  });
  const bodies = new Map(versions.map(({ recordId, number, body }) => [`${recordId} ${number}`, body]));
  const bodyOf = (id: string, number: number | undefined) => (number === undefined ? null : (bodies.get(`${id} ${number}`) ?? null));
  return [...newest.values()].map(({ kind, recordId, recordVersion, byId, at }) => {
    return { kind, recordId, byId, at, before: bodyOf(recordId, known.get(recordId)), after: bodyOf(recordId, recordVersion) };
  });
}

const read = <Shape extends z.ZodType>(shape: Shape, body: string | null): z.output<Shape> | null =>
  body === null ? null : shape.parse(JSON.parse(body));

const live = <Body extends { archivedAt: string | null }>(body: Body | null) => (body?.archivedAt === null ? body : null);

function codeOf({ before, after }: Touched): string {
  return (read(BlockBody, after) ?? read(BlockBody, before))?.statement?.code ?? "";
}

const kindOf = (before: unknown, after: unknown): CauseKind => (before === null ? "added" : after === null ? "removed" : "changed");

function blockSince(touched: Touched): WordsSince[] {
  const [before, after] = [live(read(BlockBody, touched.before)), live(read(BlockBody, touched.after))];
  const [was, is] = [before, after].map((body) => (body ? textOfDoc(documentOf(body.document)) : ""));
  if (was === is) return [];
  const { recordId, byId, at } = touched;
  const language = (after ?? before)?.language ?? "";
  return [
    {
      ...{ key: recordId, blockId: recordId, code: codeOf(touched), language, kind: kindOf(before, after) },
      ...{ before: was ?? "", after: is ?? "", byId, at },
    },
  ];
}

function translationSince(touched: Touched, codes: ReadonlyMap<string, string>): WordsSince[] {
  const [before, after] = [read(TranslationBody, touched.before), read(TranslationBody, touched.after)];
  const [was, is] = [before, after].map((body) => (body ? textOfDoc(documentOf(body.body)) : ""));
  const body = after ?? before;
  if (was === is || !body) return [];
  const { recordId, byId, at } = touched;
  const place = { key: recordId, blockId: body.recordId, code: codes.get(body.recordId) ?? "", language: body.language };
  return [{ ...place, kind: kindOf(before, after), before: was ?? "", after: is ?? "", byId, at }];
}

function linkSince({ recordId, byId, at, ...touched }: Touched): LinkSince[] {
  const [before, after] = [live(read(LinkBody, touched.before)), live(read(LinkBody, touched.after))];
  const body = after ?? before;
  if (!body || (before?.kind === after?.kind && before?.note === after?.note)) return [];
  const said = (one: typeof before) => one && { kind: requireLinkKind(one.kind), note: one.note };
  const to = { kind: requireNodeKind(body.toKind), id: body.toId };
  return [{ id: recordId, blockId: body.fromBlockId, to, before: said(before), after: said(after), byId, at }];
}

function placeSince(touched: Touched): PlaceSince[] {
  const [before, after] = [live(read(BlockBody, touched.before)), live(read(BlockBody, touched.after))];
  const body = after ?? before;
  if (!body) return [];
  const { recordId: blockId, byId, at } = touched;
  const place = { blockId, code: codeOf(touched), repeats: body.repeats, data: dataReferenceIfAny(body.data), byId, at };
  const isShown = body.repeats !== null || body.data !== null;
  if (isShown && (before?.data !== after?.data || before?.repeats !== after?.repeats)) return [{ ...place, kind: kindOf(before, after) }];
  return before && after && before.sort !== after.sort ? [{ ...place, kind: "moved" }] : [];
}

const weighedFields = ["confidence", "confidenceReason", "confidenceComponents", "contradictionAnswer", "addressedTo"] as const;

function weighedSince(touched: Touched): WeighedSince[] {
  const [before, after] = [live(read(BlockBody, touched.before))?.statement, live(read(BlockBody, touched.after))?.statement];
  if (!before || !after) return [];
  const { recordId: blockId, byId, at } = touched;
  return weighedFields.flatMap((field) =>
    before[field] === after[field]
      ? []
      : [{ blockId, code: after.code, field, before: before[field] ?? "", after: after[field] ?? "", byId, at }],
  );
}
