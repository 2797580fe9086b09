import { beforeAll, describe, expect, it } from "vitest";
import { judgeAlignment } from "~/features/alignments/judge-alignment.server";
import { addExcerpt } from "~/features/sources/add-excerpt.server";
import { addSource } from "~/features/sources/add-source.server";
import { archiveExcerpt } from "~/features/sources/archive-excerpt.server";
import { archiveSource } from "~/features/sources/archive-source.server";
import { changeExcerpt } from "~/features/sources/change-excerpt.server";
import { changeSource } from "~/features/sources/change-source.server";
import { translateExcerpt } from "~/features/sources/translate-excerpt.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, givenProtocol, hour, lastSeq } from "../support/interview-scene";
import { givenExcerpt, givenSource, passage, sourceInput } from "../support/source-scene";

useDatabase();
let cast: Cast;
let here: { assessmentId: string };
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  here = { assessmentId: cast.assessment.id };
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});

/** The actions that a change raises. */
async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}
const found = (recordId: string) => db.searchText.count({ where: { recordId } });

/** Lets an alignment rest on a passage. */
async function citedBy(excerptId: string) {
  const before = await db.alignment.findFirst({ where: { ...here, node: "p1" } });
  await judgeAlignment(as(cast.researcher), {
    ...here,
    framework: "plan",
    node: "p1",
    version: before?.version ?? 0,
    value: "much",
    reasons: "Zo staat het er.",
    language: "nl",
    grounds: [`excerpt/${excerptId}`],
  });
}

describe("adding a source", () => {
  it("is forbidden to a reviewer, and not found for the commissioner and for people of another study", async () => {
    await expect(addSource(as(cast.reviewer), { ...sourceInput, ...here })).rejects.toMatchObject({ code: "forbidden", status: 403 });
    await expect(addSource(as(cast.commissioner), { ...sourceInput, ...here })).rejects.toMatchObject({ code: "not-found", status: 404 });
  });
  it("gives the next code, a version and exactly one event", async () => {
    let made = { id: "", code: "" };
    expect(await raised(async () => (made = await givenSource(cast)))).toEqual(["source.add"]);
    expect(made.code).toMatch(/^S\d\d$/);
    expect(await db.version.count({ where: { kind: "source", recordId: made.id } })).toBe(1);
    expect((await givenSource(cast)).code).not.toBe(made.code);
  });
});

describe("changing a source", () => {
  it("is not found elsewhere, forbidden to a reviewer, refused at a stale version and once archived", async () => {
    const { id } = await givenSource(cast);
    const input = { ...sourceInput, ...here, id, version: 1, title: "Kranen" };
    await expect(changeSource(as(cast.researcher), { ...input, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeSource(as(cast.outsider), { ...input, assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(changeSource(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeSource(as(cast.researcher), { ...input, version: 4 })).rejects.toMatchObject({
      code: "conflict",
      details: { version: 1 },
    });
    await archiveSource(as(cast.researcher), { ...here, id, version: 1 });
    await expect(changeSource(as(cast.researcher), { ...input, version: 2 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "archived" },
    });
  });
  it("raises one event, and none when nothing changed", async () => {
    const { id } = await givenSource(cast);
    expect(await raised(() => changeSource(as(cast.researcher), { ...sourceInput, ...here, id, version: 1 }))).toEqual([]);
    expect(await raised(() => changeSource(as(cast.researcher), { ...sourceInput, ...here, id, version: 1, issued: "2025" }))).toEqual([
      "source.change",
    ]);
    expect(await db.source.findUniqueOrThrow({ where: { id } })).toMatchObject({ version: 2, issued: "2025" });
  });
});

describe("archiving a source", () => {
  it("is refused while something stands on one of its passages", async () => {
    const source = await givenSource(cast);
    const excerpt = await givenExcerpt(cast, source.id);
    await citedBy(excerpt.id);
    await expect(archiveSource(as(cast.researcher), { ...here, id: source.id, version: 1 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "cited" },
    });
    await expect(archiveExcerpt(as(cast.researcher), { ...here, id: excerpt.id, version: 1 })).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "cited" },
    });
  });
  it("is for researchers, of this version, with one event", async () => {
    const { id } = await givenSource(cast);
    await expect(archiveSource(as(cast.researcher), { ...here, id: nowhere, version: 1 })).rejects.toMatchObject({ code: "not-found" });
    await expect(archiveSource(as(cast.reviewer), { ...here, id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(archiveSource(as(cast.researcher), { ...here, id, version: 2 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => archiveSource(as(cast.lead), { ...here, id, version: 1 }))).toEqual(["source.archive"]);
    await expect(archiveSource(as(cast.lead), { ...here, id, version: 2 })).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("adding a passage", () => {
  it("is refused at a source that is not there or archived, and to a reviewer", async () => {
    const { id: sourceId } = await givenSource(cast);
    await expect(addExcerpt(as(cast.researcher), { ...passage, ...here, sourceId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(addExcerpt(as(cast.reviewer), { ...passage, ...here, sourceId })).rejects.toMatchObject({ code: "forbidden" });
    await archiveSource(as(cast.researcher), { ...here, id: sourceId, version: 1 });
    await expect(addExcerpt(as(cast.researcher), { ...passage, ...here, sourceId })).rejects.toMatchObject({ code: "wrong-state" });
  });
  it("numbers within the source, and is found by its words, with one event", async () => {
    const source = await givenSource(cast);
    let made = { id: "", code: "" };
    expect(await raised(async () => (made = await givenExcerpt(cast, source.id)))).toEqual(["excerpt.add"]);
    expect(made.code).toBe(`${source.code}:1`);
    expect((await givenExcerpt(cast, source.id)).code).toBe(`${source.code}:2`);
    expect(await found(made.id)).toBe(1);
  });
});

describe("changing, translating and archiving a passage", () => {
  it("refuses what is not there, who may not, and what is stale", async () => {
    const { id } = await givenExcerpt(cast, (await givenSource(cast)).id);
    const input = { ...passage, ...here, id, version: 1, text: "Kranen werken vier jaar." };
    await expect(changeExcerpt(as(cast.researcher), { ...input, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeExcerpt(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeExcerpt(as(cast.researcher), { ...input, version: 2 })).rejects.toMatchObject({
      code: "conflict",
      details: { theirs: { text: passage.text } },
    });
    const english = { ...here, id, language: "en", version: 0, text: "Taps work for three years." };
    await expect(translateExcerpt(as(cast.researcher), { ...english, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(translateExcerpt(as(cast.reviewer), english)).rejects.toMatchObject({ code: "forbidden" });
    await expect(translateExcerpt(as(cast.researcher), { ...english, version: 1 })).rejects.toMatchObject({ code: "conflict" });
    await expect(translateExcerpt(as(cast.researcher), { ...english, language: "fr" })).rejects.toMatchObject({ code: "invalid" });
    await expect(archiveExcerpt(as(cast.researcher), { ...here, id: nowhere, version: 1 })).rejects.toMatchObject({ code: "not-found" });
    await expect(archiveExcerpt(as(cast.reviewer), { ...here, id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(archiveExcerpt(as(cast.researcher), { ...here, id, version: 3 })).rejects.toMatchObject({ code: "conflict" });
  });
  it("raises one event each, and archived it is found no more and refuses the rest", async () => {
    const { id } = await givenExcerpt(cast, (await givenSource(cast)).id);
    const input = { ...passage, ...here, id, version: 1 };
    expect(await raised(() => changeExcerpt(as(cast.researcher), input))).toEqual([]);
    expect(await raised(() => changeExcerpt(as(cast.researcher), { ...input, place: null }))).toEqual(["excerpt.change"]);
    expect(
      await raised(() => translateExcerpt(as(cast.researcher), { ...here, id, language: "en", version: 0, text: "Taps work." })),
    ).toEqual(["excerpt.translate"]);
    expect(await found(id)).toBe(2);
    expect(await raised(() => archiveExcerpt(as(cast.lead), { ...here, id, version: 2 }))).toEqual(["excerpt.archive"]);
    expect(await found(id)).toBe(0);
    await expect(changeExcerpt(as(cast.researcher), { ...input, version: 3 })).rejects.toMatchObject({ code: "wrong-state" });
    await expect(translateExcerpt(as(cast.researcher), { ...here, id, language: "en", version: 1, text: "Other" })).rejects.toMatchObject({
      code: "wrong-state",
    });
    await expect(archiveExcerpt(as(cast.researcher), { ...here, id, version: 3 })).rejects.toMatchObject({ code: "wrong-state" });
  });
});
