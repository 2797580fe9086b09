import { beforeAll, describe, expect, it } from "vitest";
import { readFacts } from "~/features/actors/queries.server";
import type { Role } from "~/domain/permissions";
import { dayAfter, dayAt } from "~/domain/day";
import { db } from "~/platform/db.server";
import { openRound } from "~/features/rounds/open-round.server";
import * as reconcileRoute from "~/routes/assessments.$slug.actors.reconcile";
import * as sendRoute from "~/routes/assessments.$slug.actors.rounds.$number.send";
import * as roundsRoute from "~/routes/assessments.$slug.actors.rounds._index";
import * as rateRoute from "~/routes/assessments.$slug.actors.$code.rate";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import {
  givenActor,
  givenFact,
  givenJudgementProtocol,
  givenRound,
  judgementProtocol,
  rate,
  send,
  versionOf,
} from "../support/judgement-scene";
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
const act = async (form: Record<string, string | string[]>) =>
  ask(roundsRoute.action, await signedIn(cast.lead.id, `/assessments/${slug}/actors/rounds`, { form }), { slug });
const rounds = { status: 302, location: `/assessments/${slug}/actors/rounds` };
const isoTyped = (day: string) => day.split("-").reverse().join("-");
const tomorrow = dayAfter(dayAt(new Date()), 1);

describe("the forms of a round", () => {
  it("set its day, add and take out raters, abandon it, and give back what was typed with what is wrong", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: round } = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer], ["reach"]);
    const of = async (form: Record<string, string>) => act({ round, version: String(await versionOf(round)), ...form });
    expect(await of({ intent: "set-due", dueOn: "01-01-2020" })).toMatchObject({
      status: 422,
      data: { fields: { dueOn: ["in-past"] }, values: { intent: ["set-due"], round: [round] } },
    });
    expect(await of({ intent: "set-due", dueOn: isoTyped(tomorrow) })).toMatchObject(rounds);
    expect(await db.round.findUniqueOrThrow({ where: { id: round } })).toMatchObject({ dueOn: tomorrow });
    expect(await of({ intent: "add-rater", newRater: cast.reviewer.id })).toMatchObject({
      status: 422,
      data: { fields: { newRater: ["twice"] } },
    });
    expect(await of({ intent: "add-rater", newRater: cast.secondResearcher.id })).toMatchObject(rounds);
    expect(await of({ intent: "remove-rater", rater: cast.reviewer.id, reason: "" })).toMatchObject({
      status: 422,
      data: { fields: { reason: ["required"] } },
    });
    expect(await of({ intent: "remove-rater", rater: cast.reviewer.id, reason: "Ziek." })).toMatchObject(rounds);
    expect(await of({ intent: "replace", rater: cast.researcher.id, newRater: cast.secondResearcher.id })).toMatchObject({
      status: 422,
      data: { fields: { newRater: ["twice"] } },
    });
    expect(await of({ intent: "abandon", version: "1", reason: "Fout." })).toMatchObject({ status: 409 });
    expect(await of({ intent: "abandon", reason: "Verkeerde criteria." })).toMatchObject(rounds);
    expect(await of({ intent: "reopen", reason: "Toch." })).toMatchObject({ status: 409 });
    const shown = await page(cast.lead, roundsRoute.loader, "actors/rounds");
    expect(shown.data).toMatchObject({ rounds: [{ id: round, state: "abandoned", waiting: [] }] });
  });

  it("name to the lead alone whom a round waits for, and tell everybody that it is late", async () => {
    const { id: subjectId } = await givenActor(cast);
    const asked = { assessmentId: cast.assessment.id, title: { nl: "Laat" }, subjectKind: "actor" as const, subjectIds: [subjectId] };
    const past = new Date("2026-01-05T09:00:00.000Z");
    const { number } = await openRound(as(cast.lead, past), {
      ...asked,
      criteria: ["reach"],
      raterIds: [cast.researcher.id, cast.reviewer.id],
      dueOn: "2026-01-10",
    });
    const shownTo = async (who: Person) => {
      const { data } = await page(who, roundsRoute.loader, "actors/rounds");
      return (data as { rounds: { number: number }[] }).rounds.find((round) => round.number === number); // as the loader gives it
    };
    const waiting = [
      { name: cast.researcher.name, gone: false },
      { name: cast.reviewer.name, gone: false },
    ];
    expect(await shownTo(cast.lead)).toMatchObject({ late: true, dueOn: "2026-01-10", sent: 0, waiting });
    expect(await shownTo(cast.secondResearcher)).toMatchObject({ late: true, sent: 0, waiting: [] });
  });
});

describe("the page that sends a round", () => {
  it("lists what is missing of each cell, with the way to it, for the rater herself", async () => {
    const { id: subjectId, code } = await givenActor(cast);
    const { id: roundId, number } = await givenRound(cast, [subjectId], [cast.researcher]);
    await rate(cast, cast.researcher, { roundId, subjectId, criterion: "reach", ownExpertise: false });
    await rate(cast, cast.researcher, {
      roundId,
      subjectId,
      criterion: "fit",
      value: null,
      justification: "",
      draft: true,
      ownExpertise: false,
    });
    const where = { number: String(number) };
    const shown = await page(cast.researcher, sendRoute.loader, `actors/rounds/${number}/send`, where);
    expect(shown.data).toMatchObject({
      sending: {
        total: 2,
        missing: 2,
        subjects: [
          {
            code,
            cells: [
              { code: "K1", missing: ["ground"], path: `/actors/${code}/rate?round=${number}#reach` },
              { code: "K2", missing: ["value", "justification", "ground"] },
            ],
          },
        ],
      },
    });
    const form = await page(cast.researcher, rateRoute.loader, `actors/${code}/rate?round=${number}`, { code });
    expect(form.data).toMatchObject({ page: { progress: { done: 0, total: 2 }, criteria: [{ missing: ["ground"] }, {}] } });
  });
});

describe("settling differences", () => {
  it("keeps names to itself until they are asked for, and goes on to the next that is not settled", async () => {
    const { id: subjectId, code } = await givenActor(cast);
    const { id: roundId, number } = await givenRound(cast, [subjectId], [cast.researcher, cast.reviewer]);
    for (const [rater, reach, fit] of [
      [cast.researcher, "none", "adds"],
      [cast.reviewer, "partial", "doubles"],
    ] as const) {
      await rate(cast, rater, { roundId, subjectId, criterion: "reach", value: reach });
      await rate(cast, rater, { roundId, subjectId, criterion: "fit", value: fit });
      await send(cast, rater, roundId);
    }
    const cell = (of: string) => `actors/reconcile?cell=${encodeURIComponent(`${code}:${of}`)}&of=actor&round=${number}`;
    const shown = await page(cast.lead, reconcileRoute.loader, cell("K1"));
    expect(JSON.stringify((shown.data as { cell: { shown: { ratings: unknown } } }).cell.shown.ratings)).not.toContain(cast.reviewer.name); // as the loader gives it
    // Two classes of two raters lie as far apart as they can, none and partial half the span: K2 comes first.
    expect(shown.data).toMatchObject({ steps: { place: 2, total: 2, settled: 0, next: undefined } });
    expect(JSON.stringify((await page(cast.lead, reconcileRoute.loader, `${cell("K1")}&names=yes`)).data)).toContain(cast.reviewer.name);
    const form = {
      intent: "reconcile",
      round: String(number),
      criterion: "fit",
      version: "0",
      value: "adds",
      reason: "Gewogen.",
      language: "nl",
    };
    const saved = await ask(
      reconcileRoute.action,
      await signedIn(cast.lead.id, `/assessments/${slug}/${cell("K2")}`, { form: { ...form, dissenter: [], dissent: [] } }),
      { slug },
    );
    expect(saved).toMatchObject({ status: 302, location: `/assessments/${slug}/${cell("K1")}` });
  });
});

describe("what a blind rating rests on", () => {
  it("is told of a fact to nobody but its rater", async () => {
    const actor = await givenActor(cast);
    const fact = await givenFact(cast, actor.id);
    const { id: roundId } = await givenRound(cast, [actor.id], [cast.researcher, cast.reviewer], ["reach"]);
    const cell = { roundId, subjectId: actor.id, criterion: "reach", grounds: [`actor-fact/${fact.id}`] };
    await rate(cast, cast.researcher, cell);
    const bound = async (who: Person, role: Role) => {
      const viewer = { id: who.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: role } };
      const study = {
        assessment: { id: cast.assessment.id, languages: ["nl", "en"] },
        protocol: judgementProtocol,
        viewer,
        language: "nl" as const,
      };
      const { facts } = await readFacts(db, study, actor.id);
      return facts.map(({ isGround }) => isGround);
    };
    expect(await bound(cast.researcher, "researcher")).toEqual([true]);
    expect(await bound(cast.lead, "lead")).toEqual([false]);
    await send(cast, cast.researcher, roundId);
    expect(await bound(cast.lead, "lead")).toEqual([false]);
    await rate(cast, cast.reviewer, cell);
    await send(cast, cast.reviewer, roundId);
    expect(await bound(cast.lead, "lead")).toEqual([true]);
  });
});
