import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { compileEdition } from "~/features/editions/compile-edition.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { forgetSettings } from "~/platform/environment.server";
import { ensureInstallation } from "~/platform/installation.server";
import { migrate } from "~/platform/migrate.server";
import { as, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { givenBlock, givenSections } from "../support/section-scene";

useDatabase();
const elsewhere = mkdtempSync(join(tmpdir(), "grondslag-elsewhere-"));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** Another installation, on an embedded database. */
async function openElsewhere() {
  const [url, at] = [`file:${join(elsewhere, "grondslag.sqlite")}`, new Date("2026-09-01T08:00:00.000Z")];
  await migrate({ url, dataDir: elsewhere, at });
  process.env["GRONDSLAG_DATA_DIR"] = elsewhere;
  forgetSettings();
  await openDatabase(url);
  await ensureInstallation({ at, request: "elsewhere", program: "grondslag test" });
}

/** Tells the story of a finding that stands on an excerpt, compiles it with a colophon, and gives the hash of each file. */
async function filesOfStory(): Promise<Record<string, string>> {
  const cast = await loadCast();
  const scene = await givenSections(cast);
  const block = await givenBlock(cast, scene.section("3.1"));
  const cited = { to: { kind: "excerpt", id: scene.excerpt }, kind: "supports" } as const;
  await linkEvidence(as(cast.researcher, hour(3)), { assessmentId: cast.assessment.id, blockId: block.id, ...cited });
  const data = JSON.stringify({ block: "colophon" });
  await rawWriter().section.update({ where: { id: scene.section("approvals") }, data: { data } });
  const assessment = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!assessment) throw new Error("no assessment");
  const order = { assessment, languages: ["nl", "en"], purpose: "concept", formats: ["docx", "odt", "pdf", "html"] } as const;
  const { id } = await compileEdition(as(cast.lead, hour(10)), { ...order, languages: [...order.languages], formats: [...order.formats] });
  const files = await db.editionFile.findMany({ where: { editionId: id } });
  return Object.fromEntries(files.map(({ language, format, sha256 }) => [`${language} ${format}`, sha256]));
}

it("gives the same bytes for the same study in another installation, on whatever database", async () => {
  const here = await filesOfStory();
  await closeDatabase();
  await openElsewhere();
  expect(await filesOfStory()).toEqual(here);
  expect(Object.keys(here)).toHaveLength(8);
});
