import { beforeAll, describe, expect, it } from "vitest";
import { ratePath } from "~/features/rounds/rate-path";
import { listDifferences } from "~/features/rounds/differences.server";
import { openRound } from "~/features/rounds/open-round.server";
import { readSending } from "~/features/rounds/read-sending.server";
import { evidenceContent } from "~/features/editions/content-evidence.server";
import { addIntervention } from "~/features/interventions/add-intervention.server";
import { readHeatmap } from "~/features/ratings/read-heatmap.server";
import { rateSubject } from "~/features/ratings/rate-subject.server";
import { readSubjectRatings } from "~/features/ratings/read-subject-ratings.server";
import { reconcileJudgement } from "~/features/ratings/reconcile-judgement.server";
import { replaceProtocol } from "~/features/protocol/replace-protocol.server";
import { addActor } from "~/features/actors/add-actor.server";
import { addFact } from "~/features/actors/add-fact.server";
import type { Role } from "~/domain/permissions";
import type { JudgedSubject } from "~/domain/protocol/criteria";
import { Protocol } from "~/domain/protocol/schema";
import type { ScaleValue } from "~/domain/protocol/scales";
import { protocolVersion } from "~/platform/assessment.server";
import { dataBlockValues } from "~/platform/data-blocks.server";
import { db } from "~/platform/db.server";
import { readEvidence } from "~/platform/evidence.server";
import { findRound } from "~/platform/judgements.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol, hour, interviewProtocol } from "../support/interview-scene";
import { actorInput, factInput, send } from "../support/judgement-scene";
import { givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
let here: { assessmentId: string };
let grounds: string[];
const ids: Partial<Record<JudgedSubject, string>> = {};

beforeAll(async () => {
  cast = await loadCast();
  here = { assessmentId: cast.assessment.id };
  await givenProtocol(cast.assessment.id, cast.lead.id);
  const actor = await addActor(as(cast.researcher), { ...actorInput, ...here });
  const fact = { ...factInput, ...here, field: "other", label: { nl: "Werk" }, actorId: actor.id };
  grounds = [`actor-fact/${(await addFact(as(cast.researcher), fact)).id}`];
  const text = { groupKey: null, groupTitle: { nl: "Groep" }, title: "Werkwijze", description: "", language: "nl", sourceId: null };
  ids.actor = actor.id;
  ids.intervention = (await addIntervention(as(cast.researcher), { ...text, ...here })).id;
  ids["policy-node"] = "p1";
  ids.option = "fund";
  ids.source = (await givenSource(cast)).id;
});

async function studyOf(person: Person, role: Role) {
  const { protocolNumber } = await db.assessment.findUniqueOrThrow({ where: { id: cast.assessment.id } });
  return {
    assessment: { id: cast.assessment.id, assessmentId: cast.assessment.id, languages: ["nl", "en"] },
    protocol: await protocolVersion(cast.assessment.id, protocolNumber),
    viewer: { id: person.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: role } },
    language: "nl" as const,
  };
}

/** A round of two raters on one subject and one criterion. */
async function givenRoundOn(kind: JudgedSubject, criterion: string) {
  const subjectId = ids[kind] ?? "";
  const raterIds = [cast.researcher.id, cast.reviewer.id];
  const asked = { ...here, title: { nl: "Ronde" }, subjectKind: kind, subjectIds: [subjectId], criteria: [criterion], raterIds };
  const { id: roundId, number } = await openRound(as(cast.lead, hour(2)), asked);
  const give = (rater: Person, value: ScaleValue) =>
    rateSubject(as(rater, hour(3)), {
      ...{ ...here, roundId, subjectId, criterion, version: 0, value, language: "nl", ownExpertise: false, grounds },
      justification: `Volgens ${rater.name}.`,
    });
  return { roundId, number, subjectId, give };
}

describe("a round", () => {
  it.each<[JudgedSubject, string, string, ScaleValue, ScaleValue, ScaleValue, { number: number | null; label: string }]>([
    ["actor", "reach", "K1", "little", "much", "much", { number: 1, label: "much" }],
    ["intervention", "promise", "K2", "much", "little", "little", { number: 0, label: "little" }],
    ["option", "cost", "K3", "little", "much", "little", { number: 0, label: "little" }],
    ["policy-node", "share", "K4", 40, 70, 55, { number: 55, label: "procent" }],
    ["policy-node", "share", "K4", 40, "cannot-judge", "cannot-judge", { number: null, label: "niet te beoordelen" }],
    ["source", "sound", "K5", "yes", "no", "yes", { number: null, label: "ja" }],
  ])("on %ss opens, is filled in, sent, settled and shown: %s (%s)", async (kind, criterion, code, one, other, agreed, shown) => {
    const { roundId, number, subjectId, give } = await givenRoundOn(kind, criterion);
    const lead = await studyOf(cast.lead, "lead");
    const rater = await studyOf(cast.researcher, "researcher");
    const sending = await readSending(db, rater, await findRound(db, cast.researcher.id, cast.assessment.id, number));
    expect(sending).toMatchObject({
      total: 1,
      missing: 1,
      subjects: [{ cells: [{ code, missing: ["value", "justification", "ground"] }] }],
    });
    await give(cast.researcher, one);
    await give(cast.reviewer, other);
    await send(cast, cast.researcher, roundId);
    await send(cast, cast.reviewer, roundId);
    const [difference] = await listDifferences(db, lead, number);
    expect(difference).toMatchObject({ kind, apart: one === 40 && other === 70 ? 0.3 : 1, settled: false });
    const { code: cell = "" } = difference ?? {};
    expect(cell.endsWith(`:${code}`)).toBe(true);
    expect(ratePath({ number, subjectKind: kind }, cell.slice(0, -3))).toMatch(/^\/(?:actors|interventions)\//u);
    const decided = { version: 0, value: agreed, reason: "Na overleg.", language: "nl", dissent: [] };
    await reconcileJudgement(as(cast.lead, hour(6)), { ...here, roundId, subjectId, criterion, ...decided });
    expect(await listDifferences(db, lead, number)).toMatchObject([{ settled: true }]);
    const criteria = await readSubjectRatings(db, lead, kind, { id: subjectId, code: cell.slice(0, -3) });
    expect(criteria.find((each) => each.id === criterion)?.counting).toMatchObject({ ...shown, text: "Na overleg.", method: "discussion" });
    const heatmap = await readHeatmap(db, lead, kind, { find: "", show: "", sort: { key: "code", descending: false } });
    expect(JSON.stringify(heatmap)).toContain("reconciled");
  });
});

/** The protocol with the levels of its two-level scale worded or named otherwise. */
const withLevels = (keys: readonly string[], words = (key: string) => key) =>
  Protocol.parse({
    ...interviewProtocol,
    scales: (interviewProtocol.scales ?? []).map((scale) =>
      scale.id === "two"
        ? {
            ...scale,
            levels: keys.map((key, value) => ({ key, value, label: { nl: words(key), en: words(key) }, anchor: { nl: key, en: key } })),
          }
        : scale,
    ),
  });

const everything = { find: "", show: "", sort: { key: "code", descending: false } } as const;

describe("another protocol while there are judgements", () => {
  it("leaves what was judged on the earlier wording as it was, marks it and gives that wording to read", async () => {
    const { roundId, subjectId, number, give } = await givenRoundOn("option", "cost");
    for (const rater of [cast.researcher, cast.reviewer]) {
      await give(rater, "little");
      await send(cast, rater, roundId);
    }
    const costs = async () =>
      (await readSubjectRatings(db, await studyOf(cast.lead, "lead"), "option", { id: subjectId, code: "W1" }, number))[0];
    expect(await costs()).toMatchObject({ earlier: null, counting: { label: "little" } });
    const { version } = await db.assessment.findUniqueOrThrow({ where: { id: cast.assessment.id } });
    const reworded = withLevels(["little", "much"], (key) => `very ${key}`);
    const file = { file: "format: grondslag-protocol/1", fileName: "opzet.yaml" };
    await replaceProtocol(as(cast.lead, hour(9)), { ...here, version, protocol: reworded, ...file });
    expect(await costs()).toMatchObject({
      earlier: { title: "Kosten" },
      counting: { label: "little" },
      scale: { levels: [{ label: "little" }, { label: "much" }] },
    });
    const { protocol } = await studyOf(cast.lead, "lead");
    for (const [block, criterion, title] of [
      ["ratings", "K1", "Bereik"],
      ["interventions", "K2", "Belofte"],
      ["options", "K3", "Kosten"],
    ] as const) {
      const notes = (await dataBlockValues(db, { assessment: cast.assessment, protocol }, { block })).flatMap((table) => table.notes);
      const told = notes.flatMap((note) => ("text" in note && note.text["nl"]?.startsWith(`${criterion} van`) ? [note.text["nl"]] : []));
      expect(told).toEqual([
        expect.stringMatching(
          new RegExp(`^${criterion} van [OVW]1 is beoordeeld op een eerdere bewoording: ${title} – 0 little.*; 1 much`, "u"),
        ),
      ]);
    }
    const heatmap = await readHeatmap(db, await studyOf(cast.lead, "lead"), "actor", everything);
    expect(heatmap).toMatchObject({ hasEarlier: true, rows: [{ cells: [{ state: "reconciled", earlier: true }] }] });
    const remarks = [...(await readEvidence(db, { assessment: cast.assessment, protocol, viewer: "reader", which: "all" })).values()]
      .filter(({ kind }) => kind === "judgement")
      .map((one) => [one.code, evidenceContent(one, { languages: ["nl"], subjects: new Map(), groundsOf: new Map() }).remarks]);
    expect(remarks).toContainEqual(["O1:K1", [{ say: "earlier-wording" }]]);
    expect(remarks).toContainEqual([expect.stringMatching(/:K4$/u), []]);
    const again = await givenRoundOn("option", "cost");
    await again.give(cast.researcher, "little");
    await again.give(cast.reviewer, "little");
    for (const rater of [cast.researcher, cast.reviewer]) await send(cast, rater, again.roundId);
    const newest = (await readSubjectRatings(db, await studyOf(cast.lead, "lead"), "option", { id: subjectId, code: "W1" }))[0];
    expect(newest).toMatchObject({ earlier: null, counting: { label: "very little" } });
  });
});
