import { textIn, type LocalText } from "~/domain/local-text";
import { holdsWords, markPassage, type PassagePiece } from "~/domain/text/mark-passage";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listBlockRows, listSectionRows, listStatementRows, type BlockRow } from "~/platform/evidence-graph.server";
import type { Viewer } from "~/platform/guard.server";
import { searchEvidence, searchTexts } from "~/platform/search.server";
import { showEvidence, type ShownEvidence } from "~/platform/shown-evidence.server";

/** The kinds of thing that are found, in the order of the page. */
export const hitKinds = [
  "statement",
  "section",
  "excerpt",
  "interview-answer",
  "actor-fact",
  "judgement",
  "alignment",
  "source",
  "interview",
  "actor",
  "intervention",
] as const;

/** Something that was found: where it is, what it is called and the passage. */
export interface Hit {
  kind: (typeof hitKinds)[number];
  key: string;
  code: string;
  title: string;
  path: string;
  passage: PassagePiece[];
  lang: string | undefined;
}

const most = 20;

/** What fits the words in an assessment, as this person may see it, by kind; what she may not see is not in it and not counted. */
export async function search(db: Db, viewer: Viewer, assessment: AssessmentRow, typed: string): Promise<Hit[]> {
  const words = typed.trim().slice(0, 200);
  if (words === "") return [];
  const asking = { db, viewer, assessment, words };
  const found = await Promise.all([findText(asking), findEvidence(asking), findRecords(asking)]);
  const hits = found.flat();
  return hitKinds.flatMap((kind) => hits.filter((hit) => hit.kind === kind).slice(0, most));
}

interface Asking {
  db: Db;
  viewer: Viewer;
  assessment: AssessmentRow;
  words: string;
}

/** Blocks of the document: a statement under its own number, other text under its section. And sections by their heading or code. */
async function findText({ db, viewer, assessment, words }: Asking): Promise<Hit[]> {
  const assessmentId = assessment.id;
  const { languages } = assessment;
  const [found, statements, sections] = await Promise.all([
    searchTexts({ assessmentId, kinds: ["block"], words, languages, limit: 2 * most }),
    listStatementRows(db, assessmentId),
    listSectionRows(db, assessmentId),
  ]);
  const exact = statements.filter(({ code }) => code.toLowerCase() === words.toLowerCase()).map(({ blockId }) => blockId);
  const ids = [...new Set([...exact, ...found.map(({ recordId }) => recordId)])];
  const blocks = new Map((await listBlockRows(db, { assessmentId, ids })).map((block) => [block.id, block]));
  const codeOf = new Map(sections.map((section) => [section.id, section]));
  const inText = ids.flatMap((id): Hit[] => {
    const block = blocks.get(id);
    const section = block && codeOf.get(block.sectionId);
    if (!block || !section) return [];
    const statement = statements.find(({ blockId }) => blockId === id);
    const path = statement ? `/statements/${statement.code}` : `/sections/${section.code}`;
    return [
      {
        kind: statement ? "statement" : "section",
        key: id,
        code: statement?.code ?? section.code,
        title: inWords(section.heading, viewer, assessment),
        path,
        ...bestPassage(textsOf(block), words, viewer.language),
      },
    ];
  });
  const byHeading = sections.flatMap(({ id, code, heading }): Hit[] => {
    const title = inWords(heading, viewer, assessment);
    return holdsWords(`${code} ${Object.values(heading).join(" ")}`, words, viewer.language)
      ? [{ kind: "section", key: id, code, title, path: `/sections/${code}`, passage: [], lang: undefined }]
      : [];
  });
  return [...inText, ...byHeading];
}

function inWords(text: LocalText, { language }: Viewer, { languages }: AssessmentRow): string {
  return textIn(text, language, languages);
}

function textsOf(block: BlockRow): { text: string; language: string }[] {
  const translations = block.translations.map(({ language, body }) => ({ text: textOfDoc(body), language }));
  return [{ text: textOfDoc(block.document), language: block.language }, ...translations];
}

/** The passage in the language of the page, or in the one in which a word was found. */
function bestPassage(texts: readonly { text: string; language: string }[], words: string, language: string): Pick<Hit, "passage" | "lang"> {
  const marked = texts.map((one) => ({ passage: markPassage(one.text, words, one.language), lang: one.language }));
  const holding = marked.filter(({ passage }) => passage.some(({ hit }) => hit));
  const candidates = holding.length > 0 ? holding : marked;
  return candidates.find(({ lang }) => lang === language) ?? candidates[0] ?? { passage: [], lang: undefined };
}

/** Evidence, read with the eyes of this person; what is withheld from her is left out. */
async function findEvidence({ viewer, assessment, words }: Asking): Promise<Hit[]> {
  const found = await searchEvidence({ assessment, protocol: await protocolOf(assessment), viewer, words, limit: 5 * most });
  const seen = found.filter(({ withheld }) => withheld === null);
  return seen.map((evidence) => {
    const texts = Object.entries(evidence.text?.texts ?? {}).map(([language, text]) => ({ language, text }));
    return hitOf(showEvidence(evidence, viewer.language, assessment.languages), bestPassage(texts, words, viewer.language));
  });
}

function hitOf({ key, code, origin, evidenceKind, path }: ShownEvidence, passage: Pick<Hit, "passage" | "lang">): Hit {
  return { kind: evidenceKind, key, code, title: origin, path, ...passage };
}

/** Sources, interviews, actors and interventions by code or title. */
async function findRecords({ db, viewer, assessment, words }: Asking): Promise<Hit[]> {
  const where = { assessmentId: assessment.id, archivedAt: null };
  const [sources, interviews, actors, interventions] = await Promise.all([
    db.source.findMany({ where, select: { id: true, code: true, title: true, authors: true }, orderBy: { number: "asc" } }),
    db.interview.findMany({ where, select: { id: true, code: true, title: true }, orderBy: { number: "asc" } }),
    db.actor.findMany({ where, select: { id: true, code: true, name: true }, orderBy: { number: "asc" } }),
    db.intervention.findMany({ where, select: { id: true, code: true, title: true }, orderBy: { number: "asc" } }),
  ]);
  const named = [
    ...sources.map(({ id, code, title, authors }) => ({
      kind: "source" as const,
      id,
      code,
      title,
      more: authors,
      path: `/sources/${code}`,
    })),
    ...interviews.map(({ id, code, title }) => ({
      kind: "interview" as const,
      id,
      code,
      title: inWords(JSON.parse(title) as LocalText, viewer, assessment),
      more: title,
      path: `/interviews/${code}`,
    })),
    ...actors.map(({ id, code, name }) => ({ kind: "actor" as const, id, code, title: name, more: "", path: `/actors/${code}` })),
    ...interventions.map(({ id, code, title }) => ({
      kind: "intervention" as const,
      id,
      code,
      title,
      more: "",
      path: `/interventions/${code}`,
    })),
  ];
  return named
    .filter(({ code, title, more }) => holdsWords(`${code} ${title} ${more}`, words, viewer.language))
    .map(({ kind, id, code, title, path }) => ({ kind, key: id, code, title, path, passage: [], lang: undefined }));
}
