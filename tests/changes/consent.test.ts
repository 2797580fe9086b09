import { beforeEach, describe, expect, it } from "vitest";
import type { AttributionLevel } from "~/domain/attribution";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { withdrawConsent } from "~/features/interviews/withdraw-consent.server";
import { saveReplies } from "~/features/fact-check/save-replies.server";
import { withdrawEdition } from "~/features/editions/withdraw-edition.server";
import { settleNotice } from "~/features/notices/settle-notice.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { listNotices } from "~/platform/notices.server";
import { findReadingUntilIfAny } from "~/platform/record-lock.server";
import { digestOf } from "~/platform/token.server";
import { as, type Cast, loadCast } from "../cast";
import { agreeOn, givenCitedInterview, givenSecond, record } from "../support/consent-scene";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";

useDatabase("per test");
let cast: Cast;
let seq: number;
const mark = async () => {
  seq = await lastSeq(cast.assessment.id);
};
const raised = () => actionsSince(cast.assessment.id, seq);
const here = () => ({ assessmentId: cast.assessment.id });
const nowhere = newId(hour(0));
const notices = () => listNotices(db, cast.assessment.id);
const later = () => as(cast.researcher, hour(50));
const withdrawal = (participantId: string, version: number) => ({
  ...here(),
  participantId,
  version,
  withdrawnOn: "2026-09-02",
  reason: "Kreeg bezwaar van de werkgever Goudvink",
});
/** A link with which a participant checks the record, open for weeks. */
const givenCheckLink = (interviewId: string, participantId: string) => {
  const moments = { createdAt: hour(6), expiresAt: new Date("2026-10-01T21:59:59.999Z") };
  const row = { ...here(), interviewId, participantId, language: "nl", byId: cast.researcher.id, remarks: "", version: 1 };
  const id = newId(hour(6));
  return rawWriter().factCheckLink.create({ data: { ...row, ...moments, id, tokenDigest: digestOf(id) } });
};

beforeEach(async () => {
  cast = await loadCast();
});

describe("taking consent back", () => {
  it("is not found elsewhere, and not allowed to those who do not hold the interview", async () => {
    const { participantId } = await givenCitedInterview(cast);
    await expect(withdrawConsent(later(), withdrawal(nowhere, 1))).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = { ...withdrawal(participantId, 2), assessmentId: cast.otherAssessment.id };
    await expect(withdrawConsent(as(cast.outsider, hour(50)), elsewhere)).rejects.toMatchObject({ code: "not-found" });
    for (const person of [cast.secondResearcher, cast.reviewer])
      await expect(withdrawConsent(as(person, hour(50)), withdrawal(participantId, 2))).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdrawConsent(as(cast.commissioner, hour(50)), withdrawal(participantId, 2))).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is refused at a stale version, for a day still to come, and a second time", async () => {
    const { participantId } = await givenCitedInterview(cast);
    await expect(withdrawConsent(later(), withdrawal(participantId, 1))).rejects.toMatchObject({
      code: "conflict",
      details: { version: 2 },
    });
    await expect(withdrawConsent(later(), { ...withdrawal(participantId, 2), withdrawnOn: "2026-09-30" })).rejects.toMatchObject({
      details: { field: "withdrawnOn", problem: "in-future" },
    });
    await withdrawConsent(later(), withdrawal(participantId, 2));
    await expect(withdrawConsent(later(), withdrawal(participantId, 3))).rejects.toMatchObject({ code: "wrong-state" });
    await expect(agreeOn(cast, participantId, {}, hour(51))).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "withdrawn" },
    });
  });

  it("withdraws every answer with an event each, and tells the trail nothing of why", async () => {
    const { participantId, cited, other } = await givenCitedInterview(cast);
    await mark();
    expect(await withdrawConsent(later(), withdrawal(participantId, 2))).toEqual({ version: 3, answers: 2 });
    expect(await raised()).toEqual(["participant.withdraw", "answer.withdraw", "answer.withdraw"]);
    expect(await db.participant.findUniqueOrThrow({ where: { id: participantId } })).toMatchObject({
      version: 3,
      withdrawnAt: new Date("2026-09-02T12:00:00.000Z"),
      withdrawnReason: "Kreeg bezwaar van de werkgever Goudvink",
    });
    for (const { id } of [cited, other]) {
      const row = await db.interviewAnswer.findUniqueOrThrow({ where: { id } });
      expect(row).toMatchObject({ withdrawnAt: hour(50), version: 2 });
      expect(await db.searchText.count({ where: { kind: "interview-answer", recordId: id } })).toBe(0);
    }
    const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, seq: { gt: seq } } });
    expect(JSON.stringify(details)).not.toContain("Goudvink");
  });

  it("takes back the links with which she checks the record, with an event each, and frees it for others", async () => {
    const { interview, participantId, cited, secondId } = await givenCitedInterview(cast, { second: true });
    const { id } = await givenCheckLink(interview.id, participantId);
    const theirs = await givenCheckLink(interview.id, secondId);
    expect(await findReadingUntilIfAny(db, interview.id, hour(50))).toEqual(theirs.expiresAt);
    await mark();
    await withdrawConsent(later(), withdrawal(participantId, 2));
    expect(await raised()).toEqual(["participant.withdraw", "answer.withdraw", "answer.withdraw", "fact-check.revoke-link"]);
    expect(await db.factCheckLink.findUniqueOrThrow({ where: { id } })).toMatchObject({ revokedAt: hour(50), version: 2 });
    expect(await db.version.count({ where: { kind: "fact-check", recordId: id, number: 2 } })).toBe(1);
    expect(await db.factCheckLink.findUniqueOrThrow({ where: { id: theirs.id } })).toMatchObject({ revokedAt: null, version: 1 });
    const own = { by: { kind: "link", id: participantId, name: "", role: "interviewee" }, at: hour(51), request: newId(hour(51)) } as const;
    const said = { answerId: cited.id, verdict: "confirmed", text: "", remark: "", seen: "0".repeat(64) } as const;
    const save = (version: number) => saveReplies(own, { ...here(), linkId: id, version, replies: [said], remarks: "" });
    await expect(save(2)).rejects.toMatchObject({ code: "not-found" });
    await rawWriter().factCheckLink.update({ where: { id }, data: { revokedAt: null } });
    await expect(save(2)).rejects.toMatchObject({ code: "not-found" });
    await rawWriter().factCheckLink.update({ where: { id: theirs.id }, data: { revokedAt: hour(51) } });
    expect(await findReadingUntilIfAny(db, interview.id, hour(51))).toBeNull();
  });

  it("leaves an answer that others gave, and takes one that she helped to give", async () => {
    const { interview, participantId, cited } = await givenCitedInterview(cast);
    const id = await givenSecond(cast, interview.id);
    const theirs = await record(cast, interview.id, "gq2", "why", "Alleen van de ander.", [id]);
    const both = await record(cast, interview.id, "gq3", "", "Samen.", [id, participantId]);
    await withdrawConsent(later(), withdrawal(participantId, 2));
    const gone = async (answer: { id: string }) => (await db.interviewAnswer.findUniqueOrThrow({ where: answer })).withdrawnAt !== null;
    expect(await Promise.all([cited, theirs, both].map(({ id: answer }) => gone({ id: answer })))).toEqual([true, false, true]);
  });
});

describe("after consent was taken back", () => {
  it("nothing that she says is written down any more, and what others say still is", async () => {
    const { interview, participantId, secondId } = await givenCitedInterview(cast, { second: true });
    await withdrawConsent(later(), withdrawal(participantId, 2));
    for (const givers of [[], [participantId], [participantId, secondId]])
      await expect(record(cast, interview.id, "gq2", "why", "Toch nog iets.", givers)).rejects.toMatchObject({
        code: "invalid",
        details: { problems: [{ field: "givenBy", message: "unknownGiver" }] },
      });
    await record(cast, interview.id, "gq2", "why", "Van de ander.", [secondId]);
  });
});

describe("a released edition that shows more than is agreed now", () => {
  const level = (attribution: AttributionLevel, more: object = {}) => ({ attribution, ...more });

  it.each([
    ["a stricter level", level("organisation-kind"), ["stricter-level"]],
    ["quotation taken back", { mayQuote: false }, ["quotation-withdrawn"]],
    ["both", level("anonymous", { mayQuote: false }), ["stricter-level", "quotation-withdrawn"]],
    ["a looser level", level("name"), []],
    ["other words of the same agreement", { consentHow: "Mondeling", wantsRecord: false }, []],
  ] as const)("is noticed for %s, in the same change", async (_, change, kinds) => {
    const { participantId, edition } = await givenCitedInterview(cast);
    await mark();
    await agreeOn(cast, participantId, change);
    expect(await raised()).toEqual(["participant.set-attribution"]);
    const found = await notices();
    expect(found.map(({ kind }) => kind).toSorted()).toEqual([...kinds].toSorted());
    for (const one of found)
      expect(one).toMatchObject({ edition: { id: edition.id, number: 1 }, aboutKind: "participant", aboutId: participantId, version: 1 });
    expect(await db.version.count({ where: { kind: "notice" } })).toBe(kinds.length);
  });

  it("is noticed when consent or a shown answer is withdrawn, and not for an answer that it does not show", async () => {
    const { participantId, cited, other } = await givenCitedInterview(cast);
    await withdrawAnswer(later(), { ...here(), answerId: other.id, version: 1, reason: "Op verzoek" });
    expect(await notices()).toEqual([]);
    await withdrawAnswer(later(), { ...here(), answerId: cited.id, version: 1, reason: "Op verzoek" });
    expect(await notices()).toMatchObject([{ kind: "answer-withdrawn", aboutId: cited.id }]);
    await withdrawConsent(later(), withdrawal(participantId, 2));
    expect((await notices()).map(({ kind }) => kind)).toContain("consent-withdrawn");
  });

  it("is noticed when an answer that it shows is restricted further, also by who else gave it, and not when it is loosened", async () => {
    const { cited, other, secondId, participantId } = await givenCitedInterview(cast, { second: true });
    const restrict = async (id: string, attribution: AttributionLevel | null, givenBy: string[]) => {
      const row = await db.interviewAnswer.findUniqueOrThrow({ where: { id } });
      const { interviewId, question, part, version, record: words } = row;
      const same = { ...here(), interviewId, question, part, version, record: words, reason: null, value: null, timeMark: null };
      await recordAnswer(later(), { ...same, state: "answered", attribution, givenBy });
    };
    const told = async () => (await notices()).map(({ kind, aboutId, version }) => [kind, aboutId, version]);
    await restrict(other.id, "anonymous", []);
    expect(await told()).toEqual([]);
    await restrict(cited.id, "organisation-kind", [participantId]);
    expect(await told()).toEqual([["answer-stricter-level", cited.id, 1]]);
    await restrict(cited.id, null, [participantId]);
    expect(await told()).toEqual([["answer-stricter-level", cited.id, 1]]);
    await agreeOn(cast, secondId, level("anonymous"), hour(51));
    expect(await told()).toEqual([["answer-stricter-level", cited.id, 1]]);
    await restrict(cited.id, null, [participantId, secondId]);
    expect(await told()).toEqual([["answer-stricter-level", cited.id, 2]]);
  });

  it("is found by the printed code of a protected answer", async () => {
    const { participantId, cited, edition } = await givenCitedInterview(cast, { attribution: "organisation-kind" });
    const { manifest } = await db.edition.findUniqueOrThrow({ where: { id: edition.id }, select: { manifest: true } });
    expect(manifest).not.toContain(`"code":"${cited.code}"`);
    await agreeOn(cast, participantId, level("anonymous"));
    expect(await notices()).toMatchObject([{ kind: "stricter-level" }]);
  });

  it("is one that lists her among the interviewees, though it shows none of her answers", async () => {
    const { interview, secondId } = await givenCitedInterview(cast, { second: true, list: true });
    await agreeOn(cast, secondId, level("anonymous"), hour(42));
    expect(await notices()).toMatchObject([{ aboutId: secondId, kind: "stricter-level" }]);
    const late = await givenSecond(cast, interview.id, hour(43));
    await agreeOn(cast, late, level("anonymous"), hour(44));
    expect((await notices()).map(({ aboutId }) => aboutId)).toEqual([secondId]);
  });

  it("is not one that neither shows an answer of hers nor lists her", async () => {
    const { secondId } = await givenCitedInterview(cast, { second: true });
    await agreeOn(cast, secondId, level("anonymous"), hour(42));
    expect(await notices()).toEqual([]);
  });

  it("is no longer told of once it was withdrawn, and told again after it was settled and the agreement got stricter still", async () => {
    const { participantId, edition } = await givenCitedInterview(cast);
    await agreeOn(cast, participantId, level("organisation-kind"));
    const [notice] = await notices();
    await settleNotice(as(cast.lead, hour(43)), { ...here(), id: notice?.id ?? "", version: 1, note: "Blijft zo" });
    await agreeOn(cast, participantId, level("anonymous"), hour(44));
    expect(await notices()).toMatchObject([{ id: notice?.id, version: 3, settledAt: null, settledNote: null }]);
    await withdrawEdition(as(cast.lead, hour(45)), { ...here(), id: edition.id, version: 2, reason: "Toont te veel" });
    expect(await notices()).toEqual([]);
  });
});

describe("settling a notice", () => {
  const given = async () => {
    const { participantId } = await givenCitedInterview(cast);
    await agreeOn(cast, participantId, { attribution: "anonymous" });
    const [notice] = await notices();
    await mark();
    return { ...here(), id: notice?.id ?? "", version: 1, note: " Nieuwe editie volgt " };
  };
  const lead = () => as(cast.lead, hour(46));

  it("is not found elsewhere, and for the lead alone", async () => {
    const input = await given();
    await expect(settleNotice(lead(), { ...input, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = { ...input, assessmentId: cast.otherAssessment.id };
    await expect(settleNotice(as(cast.outsider, hour(46)), elsewhere)).rejects.toMatchObject({ code: "not-found" });
    for (const person of [cast.researcher, cast.reviewer])
      await expect(settleNotice(as(person, hour(46)), input)).rejects.toMatchObject({ code: "forbidden", details: { roles: ["lead"] } });
    await expect(settleNotice(as(cast.commissioner, hour(46)), input)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is refused without a note, at a stale version, and a second time", async () => {
    const input = await given();
    await expect(settleNotice(lead(), { ...input, note: " " })).rejects.toMatchObject({ details: { field: "note", problem: "required" } });
    await expect(settleNotice(lead(), { ...input, version: 4 })).rejects.toMatchObject({ code: "conflict", details: { version: 1 } });
    await settleNotice(lead(), input);
    await expect(settleNotice(lead(), { ...input, version: 2 })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("is done with exactly one event", async () => {
    const input = await given();
    await settleNotice(lead(), input);
    expect(await raised()).toEqual(["notice.settle"]);
    expect(await db.notice.findUniqueOrThrow({ where: { id: input.id } })).toMatchObject({
      settledAt: hour(46),
      settledById: cast.lead.id,
      settledNote: "Nieuwe editie volgt",
      version: 2,
    });
    expect(await db.version.count({ where: { kind: "notice", recordId: input.id } })).toBe(2);
  });
});
