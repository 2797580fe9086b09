import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { changeSettings } from "~/features/assessments/change-settings.server";
import { startAssessment } from "~/features/assessments/start-assessment.server";
import { findAssessmentRowIfAny, protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { sha256 } from "~/platform/sha256.server";
import { as, loadCast, type Cast } from "../cast";
import { useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { unkeptInAssessment } from "../support/versions";
import { verifyOpenDatabase } from "../support/verify";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
});

const fileName = "evaluation-oecd-dac.yaml";
const file = readFileSync(new URL(`../../protocols/${fileName}`, import.meta.url), "utf8");
const { protocol } = readProtocolFile(file);
if (!protocol) throw new Error("the shipped protocol has problems");
const input = (over: object = {}) => ({
  leadId: cast.lead.id,
  slug: "water",
  startsOn: "2025-01-01",
  endsOn: null,
  languages: ["nl", "en"],
  protocol,
  file,
  fileName,
  ...over,
});

describe("starting an assessment", () => {
  it("refuses an address that is in use and languages without the original", async () => {
    await expect(startAssessment(as(cast.lead), input({ slug: "cast-study" }))).rejects.toMatchObject({
      code: "invalid",
      details: { field: "slug", problem: "slug-taken" },
    });
    const other = protocol.languages.filter((language) => language !== protocol.originalLanguage);
    await expect(startAssessment(as(cast.lead), input({ languages: other }))).rejects.toMatchObject({
      code: "invalid",
      details: { field: "languages" },
    });
    expect(await db.assessment.count()).toBe(2);
  });

  it("begins a chain with one event, and verifies", async () => {
    const id = await startAssessment(as(cast.lead), input());
    expect(await eventsOf(id)).toEqual([{ action: "assessment.start", byId: cast.lead.id }]);
    expect((await verifyOpenDatabase()).result).toBe("intact");
  });

  it("keeps the first version of the assessment and of each section", async () => {
    const id = await startAssessment(as(cast.lead), input());
    expect(await unkeptInAssessment(id)).toEqual([]);
  });

  it("has the protocol as it was read, with its file", async () => {
    const id = await startAssessment(as(cast.lead), input());
    const row = await db.protocolVersion.findUniqueOrThrow({ where: { assessmentId_number: { assessmentId: id, number: 1 } } });
    expect([row.file, row.fileName, row.digest]).toEqual([file, fileName, sha256(row.body)]);
    expect(await protocolOf({ id, protocolNumber: 1 })).toEqual(protocol);
  });

  it("is led by who starts it", async () => {
    const id = await startAssessment(as(cast.lead), input());
    expect(await db.member.findMany({ where: { assessmentId: id }, select: { userId: true, role: true, endsOn: true } })).toEqual([
      { userId: cast.lead.id, role: "lead", endsOn: null },
    ]);
  });

  it("has a section for each node of the outline, in its order and under its parent", async () => {
    const id = await startAssessment(as(cast.lead), input());
    const sections = await db.section.findMany({ where: { assessmentId: id }, orderBy: { sort: "asc" } });
    const nodeOf = new Map(sections.map(({ id: sectionId, node }) => [sectionId, node]));
    const shown = sections.map(({ node, code, parentId, state }) => ({
      node,
      code,
      parent: parentId === null ? undefined : nodeOf.get(parentId),
      state,
    }));
    const byNode = new Map(shown.map((section) => [section.node, section]));
    expect(sections.length).toBe(protocol.outline.length);
    for (const { id: node, code, parent } of protocol.outline)
      expect(byNode.get(node)).toEqual({ node, code, parent, state: "not-started" });
  });

  it("takes title and notice in its own languages only", async () => {
    await startAssessment(as(cast.lead), input({ languages: [protocol.originalLanguage] }));
    const row = await findAssessmentRowIfAny(db, "water");
    expect(row).toMatchObject({
      languages: [protocol.originalLanguage],
      startsOn: "2025-01-01",
      endsOn: null,
      protocolNumber: 1,
      version: 1,
    });
    expect(Object.keys(row?.title ?? {})).toEqual([protocol.originalLanguage]);
  });
});

describe("changing the settings", () => {
  const settings = (over: object = {}) => ({
    assessmentId: cast.assessment.id,
    slug: cast.assessment.slug,
    version: 1,
    title: { nl: "Een andere titel" },
    notice: { nl: "Voorbeeld" },
    startsOn: "2026-09-01",
    endsOn: "2026-12-31",
    ...over,
  });

  it("is not found for another assessment", async () => {
    await expect(changeSettings(as(cast.lead), settings({ slug: "other-study" }))).rejects.toMatchObject({ code: "not-found" });
  });
  it("meets a conflict at another version", async () => {
    await expect(changeSettings(as(cast.lead), settings({ version: 4 }))).rejects.toMatchObject({
      code: "conflict",
      details: { theirs: { version: 1 } },
    });
  });
  it("tells one event with what was before, and none when nothing changes", async () => {
    await changeSettings(as(cast.lead), settings());
    await changeSettings(as(cast.lead), settings({ version: 2 }));
    const actions = (await eventsOf(cast.assessment.id)).map(({ action }) => action);
    expect(actions.filter((action) => action === "assessment.change")).toEqual(["assessment.change"]);
    const { seq } = await db.event.findFirstOrThrow({ where: { chain: cast.assessment.id, action: "assessment.change" } });
    const { body } = await db.eventDetail.findUniqueOrThrow({
      where: { chain_seq_part: { chain: cast.assessment.id, seq, part: "change" } },
    });
    expect(JSON.parse(body)).toMatchObject({
      title: { before: "nl: Studie cast-study · en: Study cast-study", after: "Een andere titel" },
      notice: { before: null, after: "Voorbeeld" },
      startsOn: { before: null, after: "2026-09-01" },
      endsOn: { before: null, after: "2026-12-31" },
    });
    expect(await findAssessmentRowIfAny(db, "cast-study")).toMatchObject({ title: { nl: "Een andere titel" }, version: 2 });
  });
});
