import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { zipSync } from "fflate";
import { beforeAll, describe, expect, it } from "vitest";
import { makeComparisonFile } from "~/features/comparison/make-comparison-file.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { sqliteFile } from "~/platform/migrate.server";
import { refuse } from "~/platform/refusal.server";
import { writeSpreadsheet } from "~/platform/spreadsheet.server";
import { openDatabaseUrl } from "~/platform/thread-reader.server";
import { exportTrail } from "~/platform/trail-export.server";
import { withPostgresqlRows, withSqliteRows } from "~/platform/trail-rows.server";
import type { RowReader } from "~/platform/trail-source.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import { dialect, useDatabase } from "../support/database";
import { filesAndDocuments, furtherPages, overtakenForms, trailEntries } from "../support/leak-pages";
import { forbidden, mayGet, sentinels, whatOf } from "../support/leak-rule";
import { givenLeakScene, secret, type LeakScene } from "../support/leak-scene";
import { answerOf, cookieOf, everyStop, walk, walkers, type Stop, type Walker } from "../support/leak-walk";
import { leaksIn, needlesOf, textOf } from "../support/leaks";

const database = useDatabase();

let scene: LeakScene;
let pages: Stop[];
let files: Stop[];
let forms: Stop[];
beforeAll(async () => {
  scene = await givenLeakScene();
  pages = [...(await everyStop(scene)), ...(await furtherPages(scene)), ...(await trailEntries(scene))];
  files = await filesAndDocuments(scene);
  forms = await overtakenForms(scene);
}, 240_000);

describe("what a protected person said and who she is", () => {
  it.each(walkers)(
    "is sent to %s only as far as it may be, by every loader and action of the program, and in every file and document that it makes",
    async (walker) => {
      const leaks = await walk(walker, await cookieOf(scene, walker), [...forms, ...files, ...pages], sentinels);
      expect(forbidden(leaks)).toEqual([]);
      expect(whatOf(leaks)).toEqual(mayGet(walker));
    },
    240_000,
  );

  it("stands in no document, whoever reads it", async () => {
    const documents = files.filter(({ path }) => path.includes("/editions/"));
    const word = documents.filter(({ path }) => path.includes(".docx"));
    expect(word.length).toBe(8); // of four editions that were compiled, each in two languages
    const cookie = await cookieOf(scene, "lead");
    const texts = await Promise.all(documents.map(async (stop) => textOf(await answerOf(stop, cookie))));
    expect(texts.map((text) => leaksIn(text, sentinels))).toEqual(texts.map(() => []));
    const readable = texts.filter((text) => text.includes("word/document.xml") && text.includes("De subsidie komt te laat."));
    expect(readable).toHaveLength(4); // those that were compiled after she had been cited, so her words are there and nothing else of her
  });

  it("stands in no trail that is exported without its details, which can go to anyone", async () => {
    const { url, dataDir } = database.current;
    const exported = async (details: boolean) => {
      const out = join(dataDir, `${String(details)}.zip`);
      const write = (rows: RowReader) => exportTrail(rows, { chain: scene.cast.assessment.id, out, details, at: new Date() });
      await (dialect === "sqlite" ? withSqliteRows(sqliteFile(url), write) : withPostgresqlRows(url, write));
      return leaksIn(await textOf(new Response(await readFile(out))), sentinels);
    };
    expect(await exported(false)).toEqual([]);
    expect(await exported(true)).not.toEqual([]);
  });

  it("is among theirs in a form that somebody else was before with, for who may see it", async () => {
    const theirs = async (walker: Walker) => whatOf(await walk(walker, await cookieOf(scene, walker), forms, sentinels));
    const { name, contact, organisation, role, title, selectionReason, place, notes, consentTo, consentHow } = secret;
    const ofHers = [name, contact, organisation, role, title, selectionReason, place, notes, consentTo, consentHow];
    expect(await theirs("researcher")).toEqual(ofHers.map(({ what }) => what));
    const { hiddenName, hiddenContact, hiddenOrganisation, hiddenRole } = secret;
    expect(await theirs("secondResearcher")).toEqual([hiddenName, hiddenContact, hiddenOrganisation, hiddenRole].map(({ what }) => what));
  });
});

describe("the looking itself", () => {
  const leaky = (given: () => unknown): Stop => ({ where: "leaky", handler: given, path: "/leaky", params: {}, method: "GET" });

  const refused = (details: Record<string, unknown>) => {
    throw refuse("conflict", details);
  };

  it.each([
    ["data", () => ({ people: [{ shown: secret.name.text }] })],
    ["part of it", () => ({ shown: "zilver…" })],
    ["it without accents", () => ({ role: "HOEDER VAN DE VOLIERE" })],
    ["a page", () => new Response(`<p>${secret.hiddenOrganisation.text}</p>`)],
    ["marked words", () => new Response("<p>Zil<mark>ver</mark>berk</p>")],
    ["a header", () => new Response("", { headers: { "content-disposition": `attachment; filename*=UTF-8''IJsvogelbrief.pdf` } })],
    ["an address", () => new Response(null, { status: 302, headers: { location: "/sign-in?to=%5A%69lverberk" } })],
    [
      "a file in a file",
      () => new Response(new Uint8Array(zipSync({ "word/document.xml": new TextEncoder().encode("<w:t>Kanarie</w:t><w:t>geel</w:t>") }))),
    ],
    ["what is refused", () => refused({ theirs: secret.rating.text })],
  ])("finds a leak in %s", async (_, given) => {
    expect(forbidden(await walk("reviewer", "", [leaky(given)], sentinels))).not.toEqual([]);
  });

  it.each(["lead", "researcher"] as const)(
    "reports what the program truly sends to the %s as soon as a reviewer gets it",
    async (other) => {
      const leaks = await walk("reviewer", await cookieOf(scene, other), pages, sentinels);
      const allowed = mayGet("reviewer");
      expect(whatOf(leaks)).toEqual(mayGet(other));
      const reported = forbidden(leaks);
      for (const what of mayGet(other)) expect(reported.some((line) => line.startsWith(`${what} →`))).toBe(!allowed.includes(what));
    },
    240_000,
  );

  it("finds nobody in an export of the matrix, whoever it is made for", async () => {
    const assessment = await findAssessmentRowIfAny(db, scene.cast.assessment.slug);
    const filter = { perspective: null, block: null, informs: null, state: null, all: true };
    const made = async (who: { id: string }) => {
      const viewer = await findViewerIfAny(db, who.id, new Date());
      if (!assessment || !viewer) throw new Error("The cast is not there.");
      const order = {
        databaseUrl: openDatabaseUrl(),
        assessment: { ...assessment, role: "reviewer" as const },
        viewer,
        filter,
        format: "xlsx",
        at: new Date(),
      } as const;
      return forbidden(
        await walk("reviewer", "", [leaky(async () => new Response(new Uint8Array(await makeComparisonFile(order))))], sentinels),
      );
    };
    for (const maker of [scene.cast.reviewer, scene.cast.researcher]) expect(await made(maker)).toEqual([]);
  });

  it("reports a name in a workbook", async () => {
    const tables = [{ name: "x", widths: [10], rows: [["x"], [secret.name.text]] }] as const;
    const made = async () => new Response(new Uint8Array(await writeSpreadsheet({ format: "xlsx", language: "nl", tables })));
    expect(forbidden(await walk("reviewer", "", [leaky(made)], sentinels))).not.toEqual([]);
  });

  it("finds nothing in what holds nothing", async () => {
    expect(leaksIn(await textOf({ shown: "Vereniging", at: new Date(0) }), sentinels)).toEqual([]);
    expect(needlesOf(secret.role)).toEqual(["volier"]);
  });

  it("asks every route", () => {
    expect(pages.length).toBeGreaterThan(300);
    expect(new Set(pages.map(({ method }) => method))).toEqual(new Set(["GET", "POST"]));
  });
});
