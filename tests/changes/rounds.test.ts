import { beforeAll, describe, expect, it } from "vitest";
import { deactivateAccount } from "~/features/accounts/deactivate-account.server";
import { removeMember } from "~/features/members/remove-member.server";
import { addRater } from "~/features/rounds/add-rater.server";
import { closeRound } from "~/features/rounds/close-round.server";
import { abandonRound, reopenRound } from "~/features/rounds/end-round.server";
import { openRound } from "~/features/rounds/open-round.server";
import { removeRater } from "~/features/rounds/remove-rater.server";
import { replaceRater } from "~/features/rounds/replace-rater.server";
import { setDue } from "~/features/rounds/set-due.server";
import { reconcileJudgement } from "~/features/ratings/reconcile-judgement.server";
import { translateJudgement } from "~/features/ratings/translate-judgement.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { listJudgements, listRounds } from "~/platform/judgements.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { listWaiting } from "~/platform/waiting-raters.server";
import { readStudyWork } from "~/platform/work.server";
import { as, type Cast, loadCast, type Person } from "../cast";
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

async function assessmentRow() {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("The cast has an assessment.");
  return row;
}

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

describe("taking a rater out", () => {
  const scene = async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer, cast.secondResearcher], ["reach"]);
    const input = async (rater: Person, reason = "Verhinderd.") => ({
      ...here,
      roundId,
      version: await versionOf(roundId),
      raterId: rater.id,
      reason,
    });
    return { subjectId, roundId, cell: { roundId, subjectId, criterion: "reach" }, input };
  };

  it("is the lead's, with a reason, for one who has not sent, and never the last one", async () => {
    const { roundId, cell, input } = await scene();
    const asked = await input(cast.researcher);
    await expect(removeRater(as(cast.researcher), asked)).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeRater(as(cast.lead), { ...asked, roundId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(removeRater(as(cast.lead), { ...asked, raterId: cast.lead.id })).rejects.toMatchObject({ code: "not-found" });
    await expect(removeRater(as(cast.lead), { ...asked, reason: " " })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "reason" },
    });
    await expect(removeRater(as(cast.lead), { ...asked, version: 9 })).rejects.toMatchObject({ code: "conflict" });
    await rate(cast, cast.reviewer, cell);
    await send(cast, cast.reviewer, roundId);
    await expect(removeRater(as(cast.lead), await input(cast.reviewer))).rejects.toMatchObject({ details: { state: "sent" } });
    const alone = await givenRound(cast, [cell.subjectId], [cast.researcher], ["reach"]);
    const last = { ...asked, roundId: alone.id, version: 1 };
    await expect(removeRater(as(cast.lead), last)).rejects.toMatchObject({
      code: "invalid",
      details: { field: "rater", problem: "last-rater" },
    });
  });

  it("empties what she had begun, and opens the round where all that remain have sent, by the one act", async () => {
    const { subjectId, roundId, cell, input } = await scene();
    await rate(cast, cast.secondResearcher, { ...cell, justification: "Kanarie 2", value: "none" });
    for (const rater of [cast.researcher, cast.reviewer]) {
      await rate(cast, rater, cell);
      await send(cast, rater, roundId);
    }
    expect(await listJudgements(db, cast.lead.id, { ...here, roundId })).toEqual([]);
    const asked = await input(cast.secondResearcher);
    expect(await raised(async () => expect(await removeRater(as(cast.lead), asked)).toEqual({ opened: true }))).toEqual([
      "round.remove-rater",
    ]);
    const rows = await listJudgements(db, cast.lead.id, { ...here, subjectId });
    expect(rows.map(({ rater }) => rater).toSorted()).toEqual([cast.researcher.id, cast.reviewer.id, "reconciled"].toSorted());
    const detail = await db.eventDetail.findFirstOrThrow({
      where: { chain: cast.assessment.id, seq: await lastSeq(cast.assessment.id), part: "change" },
    });
    const told = { rater: cast.secondResearcher.name, reason: "Verhinderd.", sent: 2, raters: 2, opened: true, agreed: 1, differing: 0 };
    expect(JSON.parse(detail.body)).toMatchObject(told);
    expect(await db.judgement.count({ where: { roundId, justification: "Kanarie 2" } })).toBe(0);
    await expect(send(cast, cast.secondResearcher, roundId, 2)).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("leaves it blind while another has not sent, and makes it a round of one rater where one is left", async () => {
    const { roundId, cell, input } = await scene();
    expect(await removeRater(as(cast.lead), await input(cast.secondResearcher))).toEqual({ opened: false });
    await rate(cast, cast.reviewer, cell);
    await send(cast, cast.reviewer, roundId);
    expect(await removeRater(as(cast.lead), await input(cast.researcher))).toEqual({ opened: true });
    expect(await listJudgements(db, null, { ...here, roundId })).toMatchObject([{ rater: cast.reviewer.id, level: "partial" }]);
  });
});

describe("adding a rater", () => {
  it("is the lead's, while the round is blind, and the round waits for her too", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher], ["reach"]);
    const cell = { roundId, subjectId, criterion: "reach" };
    const input = { ...here, roundId, version: 1, raterId: cast.reviewer.id };
    await expect(addRater(as(cast.researcher), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(addRater(as(cast.lead), { ...input, raterId: cast.researcher.id })).rejects.toMatchObject({
      details: { problem: "twice" },
    });
    await expect(addRater(as(cast.lead), { ...input, raterId: cast.commissioner.id })).rejects.toMatchObject({
      details: { problem: "unknown" },
    });
    await expect(addRater(as(cast.lead), { ...input, version: 3 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => addRater(as(cast.lead), input))).toEqual(["round.add-rater"]);
    await rate(cast, cast.researcher, cell);
    expect(await send(cast, cast.researcher, roundId)).toEqual({ opened: false });
    await rate(cast, cast.reviewer, cell);
    expect(await send(cast, cast.reviewer, roundId)).toEqual({ opened: true });
    const late = { ...input, version: await versionOf(roundId), raterId: cast.secondResearcher.id };
    await expect(addRater(as(cast.lead), late)).rejects.toMatchObject({ code: "wrong-state", details: { state: "open" } });
  });
});

describe("the day by which raters are to send", () => {
  it("is set when opening and changed by the lead, to a day that is still to come", async () => {
    const { id: subjectId } = await givenActor(cast);
    const asked = { ...here, title: { nl: "Ronde" }, subjectKind: "actor" as const, subjectIds: [subjectId], criteria: ["reach"] };
    const opening = { ...asked, raterIds: [cast.researcher.id] };
    const past = { code: "invalid", details: { field: "dueOn", problem: "in-past" } };
    await expect(openRound(as(cast.lead), { ...opening, dueOn: "2026-08-31" })).rejects.toMatchObject(past);
    const { id: roundId } = await openRound(as(cast.lead), { ...opening, dueOn: "2026-09-10" });
    const input = { ...here, roundId, version: 1, dueOn: "2026-09-20" };
    await expect(setDue(as(cast.researcher), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(setDue(as(cast.lead), { ...input, dueOn: "2026-08-31" })).rejects.toMatchObject(past);
    await expect(setDue(as(cast.lead), { ...input, version: 2 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => setDue(as(cast.lead), { ...input, dueOn: "2026-09-10" }))).toEqual([]);
    expect(await raised(() => setDue(as(cast.lead), input))).toEqual(["round.set-due"]);
    expect((await listRounds(db, cast.lead.id, { ...here, id: roundId }))[0]).toMatchObject({ dueOn: "2026-09-20", version: 2 });
  });
});

describe("abandoning a round", () => {
  it("ends it for good without showing anything, with a reason, and its cells can be judged again", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer], ["reach"]);
    const cell = { roundId, subjectId, criterion: "reach" };
    await rate(cast, cast.researcher, { ...cell, justification: "Kanarie 3" });
    await send(cast, cast.researcher, roundId);
    const input = { ...here, roundId, version: await versionOf(roundId), reason: "Verkeerde criteria." };
    await expect(abandonRound(as(cast.researcher), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(abandonRound(as(cast.lead), { ...input, reason: "" })).rejects.toMatchObject({ details: { field: "reason" } });
    await expect(abandonRound(as(cast.lead), { ...input, version: 9 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => abandonRound(as(cast.lead), input))).toEqual(["round.abandon"]);
    for (const viewer of [null, cast.lead.id, cast.reviewer.id])
      expect(await listJudgements(db, viewer, { ...here, subjectId })).toEqual([]);
    expect(await listRounds(db, cast.lead.id, { ...here, id: roundId })).toEqual([]);
    expect(await listRounds(db, cast.lead.id, { ...here, id: roundId, abandoned: true })).toMatchObject([{ state: "abandoned" }]);
    await expect(rate(cast, cast.reviewer, cell)).rejects.toMatchObject({ code: "wrong-state", details: { state: "abandoned" } });
    await givenRound(cast, [subjectId], [cast.researcher], ["reach"]);
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
    const reopening = { ...here, roundId, version: await versionOf(roundId), reason: "Een fout." };
    await expect(reconcileJudgement(as(cast.lead), { ...reconciled, version: 1 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "closed" },
    });
    await expect(reopenRound(as(cast.researcher), reopening)).rejects.toMatchObject({ code: "forbidden" });
    await expect(reopenRound(as(cast.lead), { ...reopening, reason: "" })).rejects.toMatchObject({ details: { field: "reason" } });
    expect(await raised(() => reopenRound(as(cast.lead), reopening))).toEqual(["round.reopen"]);
    expect(await reconcileJudgement(as(cast.lead), { ...reconciled, version: 1, value: "marginal" })).toMatchObject({ version: 2 });
  });
});

describe("somebody who can't rate any more", () => {
  it("is named to the lead as one for whom a round waits in vain, until another is there", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId, number } = await givenRound(cast, [subjectId], [cast.researcher, cast.secondResearcher], ["reach"]);
    const waiting = async () =>
      (await listWaiting(db, cast.assessment.id, await db.round.findMany({ where: { id: roundId } }))).get(roundId);
    const work = async () => (await readStudyWork(db, await assessmentRow(), hour(10))).rounds.find((round) => round.number === number);
    expect(await waiting()).toMatchObject([{ gone: false }, { gone: false }]);
    const member = await db.member.findFirstOrThrow({ where: { ...here, userId: cast.secondResearcher.id } });
    await removeMember(as(cast.lead), { ...here, id: member.id, version: member.version });
    expect(await waiting()).toMatchObject([{ gone: false }, { name: cast.secondResearcher.name, gone: true }]);
    expect(await work()).toMatchObject({ gone: [cast.secondResearcher.name] });
    const account = await db.user.findUniqueOrThrow({ where: { id: cast.researcher.id } });
    await deactivateAccount(as(cast.administrator), { id: account.id, version: account.version });
    expect((await work())?.gone).toEqual([cast.researcher.name, cast.secondResearcher.name]);
    const input = { ...here, roundId, version: 1, raterId: cast.secondResearcher.id };
    await replaceRater(as(cast.lead), { ...input, newRaterId: cast.reviewer.id });
    await removeRater(as(cast.lead), { ...input, version: 2, raterId: cast.researcher.id, reason: "Weg." });
    expect((await work())?.gone).toEqual([]);
  });
});
