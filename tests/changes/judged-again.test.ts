import { beforeAll, describe, expect, it } from "vitest";
import { readCriterionPage } from "~/features/ratings/read-criterion-page.server";
import { readHeatmap } from "~/features/ratings/read-heatmap.server";
import { readSubjectRatings } from "~/features/ratings/read-subject-ratings.server";
import { abandonRound } from "~/features/rounds/end-round.server";
import { readRoundForm } from "~/features/rounds/queries.server";
import type { Role } from "~/domain/permissions";
import { readCellsOfRounds } from "~/platform/cells-of-rounds.server";
import { db } from "~/platform/db.server";
import { readRanking } from "~/platform/read-ranking.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { givenActor, givenJudgementProtocol, givenRound, judgementProtocol, rate, send, versionOf } from "../support/judgement-scene";

useDatabase();
let cast: Cast;
let actor: { id: string; code: string };
let raters: Person[];
const everything = { find: "", show: "", sort: { key: "code", descending: false } } as const;

beforeAll(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
  actor = await givenActor(cast);
  raters = [cast.researcher, cast.reviewer];
});

const studyOf = (person: Person, role: Role) => ({
  assessment: { id: cast.assessment.id, assessmentId: cast.assessment.id, languages: ["nl", "en"] },
  protocol: judgementProtocol,
  viewer: { id: person.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: role } },
  language: "en" as const,
});

const give = (rater: Person, roundId: string, value: string) =>
  rate(cast, rater, { roundId, subjectId: actor.id, criterion: "reach", value, justification: `Gegeven: ${value}.` });

/** The first cell of the actor on each page that shows it. */
async function shownTo(person: Person, role: Role) {
  const study = studyOf(person, role);
  const heatmap = await readHeatmap(db, study, "actor", everything);
  const [criterion] = await readSubjectRatings(db, study, "actor", actor);
  const page = await readCriterionPage(db, study, "K1", everything);
  const cells = await readCellsOfRounds(db, study.viewer, cast.assessment.id, "actor");
  return {
    cell: heatmap.rows[0]?.cells[0],
    hasAgain: heatmap.hasAgain,
    criterion,
    row: page.rows[0],
    compared: [...cells.values()][0]?.state,
  };
}

describe("what was agreed and is judged again", () => {
  it("stands on every page until the new round opens, with a mark, and the new round stays blind", async () => {
    const first = await givenRound(cast, [actor.id], raters, ["reach"]);
    for (const rater of raters) await give(rater, first.id, "partial");
    await send(cast, cast.researcher, first.id);
    expect(await shownTo(cast.lead, "lead")).toMatchObject({ cell: { state: "blind", done: 1, raters: 2 }, hasAgain: false });
    await send(cast, cast.reviewer, first.id);
    expect(await shownTo(cast.lead, "lead")).toMatchObject({ cell: { state: "agreed", value: "2" }, criterion: { again: null } });

    const second = await givenRound(cast, [actor.id], raters, ["reach"]);
    await give(cast.researcher, second.id, "leading");
    await send(cast, cast.researcher, second.id);
    for (const [person, role] of [
      [cast.lead, "lead"],
      [cast.researcher, "researcher"],
      [cast.reviewer, "reviewer"],
    ] as const) {
      const shown = await shownTo(person, role);
      expect(shown).toMatchObject({
        cell: { state: "agreed", value: "2", again: { done: 1, raters: 2 } },
        hasAgain: true,
        criterion: { state: "agreed", round: { id: first.id }, again: { id: second.id, number: 2, sent: 1, raters: 2 } },
        row: { state: "agreed", again: { done: 1, raters: 2 } },
        compared: "agreed",
      });
      expect(JSON.stringify([shown.cell, shown.criterion?.ratings, shown.criterion?.counting, shown.row])).not.toMatch(/leading/iu);
    }
    await give(cast.reviewer, second.id, "leading");
    await send(cast, cast.reviewer, second.id);
    expect(await shownTo(cast.lead, "lead")).toMatchObject({
      cell: { state: "agreed", value: "4" },
      hasAgain: false,
      criterion: { state: "agreed", round: { id: second.id }, again: null },
      row: { state: "agreed", again: null },
    });
  });

  it("ticks in the form of a new round only what no round judges yet on every criterion", async () => {
    const form = async () => (await readRoundForm(db, studyOf(cast.lead, "lead"), "actor")).ticked;
    const other = await givenActor(cast, "Grutto");
    // The first actor was judged on reach alone, of the criteria reach, fit and effect.
    expect(await form()).toEqual([actor.id, other.id]);
    const rest = await givenRound(cast, [actor.id], raters, ["fit", "effect"]);
    expect(await form()).toEqual([other.id]);
    const ended = { assessmentId: cast.assessment.id, roundId: rest.id, version: await versionOf(rest.id), reason: "Te vroeg." };
    await abandonRound(as(cast.lead, hour(8)), ended);
    expect(await form()).toEqual([actor.id, other.id]);
  });

  it("has no mark of a round that was abandoned, and a ranking counts only rounds in progress as blind", async () => {
    const { id: roundId } = await givenRound(cast, [actor.id], raters, ["reach"]);
    const ranked = async () => (await readRanking(db, cast.assessment.id, judgementProtocol, { group: "actor" })).blind;
    expect([await ranked(), (await shownTo(cast.lead, "lead")).hasAgain]).toEqual([1, true]);
    const ended = { assessmentId: cast.assessment.id, roundId, version: await versionOf(roundId), reason: "Verkeerde beoordelaars." };
    await abandonRound(as(cast.lead, hour(8)), ended);
    expect([await ranked(), (await shownTo(cast.lead, "lead")).hasAgain]).toEqual([0, false]);
  });
});
