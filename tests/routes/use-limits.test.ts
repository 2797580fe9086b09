import { beforeAll, describe, expect, it } from "vitest";
import { requireUser } from "~/platform/guard.server";
import { loader as search } from "~/routes/assessments.$slug.search";
import { type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";

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
