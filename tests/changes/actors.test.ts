import { beforeAll, describe, expect, it } from "vitest";
import { addActor } from "~/features/actors/add-actor.server";
import type { FactInput } from "~/features/actors/fact-row.server";
import { addFact } from "~/features/actors/add-fact.server";
import { archiveActor } from "~/features/actors/archive-actor.server";
import { archiveFact } from "~/features/actors/archive-fact.server";
import { changeActor } from "~/features/actors/change-actor.server";
import { changeFact } from "~/features/actors/change-fact.server";
import { translateFact } from "~/features/actors/translate-fact.server";
import { addIntervention } from "~/features/interventions/add-intervention.server";
import { archiveIntervention } from "~/features/interventions/archive-intervention.server";
import { changeIntervention } from "~/features/interventions/change-intervention.server";
import { translateIntervention } from "~/features/interventions/translate-intervention.server";
import { addExcerpt } from "~/features/sources/add-excerpt.server";
import { addSource } from "~/features/sources/add-source.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { actorInput, factInput, givenActor, givenFact, givenJudgementProtocol, givenRound, rate } from "../support/judgement-scene";

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

/** The actions that a change raises. */
async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}
const words = async (recordId: string) =>
  (await db.searchText.findMany({ where: { recordId }, orderBy: { language: "asc" } })).map((row) => [row.language, row.words]);
const versions = (recordId: string) => db.version.count({ where: { recordId } });

describe("adding an actor", () => {
  it("is for those who may write: the reviewer is refused, the commissioner and the lead of another study find nothing", async () => {
    await expect(addActor(as(cast.reviewer), { ...actorInput, ...here })).rejects.toMatchObject({ code: "forbidden" });
    await expect(addActor(as(cast.commissioner), { ...actorInput, ...here })).rejects.toMatchObject({ code: "not-found" });
  });
  it("gives the next code, one event, a version and words to find it by", async () => {
    let made = { id: "", code: "" };
    expect(await raised(async () => (made = await givenActor(cast, "Kievitsbond")))).toEqual(["actor.add"]);
    expect(made.code).toMatch(/^O\d+$/);
    expect(await versions(made.id)).toBe(1);
    expect(JSON.stringify(await words(made.id))).toContain("kievitsbond");
  });
});

describe("changing an actor", () => {
  it("is not found elsewhere, forbidden to reviewers, refused once archived and at a stale version", async () => {
    const { id } = await givenActor(cast);
    const input = { ...actorInput, ...here, id, version: 1, name: "Anders" };
    await expect(changeActor(as(cast.researcher), { ...input, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeActor(as(cast.outsider), { ...input, assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(changeActor(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeActor(as(cast.researcher), { ...input, version: 2 })).rejects.toMatchObject({
      code: "conflict",
      details: { version: 1 },
    });
    await archiveActor(as(cast.researcher), { ...here, id, version: 1 });
    await expect(changeActor(as(cast.researcher), { ...input, version: 2 })).rejects.toMatchObject({ code: "wrong-state" });
  });
  it("raises one event that tells what changed, and none when nothing did", async () => {
    const { id } = await givenActor(cast);
    expect(await raised(() => changeActor(as(cast.researcher), { ...actorInput, ...here, id, version: 1 }))).toEqual([]);
    expect(
      await raised(() => changeActor(as(cast.researcher), { ...actorInput, ...here, id, version: 1, url: "https://kievit.example" })),
    ).toEqual(["actor.change"]);
    expect(await db.actor.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 2, url: "https://kievit.example" });
  });
});

describe("archiving an actor", () => {
  it("is refused while one of its facts is a ground, and while a round judges it", async () => {
    const cited = await givenActor(cast);
    const fact = await givenFact(cast, cited.id);
    const judged = await givenActor(cast);
    const round = await givenRound(cast, [judged.id], [cast.researcher]);
    await rate(cast, cast.researcher, { roundId: round.id, subjectId: judged.id, criterion: "reach", grounds: [`actor-fact/${fact.id}`] });
    await expect(archiveActor(as(cast.researcher), { ...here, id: cited.id, version: 1 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "cited" },
    });
    await expect(archiveActor(as(cast.researcher), { ...here, id: judged.id, version: 1 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "judged" },
    });
    await expect(archiveFact(as(cast.researcher), { ...here, id: fact.id, version: 1 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "cited" },
    });
  });
  it("takes it out of the search with one event, and never gives its code again", async () => {
    const { id, code } = await givenActor(cast);
    await expect(archiveActor(as(cast.reviewer), { ...here, id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(archiveActor(as(cast.lead), { ...here, id, version: 7 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => archiveActor(as(cast.lead), { ...here, id, version: 1 }))).toEqual(["actor.archive"]);
    expect(await words(id)).toEqual([]);
    expect((await givenActor(cast)).code).not.toBe(code);
  });
});

describe("recording a fact", () => {
  it("refuses an actor of another study, a reviewer, an unknown field or source, a wrong value and a fact without words", async () => {
    const { id } = await givenActor(cast);
    const input = { ...factInput, ...here, actorId: id };
    const refused = (more: Partial<FactInput & { actorId: string }>) => expect(addFact(as(cast.researcher), { ...input, ...more })).rejects;
    await refused({ actorId: nowhere }).toMatchObject({ code: "not-found" });
    await expect(addFact(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden" });
    await refused({ field: "nothing" }).toMatchObject({ code: "invalid", details: { field: "label" } });
    await refused({ field: "other" }).toMatchObject({ code: "invalid", details: { field: "label" } });
    await refused({ sourceId: nowhere }).toMatchObject({ code: "invalid", details: { field: "source" } });
    await expect(addFact(as(cast.researcher), { ...input, field: "staff", value: -1 })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "value" },
    });
    await expect(addFact(as(cast.researcher), { ...input, value: 3 })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "value" },
    });
    await refused({ text: "  " }).toMatchObject({ code: "invalid", details: { field: "text" } });
  });
  it("keeps the wording and the protocol's version, and makes the words of a value in every language", async () => {
    const { id: actorId, code } = await givenActor(cast);
    const made = await addFact(as(cast.researcher), { ...factInput, ...here, actorId, field: "staff", value: 1200, text: "" });
    expect(made.code).toBe(`${code}:f1`);
    expect(await db.actorFact.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      text: "1.200 banen",
      value: "1200",
      label: '{"nl":"Personeel","en":"Staff"}',
      protocolNumber: 1,
      sourceId: null,
    });
    expect(await db.translation.findFirst({ where: { recordId: made.id } })).toMatchObject({ language: "en", body: "1,200 posts" });
    expect((await words(made.id)).map(([language]) => language)).toEqual(["en", "nl"]);
    const other = await addFact(as(cast.researcher), {
      ...factInput,
      ...here,
      actorId,
      field: "other",
      label: { nl: "Motto" },
      text: "Tellen is weten.",
    });
    expect(other.code).toBe(`${code}:f2`);
  });
  it("refers to records of the study by id or by code, and to nothing else", async () => {
    const { id: actorId } = await givenActor(cast);
    const partner = await givenActor(cast);
    const partners = (value: string[]) => ({ ...factInput, ...here, actorId, field: "partners", value, text: "" });
    const made = await addFact(as(cast.researcher), partners([partner.code]));
    expect((await db.actorFact.findUniqueOrThrow({ where: { id: made.id } })).value).toBe(JSON.stringify([partner.id]));
    expect((await db.actorFact.findUniqueOrThrow({ where: { id: made.id } })).text).toContain(partner.code);
    await addFact(as(cast.researcher), partners([partner.id]));
    for (const nothing of [nowhere, "O999"])
      await expect(addFact(as(cast.researcher), partners([nothing]))).rejects.toMatchObject({
        code: "invalid",
        details: { field: "value" },
      });
  });
  it("takes the source of a passage along and tells its code", async () => {
    const { id: actorId } = await givenActor(cast);
    const source = await addSource(as(cast.researcher), {
      ...here,
      type: "report",
      title: "Verslag",
      titleKind: "given",
      authors: [],
      issued: null,
      bibliography: {},
      language: "nl",
      origin: null,
      reading: "read",
      appraisal: "",
    });
    const excerpt = await addExcerpt(as(cast.researcher), {
      ...here,
      sourceId: source.id,
      form: "quoted",
      text: "Wij tellen.",
      language: "nl",
      place: null,
    });
    let id = "";
    expect(
      await raised(async () => ({ id } = await addFact(as(cast.researcher), { ...factInput, ...here, actorId, excerptId: excerpt.id }))),
    ).toEqual(["actor.add-fact"]);
    expect(await db.actorFact.findUniqueOrThrow({ where: { id } })).toMatchObject({ sourceId: source.id, excerptId: excerpt.id });
    const detail = await db.eventDetail.findFirstOrThrow({
      where: { chain: cast.assessment.id, seq: await lastSeq(cast.assessment.id), part: "change" },
    });
    expect(detail.body).toContain(excerpt.code);
  });
});

describe("changing a fact", () => {
  it("is not found, not allowed, refused in this state and at a stale version", async () => {
    const { id: actorId } = await givenActor(cast);
    const { id } = await givenFact(cast, actorId);
    const input = { ...factInput, ...here, id, version: 1, text: "Telt nesten." };
    await expect(changeFact(as(cast.researcher), { ...input, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeFact(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeFact(as(cast.researcher), { ...input, version: 3 })).rejects.toMatchObject({
      code: "conflict",
      details: { theirs: { text: "Telt vogels." } },
    });
    await archiveFact(as(cast.researcher), { ...here, id, version: 1 });
    await expect(changeFact(as(cast.researcher), { ...input, version: 2 })).rejects.toMatchObject({ code: "wrong-state" });
    await expect(translateFact(as(cast.researcher), { ...here, id, language: "en", version: 0, text: "x" })).rejects.toMatchObject({
      code: "wrong-state",
    });
  });
  it("raises one event, and makes the words anew when only the value was changed", async () => {
    const { id: actorId } = await givenActor(cast);
    const { id } = await addFact(as(cast.researcher), { ...factInput, ...here, actorId, field: "staff", value: 12, text: "" });
    const input = { ...factInput, ...here, id, version: 1, value: 14, text: "12 banen" };
    expect(await raised(() => changeFact(as(cast.researcher), input))).toEqual(["actor.change-fact"]);
    expect(await db.actorFact.findUniqueOrThrow({ where: { id } })).toMatchObject({ text: "14 banen", version: 2 });
    expect(await db.translation.findFirst({ where: { recordId: id } })).toMatchObject({ body: "14 posts", version: 2 });
  });
});

describe("translating a fact", () => {
  it("has a version of its own and raises one event", async () => {
    const { id: actorId } = await givenActor(cast);
    const { id } = await givenFact(cast, actorId);
    const input = { ...here, id, language: "en", version: 0, text: "Counts birds." };
    await expect(translateFact(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(translateFact(as(cast.researcher), { ...input, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    expect(await raised(() => translateFact(as(cast.researcher), input))).toEqual(["actor.translate-fact"]);
    await expect(translateFact(as(cast.researcher), { ...input, text: "Other" })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("an intervention", () => {
  const input = () => ({
    ...here,
    groupKey: "first",
    groupTitle: null,
    title: "Nestkastjes",
    description: "Hangen hoog.",
    language: "nl",
    sourceId: null,
  });
  it("takes its group from the protocol or has one of its own; a set that is not there is refused", async () => {
    const { id, code } = await addIntervention(as(cast.researcher), input());
    expect(code).toMatch(/^V\d+$/);
    expect(await db.intervention.findUniqueOrThrow({ where: { id } })).toMatchObject({
      groupTitle: '{"nl":"Eerste set","en":"First set"}',
    });
    await expect(addIntervention(as(cast.researcher), { ...input(), groupKey: "second" })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "group" },
    });
    await expect(addIntervention(as(cast.researcher), { ...input(), groupKey: null })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "groupTitle" },
    });
    await expect(addIntervention(as(cast.reviewer), input())).rejects.toMatchObject({ code: "forbidden" });
  });
  it("is changed, translated and archived with one event each, and refused when not there, stale or archived", async () => {
    const { id } = await addIntervention(as(cast.researcher), input());
    const change = { ...input(), id, version: 1, title: "Nestkasten" };
    await expect(changeIntervention(as(cast.researcher), { ...change, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeIntervention(as(cast.researcher), { ...change, version: 2 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => changeIntervention(as(cast.researcher), change))).toEqual(["intervention.change"]);
    expect(
      await raised(() =>
        translateIntervention(as(cast.researcher), { ...here, id, field: "title", language: "en", version: 0, text: "Nest boxes" }),
      ),
    ).toEqual(["intervention.translate"]);
    expect((await words(id)).map(([language]) => language)).toEqual(["en", "nl"]);
    await expect(archiveIntervention(as(cast.researcher), { ...here, id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => archiveIntervention(as(cast.researcher), { ...here, id, version: 2 }))).toEqual(["intervention.archive"]);
    await expect(changeIntervention(as(cast.researcher), { ...change, version: 3 })).rejects.toMatchObject({ code: "wrong-state" });
  });
});
