import { labelOfInterviewee } from "~/domain/attribution";
import { findCriterion, findOption } from "~/domain/protocol/readers";
import { holdsQuery } from "~/domain/search/match";
import { documentWords } from "~/platform/document-words.server";
import { listInterviewTitles } from "~/platform/interview-titles.server";
import { RemarkAnswer } from "~/platform/remarks.server";
import { isCode, searchTexts } from "~/platform/search.server";
import { bestPassage } from "~/platform/search-evidence.server";
import { listInterviewees } from "~/platform/listed-interviewees.server";
import type { Candidate, Hit, HitKind } from "./hit";
import { inWords, type Asking } from "./passage";

/** A record with all the words by which it is found; its texts give the passage. */
interface Named {
  key: string;
  code: string;
  title: string;
  more: string;
  path: string;
  texts?: { text: string; lang: string }[];
}

type Lister = (asking: Asking) => Promise<Named[]>;

const live = (asking: Asking) => ({ assessmentId: asking.assessment.id, archivedAt: null });
const byNumber = { orderBy: { number: "asc" } } as const;

/** How the records of each kind are listed: a query or two, with only the columns that are looked in. */
const listers: Readonly<Partial<Record<HitKind, Lister>>> = {
  interview: async (asking) => {
    const select = { id: true, code: true, notesFor: true, interviewers: { select: { userId: true } } } as const;
    const rows = await asking.db.interview.findMany({ where: live(asking), select, ...byNumber });
    const titles = await listInterviewTitles(asking.db, asking.viewer, asking.assessment.id, rows);
    return rows.map(({ id, code }) => {
      const title = titles.get(id) ?? {};
      return { key: id, code, title: inWords(title, asking), more: JSON.stringify(title), path: `/interviews/${code}` };
    });
  },
  interviewee: listNamedInterviewees,
  actor: async (asking) => {
    const rows = await asking.db.actor.findMany({ where: live(asking), select: { id: true, code: true, name: true }, ...byNumber });
    return rows.map(({ id, code, name }) => ({ key: id, code, title: name, more: "", path: `/actors/${code}` }));
  },
  intervention: async (asking) => {
    const rows = await asking.db.intervention.findMany({ where: live(asking), select: { id: true, code: true, title: true }, ...byNumber });
    return rows.map(({ id, code, title }) => ({ key: id, code, title, more: "", path: `/interventions/${code}` }));
  },
  limitation: async (asking) => {
    const select = { id: true, number: true, text: true, language: true } as const;
    const rows = await asking.db.limitation.findMany({ where: live(asking), select, ...byNumber });
    const texts = await textsOf(asking, "limitation", rows);
    return rows.map(({ id, number }) => ({ key: id, code: `L${number}`, title: "", more: "", path: "/limitations", texts: texts(id) }));
  },
  remark: async (asking) => {
    const sent = { assessmentId: asking.assessment.id, sentAt: { not: null }, withdrawnAt: null };
    const select = { id: true, code: true, editionId: true, text: true, language: true, response: true } as const;
    const rows = await asking.db.remark.findMany({ where: sent, select, ...byNumber });
    const editions = await asking.db.edition.findMany({
      where: { id: { in: [...new Set(rows.map(({ editionId }) => editionId))] } },
      select: { id: true, number: true },
    });
    const numbers = new Map(editions.map(({ id, number }) => [id, number]));
    return rows.map(({ id, code, editionId, text, language, response }) => ({
      ...{ key: id, code, title: "", more: "", path: `/editions/${numbers.get(editionId)}/remarks/${code}` },
      texts: [
        { text, lang: language },
        ...Object.entries(RemarkAnswer.shape.response.parse(response)).map(([lang, words]) => ({ text: words, lang })),
      ],
    }));
  },
  "option-point": async (asking) => {
    const select = { id: true, option: true, criterion: true, number: true, text: true, language: true } as const;
    const rows = await asking.db.optionPoint.findMany({ where: live(asking), select, orderBy: [{ option: "asc" }, { number: "asc" }] });
    const texts = await textsOf(asking, "option-point", rows);
    return rows.map(({ id, option, criterion, number }) => {
      const known = findOption(asking.protocol, option);
      const title = [inWords(known?.title, asking), inWords(findCriterion(asking.protocol, criterion)?.title, asking)]
        .filter(Boolean)
        .join(", ");
      const code = known?.code ?? option;
      return { key: id, code: `${code}.${number}`, title, more: "", path: `/options/${code}`, texts: texts(id) };
    });
  },
};

/** Interviewees as far as this person may know each of them: what is withheld from her is not selected, and so not found. */
async function listNamedInterviewees({ db, viewer, assessment, protocol }: Asking): Promise<Named[]> {
  const unnamed = documentWords(viewer.language)("unnamed");
  const rows = await listInterviewees(db, viewer, protocol, assessment.id);
  return rows.map(({ id, code, shown }) => {
    const label = labelOfInterviewee(shown, viewer.language, unnamed, assessment.languages);
    return { key: id, code, title: label === unnamed ? "" : label, more: "", path: `/interviewees/${code}` };
  });
}

/** The texts of records with their translations: one query. */
async function textsOf({ db, assessment }: Asking, kind: string, rows: readonly { id: string; text: string; language: string }[]) {
  const translations = await db.translation.findMany({
    where: { assessmentId: assessment.id, kind, field: "text" },
    select: { recordId: true, language: true, body: true },
  });
  return (id: string) => [
    ...rows.filter((row) => row.id === id).map(({ text, language }) => ({ text, lang: language })),
    ...translations.filter(({ recordId }) => recordId === id).map(({ body, language }) => ({ text: body, lang: language })),
  ];
}

/** Sources by their code, or by the index: there can be too many to look through. */
async function findSources(asking: Asking): Promise<Candidate[]> {
  const { db, assessment, words } = asking;
  const indexed = { assessmentId: assessment.id, kinds: ["source"], words, languages: assessment.languages, limit: asking.most };
  const ids = (await searchTexts(indexed)).map(({ recordId }) => recordId);
  const code = isCode(words) ? [{ code: words.toUpperCase() }] : [];
  const where = { ...live(asking), OR: [{ id: { in: ids } }, ...code] };
  const rows = await db.source.findMany({ where, select: { id: true, code: true, title: true }, ...byNumber });
  return rows.map(({ id, code, title }): Candidate => {
    const row = { key: id, code, title, more: "", path: `/sources/${code}` };
    return { kind: "source", key: id, hit: hitOf("source", row, asking) };
  });
}

/** Records that are not evidence, by code, title or words. */
export async function findRecords(asking: Asking, kinds: readonly HitKind[]): Promise<Candidate[]> {
  const found = await Promise.all(
    kinds.map(async (kind) => {
      if (kind === "source") return findSources(asking);
      const rows = (await listers[kind]?.(asking)) ?? [];
      return rows.filter((row) => fits(row, asking)).map((row): Candidate => ({ kind, key: row.key, hit: hitOf(kind, row, asking) }));
    }),
  );
  return found.flat();
}

function fits({ code, title, more, texts = [] }: Named, { query, viewer }: Asking): boolean {
  return holdsQuery(`${code} ${title} ${more}`, query, viewer.language) || texts.some(({ text, lang }) => holdsQuery(text, query, lang));
}

function hitOf(kind: HitKind, { key, code, title, path, texts }: Named, asking: Asking): Hit {
  return { kind, key, code, title, path, ...(texts ? passageOf(texts, asking) : { passage: [], lang: undefined }) };
}

const passageOf = (texts: readonly { text: string; lang: string }[], { words, viewer, assessment }: Asking) =>
  bestPassage(texts, words, viewer.language, assessment.languages);
