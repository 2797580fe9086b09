import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addAttachment } from "~/features/attachments/add-attachment.server";
import { archiveAttachment } from "~/features/attachments/archive-attachment.server";
import { changeAttachment } from "~/features/attachments/change-attachment.server";
import { archiveSource } from "~/features/sources/archive-source.server";
import { listAttachments } from "~/platform/attachments.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { givenAttachment } from "../support/attachment-scene";
import { useDatabase } from "../support/database";
import { actionsSince, givenHeldInterview, givenProtocol, hour, lastSeq } from "../support/interview-scene";
import { givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
let held: Awaited<ReturnType<typeof givenHeldInterview>>;
let source: { id: string; code: string };
let seq: number;
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});
beforeEach(async () => {
  held = await givenHeldInterview(cast);
  source = await givenSource(cast);
  seq = await lastSeq(cast.assessment.id);
});
const raised = () => actionsSince(cast.assessment.id, seq);
const file = { name: "a.pdf", type: "application/pdf", bytes: 10, sha256: "0".repeat(64) };
const add = (person: Person, more: Partial<Parameters<typeof addAttachment>[1]> = {}) =>
  addAttachment(as(person, hour(5)), {
    assessmentId: cast.assessment.id,
    holderKind: "interview",
    holderId: held.id,
    file,
    note: "",
    ...more,
  });
const change = (person: Person, id: string, more: Partial<Parameters<typeof changeAttachment>[1]> = {}) =>
  changeAttachment(as(person, hour(6)), { assessmentId: cast.assessment.id, id, version: 1, note: "Nieuw", ...more });
const archive = (person: Person, id: string, version = 1) =>
  archiveAttachment(as(person, hour(6)), { assessmentId: cast.assessment.id, id, version });
const told = async () => {
  const rows = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, seq: { gt: seq }, part: "change" } });
  return rows.map(({ body, about }) => ({ body: JSON.parse(body) as Record<string, unknown>, about }));
};

describe("adding a file", () => {
  it("is not found with a holder elsewhere, nor by who may not even see it", async () => {
    await expect(add(cast.researcher, { holderId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(add(cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is forbidden to readers, and to a lead who may not read the notes", async () => {
    for (const person of [cast.reviewer, cast.secondResearcher, cast.lead])
      await expect(add(person)).rejects.toMatchObject({ code: "forbidden", details: { permission: "interview.write" } });
    await expect(add(cast.reviewer, { holderKind: "source", holderId: source.id })).rejects.toMatchObject({ code: "forbidden" });
    expect(await raised()).toEqual([]);
  });

  it("is refused with a source that was archived", async () => {
    await archiveSource(as(cast.lead, hour(3)), { assessmentId: cast.assessment.id, id: source.id, version: 1 });
    await expect(add(cast.researcher, { holderKind: "source", holderId: source.id })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("raises one event each, numbers them per holder, and says of a consent whose data it is", async () => {
    await add(cast.researcher);
    await add(cast.researcher);
    await add(cast.lead, { holderKind: "participant", holderId: held.participantId, file: { ...file, name: "Jan.pdf" } });
    expect(await raised()).toEqual(["attachment.add", "attachment.add", "attachment.add"]);
    const rows = await db.attachment.findMany({ where: { holderId: held.id }, orderBy: { number: "asc" } });
    expect(rows.map(({ number }) => number)).toEqual([1, 2]);
    const details = await told();
    expect(details.map(({ about }) => about)).toEqual([null, null, held.interviewee.id]);
    expect(Object.keys(details[2]?.body ?? {}).sort()).toEqual(["bytes", "holder", "records", "sha256", "type"]);
    const labels = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, seq: { gt: seq }, part: "label" } });
    expect(labels.map(({ body }) => body).join()).toContain(`${held.code}:${held.interviewee.code}/1`);
  });
});

describe("the version of an interview", () => {
  const changes = async () => (await db.interview.findUniqueOrThrow({ where: { id: held.id } })).changes;

  it("counts what becomes of its files and of those of a consent, and not those of a source", async () => {
    const before = await changes();
    const { id } = await add(cast.researcher);
    expect(await changes()).toBe(before + 1);
    await change(cast.researcher, id);
    await archive(cast.researcher, id, 2);
    expect(await changes()).toBe(before + 3);
    await add(cast.researcher, { holderKind: "participant", holderId: held.participantId });
    expect(await changes()).toBe(before + 4);
    await add(cast.researcher, { holderKind: "source", holderId: source.id });
    expect(await changes()).toBe(before + 4);
  });
});

describe("changing the note on a file", () => {
  it("is not found elsewhere, forbidden to readers, refused once archived, and in conflict when overtaken", async () => {
    const { id } = await add(cast.researcher);
    await expect(change(cast.researcher, nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(change(cast.reviewer, id)).rejects.toMatchObject({ code: "forbidden" });
    await change(cast.researcher, id);
    await expect(change(cast.researcher, id, { note: "Anders" })).rejects.toMatchObject({ code: "conflict" });
    await archive(cast.researcher, id, 2);
    await expect(change(cast.researcher, id, { version: 3 })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("raises one event, which tells the words only with a source", async () => {
    const ofInterview = await add(cast.researcher);
    const ofSource = await add(cast.researcher, { holderKind: "source", holderId: source.id });
    seq = await lastSeq(cast.assessment.id);
    expect(await change(cast.researcher, ofInterview.id)).toEqual({ version: 2 });
    await change(cast.researcher, ofSource.id);
    expect(await change(cast.researcher, ofSource.id, { version: 2 })).toEqual({ version: 2 });
    expect(await raised()).toEqual(["attachment.change", "attachment.change"]);
    expect((await told()).map(({ body: { records: _, ...body } }) => body)).toEqual([
      { changed: ["note"] },
      { note: { before: "", after: "Nieuw" } },
    ]);
  });
});

describe("taking a file out of use", () => {
  it("is not found elsewhere, forbidden to readers, in conflict when overtaken, and refused twice", async () => {
    const { id } = await add(cast.researcher);
    await expect(archive(cast.researcher, nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(archive(cast.secondResearcher, id)).rejects.toMatchObject({ code: "forbidden" });
    await expect(archive(cast.researcher, id, 7)).rejects.toMatchObject({ code: "conflict" });
    await archive(cast.researcher, id);
    await expect(archive(cast.researcher, id, 2)).rejects.toMatchObject({ code: "wrong-state" });
    expect(await raised()).toEqual(["attachment.add", "attachment.archive"]);
  });
});

describe("the list of files", () => {
  it("reads nothing for who may not read them, and says who may add", async () => {
    const { id } = await givenAttachment(cast, "interview", held.id);
    const gone = await givenAttachment(cast, "interview", held.id, { name: "weg.pdf" });
    await archive(cast.researcher, gone.id);
    const list = async (person: Person) => {
      const viewer = await findViewerIfAny(db, person.id, hour(7));
      if (!viewer) throw new Error("no such person");
      return listAttachments(db, viewer, cast.assessment.id, "interview", held.id);
    };
    expect(await list(cast.researcher)).toMatchObject({
      files: [{ id, byName: cast.researcher.name }],
      mayRead: true,
      addTo: `interview:${held.code}`,
    });
    for (const person of [cast.lead, cast.reviewer]) expect(await list(person)).toEqual({ files: [], mayRead: false, addTo: null });
    await expect(list(cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
  });
});
