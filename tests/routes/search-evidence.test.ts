import { beforeAll, describe, expect, it } from "vitest";
import { addFact } from "~/features/actors/add-fact.server";
import { readGroundsFor } from "~/platform/grounds.server";
import { db } from "~/platform/db.server";
import { loader as citeLoader, action as citeAction } from "~/routes/assessments.$slug.cite";
import { loader } from "~/routes/assessments.$slug.search";
import { as, loadCast, type Cast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { givenRecord } from "../support/fact-check-scene";
import { givenProtocol, hour, interviewProtocol } from "../support/interview-scene";
import { factInput, givenActor } from "../support/judgement-scene";
import { ask, signedIn } from "../support/request";
import { givenWrittenSection } from "../support/section-scene";
import { givenExcerpt, givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
let excerpt: { code: string };
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenRecord(cast); // I1:1 leads the club, I1:2a silence, I1:2b nobody talks
  const source = await givenSource(cast);
  excerpt = await givenExcerpt(cast, source.id); // S01:1 on taps
  const actor = await givenActor(cast, "Stichting Kievit");
  const told = { ...factInput, field: "other", label: { nl: "Werk", en: "Work" } };
  await addFact(as(cast.researcher, hour(2)), { ...told, assessmentId: cast.assessment.id, actorId: actor.id });
  await givenWrittenSection(cast);
  const set = (question: string, part: string, data: object) =>
    rawWriter().interviewAnswer.updateMany({ where: { assessmentId: cast.assessment.id, question, part }, data });
  await set("gq2", "which", { disputedAt: hour(9) });
  await set("gq2", "why", { withdrawnAt: hour(9) });
});

const slug = () => ({ slug: cast.assessment.slug });
async function page(person: Person, query: Record<string, string>) {
  const path = `/assessments/cast-study/search?${new URLSearchParams(query).toString()}`;
  const { data } = await ask(loader, await signedIn(person.id, path), slug());
  return data as Awaited<ReturnType<typeof loader>>; // what the loader gives
}
/** What is found, each with the reason why it can't be cited. */
async function found(query: Record<string, string>, person = cast.reviewer) {
  const { groups } = await page(person, query);
  return groups.flatMap(({ hits }) => hits.map(({ code, evidence }) => [code, evidence?.problem].filter(Boolean).join(" ")));
}

describe("what can't be cited", () => {
  it("is shown with the reason, and what was withdrawn without a word of it", async () => {
    expect(await found({ q: "leidt" })).toEqual(["I1:1"]);
    expect(await found({ q: "stilte" })).toEqual(["I1:2a disputed"]);
    const { groups } = await page(cast.reviewer, { q: "I1:2b" });
    expect(groups[0]?.hits).toMatchObject([{ code: "I1:2b", passage: [], evidence: { problem: "withdrawn" } }]);
  });

  it("is left out where only what can be cited is asked for", async () => {
    expect(await found({ q: "stilte", citable: "yes" })).toEqual([]);
    expect(await found({ q: "leidt", citable: "yes" })).toEqual(["I1:1"]);
  });
});

describe("a search narrowed down", () => {
  it.each([
    ["by kind", { q: "kranen", kind: "excerpt" }, ["S01:1"]],
    ["by another kind", { q: "kranen", kind: "actor-fact" }, []],
    ["by research question", { q: "leidt", question: "1" }, ["I1:1"]],
    ["by another research question", { q: "leidt", question: "2" }, []],
    ["by where it comes from", { q: "kranen", from: "s01" }, ["S01:1"]],
    ["by another place", { q: "kranen", from: "I1" }, []],
    ["by language", { q: "kranen", lang: "nl" }, ["S01:1", "F1"]],
    ["by the other language", { q: "kranen", lang: "en" }, []],
    ["by a language that the study has not, which does not count", { q: "leidt", lang: "xx\u0000" }, ["I1:1"]],
    ["by a perspective that it has not, likewise", { q: "leidt", perspective: "\u0000" }, ["I1:1"]],
  ] as const)("%s", async (_, query, wanted) => {
    expect((await found(query)).sort()).toEqual([...wanted].sort());
  });
});

describe("what is called by the name of an actor", () => {
  it("is found by that name, on the page and beside a judgement", async () => {
    expect(await found({ q: "kievit" })).toEqual(["O1:f1", "O1"]);
    const study = { assessment: { id: cast.assessment.id, languages: ["nl", "en"] }, protocol: interviewProtocol, language: "nl" as const };
    const viewer = {
      id: cast.researcher.id,
      administrator: false,
      mayStart: false,
      roles: { [cast.assessment.id]: "researcher" as const },
    };
    const grounds = await readGroundsFor(db, { ...study, viewer }, { kind: "judgement", id: null }, "kievit");
    expect(grounds.found).toMatchObject([{ code: "O1:f1", origin: "Stichting Kievit, Werk", citable: null }]);
    const disputed = await readGroundsFor(db, { ...study, viewer }, { kind: "judgement", id: null }, "stilte");
    expect(disputed.found).toMatchObject([
      { code: "I1:2a", citable: "disputed", passage: [{ hit: false }, { text: "stilte", hit: true }, {}] },
    ]);
  });
});

describe("where nothing was found", () => {
  it("asks whether a word that stands in the texts was meant, and only such a word", async () => {
    expect(await page(cast.reviewer, { q: "kranne" })).toMatchObject({ groups: [], meant: "kranen" });
    expect(await page(cast.reviewer, { q: "praaat" })).toMatchObject({ groups: [], meant: null }); // only in what was withdrawn
    expect(await page(cast.reviewer, { q: "zzzzzz" })).toMatchObject({ groups: [], meant: null });
  });
});

describe("from a passage to a statement", () => {
  const at = (code: string) => `/assessments/cast-study/cite?evidence=${encodeURIComponent(code)}`;

  it("offers the statements to who writes, and leads to the one under which it was cited", async () => {
    const { data } = await ask(citeLoader, await signedIn(cast.researcher.id, at(excerpt.code)), slug());
    const loaded = data as Awaited<ReturnType<typeof citeLoader>>; // what the loader gives
    expect(loaded).toMatchObject({ evidence: { code: "S01:1" }, problem: null, sections: [{ code: "1", statements: [{ code: "F1" }] }] });
    const blockId = loaded.sections[0]?.statements[0]?.blockId ?? "";
    const form = { blockId, kind: "supports" };
    const done = await ask(citeAction, await signedIn(cast.researcher.id, at(excerpt.code), { form }), slug());
    expect(done).toMatchObject({ status: 302, location: `/assessments/cast-study/sections/1/edit#block-${blockId}` });
    const again = await ask(citeAction, await signedIn(cast.researcher.id, at(excerpt.code), { form }), slug());
    expect(again).toMatchObject({ status: 422, data: { message: "linked-already" } });
    const disputed = await ask(citeAction, await signedIn(cast.researcher.id, at("I1:2a"), { form }), slug());
    expect(disputed).toMatchObject({ status: 422, data: { message: "disputed" } });
  });

  it.each([
    ["another code", "S99:9"],
    ["a word", "nothing"],
    ["what is no code", "'\u0000"],
    ["a judgement that is not there", "O1:K1"],
  ])("finds nothing at %s", async (_, code) => {
    const { status } = await ask(citeLoader, await signedIn(cast.researcher.id, at(code)), slug());
    expect(status).toBe(404);
  });
});
