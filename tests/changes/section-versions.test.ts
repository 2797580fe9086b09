import { beforeEach, describe, expect, it } from "vitest";
import { loadComparison } from "~/features/section-versions/load-version.server";
import { loadRestore } from "~/features/section-versions/load-restore.server";
import { loadVersions } from "~/features/section-versions/load-versions.server";
import { restoreSection } from "~/features/section-versions/restore-section.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { moveBlock } from "~/features/sections/move-block.server";
import { removeBlock } from "~/features/sections/remove-block.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { saveBlockTranslation } from "~/features/sections/save-block-translation.server";
import { unlink } from "~/features/sections/unlink.server";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { type AssessmentRow, findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import type { Viewer } from "~/platform/guard.server";
import { readSectionAt } from "~/platform/section-versions.server";
import { as, type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenInReview, givenSections, sectionNow, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let sectionId: string;
let first: string;
let second: string;
let link: string;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  sectionId = scene.section("3.1");
  ({ id: first } = await givenBlock(cast, sectionId, { text: { text: "Kranen werken drie jaar." } }));
  ({ id: second } = await givenBlock(cast, sectionId, { text: { text: "Pompen werken korter." } }));
  const to = { kind: "excerpt", id: scene.excerpt } as const;
  ({ id: link } = await linkEvidence(as(cast.researcher, hour(2)), { assessmentId, blockId: first, to, kind: "supports" }));
  const text = { text: "Taps work for three years." };
  await saveBlockTranslation(as(cast.researcher, hour(2)), { assessmentId, blockId: first, language: "en", version: 0, text });
});
const change = async () => {
  const by = as(cast.lead, hour(3));
  await saveBlock(by, { assessmentId, id: first, version: 1, text: { text: "Kranen werken vier jaar." } });
  await saveBlockTranslation(by, { assessmentId, blockId: first, language: "en", version: 1, text: { text: "Taps work for four years." } });
  await moveBlock(by, { assessmentId, id: second, version: 1, afterId: null });
  await unlink(by, { assessmentId, id: link, version: 1 });
  await removeBlock(by, { assessmentId, id: second, version: 2 });
  return givenBlock(cast, sectionId, { text: { text: "Filters helpen." } });
};
const shape = async (number: number) => {
  const at = await readSectionAt(db, sectionId, number);
  return {
    blocks: at.blocks.map(({ id, statement, document }) => [id, statement?.code, textOfDoc(documentOf(document))]),
    links: at.links.map(({ id, kind }) => [id, kind]),
    translations: at.translations.map(({ language, body }) => [language, textOfDoc(documentOf(body))]),
  };
};
const viewer = (): Viewer => ({
  id: cast.researcher.id,
  name: cast.researcher.name,
  email: "x@example.org",
  demo: false,
  sessionId: "s",
  language: "nl",
  administrator: false,
  mayStart: false,
  roles: { [assessmentId]: "researcher" },
});
const study = async (): Promise<AssessmentRow> => {
  const row = await findAssessmentRowIfAny(db, "cast-study");
  if (!row) throw new Error("no study");
  return { ...row, role: "researcher" };
};
const restore = (number: number, changes: number, by = cast.researcher, without: string[] = []) =>
  restoreSection(as(by, hour(5)), { assessmentId, sectionId, number, changes, without });

describe("the versions of a section", () => {
  it("are read as they were, listed with who did what, and compared", async () => {
    await change();
    expect(await shape(4)).toEqual({
      blocks: [
        [first, "F1", "Kranen werken drie jaar."],
        [second, "F2", "Pompen werken korter."],
      ],
      links: [[link, "supports"]],
      translations: [["en", "Taps work for three years."]],
    });
    expect((await shape(1)).blocks).toHaveLength(1);
    const { days } = await loadVersions(db, viewer(), await study(), "3.1", new URLSearchParams());
    expect(days.flatMap(({ runs }) => runs.map(([step]) => `${step.number} ${step.act} ${step.code}`))).toEqual([
      "10 added F3",
      "9 removed F2",
      "8 unlinked F1",
      "7 moved F2",
      "6 translated F1",
      "5 wrote F1",
      "4 translated F1",
      "3 linked F1",
      "2 added F2",
      "1 added F1",
    ]);
    const { blocks } = await loadComparison(db, viewer(), await study(), { code: "3.1", n: "4", m: "10" });
    expect(blocks.map(({ code, what }) => `${code} ${what}`)).toEqual(["F1 changed", "F2 removed", "F3 added"]);
  });

  it("bring it back in one event as a new version, numbers kept; again changes nothing", async () => {
    const third = await change();
    const seq = await lastSeq(assessmentId);
    expect(await restore(4, 10)).toEqual({ changes: 11 });
    expect(await actionsSince(assessmentId, seq)).toEqual(["section.restore"]);
    expect(await shape(11)).toEqual(await shape(4));
    expect(await db.block.findUniqueOrThrow({ where: { id: third.id } })).toMatchObject({ archivedAt: hour(5) });
    expect(await sectionNow(sectionId)).toMatchObject({ changes: 11, state: "in-writing" });
    expect(await restore(4, 11)).toEqual({ changes: 11 });
    expect(await actionsSince(assessmentId, seq)).toHaveLength(1);
  });

  it("are refused to who may not, in another state, once the section moved on, and under what stands on them", async () => {
    const third = await change();
    await expect(restore(4, 10, cast.secondResearcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(restore(4, 10, cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
    await expect(restore(99, 10)).rejects.toMatchObject({ code: "not-found" });
    await expect(restore(4, 9)).rejects.toMatchObject({ code: "conflict" });
    await givenBlock(cast, scene.section("5"), { kind: "repeat", repeats: third.statementId ?? "" });
    await expect(restore(4, 10)).rejects.toMatchObject({ code: "invalid", details: { message: "stood-on", codes: ["5"] } });
    expect(await sectionNow(sectionId)).toMatchObject({ changes: 10 });
  });

  it("are not brought back in review", async () => {
    await givenInReview(cast, scene);
    const { changes } = await sectionNow(sectionId);
    await expect(restore(1, changes)).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("what can't come back", () => {
  const by = () => as(cast.researcher, hour(3));
  const changesNow = async () => (await sectionNow(sectionId)).changes;
  const told = async (number: number) => (await loadRestore(db, viewer(), await study(), "3.1", String(number), hour(5))).lost;
  const refused = async (number: number, lost: object[]) => {
    const seq = await lastSeq(assessmentId);
    expect(await told(number)).toMatchObject(lost);
    const details = { message: "cannot-come-back", lost };
    await expect(restore(number, await changesNow())).rejects.toMatchObject({ code: "invalid", details });
    expect(await actionsSince(assessmentId, seq)).toEqual([]);
  };

  it("is evidence that can't be newly cited: refused and named, and left out where that was seen", async () => {
    await change();
    expect(await told(4)).toEqual([]);
    await rawWriter().excerpt.update({ where: { id: scene.excerpt }, data: { archivedAt: hour(4) } });
    await refused(4, [{ id: link, on: "F1", code: "S01:1", message: "archived" }]);
    const seq = await lastSeq(assessmentId);
    await restore(4, 10, cast.researcher, [link]);
    expect(await actionsSince(assessmentId, seq)).toEqual(["section.restore"]);
    const { blocks, translations } = await shape(4);
    expect(await shape(11)).toEqual({ blocks, translations, links: [] });
  });

  it("is a link to a statement that went, and a repeat of it; what it still stands on comes back", async () => {
    const far = await givenBlock(cast, scene.section("5"), { kind: "conclusion", text: { text: "Dus." } });
    const repeat = await givenBlock(cast, sectionId, { kind: "repeat", repeats: far.statementId ?? "" });
    const text = await givenBlock(cast, sectionId, { kind: "text", text: { text: "Zie daar." } });
    const to = { kind: "statement", id: far.statementId ?? "" } as const;
    const cited = await linkEvidence(by(), { assessmentId, blockId: text.id, to, kind: "context" });
    const whole = await changesNow();
    await removeBlock(by(), { assessmentId, id: repeat.id, version: 1 });
    await unlink(by(), { assessmentId, id: cited.id, version: 1 });
    await removeBlock(by(), { assessmentId, id: far.id, version: 1 });
    await refused(whole, [
      { id: repeat.id, on: "", code: "C1", message: "repeat-gone" },
      { id: cited.id, on: "", code: "C1", message: "gone" },
    ]);
    await restore(whole, await changesNow(), cast.researcher, [repeat.id, cited.id]);
    expect((await shape(await changesNow())).links).toEqual([[link, "supports"]]);
  });

  it("is not the link of a removed block that the version did not have yet", async () => {
    await removeBlock(by(), { assessmentId, id: first, version: 1 });
    await restore(2, await changesNow());
    const { blocks, links } = await shape(await changesNow());
    expect({ blocks, links }).toEqual({ blocks: (await shape(2)).blocks, links: [] });
  });

  it("is the answer to a part of a question that was answered whole since", async () => {
    const part = await givenBlock(cast, sectionId, { kind: "answer", question: "0", part: "fit" });
    const whole = await changesNow();
    await removeBlock(by(), { assessmentId, id: part.id, version: 1 });
    await givenBlock(cast, scene.section("5"), { kind: "answer", question: "0" });
    await refused(whole, [{ id: part.id, on: "A0.fit", code: "A0", message: "answered-already" }]);
  });
});
