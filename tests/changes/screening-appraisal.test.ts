import { beforeAll, describe, expect, it } from "vitest";
import { readAppraisal } from "~/domain/screening/appraisal";
import { appraiseSource } from "~/features/sources/appraise-source.server";
import { archiveSource } from "~/features/sources/archive-source.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, givenProtocol, hour, lastSeq } from "../support/interview-scene";
import { givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});

const appraisal = { criteria: { method: { level: "much", reason: "Per kraan gemeten" } }, note: "Bruikbaar" };
const appraised = (id: string, more: object = {}) => ({ assessmentId: cast.assessment.id, id, version: 1, ...appraisal, ...more });

/** The actions that a change raises. */
async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

describe("appraising a source", () => {
  it("is not found elsewhere or by the commissioner", async () => {
    const { id } = await givenSource(cast);
    await expect(appraiseSource(as(cast.researcher), appraised(newId(hour(0))))).rejects.toMatchObject({ code: "not-found" });
    await expect(appraiseSource(as(cast.commissioner), appraised(id))).rejects.toMatchObject({ code: "not-found", status: 404 });
    const elsewhere = appraised(id, { assessmentId: cast.otherAssessment.id });
    await expect(appraiseSource(as(cast.outsider), elsewhere)).rejects.toMatchObject({ code: "not-found" });
  });

  it("is forbidden to a reviewer", async () => {
    const { id } = await givenSource(cast);
    await expect(appraiseSource(as(cast.reviewer), appraised(id))).rejects.toMatchObject({ code: "forbidden", status: 403 });
  });

  it("is refused once the source is archived", async () => {
    const { id } = await givenSource(cast);
    await archiveSource(as(cast.researcher), { assessmentId: cast.assessment.id, id, version: 1 });
    await expect(appraiseSource(as(cast.researcher), appraised(id, { version: 2 }))).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "archived" },
    });
  });

  it("takes criteria and levels of the protocol only, and names the field of another", async () => {
    const { id } = await givenSource(cast);
    const found = (criterion: string, level: string | null) => appraised(id, { criteria: { [criterion]: { level, reason: "" } } });
    const refused = async (criterion: string, level: string | null, field: string) =>
      expect(appraiseSource(as(cast.researcher), found(criterion, level))).rejects.toMatchObject({ code: "invalid", details: { field } });
    await refused("colour", null, "reason.colour");
    await refused("method", "splendid", "level.method");
    await refused("publisher", "much", "level.publisher");
  });

  it("is refused at a version that somebody else has changed", async () => {
    const { id } = await givenSource(cast);
    await appraiseSource(as(cast.secondResearcher), appraised(id, { note: "Matig" }));
    await expect(appraiseSource(as(cast.researcher), appraised(id))).rejects.toMatchObject({ code: "conflict", details: { version: 2 } });
  });

  it("is one event and one version, and neither when nothing changed", async () => {
    const { id } = await givenSource(cast);
    expect(await raised(() => appraiseSource(as(cast.researcher), appraised(id)))).toEqual(["source.appraise"]);
    const row = await db.source.findUniqueOrThrow({ where: { id } });
    expect(row.version).toBe(2);
    expect(readAppraisal(row.appraisal)).toEqual(appraisal);
    expect(await db.version.count({ where: { kind: "source", recordId: id } })).toBe(2);
    expect(await raised(() => appraiseSource(as(cast.researcher), appraised(id, { version: 2 })))).toEqual([]);
    expect(await db.version.count({ where: { kind: "source", recordId: id } })).toBe(2);
  });
});
