import { describe, expect, it } from "vitest";
import { judgeAlignment } from "~/features/alignments/judge-alignment.server";
import { translateAlignment } from "~/features/alignments/translate-alignment.server";
import { db } from "~/platform/db.server";
import { archiveExcerpt } from "~/features/sources/archive-excerpt.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, givenProtocol, hour, lastSeq } from "../support/interview-scene";
import { givenExcerpt, givenSource } from "../support/source-scene";

useDatabase("per test");
let cast: Cast;
let here: { assessmentId: string };
const nowhere = newId(hour(0));
const setScene = async () => {
  cast = await loadCast();
  here = { assessmentId: cast.assessment.id };
  await givenProtocol(cast.assessment.id, cast.lead.id);
};
const input = () => ({
  ...here,
  framework: "plan",
  node: "p1",
  version: 0,
  value: "much",
  reasons: "Zo staat het er.",
  language: "nl",
  grounds: [] as string[],
});

/** The actions that a change raises. */
async function raised(run: () => Promise<unknown>): Promise<string[]> {
  const seq = await lastSeq(cast.assessment.id);
  await run();
  return actionsSince(cast.assessment.id, seq);
}

describe("judging a policy node", () => {
  it("does not find a node that is not there or only a heading, and is for researchers", async () => {
    await setScene();
    await expect(judgeAlignment(as(cast.researcher), { ...input(), node: "p9" })).rejects.toMatchObject({ code: "not-found" });
    await expect(judgeAlignment(as(cast.researcher), { ...input(), node: "p0" })).rejects.toMatchObject({ code: "not-found" });
    await expect(judgeAlignment(as(cast.reviewer), input())).rejects.toMatchObject({ code: "forbidden" });
    await expect(judgeAlignment(as(cast.commissioner), input())).rejects.toMatchObject({ code: "not-found" });
  });
  it("refuses a value off the scale, and a ground that is not there or archived", async () => {
    await setScene();
    const excerpt = await givenExcerpt(cast, (await givenSource(cast)).id);
    await archiveExcerpt(as(cast.researcher), { ...here, id: excerpt.id, version: 1 });
    await expect(judgeAlignment(as(cast.researcher), { ...input(), value: "huge" })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "value" },
    });
    await expect(judgeAlignment(as(cast.researcher), { ...input(), grounds: [`excerpt/${nowhere}`] })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "grounds" },
    });
    await expect(judgeAlignment(as(cast.researcher), { ...input(), grounds: [`excerpt/${excerpt.id}`] })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "grounds" },
    });
  });
  it("raises one event for the first and for another one, none when it stays the same, and refuses a stale version", async () => {
    await setScene();
    const { id } = await givenExcerpt(cast, (await givenSource(cast)).id);
    expect(await raised(() => judgeAlignment(as(cast.researcher), { ...input(), grounds: [`excerpt/${id}`] }))).toEqual([
      "alignment.judge",
    ]);
    expect(await raised(() => judgeAlignment(as(cast.researcher), { ...input(), version: 1, grounds: [`excerpt/${id}`] }))).toEqual([]);
    await expect(judgeAlignment(as(cast.researcher), input())).rejects.toMatchObject({ code: "conflict", details: { version: 1 } });
    expect(await raised(() => judgeAlignment(as(cast.lead), { ...input(), version: 1, value: "little" }))).toEqual(["alignment.judge"]);
    expect(await db.alignment.findFirstOrThrow({ where: here })).toMatchObject({
      code: "P 1",
      level: '"little"',
      version: 2,
      protocolNumber: 1,
    });
    expect(await db.ground.count({ where: here })).toBe(0);
  });
});

describe("translating its reasons", () => {
  it("has a version of its own, and raises one event", async () => {
    await setScene();
    const { id } = await judgeAlignment(as(cast.researcher), input());
    const english = { ...here, id, language: "en", version: 0, reasons: "It says so." };
    await expect(translateAlignment(as(cast.researcher), { ...english, id: nowhere })).rejects.toMatchObject({ code: "not-found" });
    await expect(translateAlignment(as(cast.reviewer), english)).rejects.toMatchObject({ code: "forbidden" });
    await expect(translateAlignment(as(cast.researcher), { ...english, language: "fr" })).rejects.toMatchObject({ code: "invalid" });
    expect(await raised(() => translateAlignment(as(cast.researcher), english))).toEqual(["alignment.translate"]);
    expect(await raised(() => translateAlignment(as(cast.researcher), { ...english, version: 1 }))).toEqual([]);
    await expect(translateAlignment(as(cast.researcher), { ...english, reasons: "Other" })).rejects.toMatchObject({ code: "conflict" });
    expect(await db.searchText.count({ where: { recordId: id } })).toBe(2);
  });
});
