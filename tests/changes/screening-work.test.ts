import { beforeEach, expect, it } from "vitest";
import { tasksFor } from "~/domain/work/tasks";
import { decide } from "~/features/screening/decide.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readStudyWork } from "~/platform/work.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol } from "../support/interview-scene";
import { decision, givenDecided, givenFound, givenObtained } from "../support/screening-scene";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

async function work() {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("no assessment");
  return readStudyWork(db, row);
}
const screening = async (id: string, role: "lead" | "researcher" | "reviewer") =>
  tasksFor(await work(), { id, role })
    .filter(({ path }) => path.startsWith("/sources/screening"))
    .map(({ kind, count, of }) => [kind, count, of]);

it("waits for those who may decide, at the step that each publication has come to", async () => {
  await givenFound(cast);
  await givenFound(cast, "website");
  await givenObtained(cast);
  expect(await screening(cast.researcher.id, "researcher")).toEqual([
    ["screen-titles", 1, 0],
    ["find-texts", 1, 0],
    ["read-texts", 1, 0],
  ]);
  expect(await screening(cast.reviewer.id, "reviewer")).toEqual([]);
});

it("tells the second person that another has decided, and not what; a difference waits for the two and the lead", async () => {
  const { id } = await givenFound(cast);
  await decide(as(cast.researcher), decision(cast, id, { decision: "exclude", reason: "far", note: "Elders" }));
  expect(await screening(cast.researcher.id, "researcher")).toEqual([]);
  expect(await screening(cast.secondResearcher.id, "researcher")).toEqual([["screen-titles", 1, 1]]);
  expect(JSON.stringify(await work())).not.toMatch(/exclude|far|Elders/u);
  await givenDecided(cast, id, [cast.secondResearcher]);
  for (const person of [cast.researcher, cast.secondResearcher])
    expect(await screening(person.id, "researcher")).toEqual([["settle-screening", 1, 0]]);
  expect(await screening(cast.lead.id, "lead")).toEqual([["settle-screening", 1, 0]]);
});
