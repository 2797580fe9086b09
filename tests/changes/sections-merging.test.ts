import { beforeEach, describe, expect, it } from "vitest";
import { moveBlock } from "~/features/sections/move-block.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { saveBlockTranslation } from "~/features/sections/save-block-translation.server";
import { textOfDoc } from "~/domain/text/text-of-doc";
import { db } from "~/platform/db.server";
import { documentOf } from "~/platform/evidence-graph.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenSections, sectionNow, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let id: string;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  ({ id } = await givenBlock(cast, scene.section("3.1"), { text: { text: "Kranen werken in de regel drie jaar." } }));
});
const save = (version: number, text: string, by = cast.researcher) =>
  saveBlock(as(by, hour(3)), { assessmentId, id, version, text: { text } });
const words = async () => textOfDoc(documentOf((await db.block.findUniqueOrThrow({ where: { id } })).document));

describe("words that two wrote at once", () => {
  it("are put together in one version and one event, which names the other", async () => {
    await save(1, "Kranen in Mali werken in de regel drie jaar.", cast.lead);
    const seq = await lastSeq(assessmentId);
    const saved = await save(1, "Kranen werken in de regel vier jaar.");
    expect(saved).toMatchObject({ version: 3, merged: { by: [cast.lead.name], taken: [{ side: "theirs", after: "in Mali " }] } });
    expect(await words()).toBe("Kranen in Mali werken in de regel vier jaar.");
    expect(await actionsSince(assessmentId, seq)).toEqual(["block.save"]);
    const event = await db.event.findFirstOrThrow({ where: { chain: assessmentId, action: "block.save" }, orderBy: { seq: "desc" } });
    const detail = await db.eventDetail.findFirstOrThrow({ where: { chain: assessmentId, seq: event.seq, part: "change" } });
    expect(JSON.parse(detail.body)).toMatchObject({ mergedWith: [cast.lead.name] });
    expect(await sectionNow(scene.section("3.1"))).toMatchObject({ changes: 3 });
    const kept = await db.version.findMany({ where: { kind: "block", recordId: id }, select: { number: true } });
    expect(kept).toHaveLength(3);
  });
  it("are refused where they touch, and nothing is written", async () => {
    await save(1, "Kranen werken in de regel twee jaar.", cast.lead);
    const seq = await lastSeq(assessmentId);
    await expect(save(1, "Kranen werken in de regel vier jaar.")).rejects.toMatchObject({
      code: "conflict",
      details: { theirs: { version: 2 } },
    });
    await expect(save(7, "Kranen werken in de regel vier jaar.")).rejects.toMatchObject({ code: "conflict" });
    expect(await actionsSince(assessmentId, seq)).toEqual([]);
    expect(await words()).toBe("Kranen werken in de regel twee jaar.");
  });
  it("say nobody's name where the other only moved the block, and write nothing where all is there already", async () => {
    await moveBlock(as(cast.lead, hour(3)), { assessmentId, id, version: 1, afterId: null });
    const { version, merged } = await save(1, "Kranen werken in de regel vier jaar.");
    expect(merged?.by ?? []).toEqual([]);
    const seq = await lastSeq(assessmentId);
    expect(await save(1, "Kranen werken in de regel vier jaar.", cast.lead)).toMatchObject({ version });
    expect(await save(version - 1, "Kranen werken in de regel drie jaar.", cast.lead)).toMatchObject({ version });
    expect(await actionsSince(assessmentId, seq)).toEqual([]);
  });
  it("are put together in a translation too", async () => {
    const translate = (version: number, text: string, by = cast.researcher) =>
      saveBlockTranslation(as(by, hour(4)), { assessmentId, blockId: id, language: "en", version, text: { text } });
    await translate(0, "Taps work for three years as a rule.");
    await translate(1, "Taps in Mali work for three years as a rule.", cast.lead);
    expect(await translate(1, "Taps work for four years as a rule.")).toMatchObject({ version: 3, merged: { by: [cast.lead.name] } });
    const { body } = await db.translation.findFirstOrThrow({ where: { recordId: id, language: "en" } });
    expect(textOfDoc(documentOf(body))).toBe("Taps in Mali work for four years as a rule.");
    await expect(translate(2, "Taps work for nine years as a rule.")).rejects.toMatchObject({ code: "conflict" });
  });
});
