import { beforeEach, describe, expect, it } from "vitest";
import { addMember } from "~/features/members/add-member.server";
import { changeMember } from "~/features/members/change-member.server";
import { listMembers } from "~/features/members/queries.server";
import { removeMember } from "~/features/members/remove-member.server";
import type { Role } from "~/domain/permissions";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import { as, loadCast, startOfStory, type Cast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { eventsOf } from "../support/events";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
});
const nowhere = newId(startOfStory);

async function told(run: () => Promise<unknown>): Promise<string[]> {
  const before = await eventsOf(cast.assessment.id);
  await run();
  return (await eventsOf(cast.assessment.id)).slice(before.length).map(({ action }) => action);
}
const memberOf = (person: Person) =>
  db.member.findUniqueOrThrow({ where: { assessmentId_userId: { assessmentId: cast.assessment.id, userId: person.id } } });
const roleOf = async (person: Person, at = startOfStory) => (await findViewerIfAny(db, person.id, at))?.roles[cast.assessment.id];

describe("adding a member", () => {
  const input = (over: object = {}) => ({
    assessmentId: cast.assessment.id,
    email: "OUTSIDER@example.org",
    role: "reviewer" as Role,
    endsOn: null,
    ...over,
  });

  it("asks for an account that is there and open", async () => {
    const refused = { code: "invalid", details: { field: "email", problem: "no-account" } };
    await expect(addMember(as(cast.lead), input({ email: "nobody@example.org" }))).rejects.toMatchObject(refused);
  });
  it("refuses one who is there, and an end in the past", async () => {
    await expect(addMember(as(cast.lead), input({ email: cast.reviewer.email }))).rejects.toMatchObject({
      details: { problem: "already-member" },
    });
    await expect(addMember(as(cast.lead), input({ endsOn: "2026-08-31" }))).rejects.toMatchObject({
      details: { field: "endsOn", problem: "end-in-past" },
    });
  });
  it("gives the role with one event about the person, until the end of the last day", async () => {
    expect(await told(() => addMember(as(cast.lead), input({ endsOn: "2026-09-30" })))).toEqual(["member.add"]);
    expect(await roleOf(cast.outsider)).toBe("reviewer");
    expect(await roleOf(cast.outsider, new Date("2026-09-30T21:59:00Z"))).toBe("reviewer");
    expect(await roleOf(cast.outsider, new Date("2026-09-30T22:01:00Z"))).toBeUndefined();
    const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, about: cast.outsider.id } });
    expect(details.map(({ part }) => part).sort()).toEqual(["change", "label"]);
  });
  it("brings back one who was removed, as a later version of the same membership", async () => {
    const { id } = await memberOf(cast.reviewer);
    await removeMember(as(cast.lead), { assessmentId: cast.assessment.id, id, version: 1 });
    expect(await addMember(as(cast.lead), input({ email: cast.reviewer.email, role: "researcher" }))).toBe(id);
    expect(await memberOf(cast.reviewer)).toMatchObject({ role: "researcher", removedAt: null, version: 3 });
  });
});

describe("changing a member", () => {
  const input = async (person: Person, over: object = {}) => ({
    assessmentId: cast.assessment.id,
    id: (await memberOf(person)).id,
    version: 1,
    role: "reviewer" as Role,
    endsOn: null,
    ...over,
  });

  it("is not found elsewhere or when removed", async () => {
    await expect(changeMember(as(cast.lead), await input(cast.researcher, { id: nowhere }))).rejects.toMatchObject({ code: "not-found" });
    await expect(
      changeMember(as(cast.outsider), await input(cast.researcher, { assessmentId: cast.otherAssessment.id })),
    ).rejects.toMatchObject({ code: "not-found" });
  });
  it("meets a conflict at another version", async () => {
    await expect(changeMember(as(cast.lead), await input(cast.researcher, { version: 2 }))).rejects.toMatchObject({
      code: "conflict",
      details: { theirs: { role: "researcher", version: 1 } },
    });
  });
  it("leaves the last lead hers, without end", async () => {
    const refused = { code: "wrong-state", details: { reason: "last-lead" } };
    await expect(changeMember(as(cast.lead), await input(cast.lead))).rejects.toMatchObject(refused);
    await expect(changeMember(as(cast.lead), await input(cast.lead, { role: "lead", endsOn: "2026-12-31" }))).rejects.toMatchObject(
      refused,
    );
    await changeMember(as(cast.lead), await input(cast.researcher, { role: "lead", endsOn: "2026-09-02" }));
    await changeMember(as(cast.lead), await input(cast.lead, { role: "lead", endsOn: "2026-12-31" }));
    await expect(
      changeMember(as(cast.lead, new Date("2026-10-01T10:00:00Z")), await input(cast.lead, { version: 2 })),
    ).rejects.toMatchObject(refused);
  });
  it("tells one event, and none when nothing changes", async () => {
    const change = await input(cast.researcher);
    expect(await told(() => changeMember(as(cast.lead), change))).toEqual(["member.change"]);
    expect(await told(() => changeMember(as(cast.lead), { ...change, version: 2 }))).toEqual([]);
    expect(await roleOf(cast.researcher)).toBe("reviewer");
  });
});

describe("removing a member", () => {
  it("is not found, refused at another version, and refused for the last lead", async () => {
    const { id } = await memberOf(cast.lead);
    const { assessment } = cast;
    await expect(removeMember(as(cast.lead), { assessmentId: assessment.id, id: nowhere, version: 1 })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(removeMember(as(cast.lead), { assessmentId: assessment.id, id, version: 2 })).rejects.toMatchObject({ code: "conflict" });
    await expect(removeMember(as(cast.lead), { assessmentId: assessment.id, id, version: 1 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { reason: "last-lead" },
    });
  });
  it("takes the role away with one event, and the person out of the list", async () => {
    const { id } = await memberOf(cast.reviewer);
    expect(await told(() => removeMember(as(cast.lead), { assessmentId: cast.assessment.id, id, version: 1 }))).toEqual(["member.remove"]);
    expect(await roleOf(cast.reviewer)).toBeUndefined();
    expect((await listMembers(db, cast.assessment.id, startOfStory)).map(({ name }) => name)).toEqual([
      cast.lead.name,
      cast.researcher.name,
      cast.secondResearcher.name,
      cast.commissioner.name,
    ]);
  });
});
