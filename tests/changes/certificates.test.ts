import { beforeEach, describe, expect, it } from "vitest";
import { loadCertificate } from "~/features/sign-offs/load-certificate.server";
import { loadDifference } from "~/features/sections/load-difference.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { reopenSection } from "~/features/sections/reopen-section.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { findSectionStudy } from "~/features/sections/section-study.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { signOffChapter } from "~/features/sections/sign-off-chapter.server";
import { changeExcerpt } from "~/features/sources/change-excerpt.server";
import type { Role } from "~/domain/permissions";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenInReview, givenSections, sectionNow, shownNow, sign, signing, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
let id: string;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
  id = scene.section("3.1");
});

const studyOf = async (person: Person = cast.reviewer, code = "3.1") => {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("no assessment");
  const role = person.role as Role;
  const user: Viewer = {
    ...{ id: person.id, name: person.name, email: "x@example.org", language: "nl", administrator: false, mayStart: false },
    ...{ demo: false, sessionId: "s", roles: { [assessmentId]: role } },
  };
  return findSectionStudy(db, user, { ...row, role }, code);
};
const certificate = async (n = "1", person = cast.reviewer) => loadCertificate(db, await studyOf(person), n, null, hour(9));

describe("the certificate of a sign-off", () => {
  it("verifies what is stored against the row, the trail, and what is there now", async () => {
    await givenInReview(cast, scene);
    await sign(cast, id);
    const found = await certificate();
    expect(found).toMatchObject({
      verdict: "holds",
      checks: { content: true, evidence: true, trail: true, hash: true, now: true },
      by: { name: cast.reviewer.name, role: "reviewer" },
      languages: ["nl"],
      evidence: [{ code: "S01:1", state: "same" }],
    });
    expect(JSON.stringify(found.content)).toContain("Kranen werken drie jaar.");
    await expect(certificate("2")).rejects.toMatchObject({ code: "not-found" });
    await expect(certificate("1e0")).rejects.toMatchObject({ code: "not-found" });
  });
  it("says so when what is stored was changed behind the trail, or no longer holds, or was ended", async () => {
    await givenInReview(cast, scene);
    await sign(cast, id);
    await rawWriter().excerpt.update({ where: { id: scene.excerpt }, data: { text: "Kranen werken twee jaar." } });
    expect(await certificate()).toMatchObject({ verdict: "stale", checks: { now: false }, evidence: [{ state: "differs" }] });
    const { version } = await sectionNow(id);
    await reopenSection(as(cast.lead, hour(6)), { assessmentId, id, version, reason: "De bron is ingetrokken." });
    expect(await certificate()).toMatchObject({ verdict: "ended" });
    const { content } = await db.signOff.findFirstOrThrow();
    await rawWriter().signOff.updateMany({ data: { content: content.replace("drie", "vier") } });
    expect(await certificate()).toMatchObject({ verdict: "broken", checks: { content: false, trail: true } });
    await rawWriter().signOff.updateMany({ data: { content, contentDigest: "0".repeat(64) } });
    expect(await certificate()).toMatchObject({ verdict: "broken", checks: { trail: false } });
  });
  it("keeps its number and tells the time of the trail when the clock was moved back", async () => {
    await givenInReview(cast, scene);
    await sign(cast, id);
    const { version } = await sectionNow(id);
    await reopenSection(as(cast.lead, hour(6)), { assessmentId, id, version, reason: "Nog eens lezen." });
    await sendToReview(as(cast.researcher, hour(7)), { assessmentId, id, version: version + 1 });
    await signOffChapter(as(cast.reviewer, hour(1)), {
      assessmentId,
      ...signing,
      sections: [{ id, version: version + 2, languages: ["nl"], read: await shownNow(id) }],
    });
    expect(await certificate("2")).toMatchObject({ verdict: "holds", at: hour(7), ordinal: 2 });
    expect(await certificate("1")).toMatchObject({ verdict: "ended", ordinal: 1 });
  });
});

describe("signing off a chapter", () => {
  const chapter = async (person = cast.reviewer) => {
    const sections = [id, scene.section("3")].map(async (one) => {
      const { version } = await sectionNow(one);
      return { id: one, version, languages: ["nl"], read: await shownNow(one) };
    });
    return signOffChapter(as(person, hour(6)), {
      assessmentId,
      ...signing,
      sections: await Promise.all(sections),
    });
  };

  it("makes one sign-off and one event for each section, or none", async () => {
    await givenInReview(cast, scene);
    await expect(chapter()).rejects.toMatchObject({ code: "wrong-state" });
    expect(await db.signOff.count()).toBe(0);
    await givenInReview(cast, scene, "3");
    const seq = await lastSeq(assessmentId);
    await expect(chapter(cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await chapter();
    expect(await actionsSince(assessmentId, seq)).toEqual(["section.sign-off", "section.sign-off"]);
    expect(await db.signOff.count()).toBe(2);
    expect(await certificate()).toMatchObject({ verdict: "holds" });
  });
});

describe("what changed since", () => {
  it("is told in words before and after: of the text, of links, and of what it stands on, directly or through a statement", async () => {
    const { block } = await givenInReview(cast, scene);
    const at = hour(4);
    const { version } = await db.excerpt.findUniqueOrThrow({ where: { id: scene.excerpt } });
    const change = { text: "Kranen werken twee jaar.", form: "paraphrased", place: null, language: "nl" } as const;
    await changeExcerpt(as(cast.researcher, hour(5)), { assessmentId, id: scene.excerpt, version, ...change });
    const told = async () => {
      const study = await studyOf();
      return loadDifference(db, study, { changes: 2, at });
    };
    expect((await told()).evidence).toMatchObject([
      { kind: "changed", ground: { code: "S01:1" }, through: null, after: "Kranen werken twee jaar.", by: { name: cast.researcher.name } },
    ]);
    await sign(cast, id);
    const now = await sectionNow(id);
    await reopenSection(as(cast.lead, hour(6)), { assessmentId, id, version: now.version, reason: "Nog eens." });
    await saveBlock(as(cast.researcher, hour(7)), {
      assessmentId,
      id: block.id,
      version: 1,
      text: { text: "De meeste kranen werken drie jaar." },
    });
    await givenBlock(cast, id, { kind: "text", text: { text: "Nieuw." } });
    await linkEvidence(as(cast.researcher, hour(8)), {
      assessmentId,
      blockId: block.id,
      to: { kind: "excerpt", id: scene.otherExcerpt },
      kind: "context",
    });
    const difference = await told();
    expect(difference.words).toMatchObject([
      {
        code: "F1",
        kind: "changed",
        before: "Kranen werken drie jaar.",
        after: "De meeste kranen werken drie jaar.",
        by: cast.researcher.name,
      },
      { code: "", kind: "added", before: "", after: "Nieuw." },
    ]);
    expect(difference.links).toMatchObject([{ ground: { code: "S01:2" }, before: null, after: { kind: "context" } }]);
  });

  it("is told of what was corrected after the sign-off, even where the clock was moved back", async () => {
    await givenInReview(cast, scene);
    const change = { assessmentId, id: scene.excerpt, form: "paraphrased", place: null, language: "nl" } as const;
    const { version } = await db.excerpt.findUniqueOrThrow({ where: { id: scene.excerpt } });
    await changeExcerpt(as(cast.researcher, hour(4)), { ...change, version, text: "Kranen werken drie jaar." });
    await sign(cast, id);
    await changeExcerpt(as(cast.lead, hour(3)), { ...change, version: version + 1, text: "Kranen werken twee jaar." });
    const told = async () => {
      const study = await studyOf();
      const [signOff] = study.standing.signOffs;
      if (!signOff) throw new Error("no sign-off");
      return (await loadDifference(db, study, { changes: signOff.sectionChanges, at: signOff.at, signOff })).evidence;
    };
    const words = { before: "Kranen werken drie jaar.", after: "Kranen werken twee jaar.", by: { name: cast.lead.name } };
    expect(await told()).toMatchObject([{ ground: { code: "S01:1" }, ...words }]);
    const now = await sectionNow(id);
    await reopenSection(as(cast.lead, hour(6)), { assessmentId, id, version: now.version, reason: "Nog eens." });
    expect(await told()).toMatchObject([{ ground: { code: "S01:1" }, ...words }]);
  });
});
