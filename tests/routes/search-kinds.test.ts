import { beforeAll, describe, expect, it } from "vitest";
import { addLimitation } from "~/features/limitations/add-limitation.server";
import { addPoint } from "~/features/options/add-point.server";
import { loadSearch } from "~/features/search/load-search.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { queriesOf } from "../support/counting-db";
import { useDatabase } from "../support/database";
import { canary, givenHeldInterview, givenProtocol, hour } from "../support/interview-scene";
import { givenActor } from "../support/judgement-scene";
import { givenExcerpt, givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenHeldInterview(cast);
  const assessmentId = cast.assessment.id;
  await addLimitation(as(cast.researcher, hour(3)), {
    assessmentId,
    text: "Alleen droge maanden.",
    language: "nl",
    sections: [],
    statements: [],
  });
  const point = { option: "fund", criterion: "cost", side: "for", text: "Goedkoop te beheren.", language: "nl", grounds: [] } as const;
  await addPoint(as(cast.researcher, hour(3)), { assessmentId, ...point });
});

async function groupsOf(person: Person, query: Record<string, string>, from = db) {
  const [row, viewer] = await Promise.all([findAssessmentRowIfAny(db, cast.assessment.slug), findViewerIfAny(db, person.id, hour(9))]);
  if (!row || !viewer) throw new Error("no cast");
  return (await loadSearch(from, { ...viewer, sessionId: "" }, { ...row, role: "lead" }, new URLSearchParams(query))).groups;
}
const codes = async (person: Person, q: string) =>
  (await groupsOf(person, { q })).flatMap(({ kind, hits }) => hits.map(({ code }) => `${kind} ${code}`));

describe("what else the search of a study finds", () => {
  it("finds limitations and points of options by their words", async () => {
    expect(await codes(cast.reviewer, "droge")).toEqual(["limitation L1"]);
    expect(await codes(cast.reviewer, "goedkoop")).toEqual(["option-point W1.1"]);
  });

  it("finds an interviewee by name only for who may know the name", async () => {
    const [name = ""] = canary.name.split(" ");
    for (const person of [cast.secondResearcher, cast.reviewer]) {
      expect(await codes(person, name)).toEqual([]);
      expect(JSON.stringify(await groupsOf(person, { q: "P1" }))).not.toContain(name);
    }
    for (const person of [cast.lead, cast.researcher]) expect(await codes(person, name)).toEqual(["interviewee P1"]);
    expect(await codes(cast.reviewer, "P1")).toEqual(["interviewee P1"]);
  });

  it("shows five of a kind, then all of it by pages of twenty, and asks no more questions for more", async () => {
    await givenActor(cast, "Kievit 0");
    const asked = () => queriesOf(db, (counted) => groupsOf(cast.lead, { q: "kievit" }, counted));
    const few = await asked();
    for (let n = 1; n <= 24; n += 1) await givenActor(cast, `Kievit ${n}`);
    const [group] = await groupsOf(cast.lead, { q: "kievit" });
    expect(group).toMatchObject({ kind: "actor", hits: [1, 2, 3, 4, 5].map((n) => ({ code: `O${n}` })) });
    const [first] = await groupsOf(cast.lead, { q: "kievit", kind: "actor" });
    expect(first?.hits.map(({ code }) => code)).toEqual(Array.from({ length: 20 }, (_, n) => `O${n + 1}`));
    const [second] = await groupsOf(cast.lead, { q: "kievit", kind: "actor", after: first?.next ?? "" });
    expect(second).toMatchObject({ next: null, hits: [21, 22, 23, 24, 25].map((n) => ({ code: `O${n}` })) });
    expect(await asked()).toBe(few);
  });

  it("pages through passages as the index ranks them, each once", async () => {
    const source = await givenSource(cast);
    for (let n = 0; n < 22; n += 1) await givenExcerpt(cast, source.id);
    const [first] = await groupsOf(cast.lead, { q: "kranen", kind: "excerpt" });
    const [second] = await groupsOf(cast.lead, { q: "kranen", kind: "excerpt", after: first?.next ?? "" });
    const all = [...(first?.hits ?? []), ...(second?.hits ?? [])].map(({ code }) => code);
    expect([first?.hits.length, second?.hits.length, new Set(all).size]).toEqual([20, 2, 22]);
  });
});
