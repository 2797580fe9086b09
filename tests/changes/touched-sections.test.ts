import { beforeEach, describe, expect, it } from "vitest";
import { addActor } from "~/features/actors/add-actor.server";
import { namedActor } from "~/features/actors/actor-row.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { db } from "~/platform/db.server";
import { readDocument } from "~/platform/evidence-graph.server";
import { readKeptStandings } from "~/platform/kept-standings.server";
import { readStandings } from "~/platform/section-standing.server";
import { listTouchedSections } from "~/platform/touched-sections.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { givenBlock, givenSections, sectionNow, sectionProtocol, sign, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
});

/** A finding of 3.1 that tells how many actors there are, and a conclusion of 5 on it; both signed by all who must. */
async function givenSignedFigure() {
  const finding = await givenBlock(cast, scene.section("3.1"), { text: { text: "Er zijn [[=actors]] actoren." } });
  const conclusion = await givenBlock(cast, scene.section("5"), { kind: "conclusion" });
  const link = (blockId: string, to: Parameters<typeof linkEvidence>[1]["to"]) =>
    linkEvidence(as(cast.researcher, hour(3)), { assessmentId, blockId, to, kind: "supports" });
  await link(finding.id, { kind: "excerpt", id: scene.excerpt });
  await link(conclusion.id, { kind: "statement", id: finding.statementId ?? "" });
  for (const code of ["3.1", "5"]) {
    const id = scene.section(code);
    await sendToReview(as(cast.researcher, hour(4)), { assessmentId, id, version: (await sectionNow(id)).version });
  }
  await sign(cast, scene.section("3.1"));
  await sign(cast, scene.section("5"));
  await sign(cast, scene.section("5"), cast.lead);
  return { finding, conclusion };
}

const study = () => ({ assessment: { id: assessmentId, languages: ["nl", "en"] }, protocol: sectionProtocol });
const statuses = (standings: ReadonlyMap<string, { status: string }>) =>
  ["3.1", "5"].map((code) => standings.get(scene.section(code))?.status);

describe("what a change touches", () => {
  it("is every section above a figure in running text, when its data changes", async () => {
    await givenSignedFigure();
    expect(statuses(await readKeptStandings(db, study()))).toEqual(["signed-off", "signed-off"]);
    await addActor(as(cast.lead, hour(6)), { assessmentId, ...namedActor("Stichting Kraan") });
    expect(statuses(await readKeptStandings(db, study()))).toEqual(["stale", "stale"]);
    expect(statuses(await readStandings(db, study(), await readDocument(db, assessmentId)))).toEqual(["stale", "stale"]);
  });

  it("is nothing for what no sign-off binds, anything for a record that is not known, and what stands above for the rest", async () => {
    await givenSignedFigure();
    const touched = (kind: string, id: string) => listTouchedSections(db, assessmentId, [{ kind, id }]);
    const both = [scene.section("3.1"), scene.section("5")].toSorted();
    expect(await touched("comment", "any")).toEqual([]);
    expect(await touched("a-kind-of-tomorrow", "any")).toBeNull();
    expect((await touched("excerpt", scene.excerpt))?.toSorted()).toEqual(both);
    expect(await touched("section", scene.section("5"))).toEqual([scene.section("5")]);
    // A section with those below it, which inherit its people.
    expect((await touched("section", scene.section("3")))?.toSorted()).toEqual([scene.section("3"), scene.section("3.1")].toSorted());
  });
});
