import { beforeAll, describe, expect, it } from "vitest";
import { addLimitation } from "~/features/limitations/add-limitation.server";
import { archiveLimitation } from "~/features/limitations/archive-limitation.server";
import { changeLimitation } from "~/features/limitations/change-limitation.server";
import { translateLimitation } from "~/features/limitations/translate-limitation.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenSections, type SectionScene } from "../support/section-scene";

useDatabase();
let cast: Cast;
let here: { assessmentId: string };
let scene: SectionScene;
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  here = { assessmentId: cast.assessment.id };
  scene = await givenSections(cast);
});
const limitation = { text: "Er is in één seizoen gemeten.", language: "nl", sections: [] as string[], statements: [] as string[] };
const given = () => addLimitation(as(cast.researcher), { ...limitation, ...here });

/** The actions that a change raises. */
async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

describe("a limitation", () => {
  it("is added for sections and statements of this study only, by a researcher, with one event", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const { id } = await db.statement.findFirstOrThrow({ where: { blockId: block.id } });
    const places = { sections: [scene.section("3.1")], statements: [id] };
    await expect(addLimitation(as(cast.researcher), { ...limitation, ...here, sections: [nowhere] })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "sections" },
    });
    await expect(addLimitation(as(cast.researcher), { ...limitation, ...here, statements: [nowhere] })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "statements" },
    });
    await expect(addLimitation(as(cast.reviewer), { ...limitation, ...here })).rejects.toMatchObject({ code: "forbidden" });
    await expect(addLimitation(as(cast.commissioner), { ...limitation, ...here })).rejects.toMatchObject({ code: "not-found" });
    expect(await raised(() => addLimitation(as(cast.researcher), { ...limitation, ...here, ...places }))).toEqual(["limitation.add"]);
  });

  it("is changed with one event, and refused when not there, not allowed, stale or archived", async () => {
    const { id } = await given();
    const input = { ...limitation, ...here, id, version: 1, sections: [scene.section("5")] };
    await expect(changeLimitation(as(cast.researcher), { ...input, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeLimitation(as(cast.outsider), { ...input, assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(changeLimitation(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changeLimitation(as(cast.researcher), { ...input, version: 3 })).rejects.toMatchObject({
      code: "conflict",
      details: { version: 1 },
    });
    expect(await raised(() => changeLimitation(as(cast.researcher), { ...limitation, ...here, id, version: 1 }))).toEqual([]);
    expect(await raised(() => changeLimitation(as(cast.researcher), input))).toEqual(["limitation.change"]);
    expect(await db.limitation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      version: 2,
      sections: JSON.stringify([scene.section("5")]),
    });
    await archiveLimitation(as(cast.researcher), { ...here, id, version: 2 });
    await expect(changeLimitation(as(cast.researcher), { ...input, version: 3 })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("is translated with a version of its own and one event", async () => {
    const { id } = await given();
    const english = { ...here, id, language: "en", version: 0, text: "One season was measured." };
    await expect(translateLimitation(as(cast.researcher), { ...english, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(translateLimitation(as(cast.reviewer), english)).rejects.toMatchObject({ code: "forbidden" });
    expect(await raised(() => translateLimitation(as(cast.researcher), english))).toEqual(["limitation.translate"]);
    await expect(translateLimitation(as(cast.researcher), { ...english, text: "Other" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is archived with one event, and its number is not given again", async () => {
    const { id, number } = await given();
    await expect(archiveLimitation(as(cast.researcher), { ...here, id: nowhere, version: 1 })).rejects.toMatchObject({ code: "not-found" });
    await expect(archiveLimitation(as(cast.reviewer), { ...here, id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(archiveLimitation(as(cast.researcher), { ...here, id, version: 2 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => archiveLimitation(as(cast.lead), { ...here, id, version: 1 }))).toEqual(["limitation.archive"]);
    await expect(archiveLimitation(as(cast.lead), { ...here, id, version: 2 })).rejects.toMatchObject({ code: "wrong-state" });
    expect((await given()).number).toBe(number + 1);
  });
});
