import { z } from "zod";
import { sectionsInOrder } from "~/domain/protocol/readers";
import { dayAfter, type Agenda } from "./agenda";
import { correctPlace } from "./sources";
import { planSecondRound, planStepBack } from "./rounds";
import { planDiscussion, planSuggestion } from "./discussion";
import { ask, assign, reopen, sendForReview, signOff } from "./reviewing";
import { Both, both, readRecords, type SeededStudy } from "./study";
import { groundStatement, inOrder, repeatStatement, StatementRecord, writeLimitation, writeStatement, writeText } from "./writing";

const folder = "sec-in-oda";
const Team = z.looseObject({
  assignments: z.array(z.looseObject({ section: z.string(), write: z.string(), review: z.array(z.string()) })),
});
const Outline = z.looseObject({
  sections: z.array(z.looseObject({ id: z.string(), repeats: z.array(z.string()).optional() })),
  limitations: z.array(Both.extend({ id: z.string(), sections: z.array(z.string()) })),
  summaries: Both,
});

const lead = "usr-lead";
/** The days of the last weeks, by what happens in them. */
const days = {
  assigned: "2022-02-07",
  findings: "2022-02-14",
  answers: "2022-02-28",
  conclusions: "2022-03-02",
  limitations: "2022-03-04",
  review: "2022-03-07",
  decisions: "2022-03-09",
  repair: "2022-03-11",
};

/** Who writes and who reviews each node: those named for it, else for the nearest node above. */
function peopleOf(study: SeededStudy) {
  const named = new Map(readRecords(folder, "team", Team).assignments.map(({ section, write, review }) => [section, { write, review }]));
  const nodes = new Map(sectionsInOrder(study.protocol).map(({ node }) => [node.id, node]));
  const find = (id: string | undefined): { write: string; review: string[] } =>
    id === undefined ? { write: lead, review: ["usr-reviewer-1"] } : (named.get(id) ?? find(nodes.get(id)?.parent));
  return { named, find };
}

/** Writes the chain in the order of its numbers, sends finished sections to review, and lets the reviewers decide; one is re-opened, one given back. */
export function planDocument(agenda: Agenda, study: SeededStudy): void {
  const statements = inOrder(readRecords(folder, "evidence", z.looseObject({ statements: z.array(StatementRecord) })).statements);
  const outline = readRecords(folder, "outline", Outline);
  const { named, find } = peopleOf(study);
  const writer = (node: string) => find(node).write;
  agenda.spread(days.assigned, 9, [...named], ([node, { write, review }], at) =>
    assign(study, node, { writers: [write], reviewers: review, lead, ...(node.split("-").length === 2 && { dueOn: "2022-03-21" }) }, at),
  );
  agenda.spread(days.assigned, 15, ["sec-summary-nl", "sec-summary-en"], (node, at) =>
    writeText(study, node, both(outline.summaries), writer(node), at),
  );

  agenda.spread(days.limitations, 16, introductions, ({ node, words }, at) => writeText(study, node, words, writer(node), at));

  const ofKind = (kind: string) => statements.filter((statement) => statement.kind === kind);
  const write = (from: string, list: readonly StatementRecord[], aDay: number) =>
    list.forEach((statement, place) =>
      agenda.spread(dayAfter(from, Math.floor(place / aDay)), 9 + (place % aDay), [statement], async (one, at) => {
        await writeStatement(study, one, writer(one.section), at);
        await groundStatement(study, one, writer(one.section), at);
      }),
    );
  write(days.findings, ofKind("finding"), 5);
  write(days.answers, ofKind("answer"), 8);
  write(days.conclusions, [...ofKind("conclusion"), ...ofKind("recommendation")], 8);
  for (const statement of statements)
    for (const node of statement.repeated_in ?? [])
      agenda.spread(days.limitations, 9, [node], (one, at) => repeatStatement(study, statement.id, one, writer(one), at));
  agenda.spread(days.limitations, 14, outline.limitations, (one, at) => writeLimitation(study, one, statements, lead, at));
  planReview(agenda, study, statements, find);
}

/** What opens and guides the document, and what stands above data that the study itself shows, with a count that stays bound to the records. */
const introductions = [
  {
    node: "sec-1",
    words: {
      nl: "Het ministerie van Buitenlandse Zaken gaf opdracht voor dit onderzoek, als onderbouwing voor het besluit in 2022 of, en langs welke weg, steun aan dit onderwerp na 2022 doorgaat. De hoofdvraag is of werk tegen SEC past bij het BHOS- en SRGR-beleid van dit moment, en hoe het ministerie dat werk kan voortzetten. De deelvragen staan in [[#1.3]], de antwoorden in hoofdstuk [[#5]].",
      en: "The Ministry of Foreign Affairs commissioned this study, as grounds for the decision in 2022 on whether, and by what route, support for this subject continues after 2022. The main question is whether work against SEC fits present BHOS and SRHR policy, and how the ministry can continue that work. The sub-questions are in [[#1.3]], the answers in chapter [[#5]].",
    },
  },
  {
    node: "sec-1-6",
    words: {
      nl: "Hoofdstuk [[#2]] beschrijft het verschijnsel en hoofdstuk [[#3]] het veld: wie er werkt, hoe, en met welk resultaat. Hoofdstuk [[#4]] legt het thema naast het beleid. Hoofdstuk [[#5]] beantwoordt de vragen, met conclusies en aanbevelingen. Elke uitspraak heeft een nummer, met daaronder de gronden waarop zij rust; [[#annex-register]] zegt van elke grond wat zij is en waar zij vandaan komt.",
      en: "Chapter [[#2]] describes the phenomenon and chapter [[#3]] the field: who works in it, how, and with what result. Chapter [[#4]] sets the theme beside policy. Chapter [[#5]] answers the questions, with conclusions and recommendations. Every statement has a number, and below it the grounds on which it stands; [[#annex-register]] says of each ground what it is and where it comes from.",
    },
  },
  {
    node: "sec-1-3",
    words: { nl: "De vragen zoals zij voor het veldwerk zijn vastgelegd.", en: "The questions as they were fixed before fieldwork." },
  },
  {
    node: "sec-annex-5",
    words: {
      nl: "De lijst is in de kern voor iedereen gelijk. Zij diende in [[=interviews-held]] gesprekken om de vragen van [[#1.3]] te beantwoorden.",
      en: "The list is in essence the same for everyone. In [[=interviews-held]] interviews it served to answer the questions of [[#1.3]].",
    },
  },
  {
    node: "sec-literature",
    words: { nl: "De publicaties waaruit passages zijn gebruikt.", en: "The publications from which passages were used." },
  },
];

/** A passage under a signed section whose place turns out to be that of the report, and not of the work itself. */
const corrected = "exc-19";

/** Chapters 2 to 4 go to review; 5 follows. What is left unwritten stays so. */
function planReview(
  agenda: Agenda,
  study: SeededStudy,
  statements: readonly StatementRecord[],
  find: (id: string) => { write: string; review: string[] },
): void {
  const written = [...new Set(statements.map(({ section }) => section))];
  const inChapter = (...chapters: string[]) => written.filter((node) => chapters.some((chapter) => node.startsWith(`sec-${chapter}-`)));
  const data = introductions.map(({ node }) => node);
  const first = [...inChapter("1", "2", "3", "4"), ...data];
  agenda.spread(days.review, 9, first, (node, at) => sendForReview(study, node, find(node).write, at, { dueOn: days.repair }));
  planSecondRound(agenda, study, {
    ...{ node: "sec-4-2", statement: "F24", from: days.review },
    ...{ reviewer: "usr-reviewer-1", writer: find("sec-4-2").write },
  });
  planStepBack(agenda, study, {
    ...{ node: "sec-4-6", on: dayAfter(days.decisions, 1), lead },
    ...{ reviewer: "usr-reviewer-1", instead: "usr-reviewer-2" },
  });
  const givenBack = "sec-3-5";
  planDiscussion(agenda, study, {
    ...{ node: "sec-4-7", on: dayAfter(days.decisions, 1) },
    ...{ reviewer: find("sec-4-7").review[0] ?? "", writer: find("sec-4-7").write },
  });
  planSuggestion(agenda, study, { node: givenBack, on: dayAfter(days.decisions, 1), reviewer: find(givenBack).review[0] ?? "" });
  const waiting = ["sec-4-6", "sec-4-7"];
  const signed = first.filter((node) => node !== givenBack && !waiting.includes(node));
  agenda.spread(days.decisions, 9, signed, async (node, at) => {
    for (const reviewer of find(node).review) await signOff(study, node, reviewer, at);
  });
  agenda.spread(days.decisions, 15, [givenBack], (node, at) =>
    ask(study, node, find(node).review[0] ?? "", "F19 rust op één passage. Is er een tweede bron, of moet de uitspraak voorzichtiger?", at),
  );
  agenda.spread(dayAfter(days.decisions, 1), 11, [corrected], (excerpt, at) => correctPlace(study, excerpt, "usr-researcher-1", at));
  agenda.spread(days.repair, 10, ["sec-2-4"], (node, at) =>
    reopen(
      study,
      node,
      lead,
      "De schatting van het aantal slachtoffers moet als schatting herkenbaar zijn; F6 wordt nog eens nagelezen.",
      at,
    ),
  );
  agenda.spread(days.repair, 14, inChapter("5"), (node, at) => sendForReview(study, node, find(node).write, at, { dueOn: "2022-03-18" }));
}
