import { beforeAll, describe, expect, it } from "vitest";
import { tasksFor } from "~/domain/work/tasks";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { changeExcerpt } from "~/features/sources/change-excerpt.server";
import { tagQuestion } from "~/features/sections/tag-question.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { readCoverage } from "~/platform/coverage.server";
import { db } from "~/platform/db.server";
import { noteVisits } from "~/platform/last-visit.server";
import { verifyChain } from "~/platform/trail-verify.server";
import { readStudyWork } from "~/platform/work.server";
import { as, loadCast, type Cast } from "../cast";
import { useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { givenBlock, givenInReview, givenSections, sectionProtocol, sign, type SectionScene } from "../support/section-scene";

useDatabase();
let cast: Cast;
let scene: SectionScene;
beforeAll(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
});

const cover = async (code: string) => {
  const { questions } = await readCoverage(db, cast.assessment.id, sectionProtocol);
  const found = questions.find(({ question }) => question.id === code);
  if (!found) throw new Error(`no question ${code}`);
  return found;
};
const work = async () => {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("no assessment");
  return readStudyWork(db, row);
};
const link = (blockId: string, to: Parameters<typeof linkEvidence>[1]["to"], kind: "supports" | "contradicts" | "context" = "supports") =>
  linkEvidence(as(cast.researcher, hour(3)), { assessmentId: cast.assessment.id, blockId, to, kind });

describe("what a question stands on", () => {
  it("is used once its answer reaches it, and available once it is tagged", async () => {
    await tagQuestion(as(cast.researcher, hour(2)), {
      assessmentId: cast.assessment.id,
      question: "1a",
      evidence: { kind: "excerpt", id: scene.otherExcerpt },
    });
    expect((await cover("1a")).coverage.cells.excerpt).toEqual({ available: 1, used: 0, contradicting: 0, context: 0 });
    const finding = await givenBlock(cast, scene.section("3.1"));
    await link(finding.id, { kind: "excerpt", id: scene.excerpt });
    const answer = await givenBlock(cast, scene.section("3.1"), { kind: "answer", question: "1a" });
    expect((await cover("1a")).coverage.cells.excerpt.used).toBe(0);
    const statement = await db.statement.findUniqueOrThrow({ where: { blockId: finding.id } });
    await link(answer.id, { kind: "statement", id: statement.id });
    const covered = await cover("1a");
    expect(covered.coverage.cells.excerpt).toEqual({ available: 2, used: 1, contradicting: 0, context: 0 });
    expect(covered.findings.map(({ code }) => code)).toEqual(["F1"]);
    expect(covered.answers.map(({ code }) => code)).toEqual(["A1a"]);
  });

  it("does not count what is hidden in a round", async () => {
    expect((await cover("1a")).coverage.cells.judgement).toEqual({ available: 0, used: 0, contradicting: 0, context: 0 });
  });
});

describe("the work in a study", () => {
  it("follows every change: from the reviewer to nobody, and back once the ground of what she signed changes", async () => {
    await givenInReview(cast, scene, "3");
    const forReviewer = async () =>
      tasksFor(await work(), { id: cast.reviewer.id, role: "reviewer" }).map(({ kind, path }) => `${kind} ${path}`);
    expect(await forReviewer()).toEqual(["review-section /sections/3/review"]);
    await sign(cast, scene.section("3"));
    expect(await forReviewer()).toEqual([]);
    await changeExcerpt(as(cast.researcher, hour(6)), {
      assessmentId: cast.assessment.id,
      id: scene.excerpt,
      version: 1,
      form: "quoted",
      text: "Kranen werken twee jaar.",
      language: "nl",
      place: "p. 1",
    });
    expect(await forReviewer()).toEqual(["sign-again /sections/3/review"]);
  });

  it("says of a blind round only who rates and who has sent", async () => {
    const text = JSON.stringify(await work());
    expect(text).not.toContain("Kwetsbaar oordeel");
    expect(text).not.toContain("much");
    expect((await work()).rounds).toMatchObject([{ state: "rating", raterIds: [cast.secondResearcher.id], sentIds: [], differing: 0 }]);
  });
});

describe("visits", () => {
  const visit = (minutes: number) =>
    noteVisits(db, cast.lead.id, [cast.assessment.id], new Date(hour(10).getTime() + minutes * 60_000)).then((since) =>
      since.get(cast.assessment.id),
    );

  it("are new to a person after half an hour away, and say when she was here last", async () => {
    expect(await visit(0)).toBeNull();
    expect(await visit(20)).toBeNull();
    expect(await visit(90)).toEqual(new Date(hour(10).getTime() + 20 * 60_000));
    expect(await visit(100)).toEqual(new Date(hour(10).getTime() + 20 * 60_000));
  });
});

describe("verifying the trail of one study", () => {
  it("reads that chain alone and finds it whole", async () => {
    const head = await db.chainHead.findUniqueOrThrow({ where: { chain: cast.assessment.id } });
    expect(await verifyChain(cast.assessment.id)).toMatchObject({ result: "intact", events: head.seq, chains: 1 });
  });
});
