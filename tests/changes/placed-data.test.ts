import { beforeEach, describe, expect, it } from "vitest";
import { changeActor } from "~/features/actors/change-actor.server";
import { loadComparison, loadVersion } from "~/features/section-versions/load-version.server";
import { loadVersions } from "~/features/section-versions/load-versions.server";
import { loadReview } from "~/features/sections/load-review.server";
import { moveBlock } from "~/features/sections/move-block.server";
import { reopenSection } from "~/features/sections/reopen-section.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import type { Role } from "~/domain/permissions";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { actorInput, givenActor } from "../support/judgement-scene";
import { givenBlock, givenSections, sectionNow, sign, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let id: string;
let user: Viewer;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  id = scene.section("3.1");
  const { reviewer } = cast;
  user = {
    ...{ id: reviewer.id, name: reviewer.name, email: "x@example.org", demo: false, sessionId: "s", language: "en" },
    ...{ administrator: false, mayStart: false, roles: { [assessmentId]: reviewer.role as Role } },
  };
});
const study = async () => {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("no assessment");
  return { ...row, role: "reviewer" as const };
};

/** A finding, and below it the actors of the study: version 1 and 2. */
async function givenPlaced() {
  const actor = await givenActor(cast, "Bond van pomphouders");
  const finding = await givenBlock(cast, id);
  const placed = await givenBlock(cast, id, { kind: "data", data: "actors", text: { text: "" } });
  return { actor, finding, placed };
}

describe("a table from the records that has a place in a section", () => {
  it("stands in its versions and between two of them by name", async () => {
    const { placed } = await givenPlaced();
    const { blocks } = await loadVersion(db, user, await study(), "3.1", "2");
    expect(blocks.map(({ code, shows }) => [code, shows?.block ?? null])).toEqual([
      ["F1", null],
      ["", "actors"],
    ]);
    const compared = await loadComparison(db, user, await study(), { code: "3.1", n: "1", m: "2" });
    expect(compared.blocks.map(({ id: one, what }) => [one === placed.id, what])).toEqual([
      [false, "same"],
      [true, "added"],
    ]);
    const { days } = await loadVersions(db, user, await study(), "3.1", new URLSearchParams());
    const steps = days.flatMap(({ runs }) => runs.flat()).map(({ act, code, isData }) => [act, code, isData]);
    expect(steps).toEqual([
      ["added", "", true],
      ["added", "F1", false],
    ]);
  });

  it("is told to who signed before it came, and so is what stands elsewhere", async () => {
    const first = await givenBlock(cast, id);
    const second = await givenBlock(cast, id, { text: { text: "Pompen niet." } });
    const send = async (at: number) => {
      const { version } = await sectionNow(id);
      await sendToReview(as(cast.researcher, hour(at)), { assessmentId, id, version });
    };
    await send(3);
    await sign(cast, id, cast.reviewer, hour(4));
    await reopenSection(as(cast.lead, hour(5)), { assessmentId, id, version: (await sectionNow(id)).version, reason: "Aanvullen." });
    const placed = await givenBlock(cast, id, { kind: "data", data: "actors", text: { text: "" } });
    await moveBlock(as(cast.researcher, hour(6)), { assessmentId, id: first.id, version: 1, afterId: second.id });
    await send(7);
    const { difference } = await loadReview(db, user, await study(), "3.1", { asked: "signed", readAt: hour(8) });
    expect(difference?.words).toEqual([]);
    expect(difference?.places.map(({ blockId, kind, code, shows }) => [blockId, kind, code, shows?.block ?? null])).toEqual([
      [placed.id, "added", "", "actors"],
      [first.id, "moved", "F1", null],
    ]);
  });

  it("shows whoever signed it each value that is another now", async () => {
    const { actor } = await givenPlaced();
    const { version } = await sectionNow(id);
    await sendToReview(as(cast.researcher, hour(3)), { assessmentId, id, version });
    await sign(cast, id, cast.reviewer, hour(4));
    await changeActor(as(cast.researcher, hour(5)), {
      ...actorInput,
      assessmentId,
      id: actor.id,
      version: 1,
      name: "Bond van kraanhouders",
    });
    const { difference, since } = await loadReview(db, user, await study(), "3.1", { asked: null, readAt: hour(6) });
    expect(since).toMatchObject({ mine: true, lapsed: true });
    expect(difference?.values).toMatchObject([{ before: "Bond van pomphouders", after: "Bond van kraanhouders" }]);
  });
});
