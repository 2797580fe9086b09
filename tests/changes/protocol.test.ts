import { beforeEach, describe, expect, it } from "vitest";
import { compareProtocols } from "~/domain/protocol/compare-protocols";
import type { Protocol } from "~/domain/protocol/schema";
import { addActor } from "~/features/actors/add-actor.server";
import { addFact } from "~/features/actors/add-fact.server";
import { judgeAlignment } from "~/features/alignments/judge-alignment.server";
import { freezeProtocol } from "~/features/protocol/freeze-protocol.server";
import { listRecorded } from "~/platform/protocol/list-recorded.server";
import { replaceProtocol } from "~/features/protocol/replace-protocol.server";
import { openRound } from "~/features/rounds/open-round.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast, startOfStory } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, givenProtocol, interviewProtocol, lastSeq } from "../support/interview-scene";
import { actorInput, factInput, rate, send } from "../support/judgement-scene";
import { unkeptInAssessment } from "../support/versions";
import { verifyOpenDatabase } from "../support/verify";

useDatabase("per test");
let cast: Cast;
let here: { assessmentId: string };
beforeEach(async () => {
  cast = await loadCast();
  here = { assessmentId: cast.assessment.id };
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

const section = (id: string, code: string, nl: string) => ({ id, code, kind: "chapter" as const, required: true, title: { nl, en: nl } });
const withOutline = (...outline: Protocol["outline"]): Protocol => ({ ...interviewProtocol, outline });
const replacing = (version: number, protocol: Protocol) => ({
  ...here,
  version,
  protocol,
  file: "format: grondslag-protocol/1",
  fileName: "opzet.yaml",
});
const sectionsNow = async () =>
  (await db.section.findMany({ where: here, orderBy: { sort: "asc" } })).map(
    ({ node, code, archivedAt }) => `${node} ${code}${archivedAt ? " archived" : ""}`,
  );

/** The actions that a change raises. */
async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

/** A block in the section of a node, so that the section has something of its own. */
async function givenBlockIn(node: string) {
  const { id: sectionId } = await db.section.findFirstOrThrow({ where: { ...here, node } });
  const text = {
    sort: "a",
    kind: "text",
    document: '{"type":"doc","content":[{"type":"paragraph"}]}',
    language: "nl",
    createdAt: startOfStory,
    at: startOfStory,
    byId: cast.lead.id,
    version: 1,
  };
  await rawWriter().block.create({ data: { id: newId(startOfStory), ...here, sectionId, ...text } });
}

describe("freezing the protocol", () => {
  it("is for the lead alone, of this version, once, with one event", async () => {
    await expect(freezeProtocol(as(cast.commissioner), { ...here, version: 1 })).rejects.toMatchObject({ code: "not-found" });
    await expect(freezeProtocol(as(cast.researcher), { ...here, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(freezeProtocol(as(cast.lead), { ...here, version: 2 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => freezeProtocol(as(cast.lead), { ...here, version: 1 }))).toEqual(["protocol.freeze"]);
    expect(await db.assessment.findUniqueOrThrow({ where: { id: here.assessmentId } })).toMatchObject({
      version: 2,
      frozenById: cast.lead.id,
    });
    await expect(freezeProtocol(as(cast.lead), { ...here, version: 2 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "frozen" },
    });
  });

  it("keeps the version of the assessment that it makes", async () => {
    await freezeProtocol(as(cast.lead), { ...here, version: 1 });
    const kept = await db.version.findFirstOrThrow({ where: { kind: "assessment", recordId: here.assessmentId, number: 2 } });
    expect(JSON.parse(kept.body)).toMatchObject({ protocolNumber: 1, frozenAt: as(cast.lead).at.toISOString() });
  });
});

describe("replacing the protocol", () => {
  it("is for the lead alone, of this version, and not once it is frozen", async () => {
    const next = withOutline(section("s1", "1", "Antwoord"), section("s2", "2", "Slot"));
    await expect(replaceProtocol(as(cast.commissioner), replacing(1, next))).rejects.toMatchObject({ code: "not-found" });
    await expect(replaceProtocol(as(cast.researcher), replacing(1, next))).rejects.toMatchObject({ code: "forbidden" });
    await expect(replaceProtocol(as(cast.lead), replacing(2, next))).rejects.toMatchObject({ code: "conflict", details: { version: 1 } });
    await freezeProtocol(as(cast.lead), { ...here, version: 1 });
    await expect(replaceProtocol(as(cast.lead), replacing(2, next))).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "frozen" },
    });
  });

  it("puts a new version in force with one event, and none when it is the same", async () => {
    const next = withOutline(section("s1", "1", "Antwoord"), section("s2", "2", "Slot"));
    expect(await raised(() => replaceProtocol(as(cast.lead), replacing(1, next)))).toEqual(["protocol.replace"]);
    expect(await db.assessment.findUniqueOrThrow({ where: { id: here.assessmentId } })).toMatchObject({ version: 2, protocolNumber: 2 });
    expect(
      await db.protocolVersion.findMany({ where: here, select: { number: true, fileName: true }, orderBy: { number: "asc" } }),
    ).toEqual([
      { number: 1, fileName: "cast.yaml" },
      { number: 2, fileName: "opzet.yaml" },
    ]);
    expect(await sectionsNow()).toEqual(["s1 1", "s2 2"]);
    expect(await raised(() => replaceProtocol(as(cast.lead), replacing(2, next)))).toEqual([]);
  });

  it("keeps sections by their id, archives empty ones that go, and lets two change their codes", async () => {
    await replaceProtocol(
      as(cast.lead),
      replacing(1, withOutline(section("s1", "1", "Antwoord"), section("s2", "2", "Slot"), section("s3", "3", "Los"))),
    );
    const kept = await db.section.findFirstOrThrow({ where: { ...here, node: "s1" } });
    await replaceProtocol(
      as(cast.lead),
      replacing(2, withOutline(section("s2", "1", "Slot"), section("s1", "2", "Antwoord"), section("s4", "4", "Nieuw"))),
    );
    expect(new Set(await sectionsNow())).toEqual(new Set(["s2 1", "s1 2", "s4 4", "s3 3 archived"]));
    expect(await db.section.findFirstOrThrow({ where: { ...here, node: "s1" } })).toMatchObject({ id: kept.id, version: 2 });
    await replaceProtocol(
      as(cast.lead),
      replacing(3, withOutline(section("s2", "1", "Slot"), section("s1", "2", "Antwoord"), section("s3", "3", "Los"))),
    );
    expect(new Set(await sectionsNow())).toEqual(new Set(["s2 1", "s1 2", "s3 3", "s4 4 archived"]));
  });

  it("keeps a version of the assessment and of every section that it makes, changes and archives", async () => {
    const first = withOutline(section("s1", "1", "Antwoord"), section("s2", "2", "Slot"), section("s3", "3", "Los"));
    await replaceProtocol(as(cast.lead), replacing(1, first));
    const next = withOutline(section("s2", "1", "Slot"), section("s1", "2", "Antwoord"), section("s4", "4", "Nieuw"));
    await replaceProtocol(as(cast.lead), replacing(2, next));
    expect(await unkeptInAssessment(here.assessmentId)).toEqual([]);
    const kept = await db.version.findFirstOrThrow({ where: { kind: "assessment", recordId: here.assessmentId, number: 3 } });
    expect(JSON.parse(kept.body)).toMatchObject({ protocolNumber: 3, frozenAt: null });
    expect((await verifyOpenDatabase()).result).toBe("intact");
  });

  it("refuses to take away, or to give another code, what has text or a judgement", async () => {
    await replaceProtocol(as(cast.lead), replacing(1, withOutline(section("s1", "1", "Antwoord"), section("s2", "2", "Slot"))));
    await givenBlockIn("s1");
    const lost = { code: "invalid", details: { field: "file", problem: "protocol-loses" } };
    await expect(replaceProtocol(as(cast.lead), replacing(2, withOutline(section("s2", "2", "Slot"))))).rejects.toMatchObject(lost);
    await expect(replaceProtocol(as(cast.lead), replacing(2, withOutline(section("s1", "7", "Antwoord"))))).rejects.toMatchObject(lost);
    await judgeAlignment(as(cast.researcher), {
      ...here,
      framework: "plan",
      node: "p1",
      version: 0,
      value: "much",
      reasons: "Zo staat het er.",
      language: "nl",
      grounds: [],
    });
    const { frameworks: _, ...without } = withOutline(section("s1", "1", "Antwoord"));
    await expect(replaceProtocol(as(cast.lead), replacing(2, without))).rejects.toMatchObject(lost);
    expect(await raised(() => replaceProtocol(as(cast.lead), replacing(2, withOutline(section("s1", "1", "Het antwoord")))))).toEqual([
      "protocol.replace",
    ]);
  });
});

describe("a protocol that is tried while a round is blind", () => {
  /** The protocol with the two levels of its scale named otherwise. */
  const withLevels = (...keys: string[]): Protocol => {
    const levels = keys.map((key, value) => ({ key, value, label: { nl: key, en: key }, anchor: { nl: key, en: key } }));
    const scales = (interviewProtocol.scales ?? []).map((scale) =>
      scale.id === "two" && scale.kind === "ordinal" ? { ...scale, levels } : scale,
    );
    return { ...interviewProtocol, scales };
  };
  const lost = async (next: Protocol) =>
    compareProtocols(interviewProtocol, next, await listRecorded(db, cast.assessment.id, interviewProtocol)).map(
      ({ details }) => details["id"],
    );
  const both = async () => [...(await lost(withLevels("other", "much"))), ...(await lost(withLevels("little", "other")))];

  it("has to keep every level that a rater may give, given or not, so that it tells nothing; later those that were given", async () => {
    expect(await both()).toEqual([]);
    const actor = await addActor(as(cast.researcher), { ...actorInput, ...here });
    const asked = { ...here, title: { nl: "Ronde" }, subjectKind: "actor" as const, subjectIds: [actor.id], criteria: ["reach"] };
    const round = await openRound(as(cast.lead), { ...asked, raterIds: [cast.researcher.id] });
    expect(await both()).toEqual(["two:little", "two:much"]);
    const fact = { ...factInput, ...here, field: "other", label: { nl: "Werk" }, actorId: actor.id };
    const grounds = [`actor-fact/${(await addFact(as(cast.researcher), fact)).id}`];
    const cell = { roundId: round.id, subjectId: actor.id, criterion: "reach" };
    await rate(cast, cast.researcher, { ...cell, value: "much", grounds });
    expect(await both()).toEqual(["two:little", "two:much"]);
    await send(cast, cast.researcher, round.id);
    expect(await both()).toEqual(["two:much"]);
  });
});
