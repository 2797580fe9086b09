import { beforeEach, describe, expect, it } from "vitest";
import { navigationOf } from "~/features/navigation/entries";
import type { ReadingHall } from "~/features/editions/load-reading-hall.server";
import { withdrawEdition } from "~/features/editions/withdraw-edition.server";
import { db } from "~/platform/db.server";
import * as overview from "~/routes/assessments.$slug._index";
import * as hall from "~/routes/assessments.$slug.reading";
import { currentHref } from "~/ui/navigation";
import { as, type Cast, loadCast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { givenDraft, givenReleased } from "../support/edition-scene";
import { hour } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenSections } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
  await givenSections(cast);
});

const base = "/assessments/cast-study";
const open = async (person: Person = cast.commissioner) =>
  ask(hall.loader, await signedIn(person.id, `${base}/reading`), { slug: "cast-study" });
const shown = async () => (await open()).data as ReadingHall;
const first = async () => (await ask(overview.loader, await signedIn(cast.commissioner.id, base), { slug: "cast-study" })).location;

describe("the first page of the reading room", () => {
  it("is empty, and where the commissioner begins, as long as nothing is released", async () => {
    await givenDraft(cast);
    expect((await shown()).editions).toEqual([]);
    expect(await first()).toBe(`${base}/reading`);
  });

  it("lists what is released, the newest first and nothing else", async () => {
    const one = await givenReleased(cast, 30);
    await givenReleased(cast, 40);
    await givenDraft(cast, 50);
    expect((await shown()).editions.map(({ number }) => number)).toEqual([2, 1]);
    expect(await first()).toBe(`${base}/editions/2/read`);
    const { version } = await db.edition.findUniqueOrThrow({ where: { id: one.id } });
    await withdrawEdition(as(cast.lead, hour(60)), { assessmentId: cast.assessment.id, id: one.id, version, reason: "Fout" });
    expect((await shown()).editions.map(({ number }) => number)).toEqual([2]);
  });

  it("marks what was released since the visit before this one", async () => {
    await givenReleased(cast, 30);
    expect(await shown()).toMatchObject({ since: null, editions: [{ number: 1, isNew: true }] });
    // The visit ended between the two editions.
    const between = { userId: cast.commissioner.id, assessmentId: cast.assessment.id };
    await rawWriter().lastVisit.updateMany({ where: between, data: { at: hour(35), previousAt: null } });
    await givenReleased(cast, 40);
    expect(await shown()).toMatchObject({
      since: hour(35),
      editions: [
        { number: 2, isNew: true },
        { number: 1, isNew: false },
      ],
    });
  });

  it("is the commissioner's, with an entry in the side that stays current while she reads", async () => {
    const nav = (role: "lead" | "researcher" | "reviewer" | "commissioner") =>
      navigationOf({ id: "1", administrator: false, mayStart: false, roles: { a: role } }, { id: "a", slug: "cast-study" }, {}, 0);
    expect(nav("commissioner").map(({ label }) => label)).toEqual(["work", "assessments", "reading", "editions"]);
    for (const role of ["lead", "researcher", "reviewer"] as const) expect(nav(role).some(({ label }) => label === "reading")).toBe(false);
    expect((await open(cast.lead)).status).toBe(404);
    expect(currentHref(nav("commissioner"), `${base}/editions/2/read/3.1`)).toBe(`${base}/reading`);
    expect(currentHref(nav("commissioner"), `${base}/editions/2`)).toBe(`${base}/editions`);
    expect(currentHref(nav("lead"), `${base}/editions/2/read/3.1`)).toBe(`${base}/editions`);
  });
});
