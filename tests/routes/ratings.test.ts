import { beforeAll, describe, expect, it } from "vitest";
import { listInterventions } from "~/features/interventions/list-interventions.server";
import { addIntervention } from "~/features/interventions/add-intervention.server";
import { readFacts } from "~/features/actors/queries.server";
import { readHeatmap } from "~/features/ratings/read-heatmap.server";
import { readProfilePicture } from "~/features/ratings/read-profile-picture.server";
import { readSubjectRatings } from "~/features/ratings/read-subject-ratings.server";
import { listDifferences } from "~/features/rounds/differences.server";
import { readRounds } from "~/features/rounds/queries.server";
import { translateJudgement } from "~/features/ratings/translate-judgement.server";
import type { Role } from "~/domain/permissions";
import { type Db, db } from "~/platform/db.server";
import * as actorRoute from "~/routes/assessments.$slug.actors.$code._index";
import * as rateRoute from "~/routes/assessments.$slug.actors.$code.rate";
import * as heatmapRoute from "~/routes/assessments.$slug.actors._index";
import * as reconcileRoute from "~/routes/assessments.$slug.actors.reconcile";
import * as sendRoute from "~/routes/assessments.$slug.actors.rounds.$number.send";
import * as roundsRoute from "~/routes/assessments.$slug.actors.rounds._index";
import * as searchRoute from "~/routes/assessments.$slug.search";
import * as trailRoute from "~/routes/assessments.$slug.trail._index";
import * as historyRoute from "~/routes/assessments.$slug.trail.items.$kind.$code";
import { as, type Cast, loadCast, type Person } from "../cast";
import { queriesOf } from "../support/counting-db";
import { useDatabase } from "../support/database";
import { givenActor, givenFact, givenJudgementProtocol, givenRound, judgementProtocol, rate, send } from "../support/judgement-scene";
import { ask, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
const slug = "cast-study";
beforeAll(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
});

type Loader = Parameters<typeof ask>[0];
const page = async (who: Person, loader: Loader, path: string, params: Record<string, string> = {}) =>
  ask(loader, await signedIn(who.id, `/assessments/${slug}/${path}`), { slug, ...params });
const post = async (
  who: Person,
  action: Loader,
  path: string,
  form: Record<string, string | string[]>,
  params: Record<string, string>,
  headers: Record<string, string> = {},
) => ask(action, await signedIn(who.id, `/assessments/${slug}/${path}`, { form, headers }), { slug, ...params });

describe("a blind round", () => {
  const canaries = /Kanariegeel|Canary yellow/;

  it("shows nothing of it in any page of anyone but its rater, until all have sent", async () => {
    const { id: subjectId, code } = await givenActor(cast);
    const round = await givenRound(cast, [subjectId], [cast.researcher, cast.secondResearcher], ["effect"]);
    const made = await rate(cast, cast.researcher, {
      roundId: round.id,
      subjectId,
      criterion: "effect",
      value: 8.5,
      justification: "Kanariegeel bewijs",
    });
    await translateJudgement(as(cast.researcher), {
      assessmentId: cast.assessment.id,
      id: made.id,
      language: "en",
      version: 0,
      text: "Canary yellow proof",
    });
    const all = async (who: Person) => {
      const answers = [
        await page(who, heatmapRoute.loader, `actors?cell=${code}:K3`),
        await page(who, actorRoute.loader, `actors/${code}`, { code }),
        await page(who, roundsRoute.loader, "actors/rounds"),
        await page(who, reconcileRoute.loader, `actors/reconcile?cell=${code}:K3`),
        await page(who, rateRoute.loader, `actors/${code}/rate?round=${round.number}`, { code }),
        await page(who, trailRoute.loader, "trail"),
        await page(who, historyRoute.loader, `trail/items/judgement/${code}:K3`, { kind: "judgement", code: `${code}:K3` }),
        await page(who, searchRoute.loader, "search?q=bewijs"),
      ];
      return JSON.stringify(answers.map(({ data }) => data));
    };
    for (const sent of [false, true]) {
      if (sent) await send(cast, cast.researcher, round.id);
      for (const who of [cast.lead, cast.reviewer, cast.secondResearcher]) {
        const shown = await all(who);
        expect(shown).not.toMatch(canaries);
        expect(shown).not.toMatch(/"(value|number|level)":"?8\.5/);
      }
      expect(await all(cast.researcher)).toMatch(/Kanariegeel/);
    }
    await rate(cast, cast.secondResearcher, { roundId: round.id, subjectId, criterion: "effect", value: 3 });
    await send(cast, cast.secondResearcher, round.id);
    expect(await all(cast.lead)).toMatch(/Kanariegeel/);
  }, 60_000);
});

describe("rating in the browser", () => {
  it("keeps a judgement, tells what is missing, takes half a one from a form that saves by itself, and meets a conflict", async () => {
    const { id: subjectId, code } = await givenActor(cast);
    const fact = await givenFact(cast, subjectId);
    const round = await givenRound(cast, [subjectId], [cast.researcher]);
    const path = `actors/${code}/rate?round=${round.number}`;
    const fields = {
      intent: "rate",
      criterion: "reach",
      version: "0",
      justification: "",
      language: "nl",
      value: "partial",
      grounds: [`actor-fact/${fact.id}`],
    };
    const given = (more: Record<string, string | string[]>, headers: Record<string, string> = {}) =>
      post(cast.researcher, rateRoute.action, path, { ...fields, ...more }, { code }, headers);

    const refused = await given({ value: "" });
    expect(refused.status).toBe(422);
    expect(refused.data).toMatchObject({
      problem: { fields: { value: ["choose"], justification: ["required"] }, values: { grounds: [`actor-fact/${fact.id}`] } },
    });

    const draft = await given({}, { "x-autosave": "1" });
    expect(draft).toMatchObject({ status: 200, data: { saved: { version: 1 } } });
    expect(await given({ version: "1", justification: "Dat blijkt." })).toMatchObject({
      status: 302,
      location: `/assessments/${slug}/${path}#reach`,
    });
    expect(await given({ version: "1", justification: "Toch anders." })).toMatchObject({
      status: 409,
      data: { conflict: { criterion: "reach", version: 2 } },
    });

    const shown = await page(cast.researcher, rateRoute.loader, path, { code });
    expect(shown.data).toMatchObject({
      page: {
        progress: { done: 1, total: 2 },
        criteria: [
          { missing: [], mine: { value: "partial", justification: "Dat blijkt." }, chosen: [{ code: `${code}:f1` }] },
          { mine: null },
        ],
      },
    });
  });

  it("sends only when every cell is filled, and locks", async () => {
    const { id: subjectId, code } = await givenActor(cast);
    const round = await givenRound(cast, [subjectId], [cast.researcher], ["effect"]);
    const where = { number: String(round.number) };
    await expect(
      post(cast.researcher, sendRoute.action, `actors/rounds/${round.number}/send`, { version: "1" }, where),
    ).resolves.toMatchObject({ status: 409 });
    const fields = {
      intent: "rate",
      criterion: "effect",
      version: "0",
      justification: "Zo staat het er.",
      language: "nl",
      value: "7,5",
      ownExpertise: "yes",
    };
    await post(cast.researcher, rateRoute.action, `actors/${code}/rate`, fields, { code });
    expect(await db.judgement.findFirst({ where: { roundId: round.id } })).toMatchObject({ level: "7.5" });
    expect(await post(cast.researcher, sendRoute.action, `actors/rounds/${round.number}/send`, { version: "1" }, where)).toMatchObject({
      status: 302,
    });
    expect(await post(cast.researcher, rateRoute.action, `actors/${code}/rate`, { ...fields, version: "1" }, { code })).toMatchObject({
      status: 409,
    });
  });

  it("writes down an agreed value with a dissent, and shows what is wrong with one", async () => {
    const { id: subjectId, code } = await givenActor(cast);
    const round = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer], ["reach"]);
    for (const [rater, value] of [
      [cast.researcher, "none"],
      [cast.reviewer, "leading"],
    ] as const) {
      await rate(cast, rater, { roundId: round.id, subjectId, criterion: "reach", value });
      await send(cast, rater, round.id);
    }
    const path = `actors/reconcile?cell=${code}:K1&of=actor`;
    const form = {
      intent: "reconcile",
      round: String(round.number),
      criterion: "reach",
      version: "0",
      value: "partial",
      reason: "",
      language: "nl",
      dissenter: [cast.researcher.id, cast.reviewer.id],
      dissent: ["", "Het blijft leidend."],
    };
    expect(await post(cast.lead, reconcileRoute.action, path, form, {})).toMatchObject({
      status: 422,
      data: { fields: { reason: ["required"] } },
    });
    expect(await post(cast.lead, reconcileRoute.action, path, { ...form, reason: "Gewogen." }, {})).toMatchObject({
      status: 302,
      location: `/assessments/${slug}/actors/reconcile?round=${round.number}`,
    });
    const shown = await page(cast.lead, actorRoute.loader, `actors/${code}`, { code });
    expect(JSON.stringify(shown.data)).toContain("Het blijft leidend.");
  });
});

describe("facts in the browser", () => {
  it("reads a value as it is typed, and gives back what was typed with what is wrong", async () => {
    const { code } = await givenActor(cast);
    const form = { intent: "add-fact", field: "staff", value: "veel", text: "", language: "nl", asOf: "2023", source: "" };
    const refused = await post(cast.researcher, actorRoute.action, `actors/${code}`, form, { code });
    expect(refused).toMatchObject({
      status: 422,
      data: { problem: { fields: { value: ["fields.notANumber"] }, values: { value: ["veel"], asOf: ["2023"] } } },
    });
    expect(
      await post(cast.researcher, actorRoute.action, `actors/${code}`, { ...form, value: "1.200", ownStatement: "yes" }, { code }),
    ).toMatchObject({ status: 302 });
    const unknown = await post(cast.researcher, actorRoute.action, `actors/${code}`, { ...form, toString: "as typed" }, { code });
    expect(unknown).toMatchObject({ status: 422, data: { problem: { form: ["unknown-field"] } } });
    const shown = await page(cast.researcher, actorRoute.loader, `actors/${code}`, { code });
    expect(shown.data).toMatchObject({
      facts: [{ text: "1.200 banen", ownStatement: true, unsourced: true, asOf: "2023" }],
      missing: [{ key: "open" }, { key: "work" }, { key: "partners" }],
    });
  });
});

describe("the profile of an actor", () => {
  it("counts all actors as anybody may see them, and counts anew after a change alone", async () => {
    const { id: assessmentId } = cast.assessment;
    const study = { assessment: { id: assessmentId, assessmentId, languages: ["nl", "en"] }, protocol: judgementProtocol };
    const judged = async ({ id }: Person, code: string, counted: Db = db) => {
      const viewer = { id, administrator: false, mayStart: false, roles: { [assessmentId]: "researcher" as Role } };
      const picture = await readProfilePicture(counted, { ...study, viewer }, code);
      if (picture?.kind !== "profile") return null;
      const line = picture.lines.find(({ criterion }) => criterion.id === "effect");
      return { own: line?.cell.state, judged: line?.all.judged };
    };
    const [one, other] = [await givenActor(cast, "Een"), await givenActor(cast, "Ander")];
    const raters = [cast.researcher, cast.secondResearcher];
    const judge = async (subjectId: string, roundId: string, by: readonly Person[]) => {
      for (const rater of by) {
        await rate(cast, rater, { roundId, subjectId, criterion: "effect", value: 6 });
        await send(cast, rater, roundId);
      }
    };
    await judge(one.id, (await givenRound(cast, [one.id], raters, ["effect"])).id, raters);
    const before = await judged(cast.lead, one.code);
    expect(before?.own).toBe("agreed");
    const second = await givenRound(cast, [other.id], raters, ["effect"]);
    await judge(other.id, second.id, [cast.researcher]);
    for (const who of [cast.lead, cast.researcher]) expect(await judged(who, one.code)).toEqual(before);
    expect(await judged(cast.researcher, other.code)).toEqual({ own: "blind", judged: before?.judged });
    await judge(other.id, second.id, [cast.secondResearcher]);
    const after = { own: "agreed", judged: (before?.judged ?? 0) + 1 };
    const first = await queriesOf(db, (counted) => judged(cast.lead, one.code, counted));
    expect(await judged(cast.lead, one.code)).toEqual(after);
    expect(await judged(cast.researcher, other.code)).toEqual(after);
    expect(await queriesOf(db, (counted) => judged(cast.lead, one.code, counted))).toBeLessThan(first);
  }, 60_000);
});

describe("the number of queries", () => {
  it("does not grow with actors, facts, ratings and interventions", async () => {
    const viewer = { id: cast.lead.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: "lead" as Role } };
    const study = {
      assessment: { id: cast.assessment.id, assessmentId: cast.assessment.id, languages: ["nl", "en"] },
      protocol: judgementProtocol,
      viewer,
      language: "nl" as const,
    };
    const { id: subjectId, code } = await givenActor(cast);
    const filter = { find: "", show: "", sort: { key: "code", descending: false } };
    const fill = async (id: string) => {
      const fact = await givenFact(cast, id);
      const round = await givenRound(cast, [id], [cast.researcher, cast.reviewer]);
      for (const rater of [cast.researcher, cast.reviewer]) {
        for (const [criterion, value] of [
          ["reach", rater === cast.reviewer ? "none" : "leading"],
          ["fit", "adds"],
        ] as const)
          await rate(cast, rater, { roundId: round.id, subjectId: id, criterion, value, grounds: [`actor-fact/${fact.id}`] });
        await send(cast, rater, round.id);
      }
      await addIntervention(as(cast.researcher), {
        assessmentId: cast.assessment.id,
        groupKey: "first",
        groupTitle: null,
        title: "X",
        description: "",
        language: "nl",
        sourceId: null,
      });
    };
    const measured = async () => [
      await queriesOf(db, (counted) => readHeatmap(counted, study, "actor", filter)),
      await queriesOf(db, (counted) => readSubjectRatings(counted, study, "actor", { id: subjectId, code })),
      await queriesOf(db, (counted) => readFacts(counted, study, subjectId)),
      await queriesOf(db, (counted) => readRounds(counted, study)),
      await queriesOf(db, (counted) => listDifferences(counted, study, null)),
      await queriesOf(db, (counted) => listInterventions(counted, study, { find: "", group: "", class: "" })),
    ];
    await fill(subjectId);
    const before = await measured();
    await fill(subjectId);
    for (const name of ["Een", "Twee"]) await fill((await givenActor(cast, name)).id);
    expect(await measured()).toEqual(before);
  }, 60_000);
});
