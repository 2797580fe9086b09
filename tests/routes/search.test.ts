import { beforeAll, describe, expect, it } from "vitest";
import { findEvidenceByCode } from "~/platform/search.server";
import { loader } from "~/routes/assessments.$slug.search";
import { loadCast, type Cast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { ask, signedIn } from "../support/request";
import { givenBlock, givenSections } from "../support/section-scene";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
  const scene = await givenSections(cast);
  const indexed = {
    assessmentId: cast.assessment.id,
    kind: "judgement",
    recordId: scene.blindJudgement,
    language: "nl",
    words: "kwetsbar kwetsbaar ordel",
  };
  await rawWriter().searchText.create({ data: indexed });
  await givenBlock(cast, scene.section("3.1"), { text: { text: "Pompen <b>lekken</b> in de winter." } });
});

/** What a person finds: kind, code and the words that are marked. */
async function found(person: Person, words: string): Promise<string[]> {
  const { data } = await ask(loader, await signedIn(person.id, `/assessments/cast-study/search?q=${encodeURIComponent(words)}`), {
    slug: cast.assessment.slug,
  });
  const { groups } = data as Awaited<ReturnType<typeof loader>>;
  const hits = groups.flatMap((group) => group.hits);
  return hits.map(({ kind, code, passage }) => [kind, code, ...passage.filter(({ hit }) => hit).map(({ text }) => text)].join(" "));
}

describe("the search of a study", () => {
  it("finds statements, passages and sections, and marks the words in them as typed", async () => {
    expect(await found(cast.reviewer, "pomp")).toEqual(["statement F1 Pompen"]);
    expect(await found(cast.reviewer, "stil")).toContain("excerpt S01:2 stil");
    expect(await found(cast.reviewer, "conclusies")).toEqual(["section 5"]);
    expect(await found(cast.reviewer, "S01:1")).toContain("excerpt S01:1");
  });

  it("never finds a judgement of a round that is not open, nor what is archived, and nothing without words", async () => {
    expect(await found(cast.lead, "O1:K1")).toEqual([]);
    expect(await findEvidenceByCode(cast.assessment.id, cast.lead.id, "O1:K1", ["judgement"])).toEqual([]);
    expect(await found(cast.lead, "kwetsbaar")).toEqual([]);
    expect(await found(cast.lead, "dubbel")).toEqual([]);
    expect(await found(cast.lead, "")).toEqual([]);
    expect(await found(cast.lead, '"*)(')).toEqual([]);
  });
});
