import { beforeAll, describe, expect, it } from "vitest";
import { addPoint } from "~/features/options/add-point.server";
import { archivePoint } from "~/features/options/archive-point.server";
import { changePoint } from "~/features/options/change-point.server";
import { translatePoint } from "~/features/options/translate-point.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, givenProtocol, hour, lastSeq } from "../support/interview-scene";
import { givenExcerpt, givenSource } from "../support/source-scene";

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
const point = { criterion: "cost", side: "against", text: "Kost veel.", language: "nl", grounds: [] as string[] } as const;
const given = () => addPoint(as(cast.researcher), { ...point, ...here, option: "fund" });

/** The actions that a change raises. */
async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

describe("a point for or against an option", () => {
  it("is added to an option and a criterion of the protocol only, by a researcher, with one event", async () => {
    await expect(addPoint(as(cast.researcher), { ...point, ...here, option: "moon" })).rejects.toMatchObject({ code: "not-found" });
    await expect(addPoint(as(cast.researcher), { ...point, ...here, option: "fund", criterion: "reach" })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "criterion" },
    });
    await expect(addPoint(as(cast.reviewer), { ...point, ...here, option: "fund" })).rejects.toMatchObject({ code: "forbidden" });
    const { id } = await givenExcerpt(cast, (await givenSource(cast)).id);
    expect(await raised(() => addPoint(as(cast.researcher), { ...point, ...here, option: "fund", grounds: [`excerpt/${id}`] }))).toEqual([
      "option.add-point",
    ]);
    expect(await db.ground.count({ where: { holderKind: "option-point", evidenceId: id } })).toBe(1);
  });

  it("is changed with one event, and refused when not there, not allowed, stale or archived", async () => {
    const { id } = await given();
    const input = { ...point, ...here, id, version: 1, text: "Kost heel veel." };
    await expect(changePoint(as(cast.researcher), { ...input, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(changePoint(as(cast.outsider), { ...input, assessmentId: cast.otherAssessment.id })).rejects.toMatchObject({
      code: "not-found",
    });
    await expect(changePoint(as(cast.reviewer), input)).rejects.toMatchObject({ code: "forbidden" });
    await expect(changePoint(as(cast.researcher), { ...input, version: 2 })).rejects.toMatchObject({
      code: "conflict",
      details: { theirs: "Kost veel." },
    });
    expect(await raised(() => changePoint(as(cast.researcher), { ...input, text: point.text }))).toEqual([]);
    expect(await raised(() => changePoint(as(cast.researcher), input))).toEqual(["option.change-point"]);
    await archivePoint(as(cast.researcher), { ...here, id, version: 2 });
    await expect(changePoint(as(cast.researcher), { ...input, version: 3 })).rejects.toMatchObject({ code: "wrong-state" });
  });

  it("is translated with a version of its own and one event", async () => {
    const { id } = await given();
    const english = { ...here, id, language: "en", version: 0, text: "Costs a lot." };
    await expect(translatePoint(as(cast.researcher), { ...english, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(translatePoint(as(cast.reviewer), english)).rejects.toMatchObject({ code: "forbidden" });
    expect(await raised(() => translatePoint(as(cast.researcher), english))).toEqual(["option.translate-point"]);
    await expect(translatePoint(as(cast.researcher), { ...english, text: "Other" })).rejects.toMatchObject({ code: "conflict" });
  });

  it("is archived with one event, keeps its number, and refuses a second time", async () => {
    const { id, number } = await given();
    await expect(archivePoint(as(cast.researcher), { ...here, id: nowhere, version: 1 })).rejects.toMatchObject({ code: "not-found" });
    await expect(archivePoint(as(cast.reviewer), { ...here, id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await expect(archivePoint(as(cast.researcher), { ...here, id, version: 5 })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised(() => archivePoint(as(cast.lead), { ...here, id, version: 1 }))).toEqual(["option.archive-point"]);
    await expect(archivePoint(as(cast.lead), { ...here, id, version: 2 })).rejects.toMatchObject({ code: "wrong-state" });
    await expect(translatePoint(as(cast.researcher), { ...here, id, language: "en", version: 0, text: "x" })).rejects.toMatchObject({
      code: "wrong-state",
    });
    expect((await given()).number).toBe(number + 1);
  });
});
