import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { reconcileJudgement } from "~/features/ratings/reconcile-judgement.server";
import { openRound } from "~/features/rounds/open-round.server";
import { readAgreements } from "~/platform/agreement.server";
import { change } from "~/platform/change.server";
import { computed, forgetOldComputations, type Method } from "~/platform/computations.server";
import { dataBlockValues } from "~/platform/data-blocks.server";
import { db, operate, type Db } from "~/platform/db.server";
import { listRounds } from "~/platform/judgements.server";
import { as, type Cast, loadCast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { givenActor, givenFact, givenJudgementProtocol, judgementProtocol, rate, send } from "../support/judgement-scene";

useDatabase();
let cast: Cast;
let roundId: string;
const subjects: string[] = [];

/** What the two raters gave on a scale of five and on one of two classes. On the first they differ once, of the last subject one could not judge. */
const given = {
  reach: [
    ["none", "none"],
    ["marginal", "marginal"],
    ["partial", "partial"],
    ["substantial", "substantial"],
    ["leading", "partial"],
    ["none", "cannot-judge"],
  ],
  fit: [
    ["adds", "adds"],
    ["adds", "adds"],
    ["adds", "adds"],
    ["adds", "adds"],
    ["adds", "adds"],
    ["adds", "adds"],
  ],
} as const;

beforeAll(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
  for (const name of ["Een", "Twee", "Drie", "Vier", "Vijf", "Zes"]) subjects.push((await givenActor(cast, name)).id);
  const raters = [cast.researcher, cast.secondResearcher];
  const round = await openRound(as(cast.lead, hour(2)), {
    assessmentId: cast.assessment.id,
    title: { nl: "Ronde" },
    subjectKind: "actor",
    subjectIds: subjects,
    criteria: ["reach", "fit"],
    raterIds: raters.map(({ id }) => id),
  });
  roundId = round.id;
  for (const [place, subjectId] of subjects.entries()) {
    const grounds = [`actor-fact/${(await givenFact(cast, subjectId)).id}`];
    for (const [letter, rater] of raters.entries()) {
      for (const criterion of ["reach", "fit"] as const)
        await rate(cast, rater, { roundId, subjectId, criterion, value: given[criterion][place]?.[letter] ?? "", grounds });
    }
  }
}, 60_000);

const read = async (from = db) =>
  (await readAgreements(from, cast.assessment.id, await listRounds(db, "", { id: roundId, assessmentId: cast.assessment.id }))).get(
    roundId,
  );
/** Waits until what was put in the queue of writers is done. */
const settled = () => operate(() => Promise.resolve());

describe("the agreement of a round", () => {
  it("isn't told, computed or kept while the round is blind", async () => {
    await send(cast, cast.researcher, roundId);
    expect(await read()).toBeUndefined();
    await settled();
    expect(await db.computation.count()).toBe(0);
  });

  it("is that of the values that the raters gave, an answer without a level being none of them", async () => {
    await send(cast, cast.secondResearcher, roundId);
    const [reach, fit] = (await read()) ?? [];
    // Five subjects were judged by both, four of them alike. Ratings: none 2, marginal 2, partial 3, substantial 2, leading 1, so that the middle ranks are
    // 1, 3, 5.5, 8 and 9.5. Observed: 1 pair × (9.5 − 5.5)² = 16. Expected: 4·4 + 6·20.25 + 4·49 + 2·72.25 + 6·6.25 + 4·25 + 2·42.25 + 6·6.25 + 3·16 +
    // 2·2.25 = 790; α = 1 − (10 − 1) · 16 ÷ 790.
    expect(reach).toMatchObject({
      criterion: { id: "reach" },
      assigned: 6,
      leftOut: { without: 1, missing: 0, offScale: 0 },
      agreement: { raters: 2, subjects: 5, reason: null },
    });
    const figure = (name: string) => reach?.agreement.figures.find((one) => one.name === name);
    expect(figure("percent")?.value).toBe(0.8);
    expect(figure("alpha-ordinal")?.value).toBeCloseTo(1 - 144 / 790, 12);
    expect(fit?.agreement.figures.map(({ name, value, reason }) => [name, value, reason])).toEqual([
      ["percent", 1, null],
      ["kappa", null, "one-value"],
      ["ac1", null, "one-value"],
      ["alpha-nominal", null, "one-value"],
    ]);
  });

  it("stands in the data block on the method, each criterion with its measures in both languages", async () => {
    const study = { assessment: cast.assessment, protocol: judgementProtocol };
    const tables = (await dataBlockValues(db, study, { block: "method" })).filter(
      ({ caption }) => "key" in caption && caption.key === "agreement.caption",
    );
    const both = (nl: string, en: string) => ({ text: { nl, en } });
    expect(tables).toHaveLength(1);
    const [table] = tables;
    expect(table?.caption).toMatchObject({ values: { number: 1 } });
    const [reach, percent, linear, , alpha] = table?.rows.map(({ cells }) => cells) ?? [];
    expect(reach).toEqual([
      { text: { en: "Reach", nl: "Bereik" } },
      { key: "agreement.outOf", values: { subjects: 5, assigned: 6 } },
      { plain: "2" },
      null,
      null,
      null,
    ]);
    expect(percent?.slice(3)).toEqual([both("0,80", "0.80"), both("0,40\u00a0tot\u00a01,00", "0.40\u00a0to\u00a01.00"), null]);
    expect(linear?.[0]).toEqual({ key: "agreement.names.kappa-linear" });
    // 1 − 144 ÷ 790 = 0.8177.
    expect(alpha?.[3]).toEqual(both("0,82", "0.82"));
    expect(alpha?.[5]).toEqual(both("betrouwbaar", "reliable"));
    expect(table?.rows.at(-1)?.cells[5]).toEqual(both("maar één waarde gegeven", "only one value given"));
    expect(table?.notes.slice(0, 2)).toMatchObject([
      {
        text: {
          nl: expect.stringMatching(
            /^Bereik: Niet meegeteld: 1 antwoord zonder niveau\. Van 2\.000 steekproeven zijn \d+ niet te berekenen/u,
          ) as string,
          en: expect.stringMatching(/^Reach: Left out: 1 answer without a level\. Of 2,000 samples \d+ can’t be computed/u) as string,
        },
      },
      { text: { en: "Fit: Raters agreed wholly, and so every sample does: the interval says nothing of how sure that is." } },
    ]);
    expect(table?.rows.map(({ depth }) => depth)).toEqual([0, 1, 1, 1, 1, 0, 1, 1, 1, 1]);
    expect(table?.columns.every(({ bound }) => bound)).toBe(true);
    // What a sign-off binds is the same each time, also when it is computed anew.
    await settled();
    await operate((tx) => tx.computation.deleteMany());
    const again = await dataBlockValues(db, study, { block: "method" });
    expect(again.at(-1)).toEqual(table);
  });

  it("stays what it was when a value is agreed on", async () => {
    const before = await read();
    const value = {
      assessmentId: cast.assessment.id,
      roundId,
      subjectId: subjects[4] ?? "",
      criterion: "reach",
      version: 0,
      value: "partial",
    };
    await reconcileJudgement(as(cast.lead, hour(6)), { ...value, reason: "Na gesprek.", language: "nl", dissent: [] });
    expect(await read()).toEqual(before);
  });

  it("is kept under the digest of what went in, and taken from there", async () => {
    await settled();
    const rows = await db.computation.findMany({ where: { kind: "agreement" } });
    expect(rows).toHaveLength(2);
    const kept = (await read())?.[0]?.agreement;
    const row = rows.find(({ body }) => body === JSON.stringify(kept));
    expect(row?.body).not.toMatch(/actor|Een|reach/);
    await rawWriter().computation.update({ where: { id: row?.id ?? "" }, data: { body: JSON.stringify({ ...kept, subjects: 77 }) } });
    expect((await read())?.[0]?.agreement.subjects).toBe(77);
    await rawWriter().computation.update({ where: { id: row?.id ?? "" }, data: { body: "[]" } });
    expect((await read())?.[0]?.agreement).toEqual(kept);
  });

  it("is read again when the round has another version, as it has when its ratings move to another actor", async () => {
    const before = await read();
    const cell = { roundId, subjectId: subjects[0] ?? "", criterion: "reach", rater: cast.researcher.id };
    await rawWriter().judgement.updateMany({ where: cell, data: { level: '"leading"' } });
    expect(await read()).toEqual(before);
    await rawWriter().round.update({ where: { id: roundId }, data: { version: { increment: 1 } } });
    // Of five subjects that both judged they now differ on two.
    expect((await read())?.[0]?.agreement.figures[0]).toMatchObject({ name: "percent", value: 0.6 });
  });

  it("can be read inside a change, which it doesn't hold up", async () => {
    await operate((tx) => tx.computation.deleteMany());
    const found = await change({ ...as(cast.lead, hour(7)), chain: cast.assessment.id }, async (tx) => ({
      result: await read(tx),
      event: "nothing changed",
    }));
    expect(found).toHaveLength(2);
    await settled();
    expect(await db.computation.count()).toBe(2);
  });
});

describe("what is computed", () => {
  const doubled = (calls: number[][]): Method<{ of: number }, number> => ({
    kind: "doubled",
    version: 1,
    shape: z.number(),
    run: (inputs) => {
      const numbers = inputs.map(({ of }) => of);
      calls.push(numbers);
      return numbers.includes(13) ? Promise.reject(new Error("unlucky")) : Promise.resolve(numbers.map((number) => number * 2));
    },
  });

  const given = (...numbers: number[]) => numbers.map((of) => ({ of }));

  it("is computed once for each input, also when it is asked twice at once", async () => {
    const calls: number[][] = [];
    const [first, second] = await Promise.all([computed(db, doubled(calls), given(1, 2, 2)), computed(db, doubled(calls), given(2, 3))]);
    expect([first, second]).toEqual([[2, 4, 4], [4, 6]]); // prettier-ignore
    expect(calls.flat().sort()).toEqual([1, 2, 3]);
    await settled();
    expect(await computed(db, doubled(calls), given(3, 1))).toEqual([6, 2]);
    expect(calls.flat()).toHaveLength(3);
  });

  it("is computed once, also when who asks last began to look before it was kept and found nothing", async () => {
    const calls: number[][] = [];
    let find: (rows: []) => void = () => undefined;
    const found = new Promise<[]>((resolve) => (find = resolve));
    const slow = { computation: { findMany: () => found } } as unknown as Db; // nothing else is read
    const late = computed(slow, doubled(calls), given(5));
    expect(await computed(db, doubled(calls), given(5))).toEqual([10]);
    await settled();
    find([]);
    expect(await late).toEqual([10]);
    expect(calls).toEqual([[5]]);
  });

  it("is another thing by another version of the method", async () => {
    const calls: number[][] = [];
    await computed(db, { ...doubled(calls), version: 2 }, given(1));
    expect(calls).toEqual([[1]]);
  });

  it("tells whoever asks what goes wrong, and is tried again", async () => {
    const calls: number[][] = [];
    await expect(computed(db, doubled(calls), given(13))).rejects.toThrow("unlucky");
    await expect(computed(db, doubled(calls), given(13))).rejects.toThrow("unlucky");
    expect(calls).toHaveLength(2);
  });

  it("is forgotten after ninety days", async () => {
    await settled();
    const { at } = await db.computation.findFirstOrThrow({ where: { kind: "doubled" } });
    const later = (days: number) => new Date(at.getTime() + days * 86_400_000 + 60_000);
    await forgetOldComputations(later(89));
    expect(await db.computation.count({ where: { kind: "doubled" } })).toBeGreaterThan(0);
    await forgetOldComputations(later(90));
    expect(await db.computation.count({ where: { kind: "doubled" } })).toBe(0);
  });
});
