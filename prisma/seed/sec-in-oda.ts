import { z } from "zod";
import { criteriaFor, findCriterion } from "~/domain/protocol/readers";
import { textIn } from "~/domain/local-text";
import { labelOnScale } from "~/domain/protocol/scales";
import { scaleOf } from "~/domain/protocol/readers";
import { addIntervention } from "~/features/interventions/add-intervention.server";
import { translateIntervention } from "~/features/interventions/translate-intervention.server";
import { ActorRecord, makeActor, makeFact, type FactPlan } from "./actors";
import { dayAfter, type Agenda } from "./agenda";
import { planRelations } from "./sec-relations";
import { planRound, valueOnScale, makePoint, type Cell } from "./judging";
import { Both, both, readRecords, type SeededStudy } from "./study";
import {
  budgetRows,
  budgetTold,
  countryCode,
  countryTold,
  listed,
  memberRows,
  membersTold,
  officesTold,
  programmeTold,
  type Texts,
} from "./told";

const folder = "sec-in-oda";
const Lists = z.looseObject({ nl: z.array(z.string()), en: z.array(z.string()) });
const Actor = ActorRecord.extend({
  report_judgements: z.array(Both.extend({ id: z.string(), applies_to: z.array(z.string()).optional() })).optional(),
  founded: z.union([z.string(), z.looseObject({ value: z.string() })]).optional(),
  scope: z.string().optional(),
  members: z.array(z.looseObject({ kind: z.string(), count: z.number(), qualifier: z.string().optional() })).optional(),
  budget: z
    .array(
      z.looseObject({
        kind: z.string(),
        amount: z.number().optional(),
        currency: z.string().optional(),
        year: z.number().optional(),
        qualifier: z.string().optional(),
        project: z.string().optional(),
      }),
    )
    .optional(),
  programme_countries: z.looseObject({ count: z.number().optional(), list: z.array(z.string()).optional() }).optional(),
  interventions: Lists.optional(),
  stakeholders: Lists.optional(),
  funded_by: z.array(z.string()).optional(),
  observations: z.array(Both).optional(),
  dutch_link: Both.optional(),
  results: Both.extend({ self_reported: z.boolean().optional() }).optional(),
  offices: z.looseObject({ headquarters: z.string(), fundraising: z.array(z.string()).optional() }).optional(),
  history: Both.optional(),
  condition: Both.optional(),
  intervention_refs: z.array(z.string()).optional(),
});
type Actor = z.infer<typeof Actor>;

const yearOf = (founded: NonNullable<Actor["founded"]>) => (typeof founded === "string" ? founded : founded.value).slice(0, 4);

/** How many countries an actor works in, or which, as far as the file says. */
function countriesOf({ programme_countries: told }: Actor): { field: string; value: unknown; words: Texts | null }[] {
  if (told?.list) return [{ field: "programme_countries", value: told.list.map(countryCode), words: listed(told.list.map(countryTold)) }];
  return told?.count === undefined ? [] : [{ field: "programme_country_count", value: told.count, words: null }];
}

/** The facts that the file gives of an actor, each under the id that grounds name it by: `act-x.field`. */
function factsOf(actor: Actor): FactPlan[] {
  const source = actor.sources?.[0] ?? null;
  const fact = (field: string, words: Texts | null, value: unknown = null, ownStatement = false): FactPlan => ({
    ids: [`${actor.id}.${field}`, ...(field === "focus" ? [actor.id] : [])],
    actor: actor.id,
    field,
    value,
    words,
    asOf: null,
    source,
    ownStatement,
  });
  const words = (field: string, texts: Texts | undefined, own = false) => (texts ? [fact(field, both(texts), null, own)] : []);
  const listFact = (field: string, texts: z.infer<typeof Lists> | undefined) =>
    texts
      ? [
          fact(
            field,
            null,
            texts.nl.map((nl, place) => ({ nl, en: texts.en[place] ?? nl })),
          ),
        ]
      : [];
  return [
    fact("level", null, actor.level),
    ...words("focus", actor.focus),
    ...(actor.scope && actor.scope !== "not-given" ? [fact("scope", null, actor.scope)] : []),
    ...(actor.founded ? [fact("founded", null, yearOf(actor.founded))] : []),
    ...(actor.members ? [fact("members", listed(actor.members.map(membersTold)), memberRows(actor.members))] : []),
    ...(actor.budget ? [fact("budget", listed(actor.budget.map(budgetTold)), budgetRows(actor.budget))] : []),
    ...countriesOf(actor).map(({ field, value, words: told }) => ({
      ...fact(field, told, value),
      ids: [`${actor.id}.programme_countries`],
    })),
    ...listFact("interventions", actor.interventions),
    ...listFact("stakeholders", actor.stakeholders),
    ...(actor.funded_by
      ? [
          fact(
            "funded_by",
            null,
            actor.funded_by.map((name) => ({ nl: name, en: name })),
          ),
        ]
      : []),
    ...(actor.observations ? [fact("observations", null, actor.observations.map(both))] : []),
    ...words("dutch_link", actor.dutch_link),
    ...words("results", actor.results, actor.results?.self_reported ?? false),
    ...words("history", actor.history),
    ...words("condition", actor.condition),
    ...(actor.offices ? [fact("offices", officesTold(actor.offices))] : []),
    ...(actor.intervention_refs
      ? [
          {
            ...fact("intervention_refs", listed(actor.intervention_refs.map(wayOfWorking))),
            refers: actor.intervention_refs,
          },
        ]
      : []),
    ...(actor.report_judgements ?? []).map((judged) => ({
      ...fact("other", both(judged)),
      ids: [judged.id],
      label: { nl: "Wat het rapport erover zegt", en: "What the report says of it" },
    })),
  ];
}

const isTold = ({ value, words }: FactPlan) =>
  (Array.isArray(value) ? value.length > 0 : value !== null) || (words !== null && words.nl.trim() !== "");

/** Actors and their facts; and what other parties are told of that statements stand on: instruments, donors, programmes. */
export function planActors(
  agenda: Agenda,
  study: SeededStudy,
  { from, people, commissioner }: { from: string; people: readonly string[]; commissioner: Texts },
): void {
  const { actors } = readRecords(folder, "actors", z.looseObject({ actors: z.array(Actor) }));
  const by = (place: number) => people[place % people.length] ?? "";
  actors.forEach((actor, place) => {
    agenda.spread(dayAfter(from, Math.floor(place / 3)), 8 + (place % 3) * 2, [actor], (one, at) => makeActor(study, one, by(place), at));
    agenda.spread(dayAfter(from, 2 + Math.floor(place / 3)), 9 + (place % 3) * 2, factsOf(actor).filter(isTold), (one, at) =>
      makeFact(study, one, by(place), at),
    );
  });
  const others = otherFacts().filter(isTold);
  const kind = { nl: "Financier", en: "Funder" };
  const funders = [...new Set(others.map(({ actor }) => actor))].filter((id) => !actors.some((actor) => actor.id === id));
  agenda.spread(dayAfter(from, 10), 9, funders, (id, at) =>
    makeActor(
      study,
      { id, name: id === "commissioner" ? commissioner.nl : (donorNames().get(id) ?? id), group: kind, level: ["national"] },
      by(0),
      at,
    ),
  );
  agenda.spread(dayAfter(from, 11), 9, others, (one, at) => makeFact(study, one, by(0), at));
  planRelations(agenda, study, { from, person: by(1) });
}

const Partners = z.looseObject({
  programmes: z.array(z.looseObject({ id: z.string(), name: z.string(), until: z.string(), amount: z.number(), currency: z.string() })),
  rows: z.array(z.looseObject({ id: z.string(), countries: z.array(z.string()).optional() })),
  donors: z.array(Both.extend({ id: z.string(), name: z.string(), actor: z.string().optional() })),
});
const Funding = z.looseObject({
  options: z.array(
    z.looseObject({
      id: z.string(),
      advantages: z.array(Both.extend({ id: z.string(), criterion: z.string() })).optional(),
      disadvantages: z.array(Both.extend({ id: z.string(), criterion: z.string() })).optional(),
      assessment: z.record(z.string(), z.string()),
    }),
  ),
  instruments: z.array(Both.extend({ id: z.string(), sec_support: Both.optional() })),
});

const donorNames = () => new Map(readRecords(folder, "country-partners", Partners).donors.map(({ id, name }) => [id, name]));

function otherFacts(): FactPlan[] {
  const { programmes, rows, donors } = readRecords(folder, "country-partners", Partners);
  const { instruments } = readRecords(folder, "funding-options", Funding);
  const fact = (id: string, actor: string, label: Texts, words: Texts): FactPlan => ({
    ids: [id],
    actor,
    field: "other",
    label,
    value: null,
    words,
    asOf: null,
    source: null,
    ownStatement: false,
  });
  return [
    ...programmes.map(({ id, name, until, amount, currency }) =>
      fact(id, "act-dtz", { nl: "Programma", en: "Programme" }, programmeTold({ name, until, amount, currency })),
    ),
    ...rows
      .filter(({ countries }) => countries)
      .map(({ id, countries }) =>
        fact(id, "act-dtz", { nl: "Land in de programma’s", en: "Country in the programmes" }, listed((countries ?? []).map(countryTold))),
      ),
    ...donors.map((donor) =>
      fact(donor.id, donor.actor ?? donor.id, { nl: "Steun aan dit thema", en: "Support for this theme" }, both(donor)),
    ),
    ...instruments.map((one) => fact(one.id, "commissioner", both(one), one.sec_support ? both(one.sec_support) : both(one))),
  ];
}

const Interventions = z.looseObject({
  sets: z.array(
    Both.extend({
      id: z.string(),
      source: z.string().nullish(),
      note: Both.nullish(),
      grounds: z.array(z.string()).optional(),
      items: z.array(Both.extend({ id: z.string(), effectiveness_class: z.string().optional() })).optional(),
    }),
  ),
});

/** A way of working by its title. */
function wayOfWorking(id: string): Texts {
  const { sets } = readRecords(folder, "interventions", Interventions);
  const found = sets.flatMap((set) => [set, ...(set.items ?? [])]).find((each) => each.id === id);
  return found ? both(found) : { nl: id, en: id };
}

const unclassed: Texts = { nl: "De bron deelt dit niet in een klasse in.", en: "The source does not put this in a class." };

/** Each set and each of its items as an intervention, classed only where the report does; one person places the classes. */
export function planInterventions(
  agenda: Agenda,
  study: SeededStudy,
  plan: { from: string; opened: string; sent: string; person: string; lead: string },
): void {
  const { sets } = readRecords(folder, "interventions", Interventions);
  const all = sets.flatMap((set) => [
    { set, id: set.id, title: both(set), note: set.note ? both(set.note) : null, level: "not-given", grounds: [] },
    ...(set.items ?? []).map((item) => ({
      set,
      id: item.id,
      title: both(item),
      note: null,
      level: item.effectiveness_class ?? "not-given",
      grounds: item.effectiveness_class === "not-given" ? [] : (set.grounds ?? []),
    })),
  ]);
  agenda.spread(plan.from, 8, all, async ({ set, id, title, note }, at) => {
    const context = study.as(plan.person, at);
    const made = await addIntervention(context, {
      assessmentId: study.id,
      groupKey: set.id,
      groupTitle: null,
      title: title.nl,
      description: note?.nl ?? "",
      language: "nl",
      sourceId: study.records.get(set.source ?? "") ?? null,
    });
    await translateIntervention(context, {
      assessmentId: study.id,
      id: made.id,
      field: "title",
      language: "en",
      version: 0,
      text: title.en,
    });
    if (note)
      await translateIntervention(context, {
        assessmentId: study.id,
        id: made.id,
        field: "description",
        language: "en",
        version: 0,
        text: note.en,
      });
    study.records.set(id, made.id);
  });
  const criterion = criteriaFor(study.protocol, "intervention")[0]?.id ?? "";
  const scale = scaleOf(study.protocol, criterion);
  const wording = (level: string): Texts => {
    const label = scale && level !== "not-given" ? labelOnScale(scale, level) : null;
    return label
      ? {
          nl: `Volgens de bron: ${textIn(label, "nl").toLowerCase()}.`,
          en: `According to the source: ${textIn(label, "en").toLowerCase()}.`,
        }
      : unclassed;
  };
  const cells: Cell[] = all.map(({ id, level, grounds }) => ({ id, subject: id, criterion, value: level, words: wording(level), grounds }));
  const title = { nl: "Doeltreffendheid van werkwijzen", en: "Effectiveness of ways of working" };
  planRound(agenda, study, {
    title,
    subjectKind: "intervention",
    subjects: all.map(({ id }) => id),
    criteria: [criterion],
    lead: plan.lead,
    opened: plan.opened,
    raters: [{ person: plan.person, from: plan.opened, sent: plan.sent, cells }],
  });
}

/** Points for and against each option, and the level on each criterion as the file places it. */
export function planOptions(agenda: Agenda, study: SeededStudy, plan: { day: string; sent: string; person: string; lead: string }): void {
  const { options } = readRecords(folder, "funding-options", Funding);
  const points = options.flatMap(({ id, advantages = [], disadvantages = [] }) => [
    ...advantages.map((words) => ({ option: id, side: "for" as const, words })),
    ...disadvantages.map((words) => ({ option: id, side: "against" as const, words })),
  ]);
  agenda.spread(plan.day, 8, points, ({ option, side, words }, at) =>
    makePoint(study, { option, side, criterion: words.criterion, words, grounds: [] }, plan.person, at),
  );
  const wordsFor = (option: string, criterion: string): Texts => {
    const said = points.filter((point) => point.option === option && point.words.criterion === criterion).map(({ words }) => words);
    return said.length === 0
      ? { nl: "Het rapport zegt hier niets over.", en: "The report says nothing of this." }
      : { nl: said.map(({ nl }) => nl).join(" "), en: said.map(({ en }) => en).join(" ") };
  };
  const cells: Cell[] = options.flatMap(({ id, assessment }) =>
    Object.entries(assessment).map(([criterion, value]) => ({
      id: null,
      subject: id,
      criterion,
      value,
      words: wordsFor(id, criterion),
      grounds: [],
      ownExpertise: value !== "not-given", // the placing of the report's words on the scale is the writers' own
    })),
  );
  const criteria = Object.keys(options[0]?.assessment ?? {}).filter((id) => findCriterion(study.protocol, id));
  const title = { nl: "Vergelijking van opties", en: "Comparison of options" };
  planRound(agenda, study, {
    title,
    subjectKind: "option",
    subjects: options.map(({ id }) => id),
    criteria,
    lead: plan.lead,
    opened: dayAfter(plan.day, 1),
    raters: [{ person: plan.person, from: dayAfter(plan.day, 1), sent: plan.sent, cells }],
  });
  agenda.spread(dayAfter(plan.sent, 1), 7, [plan], () => Promise.resolve(alias(study, options, points)));
}

/** A statement may stand on an option, or on one point: on the judgement of that option on that criterion. */
function alias(
  study: SeededStudy,
  options: z.infer<typeof Funding>["options"],
  points: readonly { option: string; words: { id: string; criterion: string } }[],
): void {
  const judged = (option: string, criterion: string) => study.evidence.get(`${option}/${criterion}`);
  for (const { option, words } of points) {
    const found = judged(option, words.criterion);
    if (found) study.evidence.set(words.id, found);
  }
  for (const { id, assessment } of options) {
    const given = Object.entries(assessment).find(([, level]) => level !== "not-given") ?? Object.entries(assessment)[0];
    const found = given && judged(id, given[0]);
    if (found) study.evidence.set(id, found);
  }
}

const By = z.looseObject({
  rater: z.string(),
  value: z.number().optional(),
  cannot_judge: z.unknown().optional(),
  nl: z.string().optional(),
  en: z.string().optional(),
  grounds: z.array(z.string()).optional(),
});
const Ratings = z.looseObject({
  round: z.looseObject({
    subjects: z.array(z.string()),
    criteria: z.array(z.string()),
    raters: z.array(z.string()),
    reconciled_by: z.string(),
  }),
  ratings: z.array(
    z.looseObject({
      id: z.string(),
      subject: z.string(),
      criterion: z.string(),
      by: z.array(By),
      reconciled: z.looseObject({ value: z.number().optional(), agreed: z.boolean().optional(), reason: Both.optional() }).optional(),
      dissent: Both.extend({ rater: z.string() }).optional(),
    }),
  ),
});

const silent: Texts = { nl: "De bronnen zeggen hier niets over.", en: "The sources say nothing of this." };

/** The blind round on the actors: two raters, then the lead settles what differs. */
export function planRatings(
  agenda: Agenda,
  study: SeededStudy,
  plan: { opened: string; from: string; sent: readonly string[]; reconciled: string },
): void {
  const { round, ratings } = readRecords(folder, "ratings", Ratings);
  const usable = (ground: string) => !ground.startsWith("adv-");
  const raters = round.raters.map((person, place) => ({
    person,
    from: plan.from,
    sent: plan.sent[place] ?? plan.from,
    cells: ratings.map(({ id, subject, criterion, by }): Cell => {
      const mine = by.find(({ rater }) => rater === person);
      const words = mine?.nl && mine.en ? { nl: mine.nl, en: mine.en } : silent;
      return {
        id,
        subject,
        criterion,
        value: mine?.value === undefined ? "cannot-judge" : valueOnScale(study, criterion, mine.value),
        words,
        grounds: (mine?.grounds ?? []).filter(usable),
      };
    }),
  }));
  const differing = ratings.filter(({ by }) => new Set(by.map(({ value }) => value)).size > 1);
  const cells = differing.map(({ id, subject, criterion, reconciled, dissent }) => ({
    id,
    subject,
    criterion,
    value: reconciled?.value === undefined ? "cannot-judge" : valueOnScale(study, criterion, reconciled.value),
    words: reconciled?.reason ? both(reconciled.reason) : silent,
    dissent: dissent ? [{ person: dissent.rater, words: both(dissent) }] : [],
  }));
  const title = { nl: "Actoren", en: "Actors" };
  planRound(agenda, study, {
    title,
    subjectKind: "actor",
    subjects: round.subjects,
    criteria: round.criteria,
    lead: round.reconciled_by,
    opened: plan.opened,
    raters,
    reconciled: { day: plan.reconciled, cells },
  });
}
