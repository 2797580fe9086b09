import { beforeAll, expect, it } from "vitest";
import { decide } from "~/features/screening/decide.server";
import * as conflictsRoute from "~/routes/assessments.$slug.sources.screening.conflicts";
import * as flowRoute from "~/routes/assessments.$slug.sources.flow";
import * as listRoute from "~/routes/assessments.$slug.sources.screening.list";
import * as overviewRoute from "~/routes/assessments.$slug.sources.screening._index";
import * as sourceRoute from "~/routes/assessments.$slug.sources.$code";
import * as sourcesRoute from "~/routes/assessments.$slug.sources._index";
import * as stepRoute from "~/routes/assessments.$slug.sources.screening.$step";
import * as trailRoute from "~/routes/assessments.$slug.trail._index";
import * as historyRoute from "~/routes/assessments.$slug.trail.items.$kind.$code";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { decision, givenFound, givenObtained } from "../support/screening-scene";

useDatabase();
let cast: Cast;
const slug = "cast-study";
/** Words that stand in the blind decision and nowhere else. */
const canary = /Kanariegeel/;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

type Loader = Parameters<typeof ask>[0];
const page = async (who: Person, loader: Loader, path: string, params: Record<string, string> = {}) =>
  ask(loader, await signedIn(who.id, `/assessments/${slug}/${path}`), { slug, ...params });

it("shows a decision to nobody but its screener until both have decided, in no page and not in the trail", async () => {
  const { id, code } = await givenFound(cast);
  const mine = decision(cast, id, { decision: "exclude", reason: "other:Kanariegeel", note: "Kanariegeel" });
  await decide(as(cast.researcher), mine);
  const pages: [Loader, string, Record<string, string>][] = [
    [overviewRoute.loader, "sources/screening", {}],
    [listRoute.loader, "sources/screening/list", {}],
    [stepRoute.loader, `sources/screening/title-abstract?source=${code}`, { step: "title-abstract" }],
    [conflictsRoute.loader, "sources/screening/conflicts", {}],
    [flowRoute.loader, "sources/flow", {}],
    [sourceRoute.loader, `sources/${code}`, { code }],
    [trailRoute.loader, "trail", {}],
    [historyRoute.loader, `trail/items/source/${code}`, { kind: "source", code }],
  ];
  const told = async (who: Person) =>
    Promise.all(pages.map(async ([loader, path, params]) => JSON.stringify(await page(who, loader, path, params))));
  for (const who of [cast.secondResearcher, cast.lead, cast.reviewer])
    expect((await told(who)).flatMap((text, at) => (canary.test(text) ? [pages[at]?.[1]] : []))).toEqual([]);
  const own = await told(cast.researcher);
  expect(own[2]).toMatch(canary);
  expect(own[6]).toMatch(canary);
  await decide(as(cast.secondResearcher), decision(cast, id));
  const opened = await told(cast.reviewer);
  expect(opened[2]).toMatch(canary);
  expect(opened[6]).toMatch(canary);
  expect(opened[3]).toContain(code);
});

it("narrows the list of sources, and that of the screening, to the words of an address", async () => {
  const { code } = await givenFound(cast);
  await givenFound(cast);
  for (const [loader, path] of [
    [sourcesRoute.loader, "sources"],
    [listRoute.loader, "sources/screening/list"],
  ] as const) {
    const told = JSON.stringify(await page(cast.researcher, loader, `${path}?q=${code.toLowerCase()}`));
    expect(told.match(/"code":"S\d+"/gu), path).toEqual([`"code":"${code}"`]);
  }
});

it("says under the diagram how many publications wait at which step, what is blind among them", async () => {
  const waiting = async () => {
    const { data } = await page(cast.reviewer, flowRoute.loader, "sources/flow");
    return Object.fromEntries((data as FlowData).read.waiting.map(({ step, count }) => [step, count]));
  };
  const before = await waiting();
  const { id } = await givenFound(cast);
  await givenObtained(cast);
  await decide(as(cast.researcher), decision(cast, id, { decision: "exclude" }));
  expect(await waiting()).toEqual({
    ...before,
    "title-abstract": (before["title-abstract"] ?? 0) + 1,
    "full-text": (before["full-text"] ?? 0) + 1,
  });
});

interface FlowData {
  read: { waiting: { step: string; count: number }[] };
}
