import { beforeAll, describe, expect, it } from "vitest";
import { judgeAlignment } from "~/features/alignments/judge-alignment.server";
import { findFrameworkPage, listFrameworks, readNodeBeside } from "~/features/alignments/list-frameworks.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { db } from "~/platform/db.server";
import { readFrameworkTrees } from "~/platform/framework-trees.server";
import { as, type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { givenProtocol, hour, interviewProtocol } from "../support/interview-scene";
import { givenWrittenSection } from "../support/section-scene";
import { givenExcerpt, givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
let excerpt: { id: string };
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  excerpt = await givenExcerpt(cast, (await givenSource(cast)).id);
});
const study = () => ({
  assessment: { id: cast.assessment.id, languages: ["nl", "en"] },
  protocol: interviewProtocol,
  viewer: { id: cast.reviewer.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: "reviewer" as const } },
  language: "en" as const,
});
const judge = (version: number, value: string) =>
  judgeAlignment(as(cast.researcher), {
    assessmentId: cast.assessment.id,
    framework: "plan",
    node: "p1",
    version,
    value,
    reasons: "Zo staat het er.",
    language: "nl",
    grounds: [`excerpt/${excerpt.id}`],
  });

describe("the frameworks of a study", () => {
  it("lead to the first node that is not judged, and list it as a gap under its heading", async () => {
    const listed = await listFrameworks(db, study(), "gaps");
    expect(listed).toMatchObject({ gaps: 1, contradictions: 0, answered: 0, subjects: 1, next: "plan/p1" });
    expect(listed.frameworks[0]?.nodes.map(({ id, gap }) => [id, gap])).toEqual([
      ["p0", null],
      ["p1", "not-judged"],
    ]);
    expect((await listFrameworks(db, study(), "contradictions")).frameworks[0]?.nodes).toEqual([]);
  });

  it("tell what was judged and rolled up, and lead nowhere when all is judged", async () => {
    await judge(0, "much");
    const listed = await listFrameworks(db, study(), "all");
    expect(listed).toMatchObject({ gaps: 0, answered: 1, next: null });
    expect(listed.frameworks[0]?.nodes[0]?.below).toMatchObject({ judged: 1, subjects: 1, range: "much" });
    expect(listed.frameworks[0]?.nodes[1]).toMatchObject({
      level: "much",
      counted: true,
      reasons: { text: "Zo staat het er.", language: "nl" },
    });
  });

  it("do not find a framework or a node that is not there", async () => {
    await expect(findFrameworkPage(db, study(), "moon")).rejects.toMatchObject({ code: "not-found" });
    await expect(readNodeBeside(db, study(), { framework: "plan", node: "p9" })).rejects.toMatchObject({ code: "not-found" });
    expect((await findFrameworkPage(db, study(), "plan")).picture).toMatchObject({ kind: "alignment", all: { judged: 1 } });
  });

  it("tell that a ground of a judgement is cited against a statement, and that the judgement is cited", async () => {
    const { id } = await db.alignment.findFirstOrThrow({ where: { assessmentId: cast.assessment.id }, select: { id: true } });
    const { statement } = await givenWrittenSection(cast);
    const { blockId } = await db.statement.findFirstOrThrow({ where: { assessmentId: cast.assessment.id, code: statement } });
    const link = { assessmentId: cast.assessment.id, blockId };
    await linkEvidence(as(cast.researcher, hour(6)), { ...link, to: { kind: "excerpt", id: excerpt.id }, kind: "contradicts" });
    await linkEvidence(as(cast.researcher, hour(6)), { ...link, to: { kind: "alignment", id }, kind: "supports" });
    const listed = await listFrameworks(db, study(), "contradictions");
    const ground = (await db.excerpt.findUniqueOrThrow({ where: { id: excerpt.id } })).code;
    expect(listed.frameworks[0]?.nodes.find((node) => node.id === "p1")?.contradictions).toEqual([
      { node: "p1", kind: "cited-against", about: [], statement, words: `${ground}, a ground of P 1, is cited against ${statement}.` },
    ]);
    expect((await readNodeBeside(db, study(), { framework: "plan", node: "p1" })).citedIn).toEqual([statement]);
  });

  it("count no ground that is archived: the judgement rests on nothing that can still be read", async () => {
    await rawWriter().excerpt.update({ where: { id: excerpt.id }, data: { archivedAt: hour(8) } });
    const { trees } = await readFrameworkTrees(db, cast.assessment.id, interviewProtocol, "reader");
    expect(trees[0]?.nodes.find((one) => one.node.id === "p1")?.own).toMatchObject({ grounds: 0, lostGrounds: 1 });
    expect(await listFrameworks(db, study(), "gaps")).toMatchObject({ gaps: 1, answered: 1, next: null });
  });
});
