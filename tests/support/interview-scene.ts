import { Protocol } from "~/domain/protocol/schema";
import { addInterviewee } from "~/features/interviewees/add-interviewee.server";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { planInterview, type PlanInterview } from "~/features/interviews/plan-interview.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, startOfStory } from "../cast";
import { rawWriter } from "./database";

const text = (en: string, nl = en) => ({ nl, en });

/** A small protocol with every thing that an interview and a form need. */
export const interviewProtocol = Protocol.parse({
  format: "grondslag-protocol/1",
  id: "cast",
  title: text("Cast study"),
  languages: ["nl", "en"],
  originalLanguage: "nl",
  commissioner: text("The ministry"),
  purpose: text("To test"),
  codebook: [
    {
      id: "worry",
      title: text("Worry", "Zorg"),
      definition: text("What somebody worries about", "Waar iemand zich zorgen over maakt"),
      useWhen: text("A worry is named", "Er wordt een zorg genoemd"),
    },
    {
      id: "money",
      parent: "worry",
      title: text("Money", "Geld"),
      definition: text("Worries about money", "Zorgen over geld"),
      useWhen: text("Money is named", "Geld wordt genoemd"),
    },
  ],
  perspectives: [{ id: "practice", title: text("Practice", "Praktijk") }],
  rules: {
    chain: "strict",
    contradictionMustBeAddressed: false,
    citableWhen: "recorded",
    factCheck: { offer: "on-request", days: 30, confirmedWhen: "all-asked" },
    reconciliation: {},
    signOff: { rule: "all-named-reviewers" },
    coverage: [],
    ownExpertise: false,
  },
  questions: [
    {
      id: "1",
      kind: "main",
      text: text("Does it work?", "Werkt het?"),
      answerKind: "fields",
      fields: [
        {
          key: "since",
          label: text("Since when?", "Sinds wanneer?"),
          required: true,
          answer: { kind: "number", min: 1900, max: 2100, decimals: 0 },
        },
        { key: "why", label: text("Why then?", "Waarom toen?"), onlyIf: { field: "since", answered: true }, answer: { kind: "long-text" } },
      ],
    },
  ],
  guide: {
    intervieweeKinds: [
      { id: "city", title: text("City", "Gemeente") },
      { id: "club", title: text("Club", "Vereniging") },
    ],
    blocks: [
      {
        id: "a",
        title: text("First part", "Eerste deel"),
        questions: [
          { id: "gq1", number: 1, text: text("Who are you?", "Wie bent u?"), answer: { kind: "long-text" }, informs: ["1"] },
          {
            id: "gq2",
            number: 2,
            text: text("What works?", "Wat werkt?"),
            answer: { kind: "long-text" },
            parts: [
              { key: "which", text: text("which", "welke") },
              { key: "why", text: text("why", "waarom") },
            ],
          },
          { id: "gq3", number: 3, text: text("How many?", "Hoeveel?"), askedOf: ["city"], answer: { kind: "number", min: 0 } },
        ],
      },
    ],
    notAskedReasons: [{ key: "time", label: text("No time left", "Geen tijd meer") }],
    noAnswerReasons: [{ key: "declined", label: text("Declined", "Wilde niet antwoorden") }],
  },
  scales: [
    {
      id: "two",
      kind: "ordinal",
      title: text("Two"),
      levels: ["little", "much"].map((key, value) => ({ key, value, label: text(key), anchor: text(key) })),
    },
    {
      id: "hundred",
      kind: "numeric",
      title: text("Share"),
      min: 0,
      max: 100,
      anchors: [
        { at: 0, text: text("None") },
        { at: 100, text: text("All") },
      ],
      step: 1,
      unit: text("per cent", "procent"),
      direction: "higher-is-better",
      extraValues: [{ key: "cannot-judge", label: text("cannot judge", "niet te beoordelen") }],
    },
    {
      id: "sound",
      kind: "yes-no",
      title: text("Sound"),
      yes: { label: text("yes", "ja"), anchor: text("It is so") },
      no: { label: text("no", "nee"), anchor: text("It is not so") },
    },
  ],
  criteria: [
    { id: "reach", code: "K1", subject: "actor", title: text("Reach", "Bereik"), scale: "two" },
    { id: "promise", code: "K2", subject: "intervention", title: text("Promise", "Belofte"), scale: "two" },
    { id: "cost", code: "K3", subject: "option", title: text("Cost", "Kosten"), scale: "two" },
    { id: "share", code: "K4", subject: "policy-node", title: text("Share", "Aandeel"), scale: "hundred" },
    { id: "sound", code: "K5", subject: "source", title: text("Sound", "Deugdelijk"), scale: "sound" },
  ],
  frameworks: [
    {
      id: "plan",
      code: "P",
      title: text("Plan"),
      scale: "two",
      nodes: [
        { id: "p0", kind: "group", title: text("Goals", "Doelen") },
        { id: "p1", number: "1", parent: "p0", title: text("Water") },
      ],
    },
  ],
  screening: {
    screeners: 2,
    criteria: [{ id: "on-water", title: text("Is about water", "Gaat over water") }],
    exclusionReasons: [
      { key: "far", label: text("Other country", "Ander land") },
      { key: "thin", label: text("No method", "Geen methode") },
    ],
  },
  sourceCriteria: [
    { id: "method", title: text("Method described", "Methode beschreven"), scale: "two" },
    { id: "publisher", title: text("Known publisher", "Bekende uitgever") },
  ],
  options: [{ id: "fund", code: "W1", kind: "channel", title: text("A fund", "Een fonds") }],
  outline: [{ id: "s1", code: "1", kind: "chapter", required: true, title: text("Answer", "Antwoord") }],
});

/** An hour of the story, for changes that follow each other. */
export const hour = (n: number) => new Date(startOfStory.getTime() + n * 3_600_000);

/** Gives an assessment the protocol above as its first version. */
export async function givenProtocol(assessmentId: string, byId: string): Promise<void> {
  const body = JSON.stringify(interviewProtocol);
  await rawWriter().protocolVersion.create({
    data: {
      id: newId(startOfStory),
      assessmentId,
      number: 1,
      file: body,
      fileName: "cast.yaml",
      body,
      digest: "0".repeat(64),
      createdAt: startOfStory,
      byId,
    },
  });
}

/** What is filled in of an interviewee, with texts that no one else has: canaries. */
export const canary = {
  name: "Zilverberk Canarie",
  contact: "zilverberk@kooi.example",
  organisation: "Stichting Goudvink",
  role: "Hoeder van de volière",
  notes: "fluistert over de kooi",
};

/** Adds an interviewee of a kind, by the lead. */
export function givenInterviewee(cast: Cast, kind = "club") {
  return addInterviewee(as(cast.lead, hour(1)), {
    assessmentId: cast.assessment.id,
    kind,
    organisation: { nl: canary.organisation },
    role: { nl: canary.role },
    actorId: null,
    interest: [{ kind: "other", words: { nl: `Werkt bij ${canary.organisation}.` } }],
    name: canary.name,
    contact: canary.contact,
  });
}

/** A plan with nothing but what must be there. */
export const plan = (cast: Cast, more: Partial<PlanInterview> = {}): PlanInterview => ({
  assessmentId: cast.assessment.id,
  title: { nl: "Gesprek" },
  perspective: "practice",
  selectionReason: { nl: "Kent de praktijk" },
  levels: ["national"],
  agreedWith: "Het ministerie",
  agreedOn: "2026-08-20",
  plannedOn: "2026-08-28",
  language: "nl",
  mode: null,
  place: null,
  interviewerIds: [cast.researcher.id],
  intervieweeIds: [],
  ...more,
});

/** An interview that was held by the researcher with one interviewee of a kind, whose consent is recorded unless `consentOn` is null: its id, code, participant and version. */
export async function givenHeldInterview(cast: Cast, kind = "club", consentOn: string | null = "2026-08-31") {
  const interviewee = await givenInterviewee(cast, kind);
  const { id, code } = await planInterview(as(cast.lead, hour(2)), plan(cast, { intervieweeIds: [interviewee.id] }));
  const { version } = await moveInterview(as(cast.researcher, hour(3)), {
    assessmentId: cast.assessment.id,
    id,
    version: 1,
    move: "hold",
    heldOn: "2026-08-31",
  });
  const participant = await db.participant.findFirstOrThrow({ where: { interviewId: id } });
  await rawWriter().participant.update({ where: { id: participant.id }, data: { consentOn } });
  return { id, code, version, participantId: participant.id, interviewee };
}

/** The actions of an assessment's chain after a sequence number, in order. */
export async function actionsSince(assessmentId: string, seq: number): Promise<string[]> {
  const events = await db.event.findMany({
    where: { chain: assessmentId, seq: { gt: seq } },
    orderBy: { seq: "asc" },
    select: { action: true },
  });
  return events.map(({ action }) => action);
}

/** The number of the newest event of an assessment's chain. */
export async function lastSeq(assessmentId: string): Promise<number> {
  const head = await db.chainHead.findUniqueOrThrow({ where: { chain: assessmentId } });
  return head.seq;
}
