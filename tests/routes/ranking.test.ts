import { beforeAll, describe, expect, it } from "vitest";
import { loadRanking, type RankingShown } from "~/features/ranking/load-ranking.server";
import { reconcileJudgement } from "~/features/ratings/reconcile-judgement.server";
import { tablesToBind } from "~/domain/evidence/data-table";
import { rankingTables } from "~/platform/data-blocks/ranking-tables.server";
import { db } from "~/platform/db.server";
import * as rankingRoute from "~/routes/assessments.$slug.actors.ranking";
import * as pictureRoute from "~/routes/assessments.$slug.pictures.$name.$format";
import { as, type Cast, loadCast, type Person } from "../cast";
import { queriesOf } from "../support/counting-db";
import { useDatabase } from "../support/database";
import { givenActor, givenJudgementProtocol, givenRound, judgementProtocol, rate, send } from "../support/judgement-scene";
import { ask, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
let round: { id: string };
let first: { id: string; code: string };
let second: { id: string; code: string };
const slug = "cast-study";

const page = async (who: Person, query = "") => {
  const answer = await ask(rankingRoute.loader, await signedIn(who.id, `/assessments/${slug}/actors/ranking${query}`), { slug });
  // The loader of this route gives this shape; who may not see it gets a status instead.
  return {
    status: answer.status,
    shown: (answer.data as { shown: RankingShown | null } | undefined)?.shown ?? null,
    text: JSON.stringify(answer.data),
  };
};
const scores = (shown: RankingShown | null) =>
  shown?.ranking?.rows.map(({ code, rank, score, low, high }) => ({ code, rank, score, low, high }));
const judge = (rater: Person, subject: { id: string }, criterion: string, value: string | number) =>
  rate(cast, rater, { roundId: round.id, subjectId: subject.id, criterion, value });

beforeAll(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
  first = await givenActor(cast, "Kievit");
  second = await givenActor(cast, "Grutto");
  round = await givenRound(cast, [first.id, second.id], [cast.researcher, cast.secondResearcher], ["reach", "effect"]);
});

describe("a ranking", () => {
  it("has nothing of a blind round, for whoever looks, and says that one is blind", async () => {
    await judge(cast.researcher, first, "reach", "leading");
    await judge(cast.researcher, first, "effect", 8.5);
    await judge(cast.researcher, second, "reach", "partial");
    await judge(cast.researcher, second, "effect", 5.5);
    await send(cast, cast.researcher, round.id);
    for (const who of [cast.lead, cast.researcher, cast.secondResearcher, cast.reviewer]) {
      const { shown, text } = await page(who);
      expect(shown?.ranking).toBeNull();
      expect(shown?.cautions.map(({ key, values }) => [key, values["count"]])).toEqual([["cautions.blind", 1]]);
      expect(text).not.toMatch(/leading|8\.5/u);
    }
    const picture = async (name: string) => {
      const asked = await signedIn(cast.lead.id, `/assessments/${slug}/pictures/${name}/csv`);
      return (await ask(pictureRoute.loader, asked, { slug, name, format: "csv" })).status;
    };
    for (const name of ["ranking", "rank-spread", "profiles"]) expect(await picture(name)).toBe(404);
  });

  it("counts what both gave alike once the round is open, and what was reconciled", async () => {
    await judge(cast.secondResearcher, first, "reach", "substantial");
    await judge(cast.secondResearcher, first, "effect", 8.5);
    await judge(cast.secondResearcher, second, "reach", "partial");
    await judge(cast.secondResearcher, second, "effect", 5.5);
    await send(cast, cast.secondResearcher, round.id);
    // No weights in the protocol: reach and effect count equally, the classes of fit not. The first has effect alone, half of the weight:
    // (8.5 − 1) ÷ 9 = 0.8333. The second (2 ÷ 4 + 4.5 ÷ 9) ÷ 2 = 0.5.
    const open = await page(cast.reviewer);
    expect(scores(open.shown)).toMatchObject([
      { code: first.code, rank: 1, score: expect.closeTo(7.5 / 9, 9) as number },
      { code: second.code, rank: 2, score: 0.5, low: 0.5, high: 0.5 },
    ]);
    expect(open.shown?.cautions.map(({ key }) => key)).toEqual(["cautions.few", "cautions.gaps", "cautions.waiting"]);
    await reconcileJudgement(as(cast.lead), {
      ...{ assessmentId: cast.assessment.id, roundId: round.id, subjectId: first.id, criterion: "reach", version: 0 },
      ...{ value: "substantial", reason: "Zo staat het er.", language: "nl", dissent: [] },
    });
    // Reach of the first: 3 ÷ 4, between 3 ÷ 4 and 4 ÷ 4. (0.75 + 0.8333) ÷ 2 = 0.7917; at best (1 + 0.8333) ÷ 2 = 0.9167.
    const [top] = scores((await page(cast.reviewer)).shown) ?? [];
    expect(top).toMatchObject({ score: expect.closeTo(0.791667, 6) as number, low: expect.closeTo(0.791667, 6) as number });
    expect(top?.high).toBeCloseTo(0.916667, 6);
  });

  it("is made again on other weights, which are nowhere kept", async () => {
    // Effect alone: 0.8333 and 0.5. The Dutch reader types a comma.
    const tried = await page(cast.lead, "?of=actor&w-K1=0&w-K3=2,5");
    expect([tried.status, tried.shown?.isTried]).toEqual([200, true]);
    expect(tried.shown?.weights.map(({ code, weight, source }) => [code, weight, source])).toEqual([
      ["K1", 0, "typed"],
      ["K2", 1, "equal"],
      ["K3", 2.5, "typed"],
    ]);
    expect(scores(tried.shown)?.[0]?.score).toBeCloseTo(7.5 / 9, 9);
    expect((await page(cast.lead)).shown?.isTried).toBe(false);
    const asked = await signedIn(cast.lead.id, `/assessments/${slug}/pictures/ranking/csv?of=actor&w-K1=0&w-K3=2,5&language=en`);
    const file = await pictureRoute.loader({
      request: asked,
      params: { slug, name: "ranking", format: "csv" },
      context: { nonce: "", requestId: "" },
    });
    expect(await file.text()).toContain(`${first.code},Kievit,1,83.3,83.3,83.3`);
  });

  it("says what is wrong with weights, keeps what was typed and ranks on those of the protocol meanwhile", async () => {
    const { status, shown } = await page(cast.lead, "?of=actor&w-K1=veel&w-K3=-1");
    expect(status).toBe(422);
    expect(shown?.problem).toEqual({
      fields: { "w-K1": ["number"], "w-K3": ["too-low"] },
      form: [],
      values: { "w-K1": ["veel"], "w-K3": ["-1"] },
    });
    expect([shown?.isTried, shown?.weights.map(({ weight }) => weight)]).toEqual([false, [1, 1, 1]]);
    const other = await page(cast.lead, "?of=actor&w-K1=&w-K3=1001");
    expect(other.shown?.problem?.fields).toEqual({ "w-K1": ["required"], "w-K3": ["too-high"] });
  });

  it("says that weights which add up to zero rank nothing", async () => {
    const { status, shown } = await page(cast.lead, "?of=actor&w-K1=0&w-K3=0");
    expect([status, shown?.state, shown?.ranking, shown?.spreads]).toEqual([200, "no-weight", null, null]);
  });

  it("knows no other groups than the protocol can rank", async () => {
    const { shown } = await page(cast.lead, "?of=toString");
    expect([shown?.group, shown?.groups]).toEqual(["actor", ["actor", "intervention"]]);
    expect((await page(cast.lead, "?of=intervention")).shown?.ranking).toBeNull();
  });

  it("stands in a document with the same figures, narrowed to the criteria that it names", async () => {
    const tables = await rankingTables(db, cast.assessment.id, judgementProtocol, ["effect"]);
    const [score] = tables;
    expect(tables.map(({ caption }) => ("key" in caption ? caption.key : null))).toEqual([
      ...["ranking.scores", "ranking.weights", "ranking.spreads"],
    ]);
    // On effect alone there is no other criterion to leave out, and two profiles are not joined.
    expect(score?.rows.map(({ cells }) => cells[3])).toEqual([
      { key: "ranking.number", values: { n: 83.3 } },
      { key: "ranking.number", values: { n: 50 } },
    ]);
    // A sign-off binds the scores and the weights, of which the draws are made.
    expect(tablesToBind(tables)).toEqual(tables.slice(0, 2));
    expect(score?.pictures?.map(({ kind }) => kind)).toEqual(["ranking"]);
  });

  it("asks the database the same number of questions, whatever the number of actors", async () => {
    const study = { assessment: cast.assessment, protocol: judgementProtocol, language: "nl" as const };
    const asked = () => queriesOf(db, (counted) => loadRanking(counted, study, new URLSearchParams()));
    const before = await asked();
    for (let more = 0; more < 5; more += 1) await givenActor(cast, `Vogel ${more}`);
    expect(await asked()).toBe(before);
  });
});
