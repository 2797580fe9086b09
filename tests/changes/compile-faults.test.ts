import { spawn, type ChildProcess } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import Database from "better-sqlite3";
import pg from "pg";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { BegunParts, type CompilePart } from "~/domain/document/compile-parts";
import { mostCompileTries } from "~/domain/moves/compile-job";
import { askForDraft } from "~/features/editions/ask-for-draft.server";
import { startCompiling } from "~/features/editions/compile-loop.server";
import { cancelDraft } from "~/features/editions/cancel-draft.server";
import { claimNext } from "~/features/editions/held-jobs.server";
import { prepareUnlessSame } from "~/features/editions/prepare-edition.server";
import { runCompileJob } from "~/features/editions/run-compile-job.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { currentDatabase, db } from "~/platform/db.server";
import { forgetSettings, settings } from "~/platform/environment.server";
import { incomingFolder, storeFile } from "~/platform/files.server";
import { sqliteFile } from "~/platform/migrate.server";
import { as, type Cast, loadCast } from "../cast";
import { dialect, rawWriter, useDatabase } from "../support/database";
import { sendTemplate } from "../support/house-style-scene";
import { actionsSince, hour, lastSeq } from "../support/interview-scene";
import { givenBlock, givenSections, ruledBy, type SectionScene } from "../support/section-scene";
import { logo, templateDocx } from "../support/template-docx";
import { watchFiles } from "../support/stored-files";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let seq: number;
let assessmentId: string;
let filesThere: () => Promise<string[]>;
beforeEach(async () => {
  // Each test looks at a data folder of its own: what another compiled of the same study has the same files.
  forgetSettings();
  cast = await loadCast();
  scene = await givenSections(cast);
  await givenBlock(cast, scene.section("3.1"));
  assessmentId = cast.assessment.id;
  seq = await lastSeq(assessmentId);
  filesThere = await watchFiles();
});

const ask = async (purpose: "concept" | "final" = "concept", n = 10, study: Pick<Cast, "assessment" | "lead"> = cast) => {
  const assessment = await findAssessmentRowIfAny(db, study.assessment.slug);
  if (!assessment) throw new Error("no assessment");
  return (await askForDraft(as(study.lead, hour(n)), { assessment, languages: ["nl"], purpose })).id;
};
const jobNow = (id: string) => db.compileJob.findUniqueOrThrow({ where: { id } });
const partsOf = async (id: string) => BegunParts.parse(JSON.parse((await jobNow(id)).parts)).map(({ part }) => part);
const drafts = async () => (await db.edition.findMany({ orderBy: { draft: "asc" } })).map(({ number, draft }) => `${number}.${draft}`);
const raised = () => actionsSince(assessmentId, seq);
const named = async () => (await db.editionFile.findMany()).map(({ sha256 }) => sha256).sort();
const claim = async () => {
  const job = await claimNext(db, "here", hour(20));
  if (!job) throw new Error("nothing waits");
  return job;
};
const make = async () => runCompileJob(await claim(), { now: () => hour(20) });
const within = { timeout: 150_000, interval: 50 };

const children: ChildProcess[] = [];
const kill = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
};
afterEach(() => Promise.all(children.splice(0).map(kill)));

/** A process that makes drafts, from an hour of the story on; `fileLimit`: the largest file that the system lets it write, in bytes. */
async function compiler(n: number, fileLimit?: number): Promise<ChildProcess> {
  const file = new URL("../support/compile-process.ts", import.meta.url).pathname;
  const began = [currentDatabase().url, hour(n).toISOString()];
  // POSIX counts the limit in blocks of 512 bytes; the process takes the place of the shell, so that what is killed is it.
  const limit = fileLimit === undefined ? "" : `ulimit -f ${Math.floor(fileLimit / 512)}; `;
  const words = ["-c", `${limit}exec "$0" "$@"`, process.execPath, "--import", "tsx", file, ...began];
  const env = { ...process.env, GRONDSLAG_DATA_DIR: settings().dataDir };
  const child = spawn("sh", words, { env, stdio: ["pipe", "pipe", "inherit"] });
  children.push(child);
  await once(child.stdout, "data");
  return child;
}

const hasEnded = (id: string) => vi.waitFor(async () => expect((await jobNow(id)).endedAt).not.toBeNull(), within);

describe("a process that is killed while it makes a draft", { timeout: 300_000 }, () => {
  /** The process that takes the job up for so manieth time is killed as soon as it has begun a part. */
  const killedIn = async (id: string, part: CompilePart, tries: number) => {
    const child = await compiler(20 + tries);
    await vi.waitFor(
      async () => expect([(await jobNow(id)).tries, await partsOf(id)]).toEqual([tries, expect.arrayContaining([part])]),
      within,
    );
    await kill(child);
  };

  it("leaves nothing: the next one makes it, in one event", async () => {
    const id = await ask();
    await killedIn(id, { part: "write", format: "pdf", language: "nl" }, 1);
    expect([await drafts(), await raised()]).toEqual([[], []]);
    await compiler(23);
    await hasEnded(id);
    expect(await jobNow(id)).toMatchObject({ state: "done", tries: 2, problem: null, place: null });
    expect([await drafts(), await raised(), await filesThere()]).toEqual([["1.1"], ["edition.compile"], await named()]);
  });

  it("twice fails in words, and leaves nothing", async () => {
    const id = await ask();
    await killedIn(id, { part: "write", format: "odt", language: "nl" }, 1);
    await killedIn(id, { part: "write", format: "archive", language: "nl" }, 2);
    await compiler(23);
    await hasEnded(id);
    expect(await jobNow(id)).toMatchObject({ state: "failed", problem: "lost", tries: 2, place: null });
    expect([await drafts(), await raised(), await filesThere()]).toEqual([[], [], []]);
  });

  it("in recording it leaves nothing either: what was kept goes again", async () => {
    const id = await ask();
    const letGo = await holdRecording();
    const child = await compiler(20);
    await vi.waitFor(async () => expect((await filesThere()).filter((name) => !name.endsWith(".part"))).toHaveLength(5), within);
    await kill(child);
    await letGo();
    await rawWriter().compileJob.update({ where: { id }, data: { tries: mostCompileTries } });
    await compiler(21);
    await hasEnded(id);
    expect(await jobNow(id)).toMatchObject({ state: "failed", problem: "lost" });
    expect([await drafts(), await raised(), await filesThere()]).toEqual([[], [], []]);
  });

  it("and the next one before it had cleared what was written of it, hinders nobody", async () => {
    const id = await ask();
    const { sha256 } = await storeFile(new TextEncoder().encode("kept, and then the power went"));
    await rawWriter().compileJob.update({ where: { id }, data: { tries: 1, stored: JSON.stringify([sha256]) } });
    await writeFile(join(await incomingFolder(), `${id}.1.1.part`), "half a f");
    await make();
    expect(await jobNow(id)).toMatchObject({ state: "done", tries: 2 });
    expect(await filesThere()).toEqual(await named());
  });
});

/** Nobody can record a draft until the function that it gives is called. */
async function holdRecording(): Promise<() => Promise<void>> {
  const { url } = currentDatabase();
  if (dialect === "postgresql") {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query("BEGIN");
    await client.query(`SELECT * FROM "ChainHead" WHERE "chain" = $1 FOR UPDATE`, [assessmentId]);
    return () => client.end();
  }
  const file = new Database(sqliteFile(url));
  file.exec(`
    CREATE VIEW "Endless" AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) AS c FROM n;
    CREATE TRIGGER "held" BEFORE INSERT ON "Edition" BEGIN SELECT c FROM "Endless"; END;
  `);
  return () => {
    file.exec(`DROP TRIGGER "held"; DROP VIEW "Endless"`);
    file.close();
    return Promise.resolve();
  };
}

describe("two drafts at once", { timeout: 120_000 }, () => {
  it("of two studies each hold what is of their own study, with the parts that are their own", async () => {
    await ruledBy({ ...cast, assessment: cast.otherAssessment, lead: cast.outsider }, []);
    const [own, other] = [await ask(), await ask("concept", 10, { assessment: cast.otherAssessment, lead: cast.outsider })];
    const stop = await startCompiling(() => hour(20));
    await Promise.all([hasEnded(own), hasEnded(other)]);
    await stop();
    const made = (id: string) => db.edition.findUniqueOrThrow({ where: { id }, include: { files: true } });
    const [mine, theirs] = [await made(own), await made(other)];
    expect([mine.assessmentId, theirs.assessmentId]).toEqual([assessmentId, cast.otherAssessment.id]);
    expect([mine, theirs].map(({ blocks }) => blocks.includes("Kranen werken drie jaar."))).toEqual([true, false]);
    expect(theirs.manifest).not.toContain(assessmentId);
    expect(await partsOf(own)).toEqual(await partsOf(other));
    expect([await partsOf(own), await raised(), await filesThere()]).toMatchObject([{ length: 13 }, ["edition.compile"], await named()]);
  });
});

describe("a disk that takes no more", { timeout: 300_000 }, () => {
  /** A logo of so many bytes that nothing packs: behind its end a picture may hold whatever there is. */
  const largeLogo = (bytes: number) => Buffer.concat([logo(), createHash("shake256", { outputLength: bytes }).update("noise").digest()]);
  const MiB = 1024 * 1024;

  it("ends the job in words that say so, and what was there stays", async () => {
    await ask();
    await make();
    expect(await sendTemplate(cast, { bytes: templateDocx({ parts: { "word/media/image1.png": largeLogo(7 * MiB) } }) })).toBeNull();
    const before = await filesThere();
    seq = await lastSeq(assessmentId);
    const id = await ask("concept", 41);
    await compiler(42, 6 * MiB);
    await hasEnded(id);
    expect(await jobNow(id)).toMatchObject({ state: "failed", problem: "disk-full", tries: 1, place: null });
    expect((await partsOf(id)).at(-1)).toMatchObject({ part: "write", format: "docx" });
    expect([await drafts(), await raised(), await filesThere()]).toEqual([["1.1"], [], before]);
  });
});

describe("calling off", () => {
  const parts: CompilePart[] = [
    { part: "read" },
    { part: "assemble" },
    { part: "write", format: "docx", language: "nl" },
    { part: "write", format: "html", language: "nl" },
    { part: "check", format: "docx", language: "nl" },
    { part: "record" },
  ];
  it.each(parts)("in %j leaves nothing", async (part) => {
    const id = await ask();
    const job = await claim();
    let called: Promise<void> | undefined;
    const calls = (one: CompilePart) => {
      if (JSON.stringify(one) === JSON.stringify(part)) called ??= cancelDraft(as(cast.lead, hour(21)), { assessmentId, id });
    };
    let prepared = false;
    const run = runCompileJob(job, {
      now: () => {
        if (prepared) calls({ part: "record" });
        return hour(25);
      },
      begin: (order, hear) => ({
        answer: prepareUnlessSame(order, (one) => {
          hear(one);
          calls(one);
        }).then(async (made) => {
          await called;
          prepared = true;
          return made;
        }),
        end: () => Promise.resolve(),
      }),
    });
    await expect(run).rejects.toMatchObject({ code: "lost" });
    expect(called).toBeDefined();
    expect((await jobNow(id)).state).toBe("cancelled");
    expect([await drafts(), await raised(), await filesThere()]).toEqual([[], [], []]);
  });
});
