import { beforeAll, describe, expect, it } from "vitest";
import { change } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { as, loadCast } from "../cast";
import type { Cast } from "../cast";
import { useDatabase } from "../support/database";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
});

/** Renames the cast's assessment: the smallest change that the tests below need. */
function rename(title: string, version: number, chain = cast.assessment.id) {
  return change({ ...as(cast.lead), chain }, async (tx) => {
    const { count } = await tx.assessment.updateMany({ where: { id: chain, version }, data: { title, version: version + 1 } });
    if (count === 0) throw new Error("stale");
    const subject = { type: "assessment", id: chain, version: version + 1 } as const;
    return { result: title, event: { action: "assessment.change", subject, label: "cast-study", change: { title: { before: null, after: title } } } };
  });
}

describe("a change", () => {
  it("writes the record and its event together", async () => {
    const before = await db.event.count({ where: { chain: cast.assessment.id } });
    expect(await rename("New title", 1)).toBe("New title");
    const events = await db.event.findMany({ where: { chain: cast.assessment.id }, orderBy: { seq: "asc" } });
    expect(events).toHaveLength(before + 1);
    expect(events.at(-1)).toMatchObject({ seq: before + 1, action: "assessment.change", byId: cast.lead.id, subjectVersion: 2 });
  });
});
