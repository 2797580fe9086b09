import { beforeEach, expect, it } from "vitest";
import * as brief from "~/routes/assessments.$slug.editions.$n.brief";
import * as files from "~/routes/assessments.$slug.editions.$n.files.$name";
import * as first from "~/routes/assessments.$slug.editions.$n.read._index";
import * as read from "~/routes/assessments.$slug.editions.$n.read.$section";
import * as search from "~/routes/assessments.$slug.editions.$n.search";
import { type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenDraft, givenReleased } from "../support/edition-scene";
import { ask, signedIn } from "../support/request";
import { givenSections } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
  await givenSections(cast);
  await givenReleased(cast, 30);
  await givenDraft(cast, 50);
});

const base = "/assessments/cast-study/editions";
type Way = [path: string, route: { loader: Parameters<typeof ask>[0] }, params: Record<string, string>];
/** Every way to a text of an edition, by what comes behind its number. */
const ways: readonly Way[] = [
  ["/brief", brief, {}],
  ["/search?q=deel", search, {}],
  ["/read", first, {}],
  ["/read/3.1", read, { section: "3.1" }],
  ["/files/nl.html", files, { name: "nl.html" }],
  ["/files/nl.docx", files, { name: "nl.docx" }],
];

async function statusOf(person: Person, n: string, [path, route, params]: Way, query = ""): Promise<number> {
  const address = `${base}/${n}${path}${query && (path.includes("?") ? `&${query}` : `?${query}`)}`;
  return (await ask(route.loader, await signedIn(person.id, address), { slug: "cast-study", n, ...params })).status;
}

it.each(ways)("leads commissioning staff by %s to a released edition and to no draft", async (...way) => {
  expect(await statusOf(cast.commissioner, "1", way)).toBeLessThan(400);
  expect(await statusOf(cast.commissioner, "2", way)).toBe(404);
  expect(await statusOf(cast.commissioner, "2", way, "draft=1")).toBe(404);
  expect(await statusOf(cast.commissioner, "1", way, "draft=2")).toBe(404);
  expect(await statusOf(cast.lead, "2", way)).toBeLessThan(400);
});
