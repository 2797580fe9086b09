import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { EditionBlocks } from "~/domain/document/model";
import { askForDraft, type AskedDraft } from "~/features/editions/ask-for-draft.server";
import { cancelDraft } from "~/features/editions/cancel-draft.server";
import { startCompiling, wakeCompiling } from "~/features/editions/compile-loop.server";
import {
  claimNext,
  giveBack,
  type HeldJob,
  noteParts,
  noteStored,
  sayStillHeld,
  settleJob,
  takeUpLost,
} from "~/features/editions/held-jobs.server";
import { prepareUnlessSame, type EditionOrder } from "~/features/editions/prepare-edition.server";
import { runCompileJob, type inOwnThread } from "~/features/editions/run-compile-job.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { removeBlock } from "~/features/sections/remove-block.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db, operate } from "~/platform/db.server";
import { forgetSettings } from "~/platform/environment.server";
import { storeFile } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { projectRoot } from "~/platform/project-root.server";
import { sha256 } from "~/platform/sha256.server";
import { removeUnnamedFiles, storeAndName, tablesWithFiles } from "~/platform/unnamed-files.server";
import { listPersonWork } from "~/platform/person-work.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenSections, type SectionScene } from "../support/section-scene";
import { watchFiles } from "../support/stored-files";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let seq: number;
let assessmentId: string;
let filesThere: () => Promise<string[]>;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  seq = await lastSeq(assessmentId);
  filesThere = await watchFiles();
});

const raised = () => actionsSince(assessmentId, seq);
const rowOf = async (slug: string) => {
  const row = await findAssessmentRowIfAny(db, slug);
  if (!row) throw new Error("no assessment");
  return row;
};
const ask = async (more: Partial<AskedDraft> = {}, person: Person = cast.lead, n = 10) =>
  (
    await askForDraft(as(person, hour(n)), {
      assessment: await rowOf(cast.assessment.slug),
      languages: ["nl"],
      purpose: "concept",
      ...more,
    })
  ).id;
const claim = async (holder = "one", n = 20): Promise<HeldJob> => {
  const job = await claimNext(db, holder, hour(n));
  if (!job) throw new Error("nothing waits");
  return job;
};
const now = () => hour(25);
const make = async () => {
  const id = await ask();
  await runCompileJob(await claim(), { now });
  return id;
};
const jobNow = (id: string) => db.compileJob.findUniqueOrThrow({ where: { id } });
const draftsThere = async () => (await db.edition.findMany({ orderBy: { draft: "asc" } })).map(({ number, draft }) => `${number}.${draft}`);

/** Prepares as always, after something else happened; that comes between reading and recording. */
const meanwhile =
  (act: (order: EditionOrder) => Promise<unknown>): typeof inOwnThread =>
  (order, hear) => ({
    answer: prepareUnlessSame(order, hear).then(async (made) => {
      await act(order);
      return made;
    }),
    end: () => Promise.resolve(),
  });

describe("asking for a draft", () => {
  it("is not found for someone who is no member, and is for the lead alone", async () => {
    await expect(ask({}, { ...cast.outsider, role: "none" })).rejects.toMatchObject({ code: "not-found" });
    for (const person of [cast.researcher, cast.reviewer, cast.commissioner])
      await expect(ask({}, person)).rejects.toMatchObject({ code: "forbidden" });
    await expect(ask({ languages: [] })).rejects.toMatchObject({ code: "invalid" });
    await expect(ask({ languages: ["nl", "fr"] })).rejects.toMatchObject({ code: "invalid" });
    expect(await db.compileJob.count()).toBe(0);
  });

  it("twice with the same form, or of the same while it waits, is one job; of another kind it is another", async () => {
    const key = "01930000-0000-7000-8000-000000000001";
    const [one, other] = await Promise.all([ask({ key }), ask({ key }, cast.lead, 11)]);
    expect(other).toBe(one);
    expect(await ask({ key: "01930000-0000-7000-8000-000000000002" })).toBe(one);
    expect(await ask({ purpose: "final" }, cast.lead, 12)).not.toBe(one);
    await claim();
    expect(await ask({ key })).toBe(one);
    expect(await ask()).not.toBe(one);
    expect(await db.compileJob.count()).toBe(3);
  });

  it("raises no event and keeps nothing of the study", async () => {
    const job = await jobNow(await ask());
    expect(await raised()).toEqual([]);
    expect(job).toMatchObject({ state: "queued", assessmentId, askedById: cast.lead.id, languages: '["nl"]', parts: "[]", place: null });
  });
});

describe("claiming", () => {
  it("takes the first that was asked for, one of a study at a time", async () => {
    const first = await ask({}, cast.lead, 10);
    const second = await ask({ purpose: "final" }, cast.lead, 11);
    const elsewhere = await askForDraft(as(cast.outsider, hour(12)), {
      assessment: await rowOf(cast.otherAssessment.slug),
      languages: ["nl"],
      purpose: "concept",
    });
    expect((await claim("one")).id).toBe(first);
    expect((await claim("two")).id).toBe(elsewhere.id);
    expect(await claimNext(db, "three", hour(20))).toBeNull();
    await cancelDraft(as(cast.lead, hour(13)), { assessmentId, id: first });
    expect((await claim("three")).id).toBe(second);
  });

  it("gives a job to one of several processes that ask at one moment", async () => {
    await ask();
    await ask({ purpose: "final" });
    const claimed = await Promise.all(["one", "two", "three"].map((holder) => claimNext(db, holder, hour(20))));
    expect(claimed.filter((job) => job !== null)).toHaveLength(1);
    expect(await db.compileJob.count({ where: { state: "running" } })).toBe(1);
  });
});

describe("making a draft", () => {
  it("records it as whoever asked for it, with its files, in one event", async () => {
    const id = await make();
    expect(await raised()).toEqual(["edition.compile"]);
    const job = await jobNow(id);
    expect(job).toMatchObject({ state: "done", editionId: id, unchanged: false, problem: null, place: null });
    const edition = await db.edition.findUniqueOrThrow({ where: { id }, include: { files: true } });
    expect(edition).toMatchObject({ number: 1, draft: 1, compiledById: cast.lead.id });
    const event = await db.event.findFirstOrThrow({ where: { chain: assessmentId, action: "edition.compile" } });
    expect([event.byId, event.subjectId]).toEqual([cast.lead.id, id]);
    expect(await filesThere()).toEqual(edition.files.map(({ sha256 }) => sha256).sort());
  });

  it("notes each part in order, as many as were foretold", async () => {
    const job = await jobNow(await make());
    const begun = (JSON.parse(job.parts) as { part: { part: string } }[]).map(({ part }) => part.part);
    expect(begun.slice(0, 3)).toEqual(["read", "assemble", "write"]);
    expect(begun.at(-1)).toBe("record");
    expect(begun).toHaveLength(job.partCount);
  });

  it("keeps what was read, whatever is changed meanwhile", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const id = await ask();
    const change = () =>
      saveBlock(as(cast.researcher, hour(11)), { assessmentId, id: block.id, version: 1, text: { text: "Kranen werken vier jaar." } });
    await runCompileJob(await claim(), { now, begin: meanwhile(change) });
    const { blocks } = await db.edition.findUniqueOrThrow({ where: { id } });
    expect(EditionBlocks.parse(JSON.parse(blocks)).documents).toHaveLength(1);
    expect(blocks).toContain("Kranen werken drie jaar.");
    expect(blocks).not.toContain("vier jaar");
  });

  it("keeps a statement that is taken out meanwhile, whole with its grounds; the next draft has it no more", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const cited = { to: { kind: "excerpt", id: scene.excerpt }, kind: "supports" } as const;
    await linkEvidence(as(cast.researcher, hour(9)), { assessmentId, blockId: block.id, ...cited });
    const id = await ask();
    const { version } = await db.block.findUniqueOrThrow({ where: { id: block.id } });
    const takeOut = () => removeBlock(as(cast.researcher, hour(11)), { assessmentId, id: block.id, version });
    await runCompileJob(await claim(), { now, begin: meanwhile(takeOut) });
    const statementsOf = (blocks: string) =>
      EditionBlocks.parse(JSON.parse(blocks)).documents.flatMap(({ sections }) =>
        sections.flatMap((each) => each.blocks.flatMap((one) => (one.kind === "statement" ? [one] : []))),
      );
    const kept = statementsOf((await db.edition.findUniqueOrThrow({ where: { id } })).blocks);
    expect(kept.map(({ grounds }) => grounds.length)).toEqual([1]);
    await make();
    const next = await db.edition.findFirstOrThrow({ where: { draft: 2 } });
    expect(statementsOf(next.blocks)).toEqual([]);
  });

  it("says that nothing changed where the newest draft says the same, and makes none", async () => {
    const first = await make();
    const files = await filesThere();
    const again = await jobNow(await make());
    expect(again).toMatchObject({ state: "done", editionId: first, unchanged: true });
    expect(JSON.parse(again.parts)).toMatchObject([{ part: { part: "read" } }]);
    expect([await draftsThere(), await raised(), await filesThere()]).toEqual([["1.1"], ["edition.compile"], files]);
    await ask({ purpose: "final" });
    await runCompileJob(await claim(), { now });
    expect(await draftsThere()).toEqual(["1.1", "1.2"]);
    await givenBlock(cast, scene.section("3.1"));
    await ask({ purpose: "final" });
    await runCompileJob(await claim(), { now });
    expect(await draftsThere()).toEqual(["1.1", "1.2", "1.3"]);
  });

  it("is refused where whoever asked may no longer compile, before and after it was written", async () => {
    const demote = () => rawWriter().member.updateMany({ where: { assessmentId, userId: cast.lead.id }, data: { role: "researcher" } });
    await ask();
    const written = runCompileJob(await claim(), { now, begin: meanwhile(demote) });
    await expect(written).rejects.toMatchObject({ code: "not-allowed" });
    expect(await raised()).toEqual([]);
    await rawWriter().compileJob.deleteMany({});
    await rawWriter().compileJob.create({ data: { ...(await waiting()), askedById: cast.lead.id } });
    await expect(runCompileJob(await claim(), { now })).rejects.toMatchObject({ code: "not-allowed" });
    expect([await draftsThere(), await filesThere()]).toEqual([[], []]);
  });
});

/** A job that waits, as its row. */
const waiting = async () => {
  await askForDraft(as(cast.outsider, hour(12)), {
    assessment: await rowOf(cast.otherAssessment.slug),
    languages: ["nl"],
    purpose: "concept",
  });
  const row = await db.compileJob.findFirstOrThrow({ where: { assessmentId: cast.otherAssessment.id } });
  await rawWriter().compileJob.deleteMany({});
  return { ...row, id: newId(hour(13)), assessmentId };
};

describe("cancelling", () => {
  const cancel = (id: string, person: Person = cast.lead) => cancelDraft(as(person, hour(15)), { assessmentId, id });

  it("is not found elsewhere, is for the lead, and is refused once it has ended", async () => {
    const id = await make();
    await expect(cancel(newId(hour(0)))).rejects.toMatchObject({ code: "not-found" });
    await expect(cancelDraft(as(cast.outsider, hour(15)), { assessmentId: cast.otherAssessment.id, id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(cancel(id, cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(cancel(id)).rejects.toMatchObject({ code: "wrong-state", details: { state: "done" } });
  });

  it("of one that waits leaves nothing to do; twice is once", async () => {
    const id = await ask();
    await cancel(id);
    await cancel(id);
    expect(await claimNext(db, "one", hour(20))).toBeNull();
    expect(await jobNow(id)).toMatchObject({ state: "cancelled", place: null });
  });

  it("while it is written keeps nothing, and lets the next one begin", async () => {
    const id = await ask();
    const run = runCompileJob(await claim(), { now, begin: meanwhile(() => cancel(id)) });
    await expect(run).rejects.toMatchObject({ code: "lost" });
    expect([await draftsThere(), await raised(), await filesThere()]).toEqual([[], [], []]);
    await make();
    expect(await draftsThere()).toEqual(["1.1"]);
  });
});

describe("a process that is lost", () => {
  const look = (n: number, alone = false) => takeUpLost(db, "another", hour(n), { alone });

  it("holds a job as long as it says so, and no longer", async () => {
    const id = await ask();
    await claim("one", 20);
    expect(await sayStillHeld(db, "one", [id], hour(21))).toEqual([]);
    await look(21);
    expect((await jobNow(id)).state).toBe("running");
    await look(22);
    expect(await jobNow(id)).toMatchObject({ state: "queued", place: null, tries: 1 });
    expect(await sayStillHeld(db, "one", [id], hour(22))).toEqual([id]);
  });

  it("is followed by one more, and after that the job fails in words", async () => {
    const id = await ask();
    await claim("one", 20);
    await look(21);
    await claim("two", 21);
    await look(22);
    expect(await jobNow(id)).toMatchObject({ state: "failed", problem: "lost", tries: 2, place: null });
  });

  it("leaves nothing: what it wrote and kept goes, and the next makes the draft", async () => {
    const id = await ask();
    const killed = runCompileJob(await claim("one", 20), { now, begin: meanwhile(() => look(20, true)) });
    await expect(killed).rejects.toThrow();
    expect([await draftsThere(), await filesThere()]).toEqual([[], []]);
    const { sha256 } = await storeFile(new TextEncoder().encode("kept, and then the power went"));
    await rawWriter().compileJob.update({
      where: { id },
      data: { state: "running", holder: "one", stored: JSON.stringify([sha256]), tries: 1 },
    });
    expect(await filesThere()).toEqual([sha256]);
    await look(20, true);
    expect(await filesThere()).toEqual([]);
    await runCompileJob(await claim("two", 21), { now });
    expect([await draftsThere(), (await jobNow(id)).tries]).toEqual([["1.1"], 2]);
  });

  it("that is stopped on purpose gives its job back without a try", async () => {
    const id = await ask();
    await giveBack(await claim());
    expect(await jobNow(id)).toMatchObject({ state: "queued", tries: 0, place: null, holder: null });
  });
});

describe("a try that was lost and goes on", () => {
  it("moves and notes nothing of the try after it, also of the same process", async () => {
    const id = await ask();
    const first = await claim("one", 20);
    await takeUpLost(db, "another", hour(22), { alone: false });
    const second = await claim("one", 22);
    await noteParts(first, [{ part: { part: "read" }, at: hour(22).toISOString() }]);
    await noteStored(first, ["00"]);
    await giveBack(first);
    expect(await operate((tx) => settleJob(tx, first, "fail", { at: hour(22), problem: "failed" }))).toBe(false);
    expect(await jobNow(id)).toMatchObject({ state: "running", tries: 2, parts: "[]", stored: "[]", problem: null });
    expect(await operate((tx) => settleJob(tx, second, "put-back", { at: hour(22) }))).toBe(true);
  });

  it("leaves the files of the try after it where they are", async () => {
    forgetSettings();
    const ownFiles = await watchFiles();
    const id = await ask();
    let second: Promise<void> | undefined;
    const takenUp = async () => {
      await takeUpLost(db, "another", hour(22), { alone: false });
      const job = await claim("two", 22);
      await new Promise<void>((written) => {
        const afterFirst = () => (written(), first.catch(() => undefined));
        second = runCompileJob(job, { now, begin: meanwhile(afterFirst) });
      });
    };
    const first = runCompileJob(await claim("one", 20), { now, begin: meanwhile(takenUp) });
    await expect(first).rejects.toThrow();
    await second;
    expect(await jobNow(id)).toMatchObject({ state: "done", tries: 2, editionId: id });
    const named = (await db.editionFile.findMany()).map(({ sha256 }) => sha256).sort();
    expect([await draftsThere(), await raised(), await ownFiles()]).toEqual([["1.1"], ["edition.compile"], named]);
  });

  it("is not begun again by its own process before it has ended", async () => {
    const id = await ask();
    await claim("one", 20);
    await takeUpLost(db, "one", hour(22), { alone: false, except: [id] });
    expect((await jobNow(id)).state).toBe("running");
    await takeUpLost(db, "another", hour(22), { alone: false });
    expect(await claimNext(db, "one", hour(22), [id])).toBeNull();
    expect((await claim("another", 22)).id).toBe(id);
  });
});

describe("the loop of a process", () => {
  it("goes on with its own job after it stood still for longer than it holds one", async () => {
    let at = hour(20);
    const stop = await startCompiling(() => at);
    const id = await ask();
    await vi.waitFor(async () => expect((await jobNow(id)).state).toBe("running"), 20_000);
    at = hour(22);
    wakeCompiling();
    const held = async () => (await jobNow(id)).heldUntil?.getTime() ?? 0;
    await vi.waitFor(async () => expect(await held()).toBeGreaterThan(at.getTime()), 20_000);
    await vi.waitFor(async () => expect((await jobNow(id)).endedAt).not.toBeNull(), 20_000);
    await stop();
    expect(await jobNow(id)).toMatchObject({ state: "done", tries: 1 });
    expect(await draftsThere()).toEqual(["1.1"]);
  });

  it("makes what is asked for, and tells whoever asked on my work until she has seen it", async () => {
    const stop = await startCompiling(now);
    const id = await ask();
    await vi.waitFor(async () => expect((await jobNow(id)).state).toBe("done"), 20_000);
    await stop();
    const viewer = await findViewerIfAny(db, cast.lead.id, now());
    if (!viewer) throw new Error("no viewer");
    const tasks = async () => (await listPersonWork(db, viewer)).flatMap((one) => one.tasks).filter(({ key }) => key.startsWith("draft"));
    expect(await tasks()).toMatchObject([{ kind: "open-draft", path: "/editions/1/drafts/1", code: "1", count: 1 }]);
    await rawWriter().compileJob.update({ where: { id }, data: { seenAt: now() } });
    expect(await tasks()).toEqual([]);
  });

  it("takes up at its start what a process before it left behind", async () => {
    const id = await ask();
    await claimNext(db, "gone", hour(20));
    const stop = await startCompiling(now);
    await vi.waitFor(async () => expect((await jobNow(id)).state).toBe("done"), 20_000);
    await stop();
    expect((await jobNow(id)).tries).toBe(2);
  });

  it("fails in words what can't be made, and keeps earlier drafts", async () => {
    await make();
    await givenBlock(cast, scene.section("3.1"));
    const id = await ask();
    await rawWriter().compileJob.update({ where: { id }, data: { languages: '["fr"]' } });
    const stop = await startCompiling(now);
    await vi.waitFor(async () => expect((await jobNow(id)).state).toBe("failed"), 20_000);
    await stop();
    expect([(await jobNow(id)).problem, await draftsThere()]).toEqual(["languages", ["1.1"]]);
  });
});

describe("files", () => {
  const bytes = new TextEncoder().encode("the same bytes, brought in twice at once");
  const hash = sha256(bytes);
  const fails = () =>
    storeAndName(db, [hash], async () => {
      await storeFile(bytes);
      throw new Error("no row");
    });
  const isThere = async () => (await filesThere()).includes(hash);

  it("stay while another is about to name them, and go where that fails too", async () => {
    await expect(fails()).rejects.toThrow("no row");
    expect(await isThere()).toBe(false);
    let meanwhileThere: boolean | undefined;
    const other = storeAndName(db, [hash], async () => {
      await storeFile(bytes);
      await fails().catch(() => undefined);
      await removeUnnamedFiles(db, [hash]);
      meanwhileThere = await isThere();
      throw new Error("nor this");
    });
    await expect(other).rejects.toThrow("nor this");
    expect([meanwhileThere, await isThere()]).toEqual([true, false]);
  });

  it("are stored after a removal of the same that has begun", async () => {
    await storeFile(bytes);
    const removal = removeUnnamedFiles(db, [hash]);
    await storeAndName(db, [hash], () => storeFile(bytes));
    await removal;
    expect(await isThere()).toBe(true);
    await removeUnnamedFiles(db, [hash]);
  });

  it("are looked for in every table that names them", async () => {
    const schema = await readFile(join(projectRoot(), "prisma/schema.prisma"), "utf8");
    const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gmu)].flatMap(([, name = "", body = ""]) =>
      /^ {2}sha256 /mu.test(body) ? [name.charAt(0).toLowerCase() + name.slice(1)] : [],
    );
    expect([...tablesWithFiles].sort()).toEqual(models.sort());
  });
});
