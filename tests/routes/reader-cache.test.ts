import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withdrawEdition } from "~/features/editions/withdraw-edition.server";
import { db } from "~/platform/db.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { givenDraft, givenReleased } from "../support/edition-scene";
import { hour } from "../support/interview-scene";
import { givenCommentRound } from "../support/remark-scene";
import { sessionOf } from "../support/request";
import { givenSections } from "../support/section-scene";
import { serve, type Sent, type Served } from "../support/served";

useDatabase();
let cast: Cast;
let served: Served;
let editionId: string;
const base = "/assessments/cast-study/editions/1";
const pages = [`${base}/read/3.1`, `${base}/read/3`, `${base}/brief`, `${base}/search?q=deel`, `${base}/files/nl.html`] as const;

beforeAll(async () => {
  cast = await loadCast();
  await givenSections(cast);
  editionId = (await givenReleased(cast, 30)).id;
  await givenDraft(cast, 40);
  served = await serve();
}, 60_000);
afterAll(() => served.close());

const tagOf = ({ headers }: Sent) => String(headers["etag"]);

/** A page as a person has read it: her cookie and the tag under which her browser keeps it. */
async function read(person: Person, path: string): Promise<{ cookie: string; tag: string }> {
  const cookie = await sessionOf(person.id);
  // The first look notes that the page was opened, which a page can show.
  await served.ask(path, cookie);
  const sent = await served.ask(path, cookie);
  expect([path, sent.status, sent.headers["cache-control"]]).toEqual([path, 200, "private, no-cache"]);
  return { cookie, tag: tagOf(sent) };
}

const again = async (path: string, { cookie, tag }: { cookie: string; tag: string }) => (await served.askAgain(path, cookie, tag)).status;

describe("a page or file of a released edition", () => {
  it.each(pages)("is sent once to the browser that keeps it: %s", async (path) => {
    const kept = await read(cast.commissioner, path);
    const sent = await served.askAgain(path, kept.cookie, kept.tag);
    expect([sent.status, sent.body.length]).toEqual([304, 0]);
    expect(sent.headers["cache-control"]).toBe("private, no-cache");
    expect(await again(path, { ...kept, tag: `W/"other", ${kept.tag}` })).toBe(304);
  });

  it.each(pages)("is never another person's, nor of one who signed out: %s", async (path) => {
    const kept = await read(cast.commissioner, path);
    for (const person of [cast.lead, cast.reviewer]) expect(await again(path, { ...kept, cookie: await sessionOf(person.id) })).toBe(200);
    for (const person of [cast.outsider, cast.administrator])
      expect(await again(path, { ...kept, cookie: await sessionOf(person.id) })).toBe(404);
    expect(await again(path, { ...kept, cookie: "" })).toBe(302);
  });

  it("is sent anew in another language, and once something around the text changed", async () => {
    const path = `${base}/read/3.1`;
    const kept = await read(cast.commissioner, path);
    expect(await again(`${path}?in=en`, kept)).toBe(200);
    await givenCommentRound(cast, editionId, 50);
    expect(await again(path, kept)).toBe(200);
    const asked = await read(cast.commissioner, path);
    expect(await again(path, asked)).toBe(304);
    await rawWriter().user.update({ where: { id: cast.commissioner.id }, data: { language: "en" } });
    expect(await again(path, asked)).toBe(200);
  });
});

it("never keeps a draft, a page of the team, and what was refused", async () => {
  const cookie = await sessionOf(cast.lead.id);
  const draft = base.replace("/1", "/2");
  for (const path of [`${draft}/read/3.1`, `${draft}/files/nl.html`, "/assessments/cast-study", `${base}/read/9.9`]) {
    const { headers } = await served.ask(path, cookie);
    expect([path, headers["cache-control"], headers["etag"]]).toEqual([path, "no-store", undefined]);
  }
});

it("leaves the policy of a page that was kept as it came, with the nonce of its scripts", async () => {
  const kept = await read(cast.commissioner, `${base}/brief`);
  const { headers } = await served.askAgain(`${base}/brief`, kept.cookie, kept.tag);
  expect(headers["content-security-policy"]).toBeUndefined();
  expect((await served.ask(`${base}/brief`, kept.cookie)).headers["content-security-policy"]).toContain("nonce-");
});

it("is gone for its readers once it is withdrawn, whatever their browser kept", async () => {
  const kept = await Promise.all(pages.map((path) => read(cast.commissioner, path)));
  const { version } = await db.edition.findUniqueOrThrow({ where: { id: editionId } });
  await withdrawEdition(as(cast.lead, hour(60)), { assessmentId: cast.assessment.id, id: editionId, version, reason: "Fout" });
  for (const [at, path] of pages.entries()) expect(await again(path, kept[at] ?? { cookie: "", tag: "" })).toBe(404);
});
