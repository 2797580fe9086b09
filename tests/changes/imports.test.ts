import { readdirSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { addSource } from "~/features/sources/add-source.server";
import { archiveSource } from "~/features/sources/archive-source.server";
import { decideImport } from "~/features/sources/decide-import.server";
import { exportSources } from "~/features/sources/export-sources.server";
import { discardImport } from "~/features/sources/discard-import.server";
import { filterAsked } from "~/features/sources/list-sources.server";
import { prepareImport } from "~/features/sources/prepare-import.server";
import { takeImport } from "~/features/sources/take-import.server";
import { change } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { newId } from "~/platform/ids.server";
import { verifyOpenDatabase } from "../support/verify";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenImport, importOf, risRecord } from "../support/import-scene";
import { actionsSince, givenProtocol, hour, lastSeq } from "../support/interview-scene";
import { sourcesOf } from "../support/reference-files";
import { sourceInput } from "../support/source-scene";

useDatabase("per test");
let cast: Cast;
let here: { assessmentId: string };
beforeEach(async () => {
  cast = await loadCast();
  here = { assessmentId: cast.assessment.id };
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}
const researcher = () => as(cast.researcher, hour(2));
const recordsOf = (importId: string) => db.sourceImportRecord.findMany({ where: { importId }, orderBy: { place: "asc" } });
const sources = () => db.source.findMany({ where: here, orderBy: { number: "asc" } });
const named = (id: string, version = 1) => ({ ...here, id, version });
const take = (id: string, version = 1) => takeImport(researcher(), named(id, version));
const given = (title: string, more: object = {}) => addSource(as(cast.researcher, hour(1)), { ...sourceInput, ...here, title, ...more });

describe("reading references", () => {
  it("is forbidden to a reviewer, and not found for the commissioner", async () => {
    const input = importOf(cast, risRecord("One"));
    await expect(prepareImport(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden", status: 403 });
    await expect(prepareImport(as(cast.commissioner), input)).rejects.toMatchObject({ code: "not-found", status: 404 });
  });

  it.each([
    ["", "references-empty"],
    ["Dear colleague", "references-unknown-format"],
    ["[]", "references-no-records"],
  ])("refuses %j at the file, and keeps nothing", async (text, problem) => {
    await expect(prepareImport(researcher(), importOf(cast, text))).rejects.toMatchObject({
      code: "invalid",
      details: { field: "file", problem },
    });
    expect(await db.sourceImport.count()).toBe(0);
  });

  it("keeps the file and the records as a draft with one event, and makes no source", async () => {
    let made = { id: "", number: 0 };
    expect(await raised(async () => (made = await givenImport(cast, risRecord("One") + risRecord("Two"))))).toEqual([
      "source.prepare-import",
    ]);
    const row = await db.sourceImport.findUniqueOrThrow({ where: { id: made.id } });
    expect(row).toMatchObject({
      number: 1,
      state: "draft",
      identified: 2,
      added: 0,
      duplicates: 0,
      format: "ris",
      channel: "database",
      foundIn: "PubMed",
    });
    expect(readdirSync(join(settings().dataDir, "files", row.sha256.slice(0, 2)))).toContain(row.sha256);
    expect(await sources()).toEqual([]);
  });

  it("tells the same, the close, the double and the unreadable apart", async () => {
    const there = await given("Wells", { issued: "2020-05", bibliography: { doi: "10.5555/w" } });
    const close = await given("Payment of clinics in two districts", { issued: "2020" });
    const text = [
      risRecord("Wells and pumps in the sand", { doi: "https://doi.org/10.5555/W" }),
      risRecord("Payment of clinics in three districts"),
      risRecord("A new work on roads and bridges"),
      risRecord("A new work on roads and bridges"),
      "TY  - JOUR\nAU  - Nobody, A.\nER  - \n",
    ].join("");
    const { id } = await givenImport(cast, text);
    expect((await recordsOf(id)).map(({ outcome, likeId, likePlace, decision }) => [outcome, likeId ?? likePlace, decision])).toEqual([
      ["same", there.id, "same"],
      ["close", close.id, null],
      ["new", null, "add"],
      ["double", 3, "same"],
      ["unreadable", null, "skip"],
    ]);
  });

  it("does not compare with what was archived", async () => {
    const { id } = await given("Wells", { issued: "2020" });
    await archiveSource(researcher(), { ...here, id, version: 1 });
    expect((await recordsOf((await givenImport(cast, risRecord("Wells"))).id))[0]).toMatchObject({ outcome: "new" });
  });
});

describe("deciding on records", () => {
  it("refuses what is not there, who may not, a stale version, a record or a decision that is not to be had", async () => {
    const { id } = await givenImport(cast);
    const decisions = [{ place: 1, decision: "skip" as const }];
    await expect(decideImport(researcher(), { ...named(newId(hour(0))), decisions })).rejects.toMatchObject({ code: "not-found" });
    await expect(decideImport(as(cast.reviewer), { ...named(id), decisions })).rejects.toMatchObject({ code: "forbidden" });
    await expect(decideImport(researcher(), { ...named(id, 2), decisions })).rejects.toMatchObject({ code: "conflict" });
    await expect(decideImport(researcher(), { ...named(id), decisions: [{ place: 9, decision: "skip" }] })).rejects.toMatchObject({
      code: "invalid",
    });
    await expect(decideImport(researcher(), { ...named(id), decisions: [{ place: 1, decision: "enrich" }] })).rejects.toMatchObject({
      code: "invalid",
    });
  });

  it("raises one event for all of a page, and none when nothing changed; refused once taken over", async () => {
    const { id } = await givenImport(cast, risRecord("One") + risRecord("Two"));
    const decisions = [1, 2].map((place) => ({ place, decision: "skip" as const }));
    expect(await raised(() => decideImport(researcher(), { ...named(id), decisions }))).toEqual(["source.decide-import"]);
    expect(await raised(() => decideImport(researcher(), { ...named(id, 2), decisions }))).toEqual([]);
    await take(id, 2);
    await expect(decideImport(researcher(), { ...named(id, 3), decisions })).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("taking over", () => {
  it("refuses what is not there, who may not, a stale version, and while a record is undecided", async () => {
    await given("Payment of clinics in two districts", { issued: "2020" });
    const { id } = await givenImport(cast, risRecord("Payment of clinics in three districts"));
    await expect(take(newId(hour(0)))).rejects.toMatchObject({ code: "not-found" });
    await expect(takeImport(as(cast.reviewer), named(id))).rejects.toMatchObject({ code: "forbidden" });
    await expect(take(id, 3)).rejects.toMatchObject({ code: "conflict" });
    await expect(take(id)).rejects.toMatchObject({ code: "invalid", details: { problem: "undecided" } });
    expect(await sources()).toHaveLength(1);
  });

  it("keeps of a record that names no language that it is not known, and does not claim one in an export", async () => {
    const named = risRecord("Putten").replace("ER  - ", "LA  - nl\nER  - ");
    await take((await givenImport(cast, risRecord("Wells") + named)).id);
    expect((await sources()).map(({ language }) => language)).toEqual(["und", "nl"]);
    for (const format of ["ris", "bibtex", "csl-json"] as const) {
      const file = await exportSources(db, { id: here.assessmentId, slug: "x" }, filterAsked(new URLSearchParams()), format);
      expect(sourcesOf(await file.text()).map(({ language }) => language)).toEqual([null, "nl"]);
    }
  });

  it("adds what is to be added with one event each, fills what was empty, and counts the rest", async () => {
    const there = await given("Wells", { issued: null, authors: [], bibliography: { doi: "10.5555/w", publisher: "Ours" } });
    const { id } = await givenImport(
      cast,
      risRecord("Wells", { doi: "10.5555/w" }) + risRecord("One") + risRecord("Two") + risRecord("Two"),
    );
    await decideImport(researcher(), { ...named(id), decisions: [{ place: 1, decision: "enrich" }] });
    expect(await raised(() => take(id, 2))).toEqual(["source.add", "source.add", "source.change", "source.take-import"]);
    expect(await db.sourceImport.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "imported",
      identified: 4,
      added: 2,
      duplicates: 2,
    });
    expect(await db.source.findUniqueOrThrow({ where: { id: there.id } })).toMatchObject({
      version: 2,
      issued: "2020",
      authors: JSON.stringify([{ family: "Visser", given: "Anna" }]),
      bibliography: JSON.stringify({ doi: "10.5555/w", publisher: "Ours" }),
    });
    const made = (await sources()).slice(1);
    expect(
      made.map(({ code, title, importPlace, channel, reading, language }) => [code, title, importPlace, channel, reading, language]),
    ).toEqual([
      ["S02", "One", 2, "database", "unread", "und"],
      ["S03", "Two", 3, "database", "unread", "und"],
    ]);
    for (const { id: recordId } of made) {
      expect(await db.version.count({ where: { kind: "source", recordId } })).toBe(1);
      expect(await db.searchText.count({ where: { kind: "source", recordId } })).toBe(1);
    }
    expect(await verifyOpenDatabase()).toMatchObject({ result: "intact" });
  });

  it("adds nothing twice when it is asked twice, at once or later", async () => {
    const text = Array.from({ length: 230 }, (_, at) => risRecord(`Work ${at} word${at} term${at} thing${at}`)).join("");
    const { id } = await givenImport(cast, text);
    const done = await Promise.allSettled([take(id), take(id)]);
    expect(done.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(take(id, 2)).rejects.toMatchObject({ code: "wrong-state" });
    expect(await sources()).toHaveLength(230);
    expect((await db.sourceImport.findUniqueOrThrow({ where: { id } })).added).toBe(230);
  });

  it("goes on where it stopped", async () => {
    const text = Array.from({ length: 120 }, (_, at) => risRecord(`Work ${at} word${at} term${at} thing${at}`)).join("");
    const { id } = await givenImport(cast, text);
    await take(id);
    // As a process leaves it that is killed after its first change: the sources of that change, and the import a draft.
    await change({ ...researcher(), chain: cast.assessment.id }, async (tx) => {
      await tx.source.deleteMany({ where: { importId: id, importPlace: { gt: 100 } } });
      await tx.sourceImport.updateMany({ where: { id }, data: { state: "draft", version: 1, added: 0 } });
      await tx.version.deleteMany({ where: { recordId: id, number: 2 } });
      return { result: null, event: "nothing changed" };
    });
    await expect(discardImport(researcher(), named(id))).rejects.toMatchObject({ code: "wrong-state" });
    const actions = await raised(() => take(id));
    expect(actions).toEqual([...Array.from({ length: 20 }, () => "source.add"), "source.take-import"]);
    expect((await sources()).map(({ importPlace }) => importPlace)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
  });

  it("finds all there when the same file is read again", async () => {
    const text = risRecord("One") + risRecord("Two", { doi: "10.5555/two" });
    await take((await givenImport(cast, text)).id);
    const again = await givenImport(cast, text);
    expect((await recordsOf(again.id)).every(({ outcome }) => outcome === "same")).toBe(true);
    expect(await raised(() => take(again.id))).toEqual(["source.take-import"]);
    expect(await sources()).toHaveLength(2);
    expect(await db.sourceImport.findUniqueOrThrow({ where: { id: again.id } })).toMatchObject({ added: 0, duplicates: 2 });
  });

  it("takes a work that came in meanwhile for the same", async () => {
    const first = await givenImport(cast, risRecord("One") + risRecord("Two"));
    const second = await givenImport(cast, risRecord("Two") + risRecord("Three"));
    await take(first.id);
    await take(second.id);
    expect((await sources()).map(({ title }) => title)).toEqual(["One", "Two", "Three"]);
    expect(await db.sourceImport.findUniqueOrThrow({ where: { id: second.id } })).toMatchObject({ added: 1, duplicates: 1 });
    expect((await recordsOf(second.id))[0]).toMatchObject({ outcome: "same", decision: "same" });
  });

  it("adds what was called a new work although it is the same", async () => {
    await given("One", { issued: "2020" });
    const { id } = await givenImport(cast, risRecord("One"));
    await decideImport(researcher(), { ...named(id), decisions: [{ place: 1, decision: "add" }] });
    await take(id, 2);
    expect(await sources()).toHaveLength(2);
  });
});

describe("putting an import aside", () => {
  it("is for who may, at the version read, with one event, and not once taken over", async () => {
    const { id } = await givenImport(cast);
    await expect(discardImport(researcher(), named(newId(hour(0))))).rejects.toMatchObject({ code: "not-found" });
    await expect(discardImport(as(cast.reviewer), named(id))).rejects.toMatchObject({ code: "forbidden" });
    await expect(discardImport(researcher(), named(id, 5))).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => discardImport(researcher(), named(id)))).toEqual(["source.discard-import"]);
    await expect(take(id, 2)).rejects.toMatchObject({ code: "wrong-state", details: { state: "discarded" } });
    const other = await givenImport(cast, risRecord("Two"));
    await take(other.id);
    await expect(discardImport(researcher(), named(other.id, 2))).rejects.toMatchObject({ code: "wrong-state" });
  });
});
