import { type Reference, referencesIn, withReferences } from "~/domain/forms/references";
import type { AnswerValue } from "~/domain/forms/values";
import { textIn } from "~/domain/local-text";
import type { Answer, ReferenceTarget } from "~/domain/protocol/fields";
import { nodesInOrder, policyNodeCode } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "./db.server";

/** A record that an answer may refer to. */
export interface ReferenceOption {
  value: string;
  code: string;
  label: string;
  /** The id of the record that it turned out to be: its label is that one's, and it is not chosen by itself any more. */
  mergedInto?: string;
}

/** How many records a field lists to choose from; of any other its code can be typed. */
const mostListed = 200;

/** A kind of answer, with what was given where something was. */
export interface AskedReference {
  answer: Answer | null;
  value?: unknown;
}

/** What fields list to choose from. */
export interface ReferenceLists {
  references: Partial<Record<ReferenceTarget, ReferenceOption[]>>;
  /** The targets of which there are more than are listed. */
  shortened: ReferenceTarget[];
}

/** What can be referred to in these answers, by target, with what they refer to already; only the tables that are needed are read. */
export async function listReferences(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  asked: readonly AskedReference[],
): Promise<ReferenceLists> {
  const targets = new Set(asked.flatMap(({ answer }) => (answer ? targetsOf(answer) : [])));
  const given = asked.flatMap(({ answer, value }) => (answer ? referencesIn(answer, value) : []));
  const lists = await Promise.all(
    [...targets].map(async (target) => {
      const chosen = new Set(given.filter(({ to }) => to === target).map(({ id }) => id));
      const table = tables[target];
      if (!table) return { target, options: listed(protocol, target), more: false };
      const some = await table(db, assessmentId, { archivedAt: null }, mostListed + 1);
      const lacking = [...chosen].filter((id) => !some.slice(0, mostListed).some(({ value }) => value === id));
      const others = lacking.length === 0 ? [] : await table(db, assessmentId, { ids: lacking }, lacking.length);
      // A record that was merged stands for the one that it became, which is then not listed beside it unless it was chosen too.
      const stoodFor = new Set(others.flatMap(({ mergedInto }) => mergedInto ?? []));
      const options = some.slice(0, mostListed).filter(({ value }) => chosen.has(value) || !stoodFor.has(value));
      return { target, options: [...options, ...others], more: some.length > mostListed };
    }),
  );
  return {
    references: Object.fromEntries(lists.map(({ target, options }) => [target, options])),
    shortened: lists.filter(({ more }) => more).map(({ target }) => target),
  };
}

/** The value with each reference as the id of a record of this study, where its code was typed too; null when one names nothing. */
export async function resolveReferences(
  db: Db,
  assessmentId: string,
  protocol: Protocol,
  answer: Answer,
  value: AnswerValue,
): Promise<AnswerValue | null> {
  const wanted = referencesIn(answer, value);
  const known = new Map<string, string>();
  for (const target of new Set(wanted.map(({ to }) => to))) {
    const names = wanted.filter(({ to }) => to === target).map(({ id }) => id);
    const found = (await tables[target]?.(db, assessmentId, { ids: names, codes: names }, 2 * names.length)) ?? listed(protocol, target);
    for (const { value: id, code, mergedInto = id } of found) {
      known.set(`${target} ${id}`, mergedInto);
      known.set(`${target} ${code}`, mergedInto);
    }
  }
  const idOf = ({ to, id }: Reference) => known.get(`${to} ${id}`);
  return wanted.every((one) => idOf(one) !== undefined) ? withReferences(answer, value, (one) => idOf(one) ?? one.id) : null;
}

function targetsOf(answer: Answer): ReferenceTarget[] {
  if (answer.kind === "reference") return [answer.to];
  return answer.kind === "table" ? answer.columns.flatMap((column) => targetsOf(column.answer)) : [];
}

/** Which records of a table: those in use, or those with one of these ids or codes, archived ones too. */
type Which = { archivedAt: null } | { ids: string[]; codes?: string[] };
type ReadTable = (db: Db, assessmentId: string, which: Which, take: number) => Promise<ReferenceOption[]>;

function whereOf(which: Which) {
  return "ids" in which ? { OR: [{ id: { in: which.ids } }, { code: { in: which.codes ?? [] } }] } : {};
}
const orderBy = { number: "asc" } as const;
const inUse = (which: Which) => ("ids" in which ? {} : { archivedAt: null });

/** The kinds of record that stand in a table, by how their options are read. */
const tables: { [target in ReferenceTarget]?: ReadTable } = {
  async actor(db, assessmentId, which, take) {
    const where = { assessmentId, ...inUse(which), ...whereOf(which) };
    const rows = await db.actor.findMany({ where, orderBy, take, select: { id: true, code: true, name: true, mergedIntoId: true } });
    const merged = rows.some(({ mergedIntoId }) => mergedIntoId !== null) ? await listMerged(db, assessmentId) : new Map<string, Now>();
    return rows.map(({ id, code, name }) => {
      const now = merged.get(id);
      return { value: id, code, label: now ? `${now.code} ${now.name}` : `${code} ${name}`, ...(now && { mergedInto: now.id }) };
    });
  },
  async source(db, assessmentId, which, take) {
    const where = { assessmentId, ...inUse(which), ...whereOf(which) };
    const rows = await db.source.findMany({ where, orderBy, take, select: { id: true, code: true, title: true } });
    return rows.map(({ id, code, title }) => ({ value: id, code, label: `${code} ${title}` }));
  },
  async intervention(db, assessmentId, which, take) {
    const where = { assessmentId, ...inUse(which), ...whereOf(which) };
    const rows = await db.intervention.findMany({ where, orderBy, take, select: { id: true, code: true, title: true } });
    return rows.map(({ id, code, title }) => ({ value: id, code, label: `${code} ${title}` }));
  },
  async statement(db, assessmentId, which, take) {
    const where = { assessmentId, ...("ids" in which ? {} : { block: { archivedAt: null } }), ...whereOf(which) };
    const rows = await db.statement.findMany({ where, orderBy, take, select: { id: true, code: true } });
    return rows.map(({ id, code }) => ({ value: id, code, label: code }));
  },
};

/** The actor that another turned out to be. */
type Now = { id: string; code: string; name: string };

/** Which actor each merged one is by now, also where that one was merged later. Two queries. */
async function listMerged(db: Db, assessmentId: string): Promise<Map<string, Now>> {
  const rows = await db.actor.findMany({
    where: { assessmentId, NOT: { mergedIntoId: null } },
    select: { id: true, mergedIntoId: true },
  });
  const into = new Map(rows.map(({ id, mergedIntoId }) => [id, mergedIntoId]));
  // A merged actor is archived and can't be merged into, so this comes to an end.
  const last = (id: string): string => {
    const next = into.get(id);
    return next ? last(next) : id;
  };
  const ends = await db.actor.findMany({
    where: { id: { in: [...new Set(rows.map(({ id }) => last(id)))] } },
    select: { id: true, code: true, name: true },
  });
  const byId = new Map(ends.map((one) => [one.id, one]));
  return new Map(
    rows.flatMap(({ id }) => {
      const now = byId.get(last(id));
      return now ? [[id, now] as const] : [];
    }),
  );
}

/** What the protocol itself lists, and the countries. */
function listed({ originalLanguage, options, frameworks }: Protocol, target: ReferenceTarget): ReferenceOption[] {
  if (target === "option")
    return (options ?? []).map(({ id, code, title }) => ({ value: id, code, label: `${code} ${textIn(title, originalLanguage)}` }));
  if (target === "country") return countries(originalLanguage);
  return (frameworks ?? []).flatMap((framework) =>
    nodesInOrder(framework).map(({ node }) => {
      const code = policyNodeCode(framework, node);
      return { value: node.id, code, label: `${code} ${textIn(node.title, originalLanguage)}` };
    }),
  );
}

const countriesByLanguage = new Map<string, ReferenceOption[]>();

/** The countries of ISO 3166-1 by their name in a language, as far as this system names them; listed once per language. */
function countries(language: string): ReferenceOption[] {
  const known = countriesByLanguage.get(language) ?? namedCountries(language);
  countriesByLanguage.set(language, known);
  return known;
}

function namedCountries(language: string): ReferenceOption[] {
  const names = new Intl.DisplayNames([language], { type: "region", fallback: "none" });
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !/^(EU|EZ|UN|X.|Q[M-Z]|ZZ|AA)$/.test(code));
  const named = codes.flatMap((value) => {
    const label = names.of(value);
    return label === undefined ? [] : [{ value, code: value, label }];
  });
  const namesInOrder = new Intl.Collator(language);
  return named.sort((a, b) => namesInOrder.compare(a.label, b.label));
}
