import { beforeEach, expect, it } from "vitest";
import { deactivateAccount } from "~/features/accounts/deactivate-account.server";
import { db } from "~/platform/db.server";
import { closeContext, openContext, requestIdHeader } from "~/platform/request-context.server";
import * as position from "~/routes/assessments.$slug.editions.$n.position";
import * as read from "~/routes/assessments.$slug.editions.$n.read.$section";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenDraft, givenReleased } from "../support/edition-scene";
import { hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenSections } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
  await givenSections(cast);
  await givenReleased(cast, 30);
});

const base = "/assessments/cast-study/editions/1";
const params = { slug: "cast-study", n: "1" };

async function tell(person: Person, form: Record<string, string>, n = "1"): Promise<number> {
  return (await ask(position.action, await signedIn(person.id, `${base}/position`, { form }), { ...params, n })).status;
}

/** What the first page offers a person who comes back. */
async function goOnOf(person: Person): Promise<unknown> {
  const { data } = await ask(read.loader, await signedIn(person.id, `${base}/read/3`), { ...params, section: "3" });
  return (data as { goOn: unknown }).goOn;
}

/** Opens a page the way a browser without script does, or as the data that a script asks for. */
async function openPage(person: Person, section: string, rendersPage: boolean): Promise<void> {
  openContext("asked", undefined, rendersPage);
  const request = await signedIn(person.id, `${base}/read/${section}`, { headers: { [requestIdHeader]: "asked" } });
  await ask(read.loader, request, { ...params, section });
  closeContext("asked");
}

it("is where a person was in an edition: hers alone, and no event", async () => {
  const events = await db.event.count();
  expect(await goOnOf(cast.commissioner)).toBeNull();
  expect(await tell(cast.commissioner, { section: "3.1", place: "" })).toBe(204);
  expect(await goOnOf(cast.commissioner)).toMatchObject({ section: "3.1", place: null, entry: { code: "3.1", heading: "Wat werkt" } });
  expect(await tell(cast.commissioner, { section: "5" })).toBe(204);
  expect(await goOnOf(cast.commissioner)).toMatchObject({ section: "5" });
  expect(await goOnOf(cast.lead)).toBeNull();
  expect(await db.event.count()).toBe(events);
});

it("is not moved by the first page, by what the document does not have, and by what is no position", async () => {
  await tell(cast.commissioner, { section: "3.1" });
  expect(await tell(cast.commissioner, { section: "3" })).toBe(204);
  expect(await tell(cast.commissioner, { section: "9.9" })).toBe(204);
  expect(await tell(cast.commissioner, { section: "x".repeat(81) })).toBe(422);
  expect(await goOnOf(cast.commissioner)).toMatchObject({ section: "3.1" });
});

it("can't be kept of a draft by who may not read it", async () => {
  await givenDraft(cast, 40);
  expect(await tell(cast.commissioner, { section: "3.1" }, "2")).toBe(404);
  expect(await tell(cast.lead, { section: "3.1" }, "2")).toBe(204);
});

it("follows the pages that are opened without script, and no request for data", async () => {
  await openPage(cast.commissioner, "3.1", false);
  expect(await goOnOf(cast.commissioner)).toBeNull();
  await openPage(cast.commissioner, "3.1", true);
  expect(await goOnOf(cast.commissioner)).toMatchObject({ section: "3.1" });
  const [before] = await db.readingPosition.findMany();
  await openPage(cast.commissioner, "3.1", true);
  expect(await db.readingPosition.findMany()).toEqual([before]);
});

it("goes with the account", async () => {
  await tell(cast.commissioner, { section: "3.1" });
  const { version } = await db.user.findUniqueOrThrow({ where: { id: cast.commissioner.id } });
  await deactivateAccount(as(cast.administrator, hour(50)), { id: cast.commissioner.id, version });
  expect(await db.readingPosition.count()).toBe(0);
});
