import { z } from "zod";
import { countriesNamed, amountsOf, figureFields, type FigureFact, inYearOrder } from "~/domain/actors/figures";
import { countryName } from "~/domain/actors/countries";
import { factFields, findFactField, lacksSource } from "~/domain/actors/fact";
import { fitsRegister, inRegisterOrder, type RegisterFilter, type RegisterRow } from "~/domain/actors/register";
import { answerAsText } from "~/domain/forms/answer-as-text";
import type { FormField } from "~/domain/forms/form-field";
import type { AnswerValue } from "~/domain/forms/values";
import { groupBy } from "~/domain/evidence/graph";
import { type LocalText, textIn } from "~/domain/local-text";
import type { Db } from "~/platform/db.server";
import { translator } from "~/platform/i18n.server";
import { listNamedOnly } from "~/platform/named-actors.server";
import { levelNamer, readLevels, storedLevels } from "./level-words.server";
import type { RegisterStudy } from "./register-study";

const Names = z.array(z.string());

/** How the register is ordered. */
type Order = { key: string; descending: boolean };

/** An actor as the register shows it. */
export interface ShownRegisterRow extends RegisterRow {
  id: string;
  /** The newest amount of the first field for money, in words; "" where there is none. */
  money: string;
  /** What the fields for numbers hold, in words. */
  figures: readonly string[];
  own: number;
}

/** The register of actors as it is asked for, with what it can be narrowed by. Eight queries, whatever the number of actors. */
export async function readRegister(db: Db, study: RegisterStudy, filter: RegisterFilter, order: Order) {
  const { protocol, language, assessment } = study;
  const { money, numbers } = figureFields(factFields(protocol));
  const all = await readRows(db, study, money, numbers);
  const say = (text: LocalText) => textIn(text, language, assessment.languages);
  const countries = new Map(all.flatMap((row) => row.countries.map(({ key, name }) => [key, name] as const)));
  const levels = readLevels(all.flatMap((row) => row.levels));
  const named = levelNamer(language)(levels);
  const byName = new Intl.Collator(language);
  const distinct = (texts: readonly string[]) => [...new Set(texts)].filter((text) => text !== "").toSorted(byName.compare);
  return {
    total: all.length,
    rows: inRegisterOrder(
      all.filter((row) => fitsRegister(row, filter)),
      order,
      language,
    ),
    heads: { money: money && say(money.label), numbers: numbers.map(({ label }) => say(label)) },
    choices: {
      levels: levels.map((value, at) => ({ value, label: named[at] ?? value })),
      kinds: distinct(all.map(({ kind }) => kind)),
      countries: [...countries].map(([value, label]) => ({ value, label })).toSorted((one, two) => byName.compare(one.label, two.label)),
    },
  };
}

/** The register of actors with what it can be narrowed by. */
export type ShownRegister = Awaited<ReturnType<typeof readRegister>>;

async function readRows(db: Db, study: RegisterStudy, money: FormField | null, numbers: readonly FormField[]): Promise<ShownRegisterRow[]> {
  const { assessment, language, protocol } = study;
  const where = { assessmentId: assessment.id, archivedAt: null };
  const actors = await db.actor.findMany({ where, orderBy: { number: "asc" } });
  const facts = groupBy(await readFigures(db, where, language), ({ actorId }) => actorId);
  const relations = await db.actorRelation.findMany({ where, select: { fromId: true, toId: true, countries: true } });
  const named = await listNamedOnly(db, assessment.id);
  const print = printer(study);
  return actors.map((actor) => {
    const own = facts.get(actor.id) ?? [];
    const its = relations.filter(({ fromId, toId }) => fromId === actor.id || toId === actor.id);
    const fromFacts = own.flatMap((fact) => {
      const field = findFactField(protocol, fact.field);
      return field ? countriesNamed(fact, field) : [];
    });
    const codes = [
      ...Names.parse(JSON.parse(actor.countries)),
      ...fromFacts,
      ...its.flatMap((one) => Names.parse(JSON.parse(one.countries))),
    ];
    const countries = [...new Set(codes)].map((key) => ({ key, name: countryName(key, language) }));
    const found = numbers.map((field) => own.filter((fact) => fact.field === field.name).toSorted(newestFirst)[0]);
    return {
      ...{ id: actor.id, code: actor.code, name: actor.name, countries },
      otherNames: actor.otherNames === null ? [] : Names.parse(JSON.parse(actor.otherNames)),
      kind: textIn(JSON.parse(actor.kind) as LocalText, language, assessment.languages), // written as LocalText by addActor
      focus: textIn(JSON.parse(actor.focus) as LocalText, language, assessment.languages), // likewise
      levels: storedLevels(actor.levels),
      facts: own.length,
      unsourced: own.filter(lacksSource).length,
      own: own.filter(({ ownStatement }) => ownStatement).length,
      ownOnly: own.length > 0 && own.every(({ ownStatement }) => ownStatement),
      namedOnly: named.has(actor.id),
      relations: its.length,
      money: money ? print.money(own, money) : "",
      numbers: found.map((fact) => (typeof fact?.value === "number" ? fact.value : null)),
      figures: found.map((fact, at) => (fact ? print.figure(fact, numbers[at]) : "")),
    };
  });
}

const newestFirst = (one: { asOf: string | null }, other: { asOf: string | null }) => (other.asOf ?? "").localeCompare(one.asOf ?? "");

type Figure = FigureFact & { text: string; actorId: string; sourceId: string | null; excerptId: string | null; ownStatement: boolean };

/** The facts of all actors, each in the words of the reader's language where there are such. */
async function readFigures(db: Db, where: { assessmentId: string; archivedAt: null }, language: string): Promise<Figure[]> {
  const select = { id: true, actorId: true, field: true, value: true, text: true, language: true, asOf: true } as const;
  const rows = await db.actorFact.findMany({
    where,
    select: { ...select, sourceId: true, excerptId: true, ownStatement: true },
    orderBy: [{ actorId: "asc" }, { number: "asc" }],
  });
  const translations = await db.translation.findMany({
    where: { assessmentId: where.assessmentId, kind: "actor-fact", field: "text", language },
    select: { recordId: true, body: true },
  });
  const bodies = new Map(translations.map(({ recordId, body }) => [recordId, body]));
  return rows.map(({ id, value, text, language: own, ...row }) => ({
    ...row,
    text: own === language ? text : (bodies.get(id) ?? text),
    value: value === null ? null : (JSON.parse(value) as AnswerValue), // checked by answerSchema when it was kept
  }));
}

/** Words for the figures of an actor: the newest amount with its year, a number with its unit, a table as its fact tells it. */
function printer({ assessment, language, protocol }: RegisterStudy) {
  const word = translator(language, "evidence");
  const setting = {
    language,
    fallbackOrder: assessment.languages,
    scales: protocol.scales ?? [],
    words: { yes: word("data.yes"), no: word("data.no"), unknown: word("data.unknown") },
    nameOf: (_target: string, id: string) => id,
  };
  return {
    money(facts: readonly Figure[], field: FormField): string {
      const amounts = facts.filter((fact) => fact.field === field.name).flatMap((fact) => amountsOf(fact, field));
      const [newest] = inYearOrder(amounts);
      if (!newest) return "";
      const { amount, currency, year } = newest;
      const text = answerAsText({ kind: "money", currencies: [currency] }, { amount, currency }, setting);
      return year === null ? text : `${text} (${year})`;
    },
    figure(fact: Figure, field: FormField | undefined): string {
      return field?.answer.kind === "number" && fact.value !== null ? answerAsText(field.answer, fact.value, setting) : fact.text;
    },
  };
}
