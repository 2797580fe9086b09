import { beforeEach, describe, expect, it } from "vitest";
import { saveBlock } from "~/features/sections/save-block.server";
import type { ShownComparison } from "~/features/editions/open-comparison.server";
import * as compare from "~/routes/assessments.$slug.editions.$n.compare.$m._index";
import * as files from "~/routes/assessments.$slug.editions.$n.compare.$m.files.$name";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { paragraphsOf, partsOf } from "../support/docx";
import { givenDraft, givenReleased } from "../support/edition-scene";
import { hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenBlock, givenSections, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let blockId: string;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  blockId = (await givenBlock(cast, scene.section("3.1"))).id;
  await givenReleased(cast, 30);
  const text = { text: "Kranen werken vier jaar." };
  await saveBlock(as(cast.researcher, hour(32)), { assessmentId: cast.assessment.id, id: blockId, version: 1, text });
});

const address = "/assessments/cast-study/editions/2/compare/1";
const params = { slug: "cast-study", n: "2", m: "1" };
const open = async (person: Person, query = "") => ask(compare.loader, await signedIn(person.id, `${address}${query}`), params);
const file = async (person: Person, name: string, query = "") =>
  ask(files.loader, await signedIn(person.id, `${address}/files/${name}${query}`), { ...params, name });

/** The body of a file that the lead fetches. */
async function documentIn(name: string): Promise<string> {
  const request = await signedIn(cast.lead.id, `${address}/files/${name}`);
  const sent = await files.loader({ request, params: { ...params, name }, context: { nonce: "test", requestId: "test" } });
  return partsOf(new Uint8Array(await sent.arrayBuffer()))["word/document.xml"] ?? "";
}

describe("what changed between two editions", () => {
  it("shows the team the one statement that was reworded, in a language that both have", async () => {
    await givenDraft(cast, 40);
    const shown = (await open(cast.lead, "?draft=1&in=nl")).data as ShownComparison;
    expect(shown.language).toBe("nl");
    expect(shown.found?.statements).toMatchObject([
      { code: "F1", what: ["reworded"], text: { before: "Kranen werken drie jaar.", after: "Kranen werken vier jaar." } },
    ]);
    expect(shown.pages["F1"]).toBe("3.1");
  });

  it("is not found for readers as long as the later one is a draft, as a page and as a file, and is once it is released", async () => {
    await givenDraft(cast, 40);
    for (const query of ["", "?draft=1"]) {
      expect((await open(cast.commissioner, query)).status).toBe(404);
      expect((await file(cast.commissioner, "nl.redline.docx", query)).status).toBe(404);
    }
    await givenReleased(cast, 50);
    expect((await open(cast.commissioner)).status).toBe(200);
    expect((await file(cast.commissioner, "nl.redline.docx")).status).toBe(200);
  });

  it("is a list and a redline as files, and nothing else", async () => {
    await givenReleased(cast, 40);
    const rows = paragraphsOf(await documentIn("nl.changes.docx")).map(({ text }) => text);
    expect(rows).toEqual(expect.arrayContaining(["F1", "andere woorden", "Kranen werken drie jaar.", "Kranen werken vier jaar."]));
    const marked = await documentIn("nl.redline.docx");
    expect(/<w:del [^>]*>(?:(?!<\/w:del>).)*drie/su.test(marked)).toBe(true);
    expect(/<w:ins [^>]*>(?:(?!<\/w:ins>).)*vier/su.test(marked)).toBe(true);
    for (const name of ["nl.docx", "fr.redline.docx", "nl.redline.pdf"]) expect((await file(cast.lead, name)).status).toBe(404);
  });
});
