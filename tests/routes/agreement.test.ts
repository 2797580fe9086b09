import { beforeAll, describe, expect, it } from "vitest";
import { openRound } from "~/features/rounds/open-round.server";
import * as fileRoute from "~/routes/assessments.$slug.actors.rounds.$number.agreement.files.$format";
import * as pageRoute from "~/routes/assessments.$slug.actors.rounds.$number.agreement._index";
import * as roundsRoute from "~/routes/assessments.$slug.actors.rounds._index";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { givenActor, givenFact, givenJudgementProtocol, rate, send } from "../support/judgement-scene";
import { ask, signedIn } from "../support/request";

useDatabase();
let cast: Cast;
let round: { id: string; number: number };
beforeAll(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
  const subjectIds: string[] = [];
  for (const name of ["Een", "Twee", "Drie", "Vier", "Vijf"]) subjectIds.push((await givenActor(cast, name)).id);
  const raters = [cast.researcher, cast.secondResearcher];
  round = await openRound(as(cast.lead, hour(2)), {
    assessmentId: cast.assessment.id,
    title: { nl: "Eerste ronde" },
    subjectKind: "actor",
    subjectIds,
    criteria: ["effect", "fit"],
    raterIds: raters.map(({ id }) => id),
  });
  for (const [place, subjectId] of subjectIds.entries()) {
    const grounds = [`actor-fact/${(await givenFact(cast, subjectId)).id}`];
    for (const rater of raters) {
      await rate(cast, rater, { roundId: round.id, subjectId, criterion: "effect", value: place + 2, grounds });
      await rate(cast, rater, { roundId: round.id, subjectId, criterion: "fit", value: "adds", grounds });
    }
  }
}, 60_000);

const base = "/assessments/cast-study/actors/rounds";
const params = { slug: "cast-study" };
const page = async (who: Person, number = String(round.number)) =>
  ask(pageRoute.loader, await signedIn(who.id, `${base}/${number}/agreement`), { ...params, number });
const file = async (who: Person, format: string) =>
  ask(fileRoute.loader, await signedIn(who.id, `${base}/${round.number}/agreement/files/${format}`), {
    ...params,
    number: String(round.number),
    format,
  });
const rounds = async (who: Person) => ask(roundsRoute.loader, await signedIn(who.id, base), params);

describe("the agreement of a round", () => {
  it("is blind until all have sent: the page says how many have, the file is refused, the list says nothing", async () => {
    await send(cast, cast.researcher, round.id);
    for (const who of [cast.lead, cast.researcher, cast.reviewer]) {
      expect((await page(who)).data).toMatchObject({ agreement: null, round: { sent: 1, raters: 2 } });
      expect(await file(who, "csv")).toMatchObject({ status: 409 });
      expect((await rounds(who)).data).toMatchObject({ headlines: {} });
    }
    await send(cast, cast.secondResearcher, round.id);
  });

  it("is told per criterion, with why there is none", async () => {
    const { data } = await page(cast.lead);
    expect(data).toMatchObject({
      agreement: {
        headline: { low: "1,00", lowest: "K3", high: "1,00", highest: "K3", count: 1, total: 2 },
        criteria: [
          {
            code: "K2",
            headline: {
              value: "",
              reading: "Niet te berekenen: er is maar één waarde gegeven, zodat overeenstemming niet van toeval te onderscheiden is.",
            },
          },
          { code: "K3", subjects: "5 van 5", raters: 2, headline: { value: "1,00", reading: "betrouwbaar (Krippendorff 2004)" } },
        ],
      },
    });
  });

  it("stands in the list of rounds", async () => {
    expect((await rounds(cast.reviewer)).data).toMatchObject({ headlines: { [round.number]: { low: "1,00", lowest: "K3" } } });
  });

  it("is a file with the same figures and how they came about", async () => {
    const request = await signedIn(cast.reviewer.id, `${base}/${round.number}/agreement/files/csv`);
    const answer = await fileRoute.loader({
      request,
      params: { ...params, number: String(round.number), format: "csv" },
      context: { nonce: "test", requestId: "test" },
    });
    expect(answer.headers.get("content-disposition")).toBe(`attachment; filename="cast-study-agreement-${round.number}.csv"`);
    expect(await answer.text()).toContain(
      'K3;Effect;Krippendorffs α, interval;1,00;1,00;1,00;2;betrouwbaar (Krippendorff 2004);5 van 5;2;"Van 2.000 steekproeven zijn 2 niet te berekenen',
    );
    expect((await file(cast.lead, "xlsx")).status).toBe(200);
    expect((await file(cast.lead, "pdf")).status).toBe(404);
  });

  it("is not there without a round", async () => {
    expect((await page(cast.lead, "99")).status).toBe(404);
    expect((await page(cast.lead, "x")).status).toBe(404);
    expect((await page(cast.commissioner)).status).toBe(404);
  });
});
