import { beforeAll, describe, expect, it } from "vitest";
import { findFactField } from "~/domain/actors/fact";
import { addFact } from "~/features/actors/add-fact.server";
import { addRelation, type NewRelation } from "~/features/actors/add-relation.server";
import { archiveRelation } from "~/features/actors/archive-relation.server";
import { changeFact } from "~/features/actors/change-fact.server";
import { changeRelation } from "~/features/actors/change-relation.server";
import { mergeActors, type MergeActors } from "~/features/actors/merge-actors.server";
import { translateRelation } from "~/features/actors/translate-relation.server";
import { sendRound } from "~/features/rounds/send-round.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { listReferences } from "~/platform/references.server";
import { as, type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { factInput, givenActor, givenFact, givenJudgementProtocol, givenRound, judgementProtocol, rate } from "../support/judgement-scene";

useDatabase();
let cast: Cast;
let here: { assessmentId: string };
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  here = { assessmentId: cast.assessment.id };
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
  await givenJudgementProtocol(cast.otherAssessment.id, cast.outsider.id);
});

async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

const details = {
  countries: ["Kenia", "Velmara"],
  asOf: "2022",
  sourceId: null,
  excerptId: null,
  ownStatement: false,
  note: "Sinds 2019.",
  language: "nl",
};
const relation = (actorId: string, otherId: string | null, more: Partial<NewRelation> = {}): NewRelation => ({
  ...{ ...here, ...details, actorId, otherId, otherName: null, side: "funds" },
  ...more,
});
const add = (input: NewRelation) => addRelation(as(cast.researcher), input);
const refusal = (field: string, problem: string) => ({ code: "invalid", details: { field, problem } });

describe("recording a relation", () => {
  it("is for those who may write, about actors of this study that are not archived", async () => {
    const [one, other] = [await givenActor(cast), await givenActor(cast)];
    await expect(addRelation(as(cast.reviewer), relation(one.id, other.id))).rejects.toMatchObject({ code: "forbidden" });
    await expect(addRelation(as(cast.commissioner), relation(one.id, other.id))).rejects.toMatchObject({ code: "not-found" });
    await expect(add(relation(nowhere, other.id))).rejects.toMatchObject({ code: "not-found" });
    await expect(add(relation(one.id, nowhere))).rejects.toMatchObject(refusal("other", "unknown"));
    await expect(add(relation(one.id, null))).rejects.toMatchObject(refusal("other", "choose"));
    await expect(add(relation(one.id, other.id, { sourceId: nowhere }))).rejects.toMatchObject(refusal("source", "unknown"));
    await expect(add(relation(one.id, other.id, { language: "fr" }))).rejects.toMatchObject(refusal("language", "unknown"));
  });
  it("numbers it within the actor that it starts from, with one event and a version; countries are kept as codes where known", async () => {
    const [one, other] = [await givenActor(cast), await givenActor(cast)];
    let made = { id: "", code: "" };
    expect(await raised(async () => (made = await add(relation(one.id, other.id, { side: "funded-by" }))))).toEqual(["actor.add-relation"]);
    expect(made.code).toBe(`${other.code}:r1`);
    expect(await db.actorRelation.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      ...{ kind: "funds", fromId: other.id, toId: one.id, countries: '["KE","Velmara"]', version: 1 },
    });
    expect(await db.version.count({ where: { kind: "actor-relation", recordId: made.id } })).toBe(1);
    expect((await add(relation(other.id, one.id, { side: "member-of" }))).code).toBe(`${other.code}:r2`);
  });
  it("is refused of an actor with itself, and twice; who works with whom goes both ways", async () => {
    const [one, other] = [await givenActor(cast), await givenActor(cast)];
    await expect(add(relation(one.id, one.id))).rejects.toMatchObject(refusal("other", "relation-itself"));
    await add(relation(one.id, other.id, { side: "works-with" }));
    await expect(add(relation(other.id, one.id, { side: "works-with" }))).rejects.toMatchObject(refusal("other", "relation-twice"));
    await add(relation(one.id, other.id));
    await expect(add(relation(other.id, one.id, { side: "funded-by" }))).rejects.toMatchObject(refusal("other", "relation-twice"));
    await add(relation(other.id, one.id));
  });
  it("adds an actor of whom only the name is known in the same change, once", async () => {
    const one = await givenActor(cast);
    const named = relation(one.id, null, { otherName: "Fonds Wulp" });
    expect(await raised(() => add(named))).toEqual(["actor.add", "actor.add-relation"]);
    await expect(add(relation(one.id, null, { otherName: "FONDS  wulp", side: "works-with" }))).rejects.toMatchObject(
      refusal("otherName", "actor-listed"),
    );
    await expect(add({ ...named, otherId: one.id })).rejects.toMatchObject(refusal("otherName", "one-of-two"));
  });
});

describe("changing a relation", () => {
  it("is not found elsewhere, forbidden to reviewers, refused at a stale version and once archived", async () => {
    const { id } = await add(relation((await givenActor(cast)).id, (await givenActor(cast)).id));
    const input = { ...details, ...here, id, version: 1, note: "Sinds 2020." };
    await expect(changeRelation(as(cast.outsider), { ...input, assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(changeRelation(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeRelation(as(cast.researcher), { ...input, version: 3 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => changeRelation(as(cast.researcher), { ...details, ...here, id, version: 1 }))).toEqual([]);
    expect(await raised(() => changeRelation(as(cast.researcher), input))).toEqual(["actor.change-relation"]);
    expect(await raised(() => archiveRelation(as(cast.researcher), { ...here, id, version: 2 }))).toEqual(["actor.archive-relation"]);
    await expect(changeRelation(as(cast.researcher), { ...input, version: 3 })).rejects.toMatchObject({ code: "wrong-state" });
    expect(await db.version.count({ where: { recordId: id } })).toBe(3);
  });
  it("keeps its note in another language, marked behind once the note changes", async () => {
    const { id } = await add(relation((await givenActor(cast)).id, (await givenActor(cast)).id));
    const translation = { ...here, id, language: "en", version: 0, text: "Since 2019." };
    expect(await raised(() => translateRelation(as(cast.researcher), translation))).toEqual(["actor.translate-relation"]);
    await expect(translateRelation(as(cast.reviewer), translation)).rejects.toMatchObject({ code: "forbidden" });
    await expect(translateRelation(as(cast.researcher), translation)).rejects.toMatchObject({ code: "conflict" });
  });
});

type Made = { id: string; code: string };
const merging = (stays: Made, goes: Made, more: Partial<MergeActors> = {}): MergeActors => ({
  ...here,
  stays: { id: stays.id, version: 1 },
  goes: { id: goes.id, version: 1 },
  choices: { name: "stays", kind: "stays", focus: "stays", url: "stays" },
  reason: "Dezelfde stichting.",
  ...more,
});
const row = (id: string) => db.actor.findUniqueOrThrow({ where: { id } });

describe("merging two actors", () => {
  it("is for those who may write, at the versions read, and never of an actor with itself", async () => {
    const [stays, goes] = [await givenActor(cast), await givenActor(cast)];
    await expect(mergeActors(as(cast.reviewer), merging(stays, goes))).rejects.toMatchObject({ code: "forbidden" });
    await expect(mergeActors(as(cast.researcher), merging(stays, { id: nowhere, code: "" }))).rejects.toMatchObject({ code: "not-found" });
    await expect(mergeActors(as(cast.researcher), merging(stays, stays))).rejects.toMatchObject({ code: "invalid" });
    await expect(mergeActors(as(cast.researcher), merging(stays, goes, { goes: { id: goes.id, version: 4 } }))).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await row(stays.id)).toMatchObject({ version: 1 });
  });
  it("brings facts, relations and names along under the codes that they had; nothing is deleted and every code stays taken", async () => {
    const [stays, goes, third] = [await givenActor(cast, "Kluut"), await givenActor(cast, "St. Kluut"), await givenActor(cast, "Grutto")];
    const fact = await givenFact(cast, goes.id);
    const moved = await add(relation(goes.id, third.id));
    const between = await add(relation(goes.id, stays.id));
    const twin = await add(relation(goes.id, third.id, { side: "works-with" }));
    await add(relation(third.id, stays.id, { side: "works-with" }));
    const actions = await raised(() => mergeActors(as(cast.researcher), merging(stays, goes)));
    expect(actions).toEqual([
      ...["actor.merge", "actor.merge-away", "actor.move-fact"],
      ...["actor.move-relation", "actor.archive-relation", "actor.archive-relation"],
    ]);
    expect(await row(stays.id)).toMatchObject({ name: "Kluut", otherNames: '["St. Kluut"]', version: 2 });
    expect(await row(goes.id)).toMatchObject({ mergedIntoId: stays.id, code: goes.code });
    expect((await row(goes.id)).archivedAt).not.toBeNull();
    expect(await db.actorFact.findUniqueOrThrow({ where: { id: fact.id } })).toMatchObject({ actorId: stays.id, code: `${goes.code}:f1` });
    expect(await db.actorRelation.findUniqueOrThrow({ where: { id: moved.id } })).toMatchObject({ fromId: stays.id, code: moved.code });
    for (const { id } of [between, twin]) expect((await db.actorRelation.findUniqueOrThrow({ where: { id } })).archivedAt).not.toBeNull();
  });
  it("leaves what refers to the one that goes, which from then on reads as the one that stays and is kept so when it is saved", async () => {
    const names = ["Scholekster", "De Scholekster", "Lepelaar", "Steltloper"];
    const [stays, goes, other, last] = await Promise.all(names.map((name) => givenActor(cast, name)));
    if (!stays || !goes || !other || !last) throw new Error("no actors");
    const fact = await addFact(as(cast.researcher), {
      ...{ ...factInput, ...here, actorId: other.id, field: "partners", value: [goes.id, stays.id], text: "" },
    });
    const field = findFactField(judgementProtocol, "partners");
    const ask = async (value: unknown) => {
      const { references } = await listReferences(db, cast.assessment.id, judgementProtocol, [{ answer: field?.answer ?? null, value }]);
      return references.actor ?? [];
    };
    await mergeActors(as(cast.researcher), merging(stays, goes));
    await mergeActors(
      as(cast.researcher),
      merging(last, stays, { stays: { id: last.id, version: 1 }, goes: { id: stays.id, version: 2 } }),
    );
    const label = `${last.code} Steltloper`;
    expect((await ask(undefined)).filter(({ value }) => [stays.id, goes.id].includes(value))).toEqual([]);
    const one = await ask([goes.id]);
    expect(one.filter((option) => option.label === label)).toMatchObject([{ value: goes.id }]);
    const { text, value, version } = await db.actorFact.findUniqueOrThrow({ where: { id: fact.id } });
    expect([value, version]).toEqual([JSON.stringify([goes.id, stays.id]), 1]);
    const input = { ...factInput, ...here, id: fact.id, version, text, value: [goes.code, stays.id, other.id] };
    await changeFact(as(cast.researcher), input);
    expect(await db.actorFact.findUniqueOrThrow({ where: { id: fact.id } })).toMatchObject({ value: JSON.stringify([last.id, other.id]) });
  });

  it("takes of each field the value that was chosen", async () => {
    const [stays, goes] = [await givenActor(cast, "Tureluur"), await givenActor(cast, "Stichting Tureluur")];
    await mergeActors(
      as(cast.researcher),
      merging(stays, goes, { choices: { name: "goes", kind: "stays", focus: "stays", url: "stays" } }),
    );
    expect(await row(stays.id)).toMatchObject({ name: "Stichting Tureluur", otherNames: '["Tureluur"]' });
  });
  it("is refused while a round rates the one that goes, and where both were judged in one", async () => {
    const [stays, goes] = [await givenActor(cast), await givenActor(cast)];
    const round = await givenRound(cast, [stays.id, goes.id], [cast.researcher], ["reach"]);
    await expect(mergeActors(as(cast.researcher), merging(stays, goes))).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "round-under-way" },
    });
    for (const { id } of [stays, goes]) await rate(cast, cast.researcher, { roundId: round.id, subjectId: id, criterion: "reach" });
    await sendRound(as(cast.researcher, hour(4)), { ...here, roundId: round.id, version: 1 });
    await expect(mergeActors(as(cast.researcher), merging(stays, goes))).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "both-judged" },
    });
  });
  it("brings the judgements of an opened round along, each with its code and a version", async () => {
    const [stays, goes] = [await givenActor(cast), await givenActor(cast)];
    const fact = await givenFact(cast, goes.id);
    const round = await givenRound(cast, [goes.id], [cast.researcher], ["reach"]);
    const grounds = [`actor-fact/${fact.id}`];
    await rate(cast, cast.researcher, { roundId: round.id, subjectId: goes.id, criterion: "reach", grounds });
    await sendRound(as(cast.researcher, hour(4)), { ...here, roundId: round.id, version: 1 });
    await mergeActors(as(cast.researcher), merging(stays, goes));
    const judgement = await db.judgement.findFirstOrThrow({ where: { roundId: round.id, rater: cast.researcher.id } });
    expect(judgement).toMatchObject({ subjectId: stays.id, code: `${goes.code}:K1` });
    expect(await db.version.count({ where: { kind: "judgement", recordId: judgement.id, number: judgement.version } })).toBe(1);
    expect(JSON.parse((await db.round.findUniqueOrThrow({ where: { id: round.id } })).subjects)).toEqual([stays.id]);
    expect(await db.ground.count({ where: { evidenceKind: "actor-fact", evidenceId: fact.id } })).toBeGreaterThan(0);
  });
  it("brings the interviewees of the one that goes along, with an event that says nothing of the person", async () => {
    const [stays, goes] = [await givenActor(cast), await givenActor(cast)];
    const id = newId(hour(1));
    const texts = {
      kind: "club",
      organisation: "{}",
      role: "{}",
      // Employed by both: by the one that stays it is said once.
      interest: JSON.stringify([goes, stays].map(({ id: actorId }) => ({ kind: "employed-by-assessed-actor", actorId }))),
    };
    await rawWriter().interviewee.create({
      data: { ...{ id, ...here, number: 900, code: "P900" }, ...texts, actorId: goes.id, createdAt: hour(1), version: 1 },
    });
    const archived = { id: newId(hour(1)), number: 901, code: "P901", archivedAt: hour(1) };
    await rawWriter().interviewee.create({
      data: { ...here, ...texts, ...archived, actorId: goes.id, createdAt: hour(1), version: 1 },
    });
    expect(await raised(() => mergeActors(as(cast.researcher), merging(stays, goes)))).toContain("interviewee.change");
    expect(await db.interviewee.count({ where: { actorId: goes.id } })).toBe(0);
    const interviewee = await db.interviewee.findUniqueOrThrow({ where: { id } });
    expect(interviewee).toMatchObject({ actorId: stays.id, version: 2 });
    expect(JSON.parse(interviewee.interest)).toEqual([{ kind: "employed-by-assessed-actor", actorId: stays.id }]);
  });
});
