import { beforeAll, describe, expect, it } from "vitest";
import { addInterviewee } from "~/features/interviewees/add-interviewee.server";
import { archiveInterviewee } from "~/features/interviewees/archive-interviewee.server";
import { changeInterviewee } from "~/features/interviewees/change-interviewee.server";
import { setIdentity } from "~/features/interviewees/set-identity.server";
import { addParticipant } from "~/features/interviews/add-participant.server";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { setAttribution } from "~/features/interviews/set-attribution.server";
import { withdrawConsent } from "~/features/interviews/withdraw-consent.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import type { Person, Role } from "~/domain/permissions";
import { attributionLevels, type AttributionLevel } from "~/domain/attribution";
import { listAnswerAttributions, listDocumentInterviewees } from "~/platform/answer-attribution.server";
import { listParticipants } from "~/platform/interviewees.server";
import { findIdentityIfAny, listInterviewees } from "~/platform/listed-interviewees.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast, type Person as Actor } from "../cast";
import { useDatabase } from "../support/database";
import {
  actionsSince,
  canary,
  givenHeldInterview,
  givenInterviewee,
  givenProtocol,
  hour,
  interviewProtocol,
  lastSeq,
  plan,
} from "../support/interview-scene";

useDatabase();
let cast: Cast;
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});
const changed = (id: string, version: number) => ({
  assessmentId: cast.assessment.id,
  id,
  version,
  kind: "city",
  organisation: { nl: "Gemeente Kanarie" },
  role: { nl: "Raadslid" },
  actorId: null,
  interest: [],
});

describe("changing an interviewee", () => {
  it("is not found elsewhere, refuses an unknown kind or actor, a stale version and an archived one", async () => {
    const { id } = await givenInterviewee(cast);
    await expect(changeInterviewee(as(cast.lead), { ...changed(id, 1), assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(changeInterviewee(as(cast.lead), { ...changed(id, 1), kind: "moon" })).rejects.toMatchObject({ code: "invalid" });
    await expect(changeInterviewee(as(cast.lead), { ...changed(id, 1), actorId: nowhere })).rejects.toMatchObject({ code: "invalid" });
    await expect(changeInterviewee(as(cast.lead), changed(id, 2))).rejects.toMatchObject({ code: "conflict" });
    await archiveInterviewee(as(cast.lead), { assessmentId: cast.assessment.id, id, version: 1 });
    await expect(changeInterviewee(as(cast.lead), changed(id, 2))).rejects.toMatchObject({ code: "wrong-state" });
  });
  it("raises one event about the person that quotes nothing of her", async () => {
    const { id, code } = await givenInterviewee(cast);
    const seq = await lastSeq(cast.assessment.id);
    await changeInterviewee(as(cast.lead), changed(id, 1));
    expect(await actionsSince(cast.assessment.id, seq)).toEqual(["interviewee.change"]);
    const details = await db.eventDetail.findMany({
      where: { chain: cast.assessment.id, seq: seq + 1, part: { in: ["label", "change"] } },
      orderBy: { part: "asc" },
    });
    const told = JSON.parse(details[0]?.body ?? "") as { changed: string[] };
    expect(told.changed).toEqual(["kind", "organisation", "role", "interest"]);
    expect(details.map(({ about }) => about)).toEqual([id, id]);
    expect(details.map(({ body }) => body).join()).toContain(code);
    expect(details.map(({ body }) => body).join()).not.toMatch(/Kanarie|Raadslid|Goudvink/);
  });
  it("tells the trail not even the kind of organisation, which is not shown of an anonymous person", async () => {
    const { id } = await givenInterviewee(cast);
    await changeInterviewee(as(cast.lead), changed(id, 1));
    const details = await db.eventDetail.findMany({ where: { about: id, part: "change" } });
    expect(details.map(({ body }) => body).join()).not.toMatch(/"(club|city)"/);
  });
});

describe("the identity of an interviewee", () => {
  it("has a version of its own and leaves no name in the trail", async () => {
    const { id } = await givenInterviewee(cast);
    const seq = await lastSeq(cast.assessment.id);
    await expect(
      setIdentity(as(cast.lead), { assessmentId: cast.assessment.id, intervieweeId: nowhere, version: 0, name: "X", contact: null }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(
      setIdentity(as(cast.lead), { assessmentId: cast.assessment.id, intervieweeId: id, version: 0, name: "X", contact: null }),
    ).rejects.toMatchObject({ code: "conflict" });
    await setIdentity(as(cast.lead), {
      assessmentId: cast.assessment.id,
      intervieweeId: id,
      version: 1,
      name: "Nieuwe Naam",
      contact: canary.contact,
    });
    expect(await actionsSince(cast.assessment.id, seq)).toEqual(["interviewee.set-identity"]);
    const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, seq: { gt: seq } } });
    expect(details.map(({ body }) => body).join()).not.toMatch(/Nieuwe|kooi/);
  });
});

describe("who may change an interviewee", () => {
  it("is who sees everything of her: the lead and those who hold one of her interviews", async () => {
    const { interviewee } = await givenHeldInterview(cast);
    const identity = { assessmentId: cast.assessment.id, intervieweeId: interviewee.id, version: 1, name: "Anders", contact: null };
    const seq = await lastSeq(cast.assessment.id);
    for (const person of [cast.secondResearcher, cast.reviewer, cast.commissioner]) {
      const code = person === cast.commissioner ? "not-found" : "forbidden";
      await expect(changeInterviewee(as(person), changed(interviewee.id, 1))).rejects.toMatchObject({ code });
      await expect(setIdentity(as(person), identity)).rejects.toMatchObject({ code });
      await expect(
        archiveInterviewee(as(person), { assessmentId: cast.assessment.id, id: interviewee.id, version: 1 }),
      ).rejects.toMatchObject({ code });
    }
    expect(await actionsSince(cast.assessment.id, seq)).toEqual([]);
    await setIdentity(as(cast.researcher), identity);
    expect(await actionsSince(cast.assessment.id, seq)).toEqual(["interviewee.set-identity"]);
  });
});

describe("who may ask an interviewee", () => {
  const asked = (who: Actor, intervieweeId: string) => planInterview(as(who), plan(cast, { intervieweeIds: [intervieweeId] }));
  const refused = { code: "invalid", details: { field: "intervieweeIds", problem: "not-to-be-asked" } };

  it("is who holds an interview with her, and the lead: others would come to know who she is", async () => {
    const { interviewee } = await givenHeldInterview(cast);
    await expect(asked(cast.secondResearcher, interviewee.id)).rejects.toMatchObject(refused);
    const own = await planInterview(as(cast.secondResearcher), plan(cast, { interviewerIds: [cast.secondResearcher.id] }));
    const joined = { assessmentId: cast.assessment.id, interviewId: own.id, intervieweeId: interviewee.id, persons: null };
    const atField = { details: { field: "intervieweeId", problem: "not-to-be-asked" } };
    await expect(addParticipant(as(cast.secondResearcher), joined)).rejects.toMatchObject(atField);
    await asked(cast.researcher, interviewee.id);
    await asked(cast.lead, interviewee.id);
  });

  it("is nobody once she took her consent back", async () => {
    const { interviewee, participantId } = await givenHeldInterview(cast);
    const withdrawal = { assessmentId: cast.assessment.id, participantId, version: 1, withdrawnOn: "2026-09-02", reason: "" };
    await withdrawConsent(as(cast.researcher, hour(50)), withdrawal);
    for (const who of [cast.researcher, cast.lead]) await expect(asked(who, interviewee.id)).rejects.toMatchObject(refused);
  });
});

describe("an interviewee who is in no interview yet", () => {
  it("is seen whole and can be changed by who added her and by the lead, until somebody else interviews her", async () => {
    const { assessment, researcher, secondResearcher, lead } = cast;
    const added = { kind: "club", organisation: { nl: canary.organisation }, role: {}, actorId: null, interest: [] };
    const { id, code } = await addInterviewee(as(researcher), { assessmentId: assessment.id, ...added, name: canary.name, contact: null });
    const seenBy = async (who: Actor) => {
      const person = {
        id: who.id,
        administrator: false,
        mayStart: false,
        roles: { [assessment.id]: who === lead ? "lead" : "researcher" } as const,
      };
      return (await listInterviewees(db, person, interviewProtocol, assessment.id, { code }))[0]?.viewer;
    };
    expect([await seenBy(researcher), await seenBy(lead), await seenBy(secondResearcher)]).toEqual(["identity", "identity", "team"]);
    await changeInterviewee(as(researcher), changed(id, 1));
    await planInterview(as(lead), plan(cast, { interviewerIds: [secondResearcher.id], intervieweeIds: [id] }));
    expect([await seenBy(researcher), await seenBy(secondResearcher)]).toEqual(["team", "identity"]);
    await expect(changeInterviewee(as(researcher), changed(id, 2))).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("archiving an interviewee", () => {
  it("is refused while she takes part in an interview", async () => {
    const { interviewee } = await givenHeldInterview(cast);
    await expect(
      archiveInterviewee(as(cast.lead), { assessmentId: cast.assessment.id, id: interviewee.id, version: 1 }),
    ).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("what is read of an interviewee", () => {
  const person = (actor: Actor): Person => ({
    id: actor.id,
    administrator: false,
    mayStart: false,
    roles: { [actor === cast.outsider ? cast.otherAssessment.id : cast.assessment.id]: actor.role as Role },
  });
  const level = async (attribution: AttributionLevel) => {
    const held = await givenHeldInterview(cast);
    await setAttribution(as(cast.lead), {
      assessmentId: cast.assessment.id,
      participantId: held.participantId,
      version: 1,
      attribution,
      mayQuote: false,
      wantsRecord: null,
      consentOn: "2026-09-01",
      consentHow: null,
      persons: 1,
      notesFor: "interviewers",
    });
    const answer = await recordAnswer(as(cast.researcher), {
      assessmentId: cast.assessment.id,
      interviewId: held.id,
      question: "gq1",
      part: "",
      version: 0,
      state: "answered",
      reason: null,
      value: null,
      record: "x",
      notes: canary.notes,
      timeMark: null,
      attribution: null,
      givenBy: [],
    });
    return { ...held, answerId: answer.id };
  };
  const canaries = (text: string) =>
    Object.entries(canary)
      .filter(([, word]) => text.includes(word))
      .map(([fact]) => fact);
  const expected: Record<AttributionLevel, string[]> = {
    name: ["name", "organisation", "role"],
    "organisation-and-role": ["organisation", "role"],
    organisation: ["organisation"],
    "organisation-kind-and-role": ["role"],
    "organisation-kind": [],
    anonymous: [],
  };

  it.each(attributionLevels)(
    "is what level %s shows, for team and document, and everything for lead and interviewer",
    async (attribution) => {
      const { id, answerId, interviewee } = await level(attribution);
      const seen = async (who: Person | "reader") => {
        const participants = await listParticipants(db, who, interviewProtocol, cast.assessment.id, [id]);
        const answers = await listAnswerAttributions(db, who, interviewProtocol, cast.assessment.id, [answerId]);
        const listed =
          who === "reader"
            ? []
            : (await listInterviewees(db, who, interviewProtocol, cast.assessment.id)).filter((each) => each.id === interviewee.id);
        return canaries(JSON.stringify([[...participants], [...answers], listed]));
      };
      for (const who of [
        person(cast.secondResearcher),
        person(cast.reviewer),
        "reader" as const,
        person(cast.commissioner),
        person(cast.outsider),
      ])
        expect(await seen(who)).toEqual(expected[attribution]);
      for (const who of [person(cast.lead), person(cast.researcher)]) expect(await seen(who)).toEqual(["name", "organisation", "role"]);
    },
  );

  it("gives a document a code that joins nothing for protected people, and the answer's own for others", async () => {
    const open = await level("organisation");
    const hidden = await level("organisation-kind");
    const codes = await listAnswerAttributions(db, "reader", interviewProtocol, cast.assessment.id, [open.answerId, hidden.answerId]);
    expect(codes.get(open.answerId)).toMatchObject({ code: `${open.code}:1`, interview: open.code });
    expect(codes.get(hidden.answerId)?.code).toMatch(/^I-[0-9A-Z]{8}$/);
    expect(codes.get(hidden.answerId)?.interview).toBeNull();
    expect(JSON.stringify(codes.get(hidden.answerId))).not.toContain(hidden.code);
  });

  it("lists people for a document without interview or day where they are protected", async () => {
    const hidden = await level("organisation-kind-and-role");
    const { listed, small } = await listDocumentInterviewees(db, interviewProtocol, cast.assessment.id);
    expect(listed.filter(({ interview }) => interview === hidden.code)).toEqual([]);
    expect(listed.filter(({ shown }) => shown.level === "organisation-kind").every(({ heldOn }) => heldOn === null)).toBe(true);
    expect(small.length).toBeGreaterThan(0);
  });

  it("keeps name and contact for lead and interviewers", async () => {
    const { id } = await givenInterviewee(cast);
    expect(await findIdentityIfAny(db, "team", id)).toBeNull();
    expect(await findIdentityIfAny(db, "reader", id)).toBeNull();
    expect(await findIdentityIfAny(db, "identity", id)).toMatchObject({ name: canary.name, contact: canary.contact });
  });
});
