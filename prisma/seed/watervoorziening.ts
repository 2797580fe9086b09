import { z } from "zod";
import { relationSides } from "~/domain/actors/relation";
import { answerField } from "~/features/questions/answer-field.server";
import { ActorRecord, makeActor, makeFact, makeRelation, type FactPlan } from "./actors";
import { dayAfter, type Agenda } from "./agenda";
import { makeAlignment, makePoint, planRound, valueOnScale, type Cell } from "./judging";
import { ask, assign, reopen, sendForReview, signOff } from "./reviewing";
import { Both, both, readRecords, type SeededStudy } from "./study";
import { groundStatement, inOrder, repeatStatement, StatementRecord, writeLimitation, writeStatement, writeText } from "./writing";

const folder = "watervoorziening";
const Fact = Both.extend({
  id: z.string(),
  actor: z.string(),
  field: z.string(),
  value: z.union([z.string(), z.number()]).optional(),
  currency: z.string().optional(),
  date: z.string(),
  source: z.string().optional(),
  own_statement: z.boolean().optional(),
});
type Fact = z.infer<typeof Fact>;
const Relation = z.looseObject({
  from: z.string(),
  to: z.string(),
  kind: z.enum(relationSides),
  date: z.string(),
  source: z.string().optional(),
});

function valueOfFact({ field, value, currency }: Fact): unknown {
  if (value === undefined) return null;
  return field === "budget" ? { amount: Number(value), currency: currency ?? "EUR" } : value;
}

const planOf = (fact: Fact): FactPlan => ({
  ids: [fact.id],
  actor: fact.actor,
  field: fact.field,
  value: valueOfFact(fact),
  words: both(fact),
  asOf: fact.date,
  source: fact.source ?? null,
  ownStatement: fact.own_statement ?? false,
});

export function planActors(agenda: Agenda, study: SeededStudy, { from, person }: { from: string; person: string }): void {
  const { actors, facts, relations } = readRecords(
    folder,
    "actors",
    z.looseObject({ actors: z.array(ActorRecord), facts: z.array(Fact), relations: z.array(Relation) }),
  );
  agenda.spread(from, 8, actors, (one, at) => makeActor(study, one, person, at));
  actors.forEach(({ id }, place) =>
    agenda.spread(
      dayAfter(from, 1 + Math.floor(place / 3)),
      9 + (place % 3) * 2,
      facts.filter(({ actor }) => actor === id),
      (one, at) => makeFact(study, planOf(one), person, at),
    ),
  );
  agenda.spread(dayAfter(from, 1 + Math.ceil(actors.length / 3)), 9, relations, (one, at) => {
    const { from: actor, to, kind, source, date } = one;
    return makeRelation(study, { actor, side: kind, other: { id: to }, source: source ?? null, asOf: date }, person, at);
  });
}

const Values = z.looseObject({ question: z.string(), by: z.string(), at: z.string(), values: z.record(z.string(), z.unknown()) });
const rowKeys: Record<string, string> = { "Port Lesko": "port-lesko", Arvanda: "arvanda", Tessim: "tessim" };

/** A table of the file as the form keeps it: rows by key, cells by column. */
function stored(value: unknown): unknown {
  const rows = z.array(z.looseObject({ row: z.string() })).safeParse(value);
  if (!rows.success) return value;
  return rows.data.map(({ row, ...cells }) => ({ row: rowKeys[row] ?? row, cells }));
}

export function planFields(agenda: Agenda, study: SeededStudy): void {
  const { field_answers } = readRecords(folder, "research-questions", z.looseObject({ field_answers: z.array(Values) }));
  for (const { question, by, at: day, values } of field_answers) {
    agenda.spread(day, 10, Object.entries(values), ([field, value], at) =>
      answerField(study.as(by, at), {
        assessmentId: study.id,
        question,
        field,
        version: 0,
        state: "answered",
        reason: null,
        value: stored(value),
        explanation: null,
        language: "nl",
      }),
    );
  }
}

const Judged = Both.extend({ rater: z.string(), value: z.union([z.string(), z.number()]), grounds: z.array(z.string()), at: z.string() });
const Ratings = z.looseObject({
  round: z.looseObject({
    subjects: z.array(z.string()),
    criteria: z.array(z.string()),
    raters: z.array(z.string()),
    reconciled_by: z.string(),
    opened_at: z.string(),
    sent: z.array(z.looseObject({ rater: z.string(), at: z.string() })),
  }),
  ratings: z.array(
    z.looseObject({
      id: z.string(),
      subject: z.string(),
      criterion: z.string(),
      by: z.array(Judged),
      reconciled: z.looseObject({ value: z.union([z.string(), z.number()]), at: z.string(), reason: Both.optional() }),
      dissent: Both.extend({ rater: z.string() }).optional(),
    }),
  ),
});

const taken = { nl: "Zoals na overleg vastgesteld.", en: "As settled after discussion." };

export function planRatings(agenda: Agenda, study: SeededStudy): void {
  const { round, ratings } = readRecords(folder, "ratings", Ratings);
  const raters = round.sent.map(({ rater, at: sent }) => ({
    person: rater,
    from: round.opened_at,
    sent,
    cells: ratings.flatMap(({ id, subject, criterion, by }): Cell[] =>
      by
        .filter((one) => one.rater === rater)
        .map(({ value, nl, en, grounds }) => ({
          id,
          subject,
          criterion,
          value: valueOnScale(study, criterion, value),
          words: { nl, en },
          grounds,
        })),
    ),
  }));
  const cells = ratings
    .filter(({ by }) => new Set(by.map(({ value }) => value)).size > 1)
    .map(({ id, subject, criterion, reconciled, dissent }) => ({
      id,
      subject,
      criterion,
      value: valueOnScale(study, criterion, reconciled.value),
      words: reconciled.reason ? both(reconciled.reason) : taken,
      dissent: dissent ? [{ person: dissent.rater, words: both(dissent) }] : [],
    }));
  const title = { nl: "Ontvangers van de regeling", en: "Recipients of the scheme" };
  planRound(agenda, study, {
    title,
    subjectKind: "actor",
    subjects: round.subjects,
    criteria: round.criteria,
    lead: round.reconciled_by,
    opened: round.opened_at,
    raters,
    reconciled: { day: "2025-04-17", cells },
  });
}

const Frameworks = z.looseObject({
  nodes: z.array(
    z.looseObject({
      id: z.string(),
      framework: z.string(),
      alignment: z
        .looseObject({ level: z.string(), reason: Both, grounds: z.array(z.string()), by: z.string(), at: z.string() })
        .optional(),
    }),
  ),
});

export function planAlignments(agenda: Agenda, study: SeededStudy): void {
  for (const { id, framework, alignment } of readRecords(folder, "policy-frameworks", Frameworks).nodes) {
    if (alignment)
      agenda.spread(alignment.at, 11, [alignment], ({ level, reason, grounds, by }, at) =>
        makeAlignment(study, framework, { node: id, level, words: both(reason), grounds }, by, at),
      );
  }
}

const Options = z.looseObject({
  options: z.array(
    z.looseObject({
      id: z.string(),
      cells: z.array(
        z.looseObject({
          id: z.string(),
          criterion: z.string(),
          level: z.string(),
          for: z.array(Both),
          against: z.array(Both),
          grounds: z.array(z.string()),
          by: z.string(),
          at: z.string(),
        }),
      ),
    }),
  ),
});

export function planOptions(agenda: Agenda, study: SeededStudy, { lead, sent }: { lead: string; sent: string }): void {
  const { options } = readRecords(folder, "options", Options);
  const all = options.flatMap(({ id: option, cells }) => cells.map((cell) => ({ option, ...cell })));
  for (const { option, criterion, grounds, by, at: day, ...cell } of all) {
    for (const side of ["for", "against"] as const)
      agenda.spread(day, 9, cell[side], (words, at) => makePoint(study, { option, criterion, side, words, grounds }, by, at));
  }
  const wordsOf = (cell: (typeof all)[number]) => {
    const said = [...cell.for, ...cell.against];
    return said.length === 0
      ? { nl: "Geen verschil met nu.", en: "No difference from now." }
      : { nl: said.map(({ nl }) => nl).join(" "), en: said.map(({ en }) => en).join(" ") };
  };
  const cells = all.map((cell): Cell => ({
    id: cell.id,
    subject: cell.option,
    criterion: cell.criterion,
    value: cell.level,
    words: wordsOf(cell),
    grounds: cell.grounds,
  }));
  const opened = all[0]?.at ?? sent;
  const criteria = [...new Set(all.map(({ criterion }) => criterion))];
  planRound(agenda, study, {
    title: { nl: "Varianten", en: "Alternatives" },
    subjectKind: "option",
    subjects: options.map(({ id }) => id),
    criteria,
    lead,
    opened,
    raters: [{ person: lead, from: opened, sent, cells }],
  });
}

const Outline = z.looseObject({
  sections: z.array(
    z.looseObject({
      id: z.string(),
      text: Both,
      write: z.string().optional(),
      review: z.array(z.string()).optional(),
      repeats: z.array(z.string()).optional(),
    }),
  ),
});
const Review = z.looseObject({
  rounds: z.array(z.looseObject({ id: z.string(), opened_at: z.string(), sections: z.array(z.string()) })),
  change_requests: z.array(
    z.looseObject({ section: z.string(), by: z.string(), at: z.string(), reason: Both, answered_by: z.string(), answered_at: z.string() }),
  ),
  reopened: z.array(
    z.looseObject({ section: z.string(), by: z.string(), at: z.string(), reason: Both, changed_by: z.string(), changed_at: z.string() }),
  ),
  sign_offs: z.array(z.looseObject({ section: z.string(), by: z.string(), at: z.string() })),
});

export function planDocument(agenda: Agenda, study: SeededStudy, { lead }: { lead: string }): void {
  const { sections } = readRecords(folder, "outline", Outline);
  const { statements, limitations } = readRecords(
    folder,
    "evidence",
    z.looseObject({
      statements: z.array(StatementRecord),
      limitations: z.array(Both.extend({ id: z.string(), sections: z.array(z.string()) })),
    }),
  );
  const people = new Map(sections.map(({ id, write, review }) => [id, { write: write ?? lead, review: review ?? [] }]));
  const parents = new Map(study.protocol.outline.map(({ id, parent }) => [id, parent]));
  const writer = (node: string): string =>
    sections.find(({ id }) => id === node)?.write ?? (parents.get(node) === undefined ? lead : writer(parents.get(node) ?? ""));
  agenda.spread(
    "2025-04-18",
    9,
    sections.filter(({ write }) => write !== undefined),
    ({ id }, at) => assign(study, id, { writers: [people.get(id)?.write ?? lead], reviewers: people.get(id)?.review ?? [], lead }, at),
  );
  agenda.spread("2025-04-28", 9, sections, ({ id, text }, at) => writeText(study, id, both(text), writer(id), at));
  inOrder(statements).forEach((statement, place) => {
    agenda.spread(dayAfter("2025-04-29", Math.floor(place / 8)), 9 + (place % 8), [statement], async (one, at) => {
      await writeStatement(study, one, writer(one.section), at);
      await groundStatement(study, one, writer(one.section), at);
    });
  });
  for (const statement of statements)
    for (const node of statement.repeated_in ?? [])
      agenda.spread("2025-05-05", 9, [node], (one, at) => repeatStatement(study, statement.id, one, writer(one), at));
  agenda.spread("2025-05-05", 14, limitations, (one, at) => writeLimitation(study, one, statements, lead, at));
  planReview(agenda, study, writer);
}

function planReview(agenda: Agenda, study: SeededStudy, writer: (node: string) => string): void {
  const { rounds, change_requests, reopened, sign_offs } = readRecords(folder, "review", Review);
  const again = new Set([...change_requests, ...reopened].map(({ section }) => section));
  rounds.forEach(({ opened_at, sections }, place) =>
    agenda.spread(
      opened_at,
      9,
      sections.filter((node) => place === 0 || !again.has(node)),
      (node, at) => sendForReview(study, node, writer(node), at),
    ),
  );
  for (const { section, by, at: day, reason, answered_by, answered_at } of change_requests) {
    agenda.spread(day, 15, [section], (node, at) => ask(study, node, by, reason.nl, at));
    agenda.spread(answered_at, 16, [section], (node, at) => sendForReview(study, node, answered_by, at));
  }
  for (const { section, by, at: day, reason, changed_by, changed_at } of reopened) {
    agenda.spread(day, 10, [section], (node, at) => reopen(study, node, by, reason.nl, at));
    agenda.spread(changed_at, 15, [section], (node, at) => sendForReview(study, node, changed_by, at));
  }
  for (const { section, by, at: day } of sign_offs) agenda.spread(day, 11, [section], (node, at) => signOff(study, node, by, at));
}
