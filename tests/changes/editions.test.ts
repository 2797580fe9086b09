import { beforeEach, describe, expect, it } from "vitest";
import { EditionBlocks } from "~/domain/document/model";
import { compileEdition, type CompileInput } from "~/features/editions/compile-edition.server";
import { prepareEdition } from "~/features/editions/prepare-edition.server";
import { findEditionIfAny, listEditions } from "~/features/editions/queries.server";
import { releaseEdition } from "~/features/editions/release-edition.server";
import { withdrawEdition } from "~/features/editions/withdraw-edition.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readStoredBytes } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { sha256 } from "~/platform/sha256.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { paragraphsOf, partsOf } from "../support/docx";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenInReview, givenSections, ruledBy, sign, type SectionScene } from "../support/section-scene";
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
const mark = async () => {
  seq = await lastSeq(assessmentId);
};
const assessmentNow = async () => {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("no assessment");
  return row;
};
const compile = async (more: Partial<CompileInput> = {}, person: Person = cast.lead, n = 10) =>
  compileEdition(as(person, hour(n)), {
    assessment: await assessmentNow(),
    languages: ["nl", "en"],
    purpose: "concept",
    formats: ["docx"],
    ...more,
  });
const named = (id: string, version = 1) => ({ assessmentId, id, version });
const viewerOf = async (person: Person) => {
  const viewer = await findViewerIfAny(db, person.id, hour(20));
  if (!viewer) throw new Error("no viewer");
  return { ...viewer, sessionId: "0".repeat(64) };
};
const editionsFor = async (person: Person) =>
  (await listEditions(db, await viewerOf(person), { ...(await assessmentNow()), role: "lead" })).map(
    ({ number, draft, shown }) => `${number}.${draft} ${shown}`,
  );

describe("compiling an edition", () => {
  it("is not found for someone who is no member and where there is no study, and is for the lead alone", async () => {
    await expect(compile({}, { ...cast.outsider, role: "none" })).rejects.toMatchObject({ code: "not-found" });
    await expect(compile({ assessment: { ...(await assessmentNow()), id: newId(hour(0)) } })).rejects.toMatchObject({ code: "not-found" });
    for (const person of [cast.researcher, cast.reviewer, cast.commissioner])
      await expect(compile({}, person)).rejects.toMatchObject({ code: "forbidden" });
    expect(await raised()).toEqual([]);
    expect(await db.edition.count()).toBe(0);
  });

  it("is refused without a language, and in one that the study does not have", async () => {
    await expect(compile({ languages: [] })).rejects.toMatchObject({ code: "invalid" });
    await expect(compile({ languages: ["nl", "fr"] })).rejects.toMatchObject({ code: "invalid" });
    expect(await raised()).toEqual([]);
  });

  it("freezes the documents with their hash and stores their files, with one event", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    await linkEvidence(as(cast.researcher, hour(3)), {
      assessmentId,
      blockId: block.id,
      to: { kind: "excerpt", id: scene.excerpt },
      kind: "supports",
    });
    await mark();
    const made = await compile();
    expect(await raised()).toEqual(["edition.compile"]);
    const row = await db.edition.findUniqueOrThrow({ where: { id: made.id }, include: { files: true } });
    expect(row).toMatchObject({
      number: 1,
      draft: 1,
      state: "draft",
      purpose: "concept",
      compiledById: cast.lead.id,
      hash: sha256(row.blocks),
    });
    expect(EditionBlocks.parse(JSON.parse(row.blocks)).documents.map(({ language }) => language)).toEqual(["nl", "en"]);
    for (const file of row.files) {
      const bytes = await readStoredBytes(file.sha256);
      expect([sha256(bytes), bytes.byteLength]).toEqual([file.sha256, file.bytes]);
      if (file.format !== "docx") continue;
      expect(paragraphsOf(partsOf(bytes)["word/document.xml"] ?? "").map(({ text }) => text)).toContain(
        file.language === "nl" ? "F1\tKranen werken drie jaar." : "F1\tKranen werken drie jaar. [not yet translated into English]",
      );
    }
  });

  it("keeps in its manifest each version that went in", async () => {
    const { block } = await givenInReview(cast, scene);
    await sign(cast, scene.section("3.1"));
    const head = await db.chainHead.findUniqueOrThrow({ where: { chain: assessmentId } });
    const made = await compile();
    const row = await db.edition.findUniqueOrThrow({ where: { id: made.id } });
    expect(JSON.parse(row.manifest)).toMatchObject({
      edition: { id: made.id, number: 1, draft: 1 },
      protocol: { number: 1, digest: "0".repeat(64) },
      trail: { seq: head.seq, hash: head.hash },
      statements: [{ code: "F1", block: block.id, version: 1, grounds: ["S01:1"] }],
      evidence: [{ code: "S01:1", kind: "excerpt", withheld: false }],
      hash: row.hash,
    });
  });

  it("does not change when the study does, and the next compile is another draft", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const first = await compile();
    const before = await db.edition.findUniqueOrThrow({ where: { id: first.id } });
    await saveBlock(as(cast.researcher, hour(11)), { assessmentId, id: block.id, version: 1, text: { text: "Kranen werken vier jaar." } });
    const second = await compile({}, cast.lead, 12);
    expect([second.number, second.draft]).toEqual([1, 2]);
    expect(second.hash).not.toBe(first.hash);
    expect(await db.edition.findUniqueOrThrow({ where: { id: first.id } })).toEqual(before);
    expect(await editionsFor(cast.lead)).toEqual(["1.2 draft", "1.1 superseded"]);
  });

  it("gives two that are compiled at once one number each, or refuses the later one", async () => {
    const made = await Promise.allSettled([compile(), compile({}, cast.lead, 11)]);
    const done = made.filter((one) => one.status === "fulfilled").length;
    const refused = made.flatMap((one) => (one.status === "rejected" ? [one.reason as unknown] : []));
    for (const reason of refused) expect(reason).toMatchObject({ code: "conflict" });
    expect(await db.edition.count()).toBe(done);
    expect(await raised()).toEqual(Array.from({ length: done }, () => "edition.compile"));
  });

  it("whose number another got meanwhile is refused and leaves no file that no edition names", async () => {
    const late = compile({
      prepare: async (order) => {
        const prepared = await prepareEdition(order);
        await compile({ languages: ["nl"] }, cast.lead, 12);
        return prepared;
      },
    });
    await expect(late).rejects.toMatchObject({ code: "conflict", details: { number: 1, draft: 2 } });
    expect(await raised()).toEqual(["edition.compile"]);
    const named = (await db.editionFile.findMany()).map(({ sha256 }) => sha256);
    expect(await filesThere()).toEqual(named.sort());
  });

  it("that fails leaves nothing", async () => {
    const torn = compile({
      prepare: async (order) => {
        await prepareEdition(order);
        throw new Error("torn");
      },
    });
    await expect(torn).rejects.toThrow("torn");
    expect([await db.edition.count(), await raised(), await filesThere()]).toEqual([0, [], []]);
  });

  it("says in the document which sections are not signed off", async () => {
    const made = await compile();
    const { documents } = EditionBlocks.parse(JSON.parse((await db.edition.findUniqueOrThrow({ where: { id: made.id } })).blocks));
    expect(documents[0]?.lacking).toMatch(/^Niet af: \d/);
  });
});

describe("releasing an edition", () => {
  it("is not found elsewhere, and is for the lead", async () => {
    const { id } = await compile();
    await expect(releaseEdition(as(cast.lead, hour(11)), named(newId(hour(0))))).rejects.toMatchObject({ code: "not-found" });
    await expect(
      releaseEdition(as(cast.outsider, hour(11)), { ...named(id), assessmentId: cast.otherAssessment.id }),
    ).rejects.toMatchObject({ code: "not-found" });
    await expect(releaseEdition(as(cast.researcher, hour(11)), named(id))).rejects.toMatchObject({ code: "forbidden" });
    await expect(releaseEdition(as(cast.commissioner, hour(11)), named(id))).rejects.toMatchObject({ code: "forbidden" });
    expect(await raised()).toEqual(["edition.compile"]);
  });

  it("is refused twice, for a draft that was overtaken, and at another version", async () => {
    const first = await compile();
    const second = await compile({}, cast.lead, 11);
    await expect(releaseEdition(as(cast.lead, hour(12)), named(first.id))).rejects.toMatchObject({ code: "wrong-state" });
    await expect(releaseEdition(as(cast.lead, hour(12)), named(second.id, 7))).rejects.toMatchObject({
      code: "conflict",
      details: { version: 1 },
    });
    await releaseEdition(as(cast.lead, hour(12)), named(second.id));
    await expect(releaseEdition(as(cast.lead, hour(13)), named(second.id, 2))).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "released" },
    });
  });

  it("refuses a final one until every section is signed off and the gate asks nothing more", async () => {
    const { id } = await compile({ purpose: "final" });
    await givenBlock(cast, scene.section("3.1"));
    await ruledBy(cast, [
      { statements: ["finding"], ground: true, severity: "blocker" },
      { statements: ["finding"], minOrigins: 1, severity: "warning" },
    ]);
    const refused = (details: object) =>
      expect(releaseEdition(as(cast.lead, hour(11)), named(id))).rejects.toMatchObject({ code: "wrong-state", details });
    await refused({ state: "final", blockers: ["ground:F1"], unreasoned: ["origins:F1"] });
    const { manifest } = await db.edition.findUniqueOrThrow({ where: { id }, select: { manifest: true } });
    const signed = manifest.replaceAll('"signOff":"missing"', '"signOff":"signed"');
    await rawWriter().edition.update({ where: { id }, data: { manifest: signed } });
    await refused({ unsigned: 0, blockers: ["ground:F1"] });
    await ruledBy(cast, []);
    await releaseEdition(as(cast.lead, hour(12)), named(id));
    expect((await db.edition.findUniqueOrThrow({ where: { id } })).state).toBe("released");
  });

  it("shows it to the commissioner, who saw nothing before, with one event", async () => {
    const { id, hash } = await compile();
    expect(await editionsFor(cast.commissioner)).toEqual([]);
    await mark();
    await releaseEdition(as(cast.lead, hour(11)), named(id));
    expect(await raised()).toEqual(["edition.release"]);
    expect(await db.edition.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "released",
      releasedById: cast.lead.id,
      hash,
      version: 2,
    });
    expect(await editionsFor(cast.commissioner)).toEqual(["1.1 released"]);
  });

  it("keeps the released one for the commissioner while the next is in draft, and supersedes it with the next release", async () => {
    const first = await compile();
    await releaseEdition(as(cast.lead, hour(11)), named(first.id));
    const second = await compile({}, cast.lead, 12);
    expect([second.number, second.draft]).toEqual([2, 1]);
    expect(await editionsFor(cast.commissioner)).toEqual(["1.1 released"]);
    await releaseEdition(as(cast.lead, hour(13)), named(second.id));
    expect(await editionsFor(cast.commissioner)).toEqual(["2.1 released", "1.1 superseded"]);
    expect(await findEditionIfAny(db, { id: assessmentId }, "2")).toMatchObject({ id: second.id });
  });
});

describe("withdrawing an edition", () => {
  const released = async () => {
    const { id } = await compile();
    await releaseEdition(as(cast.lead, hour(11)), named(id));
    await mark();
    return id;
  };
  const withdraw = (id: string, more: { version?: number; reason?: string } = {}, person = cast.lead) =>
    withdrawEdition(as(person, hour(12)), { assessmentId, id, version: 2, reason: "Fout in tabel 3", ...more });

  it("is not found elsewhere, and is for the lead", async () => {
    const id = await released();
    await expect(withdraw(newId(hour(0)))).rejects.toMatchObject({ code: "not-found" });
    await expect(withdraw(id, {}, cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(withdraw(id, {}, cast.commissioner)).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is refused for a draft, without a reason, and at another version", async () => {
    const id = await released();
    await expect(withdraw(id, { reason: "  " })).rejects.toMatchObject({ code: "invalid" });
    await expect(withdraw(id, { version: 1 })).rejects.toMatchObject({ code: "conflict" });
    const draft = await compile({}, cast.lead, 13);
    await expect(withdraw(draft.id, { version: 1 })).rejects.toMatchObject({ code: "wrong-state", details: { state: "draft" } });
  });

  it("takes it from the commissioner and keeps it for the team, with its reason and one event", async () => {
    const id = await released();
    await withdraw(id);
    expect(await raised()).toEqual(["edition.withdraw"]);
    expect(await editionsFor(cast.commissioner)).toEqual([]);
    expect(await editionsFor(cast.reviewer)).toEqual(["1.1 withdrawn"]);
    expect(await db.edition.findUniqueOrThrow({ where: { id } })).toMatchObject({
      state: "withdrawn",
      reason: "Fout in tabel 3",
      version: 3,
    });
  });
});
