import { beforeAll, describe, expect, it } from "vitest";
import { addActor } from "~/features/actors/add-actor.server";
import { addFact } from "~/features/actors/add-fact.server";
import { addRelation } from "~/features/actors/add-relation.server";
import { readInterventions } from "~/features/actors/read-interventions.server";
import { mergeActors } from "~/features/actors/merge-actors.server";
import { addIntervention } from "~/features/interventions/add-intervention.server";
import { translateIntervention } from "~/features/interventions/translate-intervention.server";
import { dataBlockValues } from "~/platform/data-blocks.server";
import { db } from "~/platform/db.server";
import * as actorRoute from "~/routes/assessments.$slug.actors.$code._index";
import * as heatmapRoute from "~/routes/assessments.$slug.actors._index";
import * as countriesRoute from "~/routes/assessments.$slug.actors.countries._index";
import * as countriesFileRoute from "~/routes/assessments.$slug.actors.countries.files.$format";
import * as doublesRoute from "~/routes/assessments.$slug.actors.doubles";
import * as registerRoute from "~/routes/assessments.$slug.actors.list._index";
import * as registerFileRoute from "~/routes/assessments.$slug.actors.list.files.$format";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actorInput, factInput, givenJudgementProtocol, judgementProtocol } from "../support/judgement-scene";
import { ask, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
let kluut: { id: string; code: string };
let wulp: { id: string; code: string };
const slug = "cast-study";

beforeAll(async () => {
  cast = await loadCast();
  const here = { assessmentId: cast.assessment.id };
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
  const by = as(cast.researcher);
  kluut = await addActor(by, { ...actorInput, ...here, name: "=Kluut", kind: { nl: "Fonds", en: "Fund" }, countries: ["Kenia"] });
  wulp = await addActor(by, { ...actorInput, ...here, name: "Wulp", countries: [], levels: ["Wereldwijd", "Stroomgebied"] });
  await addFact(by, { ...factInput, ...here, actorId: kluut.id, field: "staff", value: 12, text: "" });
  await addFact(by, { ...factInput, ...here, actorId: kluut.id, ownStatement: true });
  const details = { asOf: null, sourceId: null, excerptId: null, ownStatement: false, note: "", language: "nl" };
  const relation = { ...details, ...here, side: "works-with" as const, actorId: kluut.id, countries: ["Peru"] };
  await addRelation(by, { ...relation, otherId: null, otherName: "Partner Pluvier" });
  await addRelation(by, { ...relation, otherId: wulp.id, otherName: null });
});

type Loader = Parameters<typeof ask>[0];
const get = async (loader: Loader, path: string, params: Record<string, string> = {}) =>
  ask(loader, await signedIn(cast.reviewer.id, `/assessments/${slug}/actors${path}`), { slug, ...params });
const names = (rows: readonly { name: string }[]) => rows.map(({ name }) => name);
const text = async (loader: Loader, path: string, params: Record<string, string>) => {
  const request = await signedIn(cast.reviewer.id, `/assessments/${slug}/actors${path}`);
  const response = await (loader as (args: unknown) => Promise<Response>)({ request, params: { slug, ...params }, context: {} });
  return response.text();
};
const register = async (query: string) => {
  const { data } = await get(registerRoute.loader, `/list${query}`);
  return (data as Awaited<ReturnType<typeof registerRoute.loader>>).register;
};

describe("the register", () => {
  it("lists every actor with its figures and what is amiss; one that is only named says so, and is not among what is rated", async () => {
    const { rows, total, heads } = await register("");
    expect(total).toBe(3);
    expect(heads.numbers).toContain("Personeel");
    expect(rows.find(({ code }) => code === kluut.code)).toMatchObject({ facts: 2, unsourced: 2, own: 1, relations: 2, namedOnly: false });
    expect(rows.find(({ name }) => name === "Partner Pluvier")).toMatchObject({ namedOnly: true, facts: 0 });
    const { data } = await get(heatmapRoute.loader, "");
    const { heatmap } = data as Awaited<ReturnType<typeof heatmapRoute.loader>>;
    expect(names(heatmap.rows)).toEqual(["=Kluut", "Wulp"]);
  });
  it("is narrowed and ordered by its address", async () => {
    expect(names((await register("?mark=without-source")).rows)).toEqual(["=Kluut"]);
    expect(names((await register("?level=global")).rows)).toEqual(["Wulp"]);
    const { choices, rows } = await register("?level=Stroomgebied");
    expect(names(rows)).toEqual(["Wulp"]);
    expect(choices.levels).toEqual([
      { value: "global", label: "Wereldwijd" },
      { value: "national", label: "Nationaal" },
      { value: "Stroomgebied", label: "Stroomgebied" },
    ]);
    expect(names((await register("?country=KE")).rows)).toEqual(["=Kluut"]);
    expect(names((await register("?q=pluv")).rows)).toEqual(["Partner Pluvier"]);
    expect(names((await register("?sort=-facts")).rows)[0]).toBe("=Kluut");
  });
  it("is a file as the page is narrowed, in which no name is a formula; of no other format", async () => {
    const csv = await text(registerFileRoute.loader, "/list/files/csv?q=kluut", { format: "csv" });
    expect(csv).toContain("'=Kluut");
    expect(csv).not.toContain("Wulp");
    expect(await text(registerFileRoute.loader, "/list/files/csv?q=wulp", { format: "csv" })).toContain("Wereldwijd, Stroomgebied");
    expect((await get(registerFileRoute.loader, "/list/files/pdf", { format: "pdf" })).status).toBe(404);
  });
});

describe("the countries", () => {
  it("tell who works where and with whom, on the page, in the file and in the document alike", async () => {
    const { data } = await get(countriesRoute.loader, "/countries");
    const { shown } = data as Awaited<ReturnType<typeof countriesRoute.loader>>;
    expect(shown.places.map(({ name, actors, partners }) => [name, names(actors), partners.length])).toEqual([
      ["Kenia", ["=Kluut"], 0],
      ["Peru", [], 2],
    ]);
    const csv = await text(countriesFileRoute.loader, "/countries/files/csv?q=peru", { format: "csv" });
    expect(csv).toContain("Partner Pluvier");
    expect(csv).not.toContain("Kenia");
    const study = { assessment: { id: cast.assessment.id }, protocol: judgementProtocol };
    const [table] = await dataBlockValues(db, study, { block: "countries" });
    expect(table?.rows.map(({ cells }) => cells[0])).toMatchObject([{ text: { nl: "Kenia", en: "Kenya" } }, { text: { nl: "Peru" } }]);
    expect(table?.rows[1]?.cells[2]).toMatchObject({ text: { nl: "Met =Kluut: Partner Pluvier*, Wulp*" } });
    expect(table?.notes).toHaveLength(1);
  });
});

describe("a relation", () => {
  it("is read from the side of the page's actor, in the language of the reader", async () => {
    const { data } = await get(actorRoute.loader, `/${wulp.code}`, { code: wulp.code });
    const { relations } = data as Exclude<Awaited<ReturnType<typeof actorRoute.loader>>, Response>;
    expect(relations).toMatchObject([{ side: "works-with", other: { name: "=Kluut" }, countries: ["Peru"], unsourced: true }]);
  });
});

describe("the interventions that facts refer to", () => {
  it("stand on the page once each, in the language of the reader, with the facts that name them", async () => {
    const here = { assessmentId: cast.assessment.id };
    const input = { ...here, groupKey: "first", groupTitle: null, description: "", language: "nl", sourceId: null };
    const by = as(cast.researcher);
    const [first, second] = [
      await addIntervention(by, { ...input, title: "Nestkasten" }),
      await addIntervention(by, { ...input, title: "Voeren" }),
    ];
    const translated = { ...here, id: first.id, field: "title" as const, language: "en", version: 0, text: "Nest boxes" };
    await translateIntervention(by, translated);
    const ways = { key: "ways", label: { nl: "Werkwijzen" }, answer: { kind: "reference", to: "intervention", several: true } } as const;
    const protocol = { ...judgementProtocol, actorFacts: [...(judgementProtocol.actorFacts ?? []), ways] };
    const study = { assessment: { id: cast.assessment.id, languages: ["nl", "en"] }, protocol, language: "en" as const };
    const facts = [
      { code: "O1:f8", field: "ways", value: [second.id, first.id] },
      { code: "O1:f9", field: "ways", value: [first.id] },
      { code: "O1:f1", field: "staff", value: 12 },
    ];
    expect(await readInterventions(db, study, facts)).toEqual([
      { code: "V1", title: "Nest boxes", lang: "en", facts: ["O1:f8", "O1:f9"] },
      { code: "V2", title: "Voeren", lang: "nl", facts: ["O1:f8"] },
    ]);
    expect(await readInterventions(db, study, facts.slice(2))).toEqual([]);
  });
});

describe("a double", () => {
  it("is compared side by side, and once merged its page leads to the one that stays", async () => {
    const here = { assessmentId: cast.assessment.id };
    const twin = await addActor(as(cast.researcher), { ...actorInput, ...here, name: "WULP", url: "https://wulp.example", countries: [] });
    const { data } = await get(doublesRoute.loader, `/doubles?stays=${wulp.code}&goes=${twin.code}`);
    const { doubles } = data as Awaited<ReturnType<typeof doublesRoute.loader>>;
    expect(doubles.pairs).toMatchObject([{ one: { name: "Wulp" }, other: { name: "WULP" }, reasons: ["name"] }]);
    expect(doubles.compared?.fields.find(({ field }) => field === "url")).toMatchObject({ proposed: "goes", same: false });
    await mergeActors(as(cast.researcher), {
      ...here,
      stays: { id: wulp.id, version: 1 },
      goes: { id: twin.id, version: 1 },
      choices: { name: "stays", kind: "stays", focus: "stays", url: "goes" },
      reason: "Dezelfde.",
    });
    const old = await get(actorRoute.loader, `/${twin.code}`, { code: twin.code });
    expect([old.status, old.location]).toEqual([302, `/assessments/${slug}/actors/${wulp.code}`]);
    const { data: now } = await get(actorRoute.loader, `/${wulp.code}`, { code: wulp.code });
    expect(now).toMatchObject({
      mergedFrom: [{ code: twin.code, name: "WULP" }],
      actor: { url: "https://wulp.example", otherNames: ["WULP"] },
    });
  });
});
