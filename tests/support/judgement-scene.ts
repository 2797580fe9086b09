import { addActor } from "~/features/actors/add-actor.server";
import { addFact } from "~/features/actors/add-fact.server";
import { type RateSubject, rateSubject } from "~/features/ratings/rate-subject.server";
import { openRound } from "~/features/rounds/open-round.server";
import { sendRound } from "~/features/rounds/send-round.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, type Person, startOfStory } from "../cast";
import { rawWriter } from "./database";
import { hour } from "./interview-scene";
import { judgementProtocol } from "./judgement-protocol";

export { judgementProtocol };
const text = (en: string, nl = en) => ({ nl, en });

/** Gives an assessment the protocol for judging as its first version. */
export async function givenJudgementProtocol(assessmentId: string, byId: string): Promise<void> {
  const body = JSON.stringify(judgementProtocol);
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

/** What is filled in of an actor. */
export const actorInput = {
  name: "Stichting Kievit",
  kind: text("Foundation", "Stichting"),
  levels: ["national"],
  focus: text("Birds", "Vogels"),
  countries: ["Nederland"],
  url: null,
};

/** Adds an actor, by the researcher. */
export const givenActor = (cast: Cast, name = actorInput.name) =>
  addActor(as(cast.researcher, hour(1)), { ...actorInput, name, assessmentId: cast.assessment.id });

/** A fact in words, as filled in. */
export const factInput = {
  field: "work",
  label: null,
  value: null,
  text: "Telt vogels.",
  language: "nl",
  asOf: "2022",
  sourceId: null,
  excerptId: null,
  ownStatement: false,
};

/** Adds a fact in words. */
export const givenFact = (cast: Cast, actorId: string, more: Partial<typeof factInput> = {}) =>
  addFact(as(cast.researcher, hour(1)), { ...factInput, ...more, assessmentId: cast.assessment.id, actorId });

/** A round on reach and fit of some actors, opened by the lead. */
export function givenRound(
  cast: Cast,
  subjectIds: readonly string[],
  raters: readonly Person[],
  criteria: readonly string[] = ["reach", "fit"],
) {
  return openRound(as(cast.lead, hour(2)), {
    assessmentId: cast.assessment.id,
    title: text("First round", "Eerste ronde"),
    subjectKind: "actor",
    subjectIds,
    criteria,
    raterIds: raters.map(({ id }) => id),
  });
}

type Cell = Pick<RateSubject, "roundId" | "subjectId" | "criterion"> & Partial<RateSubject>;

/** One judgement by a rater, the first of its cell unless a version is given; it rests on own expertise unless grounds are given. */
export const rate = (cast: Cast, rater: Person, cell: Cell) =>
  rateSubject(as(rater, hour(3)), {
    assessmentId: cast.assessment.id,
    version: 0,
    value: "partial",
    justification: "Dat staat er.",
    language: "nl",
    ownExpertise: (cell.grounds ?? []).length === 0,
    grounds: [],
    ...cell,
  });

/** Sends the round of a rater. */
export const send = (cast: Cast, rater: Person, roundId: string, version = 1) =>
  sendRound(as(rater, hour(4)), { assessmentId: cast.assessment.id, roundId, version });

/** The version of a round as it is now. */
export const versionOf = async (roundId: string) => (await db.round.findUniqueOrThrow({ where: { id: roundId } })).version;
