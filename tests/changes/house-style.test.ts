import { beforeEach, describe, expect, it } from "vitest";
import { compileEdition } from "~/features/editions/compile-edition.server";
import { prepareUnlessSame } from "~/features/editions/prepare-edition.server";
import { readManifest } from "~/features/editions/queries.server";
import { mapHouseStyle } from "~/features/house-style/map-house-style.server";
import { removeHouseStyle } from "~/features/house-style/remove-house-style.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readStoredBytes, removeStoredFile } from "~/platform/files.server";
import { findHouseStyleIfAny } from "~/platform/house-styles.server";
import { newId } from "~/platform/ids.server";
import { sha256 } from "~/platform/sha256.server";
import { dropStage } from "~/platform/staged-files.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { partsOf } from "../support/docx";
import { sendTemplate } from "../support/house-style-scene";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenSections } from "../support/section-scene";
import { watchFiles } from "../support/stored-files";
import { paragraph, templateDocx } from "../support/template-docx";

useDatabase("per test");
let cast: Cast;
let assessmentId: string;
let seq: number;
let filesThere: () => Promise<string[]>;
beforeEach(async () => {
  cast = await loadCast();
  assessmentId = cast.assessment.id;
  await givenSections(cast);
  filesThere = await watchFiles();
  seq = await lastSeq(assessmentId);
});

const raised = () => actionsSince(assessmentId, seq);
const inUse = () => findHouseStyleIfAny(db, assessmentId);
const other = templateDocx({ header: paragraph("Provincie Waterland", "Koptekst") });
const map = async (mapping: Record<string, string>, version = 1, by: Person = cast.lead) =>
  mapHouseStyle(as(by, hour(50)), { assessmentId, version, mapping });
const remove = (version = 1, by: Person = cast.lead) => removeHouseStyle(as(by, hour(51)), { assessmentId, version });
const study = async () => {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("no assessment");
  return row;
};
const wanted = { languages: ["nl"], purpose: "concept" as const, formats: ["docx" as const] };
const compile = async (n: number) => {
  const made = await compileEdition(as(cast.lead, hour(n)), { assessment: await study(), ...wanted });
  return { ...made, parts: partsOf(await readStoredBytes(made.files[0]?.sha256 ?? "")) };
};

describe("taking a template as the house style", () => {
  it("is not found for who is no member, and is for the lead alone; a file that is refused is not kept", async () => {
    await expect(sendTemplate(cast, { by: { ...cast.outsider, role: "none" } })).rejects.toMatchObject({ code: "not-found" });
    for (const by of [cast.researcher, cast.reviewer])
      await expect(sendTemplate(cast, { by })).rejects.toMatchObject({ code: "forbidden" });
    expect(await filesThere()).toEqual([]);
    expect(await raised()).toEqual([]);
  });

  it.each([
    ["no file", new Uint8Array(), "huisstijl.docx", "missing", 422],
    ["another kind", templateDocx(), "huisstijl.odt", "kind", 422],
    ["no Word file", new TextEncoder().encode("Beste lezer"), "huisstijl.docx", "zipBroken", 422],
    ["macros", templateDocx({ parts: { "word/vbaProject.bin": "x" } }), "huisstijl.docm", "refused", 422],
    ["a bomb", templateDocx({ parts: { "word/media/big.png": new Uint8Array(30 * 1024 * 1024) } }), "huisstijl.docx", "zipBomb", 413],
  ])("refuses %s and keeps nothing", async (_, bytes, name, problem, status) => {
    expect(await sendTemplate(cast, { bytes, name })).toMatchObject({ problem, status });
    expect(await filesThere()).toEqual([]);
    expect(await raised()).toEqual([]);
  });

  it("keeps the file, proposes what stands for what, and makes one event", async () => {
    expect(await sendTemplate(cast)).toBeNull();
    expect(await raised()).toEqual(["house-style.upload"]);
    expect(await inUse()).toMatchObject({ fileName: "huisstijl.docx", number: 1, version: 1, sha256: sha256(templateDocx()) });
    expect((await inUse())?.mapping).toMatchObject({ heading1: "Kop1", statement: "Uitspraak", body: "Standaard" });
  });

  it("changes nothing for the same file again; another takes its place, with what was chosen, in one event", async () => {
    await sendTemplate(cast);
    await sendTemplate(cast);
    await map({ title: "Kop2", body: "Standaard" });
    seq = await lastSeq(assessmentId);
    await sendTemplate(cast, { bytes: other, name: "provincie.docx", at: 55 });
    expect(await raised()).toEqual(["house-style.upload"]);
    expect(await inUse()).toMatchObject({ number: 2, fileName: "provincie.docx", mapping: { title: "Kop2", heading1: "Kop1" } });
    expect(await db.houseStyle.count({ where: { assessmentId } })).toBe(2);
  });
});

describe("choosing style by style", () => {
  beforeEach(async () => {
    await sendTemplate(cast);
    seq = await lastSeq(assessmentId);
  });

  it("is the lead's, at the version that was read, of styles that the template has", async () => {
    await expect(map({}, 1, { ...cast.outsider, role: "none" })).rejects.toMatchObject({ code: "not-found" });
    await expect(map({}, 1, cast.researcher)).rejects.toMatchObject({ code: "forbidden" });
    await expect(map({ title: "Kop2" }, 7)).rejects.toMatchObject({ code: "conflict", details: { version: 1 } });
    await expect(map({ title: "Gone" })).rejects.toMatchObject({ code: "invalid", details: { field: "style_title" } });
    expect(await raised()).toEqual([]);
  });

  it("keeps it in one event, and nothing where nothing changed", async () => {
    await map({ title: "Kop2" });
    expect(await inUse()).toMatchObject({ version: 2, mapping: { title: "Kop2" } });
    await map({ title: "Kop2" }, 2);
    expect(await raised()).toEqual(["house-style.map"]);
  });
});

describe("removing the house style", () => {
  it("is the lead's, where there is one, at the version that was read, in one event", async () => {
    await expect(remove()).rejects.toMatchObject({ code: "not-found" });
    await sendTemplate(cast);
    seq = await lastSeq(assessmentId);
    await expect(remove(1, cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(remove(3)).rejects.toMatchObject({ code: "conflict" });
    await remove();
    expect(await inUse()).toBeNull();
    expect(await raised()).toEqual(["house-style.remove"]);
    expect(sha256(await readStoredBytes(sha256(templateDocx())))).toBe(sha256(templateDocx()));
  });
});

describe("what is compiled", () => {
  it("has the house style in use, told in the manifest, and the plain style where there is none", async () => {
    const plain = await compile(60);
    expect(plain.parts["word/houseHeader1.xml"]).toBeUndefined();
    expect(await readManifest(db, plain.id)).not.toHaveProperty("houseStyle");
    await sendTemplate(cast);
    const { mapping } = (await inUse()) ?? {};
    const styled = await compile(61);
    expect(
      Object.entries(styled.parts).some(([path, xml]) => path.startsWith("word/houseHeader") && xml.includes("Ministerie van Kranen")),
    ).toBe(true);
    expect(await readManifest(db, styled.id)).toMatchObject({
      houseStyle: { fileName: "huisstijl.docx", sha256: sha256(templateDocx()), mapping },
    });
  });

  it("is something new once the template or what was chosen is another, and the same otherwise", async () => {
    const again = async (n: number) => {
      const editionId = newId(hour(n));
      const order = { editionId, stage: editionId, assessment: await study(), ...wanted, at: hour(n) };
      const prepared = await prepareUnlessSame(order);
      await dropStage(editionId);
      return "same" in prepared;
    };
    await compile(60);
    expect(await again(61)).toBe(true);
    await sendTemplate(cast);
    expect(await again(62)).toBe(false);
    await compile(63);
    expect(await again(64)).toBe(true);
    await map({ title: "Kop2" });
    expect(await again(65)).toBe(false);
    await compile(66);
    await sendTemplate(cast, { bytes: other, at: 67 });
    expect(await again(68)).toBe(false);
  });

  it("is refused by name where the template is gone", async () => {
    await sendTemplate(cast);
    await removeStoredFile(sha256(templateDocx()));
    await expect(compile(60)).rejects.toMatchObject({ code: "house-style" });
  });
});
