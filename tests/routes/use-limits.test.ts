import { beforeAll, describe, expect, it } from "vitest";
import { limitedExport } from "~/platform/export-limits.server";
import { requireUser } from "~/platform/guard.server";
import { loader as codings } from "~/routes/assessments.$slug.codings.files.$format";
import { loader as matrix } from "~/routes/assessments.$slug.interviews.matrix.files.$format";
import { loader as pictures } from "~/routes/assessments.$slug.pictures.$name.$format";
import { loader as search } from "~/routes/assessments.$slug.search";
import { loader as references } from "~/routes/assessments.$slug.sources.export";
import { type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenCounted } from "../support/screening-scene";
import { givenSource } from "../support/source-scene";

// The limits themselves: this file's process counts as an installation does, not as a test.
useDatabase();
let cast: Cast;
beforeAll(async () => {
  process.env["GRONDSLAG_RATE_LIMITS"] = "normal";
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

const guarded = async ({ request }: { request: Request }) => ({ id: (await requireUser(request)).id });
const statuses = async (times: number, run: () => Promise<{ status: number }>) => {
  const given = new Set<number>();
  for (let count = 0; count < times; count += 1) given.add((await run()).status);
  return [...given];
};

describe("a person", () => {
  it("searches sixty times in a minute, and is then told how long to wait; nobody else is", async () => {
    const params = { slug: cast.assessment.slug };
    const find = async (id: string) => ask(search, await signedIn(id, "/assessments/x/search?q=water"), params);
    expect(await statuses(60, () => find(cast.lead.id))).toEqual([200]);
    const { status, headers } = await find(cast.lead.id);
    expect(status).toBe(429);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(50);
    expect((await find(cast.reviewer.id)).status).toBe(200);
  });

  it.each([
    ["saves by itself 120 times in a minute", 120, { "x-autosave": "1" }],
    ["sends 60 files in an hour", 60, { "content-type": "multipart/form-data; boundary=b" }],
  ])("%s, and opens pages and sends forms as before", async (_, times, headers) => {
    const send = async () => ask(guarded, await signedIn(cast.researcher.id, "/", { form: {}, headers }));
    expect(await statuses(times, send)).toEqual([200]);
    expect((await send()).status).toBe(429);
    expect((await ask(guarded, await signedIn(cast.researcher.id, "/", { form: {} }))).status).toBe(200);
    expect((await ask(guarded, await signedIn(cast.researcher.id, "/", { headers }))).status).toBe(200);
  });

  it("is counted once for a request, however many ask who it is from", async () => {
    const several = async ({ request }: { request: Request }) => {
      for (let count = 0; count < 121; count += 1) await requireUser(request);
      return null;
    };
    const request = await signedIn(cast.reviewer.id, "/", { form: {}, headers: { "x-autosave": "1" } });
    expect((await ask(several, request)).status).toBe(200);
  });
});

describe("a file that is made for a person", () => {
  const files = { references, matrix, codings };
  const get = async (loader: Parameters<typeof ask>[0], { id }: { id: string }) =>
    ask(loader, await signedIn(id, "/x?format=ris"), { slug: cast.assessment.slug, name: "flow", format: "csv" });
  beforeAll(async () => {
    await givenSource(cast);
    await givenCounted(cast);
  });

  it.each(Object.entries({ ...files, pictures }))("waits while two others are made: %s", async (_, loader) => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    const others = [cast.lead, cast.researcher].map(({ id }) => limitedExport(id, () => held));
    const { status, headers } = await get(loader, cast.reviewer);
    expect([status, headers.get("retry-after")]).toEqual([429, "10"]);
    release();
    await Promise.all(others);
    expect((await get(loader, cast.reviewer)).status).toBe(200);
  });

  it("is made ten times in an hour, whatever it is", async () => {
    const { secondResearcher } = cast;
    const given = new Set<number>();
    for (const loader of [references, matrix, codings, references, matrix, codings, references, matrix, codings, references])
      given.add((await get(loader, secondResearcher)).status);
    expect([...given]).toEqual([200]);
    for (const loader of Object.values(files)) expect((await get(loader, secondResearcher)).status).toBe(429);
  });

  it("is made sixty times in an hour where it is a picture, beside the others", async () => {
    const { secondResearcher } = cast;
    expect(await statuses(60, () => get(pictures, secondResearcher))).toEqual([200]);
    expect((await get(pictures, secondResearcher)).status).toBe(429);
  });
});
