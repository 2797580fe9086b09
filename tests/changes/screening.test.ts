import { beforeAll, describe, expect, it } from "vitest";
import { countByHand } from "~/features/screening/count.server";
import { decide } from "~/features/screening/decide.server";
import { settle } from "~/features/screening/settle.server";
import { archiveSource } from "~/features/sources/archive-source.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { listDecisions } from "~/platform/screening.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, givenProtocol, hour, lastSeq } from "../support/interview-scene";
import { decision, givenDecided, givenFound, givenObtained } from "../support/screening-scene";

useDatabase();
let cast: Cast;
const nowhere = newId(hour(0));
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});

/** The actions that a change raises. */
async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}
const both = () => [cast.researcher, cast.secondResearcher];

describe("deciding on a publication", () => {
  it("is not found elsewhere or by the commissioner, and forbidden to a reviewer", async () => {
    const { id } = await givenFound(cast);
    await expect(decide(as(cast.researcher), decision(cast, nowhere))).rejects.toMatchObject({ code: "not-found" });
    await expect(decide(as(cast.commissioner), decision(cast, id))).rejects.toMatchObject({ code: "not-found" });
    const elsewhere = { ...decision(cast, id), assessmentId: cast.otherAssessment.id };
    await expect(decide(as(cast.outsider), elsewhere)).rejects.toMatchObject({ code: "not-found" });
    await expect(decide(as(cast.reviewer), decision(cast, id))).rejects.toMatchObject({ code: "forbidden", status: 403 });
  });

  it("is refused before its step is reached, once two have decided, and when the publication is archived", async () => {
    const { id } = await givenFound(cast);
    const early = decision(cast, id, { step: "full-text" });
    await expect(decide(as(cast.researcher), early)).rejects.toMatchObject({ code: "wrong-state", details: { state: "unreached" } });
    await givenDecided(cast, id, both());
    await expect(decide(as(cast.lead), decision(cast, id))).rejects.toMatchObject({ code: "wrong-state", details: { state: "settled" } });
    const again = decision(cast, id, { version: 1, decision: "exclude" });
    await expect(decide(as(cast.researcher), again)).rejects.toMatchObject({ code: "wrong-state", details: { state: "settled" } });
    const other = await givenFound(cast);
    await archiveSource(as(cast.researcher), { assessmentId: cast.assessment.id, id: other.id, version: 1 });
    await expect(decide(as(cast.researcher), decision(cast, other.id))).rejects.toMatchObject({ details: { state: "archived" } });
  });

  it("takes a decision of its step and a reason of the protocol or in own words", async () => {
    const { id } = await givenObtained(cast);
    const full = (more: object) => decide(as(cast.researcher), decision(cast, id, { step: "full-text", ...more }));
    await expect(full({ decision: "unsure" })).rejects.toMatchObject({ code: "invalid", details: { field: "decision" } });
    await expect(full({ decision: "exclude" })).rejects.toMatchObject({ code: "invalid", details: { field: "reason" } });
    await expect(full({ decision: "exclude", reason: "near" })).rejects.toMatchObject({ code: "invalid", details: { field: "reason" } });
    await expect(full({ decision: "exclude", reason: "other: " })).rejects.toMatchObject({ details: { field: "ownReason" } });
    expect(await raised(() => full({ decision: "exclude", reason: "other:a poster" }))).toEqual(["screening.decide"]);
  });

  it("is one event that does not say what was decided, and can be changed until the other has decided", async () => {
    const { id } = await givenFound(cast);
    expect(await raised(() => decide(as(cast.researcher), decision(cast, id, { note: "Twijfel" })))).toEqual(["screening.decide"]);
    const told = await db.eventDetail.findFirstOrThrow({ where: { chain: cast.assessment.id, part: "change" }, orderBy: { seq: "desc" } });
    expect(told.body).toContain('"step":"title-abstract"');
    expect(told.body).not.toMatch(/include|Twijfel/);
    const changed = decision(cast, id, { version: 1, decision: "exclude", reason: "far" });
    await expect(decide(as(cast.researcher), { ...changed, version: 3 })).rejects.toMatchObject({
      code: "conflict",
      details: { version: 1 },
    });
    expect(await raised(() => decide(as(cast.researcher), changed))).toEqual(["screening.decide"]);
    expect(await raised(() => decide(as(cast.researcher), { ...changed, version: 2 }))).toEqual([]);
    const row = await db.screening.findFirstOrThrow({ where: { sourceId: id } });
    expect(row).toMatchObject({ version: 2, decision: "exclude", openedAt: null });
    expect(await db.version.count({ where: { kind: "screening", recordId: row.id } })).toBe(2);
  });

  it("opens both decisions with the second, and only then", async () => {
    const { id } = await givenFound(cast);
    await decide(as(cast.researcher), decision(cast, id, { decision: "exclude", reason: "far", note: "Elders" }));
    const seenBy = async (viewer: string | null) => (await listDecisions(db, cast.assessment.id, viewer, [id])).get(id);
    for (const viewer of [cast.secondResearcher.id, cast.lead.id, cast.reviewer.id, null])
      expect(await seenBy(viewer)).toMatchObject([{ screener: cast.researcher.id, decision: null, reason: null, note: "", id: null }]);
    expect(await seenBy(cast.researcher.id)).toMatchObject([{ decision: "exclude", reason: "far" }]);
    const done = await decide(as(cast.secondResearcher), decision(cast, id));
    expect(done.opened).toBe(true);
    expect((await seenBy(null))?.map((one) => one.decision).toSorted()).toEqual(["exclude", "include"]);
  });

  it("lets one person say whether a text could be had", async () => {
    const { id } = await givenFound(cast, "website");
    const got = decision(cast, id, { step: "retrieval", decision: "retrieved" });
    expect((await decide(as(cast.researcher), got)).opened).toBe(true);
    await expect(decide(as(cast.secondResearcher), got)).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("settling a difference", () => {
  const settled = (sourceId: string, more: object = {}) => ({
    ...{ assessmentId: cast.assessment.id, sourceId, step: "title-abstract" as const, version: 0 },
    ...{ decision: "exclude" as const, reason: "far", why: "Samen gelezen", ...more },
  });
  async function givenConflict() {
    const { id } = await givenFound(cast);
    await decide(as(cast.researcher), decision(cast, id));
    await decide(as(cast.secondResearcher), decision(cast, id, { decision: "exclude" }));
    return id;
  }

  it("is not found elsewhere, forbidden to a reviewer, and refused while one has decided", async () => {
    const { id } = await givenFound(cast);
    await expect(settle(as(cast.lead), settled(nowhere))).rejects.toMatchObject({ code: "not-found" });
    await expect(settle(as(cast.reviewer), settled(id))).rejects.toMatchObject({ code: "forbidden" });
    await decide(as(cast.researcher), decision(cast, id));
    await expect(settle(as(cast.lead), settled(id))).rejects.toMatchObject({ code: "wrong-state", details: { state: "open" } });
  });

  it("is done by one of the two or the lead, with a reason and one event, and again at its newest version", async () => {
    const id = await givenConflict();
    expect(await raised(() => settle(as(cast.secondResearcher), settled(id)))).toEqual(["screening.settle"]);
    await expect(settle(as(cast.lead), settled(id))).rejects.toMatchObject({ code: "conflict", details: { version: 1 } });
    expect(await raised(() => settle(as(cast.lead), settled(id, { version: 1, decision: "include", reason: null })))).toEqual([
      "screening.settle",
    ]);
    const rows = await db.screening.findMany({ where: { sourceId: id }, orderBy: { at: "asc" } });
    expect(rows.map(({ screener, decision: what }) => [screener, what])).toEqual(
      expect.arrayContaining([
        [cast.researcher.id, "include"],
        [cast.secondResearcher.id, "exclude"],
        ["agreed", "include"],
      ]),
    );
  });

  it("is refused to a researcher who did not screen it, and once the next step has begun", async () => {
    const { id } = await givenFound(cast);
    await givenDecided(cast, id, [cast.lead, cast.secondResearcher]);
    await expect(settle(as(cast.researcher), settled(id))).rejects.toMatchObject({ code: "forbidden" });
    await givenDecided(cast, id, [cast.researcher], { step: "retrieval", decision: "retrieved" });
    await expect(settle(as(cast.lead), settled(id))).rejects.toMatchObject({ code: "wrong-state", details: { state: "passed" } });
  });
});

describe("counting by hand", () => {
  const count = (more: object = {}) => ({
    assessmentId: cast.assessment.id,
    kind: "duplicates",
    count: 9,
    note: "Ontdubbeld",
    version: 0,
    ...more,
  });
  it("is for researchers, of a kind that there is, at its newest version, with one event", async () => {
    await expect(countByHand(as(cast.commissioner), count())).rejects.toMatchObject({ code: "not-found" });
    await expect(countByHand(as(cast.reviewer), count())).rejects.toMatchObject({ code: "forbidden" });
    await expect(countByHand(as(cast.lead), count({ kind: "full-text:near" }))).rejects.toMatchObject({ code: "invalid" });
    expect(await raised(() => countByHand(as(cast.researcher), count()))).toEqual(["screening.count"]);
    await expect(countByHand(as(cast.lead), count({ count: 8 }))).rejects.toMatchObject({ code: "conflict", details: { version: 1 } });
    expect(await raised(() => countByHand(as(cast.lead), count({ version: 1 })))).toEqual([]);
    expect(await raised(() => countByHand(as(cast.lead), count({ kind: "full-text:far", count: 4, note: "" })))).toEqual([
      "screening.count",
    ]);
  });
});
