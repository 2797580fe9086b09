import { beforeEach, describe, expect, it } from "vitest";
import { addBlock } from "~/features/sections/add-block.server";
import { moveBlock } from "~/features/sections/move-block.server";
import { removeBlock } from "~/features/sections/remove-block.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { saveBlockTranslation } from "~/features/sections/save-block-translation.server";
import { settleFigure } from "~/features/sections/settle-figure.server";
import { plainFromDoc } from "~/domain/text/plain-from-doc";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { listBlockRows } from "~/platform/evidence-graph.server";
import { as, type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenInReview, givenSections, sectionNow, sectionProtocol, sign, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let seq: number;
let assessmentId: string;
const nowhere = newId(hour(0));
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  seq = await lastSeq(assessmentId);
});
const raised = () => actionsSince(assessmentId, seq);
const mark = async () => {
  seq = await lastSeq(assessmentId);
};
const codes = async (sectionId: string) => {
  const blocks = await db.block.findMany({ where: { sectionId, archivedAt: null }, include: { statement: true } });
  return blocks.toSorted((one, other) => (one.sort < other.sort ? -1 : 1)).map((block) => block.statement?.code ?? block.kind);
};

describe("adding a block", () => {
  const input = () => ({
    assessmentId,
    sectionId: scene.section("3.1"),
    kind: "finding" as const,
    language: "nl",
    text: { text: "Kranen werken." },
  });

  it("is not found in another assessment, for who is no member, and where there is no section", async () => {
    await expect(addBlock(as(cast.researcher), { ...input(), sectionId: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(addBlock(as(cast.outsider), { ...input(), assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(addBlock(as(cast.commissioner), input())).rejects.toMatchObject({ code: "not-found" });
    expect(await raised()).toEqual([]);
  });
  it("is for the writers and the lead", async () => {
    await expect(addBlock(as(cast.secondResearcher), input())).rejects.toMatchObject({ code: "forbidden" });
    await expect(addBlock(as(cast.reviewer), input())).rejects.toMatchObject({ code: "forbidden" });
    await expect(addBlock(as(cast.lead), input())).resolves.toMatchObject({ code: "F1" });
  });
  it("is refused in review and when signed", async () => {
    await givenInReview(cast, scene);
    await expect(givenBlock(cast, scene.section("3.1"))).rejects.toMatchObject({ code: "wrong-state", details: { state: "in-review" } });
    await sign(cast, scene.section("3.1"));
    await expect(givenBlock(cast, scene.section("3.1"))).rejects.toMatchObject({ code: "wrong-state", details: { state: "signed-off" } });
  });
  it("gives the next number at once, never again, and starts the section with its first write", async () => {
    const first = await givenBlock(cast, scene.section("3.1"));
    expect(await raised()).toEqual(["block.add", "section.start"]);
    expect(first).toMatchObject({ code: "F1", version: 1, changes: 1 });
    expect(await sectionNow(scene.section("3.1"))).toMatchObject({ state: "in-writing", changes: 1, version: 2 });
    await removeBlock(as(cast.researcher), { assessmentId, id: first.id, version: 1 });
    await mark();
    expect(await givenBlock(cast, scene.section("3.1"))).toMatchObject({ code: "F2" });
    expect(await raised()).toEqual(["block.add"]);
    expect(await givenBlock(cast, scene.section("5"), { kind: "conclusion" })).toMatchObject({ code: "C1" });
  });
  it("places a table or a picture from the records, moves and removes it; refuses what is not in the list or placed already", async () => {
    const sectionId = scene.section("3.1");
    const text = await givenBlock(cast, sectionId, { kind: "text" });
    const placed = await givenBlock(cast, sectionId, { kind: "data", data: "ratings", show: "pictures" });
    expect(await db.block.findUnique({ where: { id: placed.id } })).toMatchObject({
      kind: "data",
      data: '{"block":"ratings","show":"pictures"}',
    });
    const refused = { code: "invalid", details: { field: "data" } };
    await expect(givenBlock(cast, sectionId, { kind: "data", data: "ratings", show: "pictures" })).rejects.toMatchObject(refused);
    await expect(givenBlock(cast, sectionId, { kind: "data", data: "sources", show: "pictures" })).rejects.toMatchObject(refused);
    await expect(givenBlock(cast, sectionId, { kind: "data", data: "tables/none" })).rejects.toMatchObject(refused);
    await expect(givenBlock(cast, sectionId, { kind: "data" })).rejects.toMatchObject(refused);
    await mark();
    const moved = await moveBlock(as(cast.researcher), { assessmentId, id: placed.id, version: 1, afterId: null });
    expect(await codes(sectionId)).toEqual(["data", "text"]);
    await removeBlock(as(cast.researcher), { assessmentId, id: placed.id, version: moved.version });
    expect(await codes(sectionId)).toEqual(["text"]);
    expect(await raised()).toEqual(["block.move", "block.remove"]);
    expect(text.version).toBe(1);
  });
  it("puts it first, after another, or last", async () => {
    const sectionId = scene.section("3.1");
    const first = await givenBlock(cast, sectionId);
    await givenBlock(cast, sectionId);
    await givenBlock(cast, sectionId, { afterId: first.id });
    await givenBlock(cast, sectionId, { afterId: null, kind: "text" });
    expect(await codes(sectionId)).toEqual(["text", "F1", "F3", "F2"]);
    await expect(givenBlock(cast, sectionId, { afterId: nowhere })).rejects.toMatchObject({ code: "not-found" });
  });
  it("codes an answer by its question and part, once; a removed one comes back under its code", async () => {
    const sectionId = scene.section("5");
    const answer = await givenBlock(cast, sectionId, { kind: "answer", question: "1a" });
    expect(answer.code).toBe("A1a");
    expect(await givenBlock(cast, sectionId, { kind: "answer", question: "0", part: "fit" })).toMatchObject({ code: "A0.fit" });
    await expect(givenBlock(cast, sectionId, { kind: "answer", question: "1a" })).rejects.toMatchObject({
      code: "invalid",
      details: { message: "answered-already" },
    });
    await expect(givenBlock(cast, sectionId, { kind: "answer", question: "0" })).rejects.toMatchObject({ code: "invalid" });
    await expect(givenBlock(cast, sectionId, { kind: "answer", question: "9" })).rejects.toMatchObject({ code: "invalid" });
    await expect(givenBlock(cast, sectionId, { kind: "answer" })).rejects.toMatchObject({ code: "invalid" });
    await removeBlock(as(cast.researcher), { assessmentId, id: answer.id, version: 1 });
    expect(await givenBlock(cast, sectionId, { kind: "answer", question: "1a" })).toMatchObject({
      code: "A1a",
      statementId: answer.statementId,
    });
  });
  it("repeats a statement of another section without a number of its own", async () => {
    const home = await givenBlock(cast, scene.section("3.1"));
    const again = await givenBlock(cast, scene.section("5"), { kind: "repeat", repeats: home.statementId ?? "" });
    expect(again.code).toBeNull();
    await expect(givenBlock(cast, scene.section("3.1"), { kind: "repeat", repeats: home.statementId ?? "" })).rejects.toMatchObject({
      code: "invalid",
    });
  });
});

describe("saving a block", () => {
  const save =
    (more: object = {}, by = cast.researcher) =>
    async () => {
      const block = await givenBlock(cast, scene.section("3.1"));
      await mark();
      return saveBlock(as(by, hour(3)), { assessmentId, id: block.id, version: 1, text: { text: "Kranen werken vier jaar." }, ...more });
    };
  it("is not found, or not allowed", async () => {
    await expect(save({ id: nowhere })()).rejects.toMatchObject({ code: "not-found" });
    await expect(save({}, cast.secondResearcher)()).rejects.toMatchObject({ code: "forbidden" });
    await expect(save({}, cast.commissioner)()).rejects.toMatchObject({ code: "not-found" });
  });
  it("is refused in this state", async () => {
    const { block } = await givenInReview(cast, scene);
    await expect(
      saveBlock(as(cast.researcher), { assessmentId, id: block.id, version: 1, text: { text: "Anders" } }),
    ).rejects.toMatchObject({ code: "wrong-state" });
  });
  it("tells theirs on a conflict, and loses nothing", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const input = { assessmentId, id: block.id, version: 1 };
    await saveBlock(as(cast.lead, hour(3)), { ...input, text: { text: "Van de leider." } });
    await expect(saveBlock(as(cast.researcher, hour(3)), { ...input, text: { text: "Van de schrijver." } })).rejects.toMatchObject({
      code: "conflict",
      details: { theirs: { version: 2, byId: cast.lead.id } },
    });
    expect((await db.version.findMany({ where: { recordId: block.id } })).map(({ number }) => number).toSorted()).toEqual([1, 2]);
  });
  it("keeps the version and raises one event; the same words raise none", async () => {
    expect(await save()()).toEqual({ version: 2, changes: 2 });
    expect(await raised()).toEqual(["block.save"]);
    expect(await save({ text: { text: "Kranen werken drie jaar." } })()).toMatchObject({ version: 1 });
    expect(await raised()).toEqual([]);
  });
  it("refuses what is no document, and a heading in a statement", async () => {
    await expect(save({ text: { doc: "{}" } })()).rejects.toMatchObject({ code: "invalid", details: { field: "text" } });
    const heading = JSON.stringify({
      type: "doc",
      content: [{ type: "heading", attrs: { level: 2 }, content: [{ type: "text", text: "Kop" }] }],
    });
    await expect(save({ text: { doc: heading } })()).rejects.toMatchObject({ code: "invalid" });
  });
  it("drops a citation of something that the block has no link to", async () => {
    const block = await givenBlock(cast, scene.section("3.1"), { kind: "text" });
    const { id: linkId } = await linkEvidence(as(cast.researcher), {
      assessmentId,
      blockId: block.id,
      to: { kind: "excerpt", id: scene.excerpt },
      kind: "context",
    });
    const cite = (id: string) => ({ type: "citation", attrs: { linkId: id } });
    const doc = JSON.stringify({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "Zie" }, cite(linkId), cite(nowhere)] }],
    });
    await saveBlock(as(cast.researcher, hour(3)), { assessmentId, id: block.id, version: 1, text: { doc } });
    const [row] = await listBlockRows(db, { assessmentId, ids: [block.id] });
    expect(JSON.stringify(row?.document)).toContain(linkId);
    expect(JSON.stringify(row?.document)).not.toContain(nowhere);
  });
});

describe("translating a block", () => {
  const translate = async (blockId: string, more: object = {}, by = cast.researcher) =>
    saveBlockTranslation(as(by, hour(3)), {
      assessmentId,
      blockId,
      language: "en",
      version: 0,
      text: { text: "Taps work for three years." },
      ...more,
    });

  it("is not found, not allowed, or not in a language of the study", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    await expect(translate(nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(translate(block.id, {}, cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(translate(block.id, { language: "nl" })).rejects.toMatchObject({ code: "invalid" });
    await expect(translate(block.id, { language: "de" })).rejects.toMatchObject({ code: "invalid" });
  });
  it("is marked behind when the original changes, and raises one event", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    await mark();
    await translate(block.id);
    expect(await raised()).toEqual(["block.translate"]);
    const behind = async () => (await listBlockRows(db, { assessmentId, ids: [block.id] }))[0]?.translations.map((one) => one.behind);
    expect(await behind()).toEqual([false]);
    await saveBlock(as(cast.researcher, hour(4)), { assessmentId, id: block.id, version: 1, text: { text: "Kranen werken vier jaar." } });
    expect(await behind()).toEqual([true]);
    expect(await translate(block.id)).toMatchObject({ version: 1 });
    expect(await behind()).toEqual([true]);
    await translate(block.id, { version: 1, text: { text: "Taps work for four years." } });
    expect(await behind()).toEqual([false]);
  });
  it("stays open in a signed section for a language that no sign-off covers, and is refused in review", async () => {
    const { block } = await givenInReview(cast, scene);
    await expect(translate(block.id)).rejects.toMatchObject({ code: "wrong-state" });
    await sign(cast, scene.section("3.1"));
    await expect(translate(block.id)).resolves.toMatchObject({ version: 1 });
  });
});

describe("moving a block", () => {
  it("changes its place alone, with one event, and a stale version is a conflict", async () => {
    const sectionId = scene.section("3.1");
    const first = await givenBlock(cast, sectionId);
    const second = await givenBlock(cast, sectionId);
    await mark();
    const move = (by = cast.researcher) => moveBlock(as(by, hour(3)), { assessmentId, id: second.id, version: 1, afterId: null });
    await expect(move(cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(moveBlock(as(cast.researcher), { assessmentId, id: nowhere, version: 1, afterId: null })).rejects.toMatchObject({
      code: "not-found",
    });
    await move();
    expect(await raised()).toEqual(["block.move"]);
    expect(await codes(sectionId)).toEqual(["F2", "F1"]);
    expect((await db.block.findUniqueOrThrow({ where: { id: first.id } })).version).toBe(1);
    await expect(moveBlock(as(cast.researcher), { assessmentId, id: second.id, version: 1, afterId: first.id })).rejects.toMatchObject({
      code: "conflict",
    });
  });
  it("is refused in this state", async () => {
    const { block } = await givenInReview(cast, scene);
    await expect(moveBlock(as(cast.researcher), { assessmentId, id: block.id, version: 1, afterId: null })).rejects.toMatchObject({
      code: "wrong-state",
    });
  });
});

describe("cross references and figures in a plain text", () => {
  it("are read by their names, with the number of now; settled by taking over or keeping", async () => {
    const sectionId = scene.section("3.1");
    const finding = await givenBlock(cast, sectionId);
    const block = await givenBlock(cast, sectionId, { kind: "text", text: { text: "Zie [[#5]] en [[#F1]]: [[=sources]] bron." } });
    const documentNow = async () =>
      plainFromDoc((await listBlockRows(db, { assessmentId, ids: [block.id] }))[0]?.document ?? { type: "doc", content: [] });
    const atoms = `Zie [[#section:${scene.section("5")}]] en [[#statement:${finding.statementId}]]: `;
    expect(await documentNow()).toBe(`${atoms}[[=sources 1]] bron.`);
    await rawWriter().source.updateMany({ data: { archivedAt: hour(1) } });
    await mark();
    const settle = (how: string, version: number) =>
      settleFigure(as(cast.researcher), {
        study: { assessment: cast.assessment, protocol: sectionProtocol },
        id: block.id,
        version,
        settle: `${how} sources`,
      });
    await expect(settle("keep", 7)).rejects.toMatchObject({ code: "conflict" });
    await settle("keep", 1);
    expect(await documentNow()).toBe(`${atoms}[[=sources 1 ~ 0]] bron.`);
    await rawWriter().source.updateMany({ data: { archivedAt: null } });
    await settle("take", 2);
    expect(await raised()).toEqual(["block.save"]);
  });
});

describe("removing a block", () => {
  const remove = (id: string, version = 1, by = cast.researcher) => removeBlock(as(by, hour(3)), { assessmentId, id, version });

  it("archives it with one event; not found, not allowed, conflict, wrong state", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    await mark();
    await expect(remove(nowhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(remove(block.id, 1, cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(remove(block.id, 7)).rejects.toMatchObject({ code: "conflict" });
    await remove(block.id);
    expect(await raised()).toEqual(["block.remove"]);
    expect(await codes(scene.section("3.1"))).toEqual([]);
    await expect(remove(block.id, 2)).rejects.toMatchObject({ code: "not-found" });
    const { block: reviewed } = await givenInReview(cast, scene);
    await expect(remove(reviewed.id)).rejects.toMatchObject({ code: "wrong-state" });
  });
  it("is refused while something stands on it, and names what", async () => {
    const finding = await givenBlock(cast, scene.section("3.1"));
    const answer = await givenBlock(cast, scene.section("5"), { kind: "answer", question: "1a" });
    await linkEvidence(as(cast.researcher), {
      assessmentId,
      blockId: answer.id,
      to: { kind: "statement", id: finding.statementId ?? "" },
      kind: "supports",
    });
    await expect(remove(finding.id)).rejects.toMatchObject({ code: "invalid", details: { message: "stood-on", codes: ["A1a"] } });
    await remove(answer.id);
    await remove(finding.id);
  });
});
