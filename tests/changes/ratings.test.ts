import { beforeAll, describe, expect, it } from "vitest";
import { reconcileJudgement } from "~/features/ratings/reconcile-judgement.server";
import { addActor } from "~/features/actors/add-actor.server";
import { addFact } from "~/features/actors/add-fact.server";
import { rateSubject } from "~/features/ratings/rate-subject.server";
import { translateJudgement } from "~/features/ratings/translate-judgement.server";
import { openRound } from "~/features/rounds/open-round.server";
import { sendRound } from "~/features/rounds/send-round.server";
import { db } from "~/platform/db.server";
import { readEvidence } from "~/platform/evidence.server";
import { listCodes } from "~/platform/evidence-codes.server";
import { newId } from "~/platform/ids.server";
import { listJudgements } from "~/platform/judgements.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import {
  actorInput,
  factInput,
  givenActor,
  givenFact,
  givenJudgementProtocol,
  givenRound,
  judgementProtocol,
  rate,
  send,
} from "../support/judgement-scene";

useDatabase();
let cast: Cast;
let here: { assessmentId: string };
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  here = { assessmentId: cast.assessment.id };
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
});

async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

describe("rating a subject", () => {
  it("is not found outside the round, and forbidden to whoever does not rate in it, the lead included", async () => {
    const { id: subjectId } = await givenActor(cast);
    const other = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher], ["reach"]);
    const cell = { roundId, subjectId, criterion: "reach" };
    await expect(rate(cast, cast.researcher, { ...cell, roundId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(rate(cast, cast.researcher, { ...cell, subjectId: other.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(rate(cast, cast.researcher, { ...cell, criterion: "fit" })).rejects.toMatchObject({ code: "not-found" });
    await expect(rate(cast, cast.commissioner, cell)).rejects.toMatchObject({ code: "not-found" });
    for (const person of [cast.lead, cast.reviewer, cast.secondResearcher])
      await expect(rate(cast, person, cell)).rejects.toMatchObject({ code: "forbidden" });
  });

  it.each([
    ["no value", { value: null }, "value"],
    ["a value off the scale", { value: "brilliant" }, "value"],
    ["a number where levels have keys", { value: 2 }, "value"],
    ["no justification", { justification: " " }, "justification"],
    ["a ground that is not there", { grounds: [`excerpt/${nowhere}`] }, "grounds"],
    ["a judgement as a ground", { grounds: [`judgement/${nowhere}`] }, "grounds"],
    ["a language that the study does not have", { language: "fr" }, "language"],
  ])("refuses %s", async (_what, more, field) => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher], ["reach"]);
    await expect(rate(cast, cast.researcher, { roundId, subjectId, criterion: "reach", ...more })).rejects.toMatchObject({
      code: "invalid",
      details: { field },
    });
    expect(await db.judgement.count({ where: { roundId } })).toBe(0);
  });

  it("takes an answer without a level, and half a judgement as a draft", async () => {
    const { id: subjectId, code } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher], ["reach", "effect"]);
    const made = await rate(cast, cast.researcher, { roundId, subjectId, criterion: "reach", value: "cannot-judge" });
    expect(made).toMatchObject({ code: `${code}:K1`, version: 1 });
    expect(await db.judgement.findUniqueOrThrow({ where: { id: made.id } })).toMatchObject({
      level: null,
      without: "cannot-judge",
      protocolNumber: 1,
      wording: '{"nl":"Bereik","en":"Reach"}',
    });
    await rate(cast, cast.researcher, { roundId, subjectId, criterion: "effect", value: null, draft: true });
    await expect(
      rate(cast, cast.researcher, { roundId, subjectId, criterion: "effect", value: 11, version: 1, draft: true }),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it("raises one event each time something changed, and a conflict at a stale version", async () => {
    const { id: subjectId } = await givenActor(cast);
    const fact = await givenFact(cast, subjectId);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher], ["reach"]);
    const cell = { roundId, subjectId, criterion: "reach" };
    expect(await raised(() => rate(cast, cast.researcher, cell))).toEqual(["judgement.rate"]);
    expect(await raised(() => rate(cast, cast.researcher, { ...cell, version: 1 }))).toEqual([]);
    expect(await raised(() => rate(cast, cast.researcher, { ...cell, version: 1, grounds: [`actor-fact/${fact.id}`] }))).toEqual([
      "judgement.rate",
    ]);
    await expect(rate(cast, cast.researcher, { ...cell, version: 1, value: "none" })).rejects.toMatchObject({
      code: "conflict",
      details: { version: 2 },
    });
  });
});

describe("what is blind", () => {
  const canary = "Kanariegeel bewijs";
  const translated = "Canary yellow proof";
  async function scene() {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.secondResearcher], ["reach"]);
    const seq = await lastSeq(cast.assessment.id);
    const cell = { roundId, subjectId, criterion: "reach" };
    const { id } = await rate(cast, cast.researcher, { ...cell, value: "leading", justification: canary });
    await translateJudgement(as(cast.researcher), { ...here, id, language: "en", version: 0, text: translated });
    return { subjectId, roundId, seq, id, cell };
  }
  const seen = async (who: Person, subjectId: string) => JSON.stringify(await listJudgements(db, who.id, { ...here, subjectId }));

  it("is shown to its rater and to nobody else, before and after she has sent", async () => {
    const { subjectId, roundId, id } = await scene();
    const others = [cast.lead, cast.reviewer, cast.secondResearcher, cast.outsider];
    for (const sent of [false, true]) {
      if (sent) await send(cast, cast.researcher, roundId);
      expect(await seen(cast.researcher, subjectId)).toContain(canary);
      for (const who of others) expect(await seen(who, subjectId)).toBe("[]");
      expect(await listJudgements(db, null, { ...here, subjectId })).toEqual([]);
      for (const who of others)
        await expect(translateJudgement(as(who), { ...here, id, language: "en", version: 1, text: "x" })).rejects.toMatchObject({
          code: "not-found",
        });
    }
  });

  it("leaves no value, text or answer in the trail, and cannot be guessed from the digest there", async () => {
    const { roundId, seq, id } = await scene();
    await send(cast, cast.researcher, roundId);
    const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, seq: { gt: seq } } });
    const bodies = details.map(({ body }) => body).join();
    expect(bodies).not.toMatch(/leading|Kanariegeel|Canary/);
    const kept = await db.version.findFirstOrThrow({ where: { kind: "judgement", recordId: id } });
    const assignment = await db.roundRater.findFirstOrThrow({ where: { roundId, userId: cast.researcher.id } });
    expect(kept.body).toContain(assignment.id);
    expect(bodies).not.toContain(assignment.id);
  });

  it("is in no search, no register of evidence and no list of codes until the round opens", async () => {
    const { roundId, cell, id } = await scene();
    const viewer = { id: cast.lead.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: "lead" as const } };
    const register = async () =>
      JSON.stringify(
        [...(await readEvidence(db, { assessment: cast.assessment, protocol: judgementProtocol, viewer, which: "all" })).values()].filter(
          (one) => one.id === id,
        ),
      );
    expect(await register()).toBe("[]");
    expect(await db.searchText.count({ where: { recordId: id } })).toBe(0);
    expect((await listCodes(db, cast.assessment.id, [{ kind: "judgement", id }])).size).toBe(0);
    await send(cast, cast.researcher, roundId);
    await rate(cast, cast.secondResearcher, cell);
    await send(cast, cast.secondResearcher, roundId);
    expect(await register()).toContain(canary);
    expect(await db.searchText.count({ where: { recordId: id } })).toBe(2);
  });
});

describe("reconciling", () => {
  async function difference() {
    const { id: subjectId } = await givenActor(cast);
    const fact = await givenFact(cast, subjectId);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer]);
    for (const [rater, value] of [
      [cast.researcher, "none"],
      [cast.reviewer, "leading"],
    ] as const) {
      await rate(cast, rater, { roundId, subjectId, criterion: "reach", value, grounds: [`actor-fact/${fact.id}`] });
      await rate(cast, rater, { roundId, subjectId, criterion: "fit", value: "adds" });
    }
    return {
      subjectId,
      roundId,
      input: {
        ...here,
        roundId,
        subjectId,
        criterion: "reach",
        version: 0,
        value: "partial",
        reason: "In het midden.",
        language: "nl",
        dissent: [],
      },
    };
  }
  it("waits for the round to open, and is the lead's", async () => {
    const { roundId, input } = await difference();
    await expect(reconcileJudgement(as(cast.lead), input)).rejects.toMatchObject({ code: "wrong-state", details: { state: "rating" } });
    for (const rater of [cast.researcher, cast.reviewer]) await send(cast, rater, roundId);
    await expect(reconcileJudgement(as(cast.researcher), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(reconcileJudgement(as(cast.lead), { ...input, roundId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(reconcileJudgement(as(cast.lead), { ...input, criterion: "effect" })).rejects.toMatchObject({ code: "not-found" });
    await expect(reconcileJudgement(as(cast.lead), { ...input, reason: "" })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "reason" },
    });
    await expect(
      reconcileJudgement(as(cast.lead), { ...input, dissent: [{ userId: cast.lead.id, reason: { nl: "Nee" } }] }),
    ).rejects.toMatchObject({ code: "invalid", details: { field: "dissent" } });
  });
  it("keeps the originals and a dissent beside the agreed value, with one event", async () => {
    const { roundId, subjectId, input } = await difference();
    for (const rater of [cast.researcher, cast.reviewer]) await send(cast, rater, roundId);
    const dissent = [{ userId: cast.reviewer.id, reason: { nl: "Het blijft leidend." } }];
    expect(await raised(() => reconcileJudgement(as(cast.lead), { ...input, dissent }))).toEqual(["judgement.reconcile"]);
    const rows = (await listJudgements(db, null, { ...here, subjectId })).filter(({ criterion }) => criterion === "reach");
    const values = Object.fromEntries(rows.map(({ rater, level, agreed }) => [rater, [level, agreed]]));
    expect(rows.find(({ rater }) => rater === "reconciled")?.method).toBe("discussion");
    expect(values).toEqual({ [cast.researcher.id]: ["none", null], [cast.reviewer.id]: ["leading", null], reconciled: ["partial", false] });
    const agreed = rows.find(({ rater }) => rater === "reconciled");
    expect(agreed?.dissent).toEqual(dissent);
    expect(await db.ground.count({ where: { holderId: agreed?.id ?? "" } })).toBe(1);
    await expect(reconcileJudgement(as(cast.lead), input)).rejects.toMatchObject({ code: "conflict", details: { version: 1 } });
    await reconcileJudgement(as(cast.lead), { ...input, version: 1, value: "marginal" });
    expect(
      await translateJudgement(as(cast.lead), { ...here, id: agreed?.id ?? "", language: "en", version: 0, text: "In the middle." }),
    ).toEqual({ version: 1 });
  });

  it("corrects what all gave alike with a reason, keeping every version, and nothing in a round of one rater", async () => {
    const { roundId, subjectId, input } = await difference();
    for (const rater of [cast.researcher, cast.reviewer]) await send(cast, rater, roundId);
    const fit = { ...input, criterion: "fit", value: "doubles", version: 1 };
    await expect(reconcileJudgement(as(cast.lead), { ...fit, reason: " " })).rejects.toMatchObject({ details: { field: "reason" } });
    const { id } = await reconcileJudgement(as(cast.lead), { ...fit, reason: "Beide lazen een oud verslag." });
    expect(await db.judgement.findUniqueOrThrow({ where: { id } })).toMatchObject({
      level: '"doubles"',
      agreed: false,
      method: "discussion",
      version: 2,
    });
    expect(await db.version.count({ where: { kind: "judgement", recordId: id } })).toBe(2);
    const alone = await givenRound(cast, [subjectId], [cast.researcher], ["fit"]);
    await rate(cast, cast.researcher, { roundId: alone.id, subjectId, criterion: "fit", value: "adds" });
    await send(cast, cast.researcher, alone.id);
    await expect(reconcileJudgement(as(cast.lead), { ...fit, roundId: alone.id, version: 0, reason: "Anders." })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "one-rater" },
    });
  });
});

describe("the way of the protocol", () => {
  /** Another study, whose protocol settles by computing, and allows no own expertise. */
  async function scene() {
    const other = { assessmentId: cast.otherAssessment.id };
    const rules = { ...judgementProtocol.rules, ownExpertise: false, reconciliation: { ordinal: "median", nominal: "majority" } as const };
    const body = JSON.stringify({ ...judgementProtocol, rules });
    const made = {
      ...other,
      number: 1,
      file: body,
      fileName: "cast.yaml",
      body,
      digest: "0".repeat(64),
      createdAt: hour(0),
      byId: cast.outsider.id,
    };
    await rawWriter().protocolVersion.upsert({
      where: { assessmentId_number: { ...other, number: 1 } },
      create: { id: newId(hour(0)), ...made },
      update: {},
    });
    const at = (n: number) => as(cast.outsider, hour(n));
    const actor = await addActor(at(1), { ...actorInput, ...other });
    const fact = await addFact(at(1), { ...factInput, ...other, actorId: actor.id });
    return { other, at, actor, grounds: [`actor-fact/${fact.id}`] };
  }

  it("does not take own expertise where the protocol does not allow it, and no level without a ground", async () => {
    const { other, at, actor, grounds } = await scene();
    const asked = { ...other, title: { nl: "Ronde" }, subjectKind: "actor" as const, subjectIds: [actor.id], criteria: ["reach"] };
    const { id: roundId } = await openRound(at(2), { ...asked, raterIds: [cast.outsider.id] });
    const cell = { ...other, roundId, subjectId: actor.id, criterion: "reach", language: "nl", justification: "Daarom." };
    const given = { ...cell, version: 0, value: "partial", ownExpertise: false, grounds: [] };
    await expect(rateSubject(at(3), { ...given, ownExpertise: true })).rejects.toMatchObject({ details: { field: "ownExpertise" } });
    await rateSubject(at(3), given);
    const sent = () => sendRound(at(4), { ...other, roundId, version: 1 });
    await expect(sent()).rejects.toMatchObject({ code: "wrong-state", details: { state: "unfilled", missing: 1 } });
    await rateSubject(at(3), { ...given, version: 1, grounds });
    expect(await sent()).toEqual({ opened: true });
  });
});
