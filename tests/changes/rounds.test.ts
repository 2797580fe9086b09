import { beforeAll, describe, expect, it } from "vitest";
import { closeRound } from "~/features/rounds/close-round.server";
import { openRound } from "~/features/rounds/open-round.server";
import { replaceRater } from "~/features/rounds/replace-rater.server";
import { reconcileJudgement } from "~/features/ratings/reconcile-judgement.server";
import { translateJudgement } from "~/features/ratings/translate-judgement.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { listJudgements, listRounds } from "~/platform/judgements.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenActor, givenFact, givenJudgementProtocol, givenRound, rate, send, versionOf } from "../support/judgement-scene";

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

describe("opening a round", () => {
  const input = (subjectIds: string[]) => ({
    ...here,
    title: { nl: "Ronde" },
    subjectKind: "actor" as const,
    subjectIds,
    criteria: ["reach"],
    raterIds: [cast.researcher.id],
  });
  it("is the lead's, and refuses subjects, criteria and raters that are not there or do not fit", async () => {
    const { id } = await givenActor(cast);
    await expect(openRound(as(cast.researcher), input([id]))).rejects.toMatchObject({ code: "forbidden" });
    await expect(openRound(as(cast.commissioner), input([id]))).rejects.toMatchObject({ code: "not-found" });
    const refused = (more: object, field: string) =>
      expect(openRound(as(cast.lead), { ...input([id]), ...more })).rejects.toMatchObject({ code: "invalid", details: { field } });
    await refused({ subjectIds: [] }, "subjects");
    await refused({ subjectIds: [nowhere] }, "subjects");
    await refused({ subjectKind: "intervention", criteria: ["promise"] }, "subjects");
    await refused({ criteria: ["promise"] }, "criteria");
    await refused({ criteria: [] }, "criteria");
    await refused({ raterIds: [cast.commissioner.id] }, "raters");
    await refused({ raterIds: [cast.outsider.id] }, "raters");
    await refused({ raterIds: [cast.reviewer.id, cast.reviewer.id] }, "raters");
  });
  it("raises one event and starts blind", async () => {
    const { id } = await givenActor(cast);
    let round = { id: "", number: 0 };
    expect(await raised(async () => (round = await openRound(as(cast.lead), input([id]))))).toEqual(["round.open"]);
    expect(await db.round.findUniqueOrThrow({ where: { id: round.id } })).toMatchObject({ blind: true, openedAt: null, protocolNumber: 1 });
  });
});

describe("sending a round", () => {
  it("is for its raters, once, when every cell is filled", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer]);
    await expect(send(cast, cast.researcher, nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(send(cast, cast.lead, roundId)).rejects.toMatchObject({ code: "forbidden" });
    await rate(cast, cast.researcher, { roundId, subjectId, criterion: "reach" });
    await rate(cast, cast.researcher, { roundId, subjectId, criterion: "fit", value: "adds", justification: "", draft: true });
    await expect(send(cast, cast.researcher, roundId)).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "unfilled", missing: 1 },
    });
    await rate(cast, cast.researcher, { roundId, subjectId, criterion: "fit", value: "adds", version: 1 });
    await expect(send(cast, cast.researcher, roundId, 2)).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => send(cast, cast.researcher, roundId))).toEqual(["round.send"]);
    await expect(send(cast, cast.researcher, roundId, 2)).rejects.toMatchObject({ code: "wrong-state", details: { state: "sent" } });
    await expect(rate(cast, cast.researcher, { roundId, subjectId, criterion: "reach", version: 1, value: "none" })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "sent" },
    });
    expect((await listRounds(db, cast.lead.id, { ...here, id: roundId }))[0]).toMatchObject({ state: "rating", sent: 1, mine: null });
  });

  it("opens with the last rater: equal cells get an agreed value with both texts and grounds, others differ", async () => {
    const { id: subjectId, code } = await givenActor(cast);
    const one = await givenFact(cast, subjectId);
    const two = await givenFact(cast, subjectId);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer]);
    const cell = { roundId, subjectId, criterion: "reach" };
    const first = await rate(cast, cast.researcher, { ...cell, justification: "Ver.", grounds: [`actor-fact/${one.id}`] });
    const second = await rate(cast, cast.reviewer, {
      ...cell,
      justification: "Wijd.",
      grounds: [`actor-fact/${one.id}`, `actor-fact/${two.id}`],
    });
    for (const [rater, id, text] of [
      [cast.researcher, first.id, "Far."],
      [cast.reviewer, second.id, "Wide."],
    ] as const)
      await translateJudgement(as(rater), { ...here, id, language: "en", version: 0, text });
    await rate(cast, cast.researcher, { ...cell, criterion: "fit", value: "adds" });
    await rate(cast, cast.reviewer, { ...cell, criterion: "fit", value: "doubles" });
    await send(cast, cast.researcher, roundId);
    expect(await send(cast, cast.reviewer, roundId)).toEqual({ opened: true });
    const rows = await listJudgements(db, null, { ...here, roundId });
    const agreed = rows.filter(({ rater }) => rater === "reconciled");
    expect(agreed).toMatchObject([
      {
        code: `${code}:K1`,
        level: "partial",
        agreed: true,
        justification: "Ver.\n\nWijd.",
        translations: [{ language: "en", body: "Far.\n\nWide.", behind: false }],
      },
    ]);
    expect(await db.ground.count({ where: { holderKind: "judgement", holderId: agreed[0]?.id ?? "" } })).toBe(2);
    expect(rows).toHaveLength(5);
    const detail = await db.eventDetail.findFirstOrThrow({
      where: { chain: cast.assessment.id, seq: await lastSeq(cast.assessment.id), part: "change" },
    });
    expect(JSON.parse(detail.body)).toMatchObject({ sent: 2, raters: 2, opened: true, agreed: 1, differing: 1 });
    expect(await db.searchText.count({ where: { kind: "judgement", recordId: { in: rows.map(({ id }) => id) }, language: "nl" } })).toBe(5);
  });

  it("with one rater leaves her judgement as the evidence", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher], ["effect"]);
    await rate(cast, cast.researcher, { roundId, subjectId, criterion: "effect", value: 7.5 });
    await send(cast, cast.researcher, roundId);
    expect(await listJudgements(db, null, { ...here, roundId })).toMatchObject([{ rater: cast.researcher.id, level: 7.5 }]);
  });
});

describe("replacing a rater", () => {
  it("is the lead's, for one who has not sent, by somebody who does not rate yet", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer], ["reach"]);
    const input = { ...here, roundId, version: 1, raterId: cast.researcher.id, newRaterId: cast.secondResearcher.id };
    await expect(replaceRater(as(cast.researcher), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(replaceRater(as(cast.lead), { ...input, roundId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(replaceRater(as(cast.lead), { ...input, raterId: cast.lead.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(replaceRater(as(cast.lead), { ...input, newRaterId: cast.reviewer.id })).rejects.toMatchObject({ code: "invalid" });
    await expect(replaceRater(as(cast.lead), { ...input, newRaterId: cast.outsider.id })).rejects.toMatchObject({ code: "invalid" });
    await expect(replaceRater(as(cast.lead), { ...input, version: 9 })).rejects.toMatchObject({ code: "conflict" });
    await rate(cast, cast.reviewer, { roundId, subjectId, criterion: "reach" });
    await send(cast, cast.reviewer, roundId);
    await expect(replaceRater(as(cast.lead), { ...input, version: 2, raterId: cast.reviewer.id })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "sent" },
    });
  });

  it("empties what she had begun, so that it never opens, with one event", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher], ["reach"]);
    const cell = { roundId, subjectId, criterion: "reach" };
    await rate(cast, cast.researcher, { ...cell, justification: "Kanarie 1" });
    const input = { ...here, roundId, version: 1, raterId: cast.researcher.id, newRaterId: cast.reviewer.id };
    expect(await raised(() => replaceRater(as(cast.lead), input))).toEqual(["round.replace-rater"]);
    await expect(rate(cast, cast.researcher, { ...cell, version: 2 })).rejects.toMatchObject({ code: "forbidden" });
    await rate(cast, cast.reviewer, cell);
    await send(cast, cast.reviewer, roundId);
    const rows = await listJudgements(db, cast.lead.id, { ...here, roundId });
    expect(rows.map(({ rater }) => rater)).toEqual([cast.reviewer.id]);
    expect(await db.judgement.count({ where: { roundId, justification: "Kanarie 1" } })).toBe(0);
    expect(await db.version.count({ where: { kind: "judgement", body: { contains: "Kanarie 1" } } })).toBe(1);
  });
});

describe("closing a round", () => {
  it("waits for every difference, then refuses all further moves", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer], ["reach"]);
    const close = async () => closeRound(as(cast.lead), { ...here, roundId, version: await versionOf(roundId) });
    await expect(close()).rejects.toMatchObject({ code: "wrong-state", details: { state: "rating" } });
    for (const [rater, value] of [
      [cast.researcher, "none"],
      [cast.reviewer, "leading"],
    ] as const) {
      await rate(cast, rater, { roundId, subjectId, criterion: "reach", value });
      await send(cast, rater, roundId);
    }
    await expect(closeRound(as(cast.researcher), { ...here, roundId, version: 3 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(closeRound(as(cast.lead), { ...here, roundId: nowhere, version: 3 })).rejects.toMatchObject({ code: "not-found" });
    await expect(close()).rejects.toMatchObject({ code: "wrong-state", details: { state: "unreconciled", missing: 1 } });
    const reconciled = {
      ...here,
      roundId,
      subjectId,
      criterion: "reach",
      version: 0,
      value: "partial",
      reason: "In het midden.",
      language: "nl",
      dissent: [],
    };
    await reconcileJudgement(as(cast.lead), reconciled);
    await expect(closeRound(as(cast.lead), { ...here, roundId, version: 1 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(close)).toEqual(["round.close"]);
    await expect(reconcileJudgement(as(cast.lead), { ...reconciled, version: 1 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "closed" },
    });
  });
});
