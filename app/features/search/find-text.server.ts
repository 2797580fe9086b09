import { holdsQuery } from "~/domain/search/match";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { listBlockRows, listSectionRows, type BlockRow } from "~/platform/evidence-graph.server";
import { isCode, searchTexts } from "~/platform/search.server";
import { bestPassage } from "~/platform/search-evidence.server";
import type { Candidate, Hit, HitKind } from "./hit";
import { inWords, type Asking } from "./passage";

const kindsHere: readonly HitKind[] = ["statement", "section"];

/** Blocks of the document: a statement under its own number, other text under its section. And sections by their heading or code. */
export async function findText(asking: Asking, kinds: readonly HitKind[]): Promise<Candidate[]> {
  if (!kinds.some((kind) => kindsHere.includes(kind))) return [];
  const { db, assessment, words, query, viewer, filter } = asking;
  const assessmentId = assessment.id;
  const [found, sections] = await Promise.all([
    searchTexts({ assessmentId, kinds: ["block"], words, languages: assessment.languages, only: filter.language, limit: asking.most }),
    listSectionRows(db, assessmentId),
  ]);
  const ids = found.map(({ recordId }) => recordId);
  const code = isCode(words) ? words.slice(0, 1).toUpperCase() + words.slice(1) : "";
  const statements = await db.statement.findMany({
    where: { assessmentId, OR: [{ blockId: { in: ids } }, { code }], block: { archivedAt: null, section: { archivedAt: null } } },
    select: { blockId: true, code: true },
  });
  const isStatement = new Set(statements.map(({ blockId }) => blockId));
  const exact = statements.filter((one) => one.code === code).map(({ blockId }) => blockId);
  const inText = [...new Set([...exact, ...ids])].map((key): Candidate => ({
    kind: isStatement.has(key) ? "statement" : "section",
    key,
    hit: null,
  }));
  const byHeading = sections
    .filter((section) => holdsQuery(`${section.code} ${Object.values(section.heading).join(" ")}`, query, viewer.language))
    .map(({ id, code: of, heading }): Candidate => {
      const hit: Hit = {
        kind: "section",
        key: id,
        code: of,
        title: inWords(heading, asking),
        path: `/sections/${of}`,
        passage: [],
        lang: undefined,
      };
      return { kind: "section", key: id, hit };
    });
  return [...byHeading, ...inText];
}

/** The blocks among what is shown, read with their sections. */
export async function readTextHits(asking: Asking, shown: readonly Candidate[]): Promise<Hit[]> {
  const ids = shown.filter(({ kind, hit }) => hit === null && kindsHere.includes(kind)).map(({ key }) => key);
  if (ids.length === 0) return [];
  const { db, assessment, words, viewer } = asking;
  const [blocks, statements, sections] = await Promise.all([
    listBlockRows(db, { assessmentId: assessment.id, ids }),
    db.statement.findMany({ where: { assessmentId: assessment.id, blockId: { in: ids } }, select: { blockId: true, code: true } }),
    listSectionRows(db, assessment.id),
  ]);
  return blocks.flatMap((block): Hit[] => {
    const section = sections.find(({ id }) => id === block.sectionId);
    const statement = statements.find(({ blockId }) => blockId === block.id);
    if (!section) return [];
    return [
      {
        kind: statement ? "statement" : "section",
        key: block.id,
        code: statement?.code ?? section.code,
        title: inWords(section.heading, asking),
        path: statement ? `/statements/${statement.code}` : `/sections/${section.code}`,
        ...bestPassage(textsOf(block), words, viewer.language, assessment.languages),
      },
    ];
  });
}

function textsOf(block: BlockRow): { text: string; lang: string }[] {
  const translations = block.translations.map(({ language, body }) => ({ text: textOfDoc(body), lang: language }));
  return [{ text: textOfDoc(block.document), lang: block.language }, ...translations];
}
