import { beforeAll, describe, expect, it } from "vitest";
import { boundTable, wordsIn, type DataTable } from "~/domain/evidence/data-table";
import { drawPicture } from "~/domain/pictures/draw";
import { pictureWords } from "~/domain/pictures/words";
import { reconcileJudgement } from "~/features/ratings/reconcile-judgement.server";
import { dataBlockValues } from "~/platform/data-blocks.server";
import { db } from "~/platform/db.server";
import { documentWords } from "~/platform/document-words.server";
import { loader as pictureLoader } from "~/routes/assessments.$slug.pictures.$name.$format";
import { as, type Cast, loadCast, type Person } from "../cast";
import { queriesOf } from "../support/counting-db";
import { useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { givenActor, givenJudgementProtocol, givenRound, judgementProtocol, rate, send } from "../support/judgement-scene";
import { signedIn } from "../support/request";

useDatabase();
let cast: Cast;
const say = documentWords("en");
const study = () => ({ assessment: cast.assessment, protocol: judgementProtocol });
const tables = async () => dataBlockValues(db, study(), { block: "ratings" });
const shown = (table: DataTable | undefined) => {
  const word = (words: DataTable["caption"] | null | undefined) =>
    words ? wordsIn(words, "en", ["nl"], (key, values) => say(`data.${key}`, values)) : "";
  const line = ({ cells, below }: DataTable["rows"][number]) =>
    cells.map((cell, at) => [word(cell), word(below?.[at])].filter(Boolean).join(" "));
  return { rows: (table?.rows ?? []).map(line), notes: (table?.notes ?? []).map(word) };
};

/** Two raters judge reach and fit of one actor, each with a value of her own, and both send. */
async function rated(name: string, reach: readonly [string, string]) {
  const actor = await givenActor(cast, name);
  const raters: readonly [Person, Person] = [cast.researcher, cast.reviewer];
  const round = await givenRound(cast, [actor.id], raters);
  for (const [at, rater] of raters.entries()) {
    await rate(cast, rater, { roundId: round.id, subjectId: actor.id, criterion: "reach", value: reach[at] ?? "none" });
    await rate(cast, rater, { roundId: round.id, subjectId: actor.id, criterion: "fit", value: "adds" });
    await send(cast, rater, round.id);
  }
  return { actor, round };
}

let blindCode = "";
beforeAll(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
  const settled = await rated("Kievit", ["none", "leading"]);
  await reconcileJudgement(as(cast.lead, hour(6)), {
    assessmentId: cast.assessment.id,
    roundId: settled.round.id,
    subjectId: settled.actor.id,
    criterion: "reach",
    version: 0,
    value: "partial",
    reason: "Gewogen.",
    language: "nl",
    dissent: [{ userId: cast.reviewer.id, reason: { nl: "Het blijft leidend." } }],
  });
  await rated("Grutto", ["none", "leading"]);
  const hidden = await givenActor(cast, "Wulp");
  blindCode = hidden.code;
  const round = await givenRound(cast, [hidden.id], [cast.researcher, cast.reviewer]);
  await rate(cast, cast.researcher, { roundId: round.id, subjectId: hidden.id, criterion: "reach", value: "leading" });
  await givenActor(cast, "Scholekster");
});

describe("the ratings in a document", () => {
  it("say the value with what raters gave where they differed, what still differs, what is blind and what was not rated", async () => {
    const [table] = await tables();
    const { rows, notes } = shown(table);
    const by = (name: string) => rows.find(([, actor]) => actor === name)?.slice(2);
    expect(by("Kievit")?.slice(0, 2)).toEqual(["2 partial ≠ 0–4", "adds"]);
    expect(by("Grutto")?.[0]).toBe("raters differ ≠ 0–4");
    expect(by("Wulp")?.slice(0, 2)).toEqual(["blind: 0 of 2 have sent", "blind: 0 of 2 have sent"]);
    expect(by("Kievit")?.at(-1)).toBe("not rated");
    expect(by("Scholekster")?.filter(Boolean)).toEqual([]);
    expect(notes[0]).toContain("≠");
    expect(notes[1]).toMatch(/^Not rated: O\d+\.$/);
  });

  it("name who keeps to another value by letter alone, with the reason", async () => {
    const [, dissents] = await tables();
    expect(shown(dissents).rows).toEqual([
      [expect.stringMatching(/^O\d+:K1$/), "Kievit", expect.any(String), "2 partial", "B", "4 leading", "Het blijft leidend."],
    ]);
    expect(JSON.stringify(await tables())).not.toContain(cast.reviewer.id);
  });

  it("are drawn above their table, with those of whom something is known", async () => {
    const [table] = await tables();
    const [heatmap] = table?.pictures ?? [];
    const drawn = heatmap && drawPicture(heatmap, pictureWords(say, "en", ["nl"]));
    expect(drawn?.table.rows.map(([, name]) => name)).toEqual(["Kievit", "Grutto", "Wulp"]);
    expect(drawn?.picture.title).toBe("Ratings of actors by criterion");
  });

  it("are bound by a sign-off with what raters gave", async () => {
    const [table] = await tables();
    expect(table && JSON.stringify(boundTable(table, ["en"]))).toContain('"below":[null,null,"≠ 0–4"');
  });

  it("take as many queries however many actors there are", async () => {
    const before = await queriesOf(db, (counted) => dataBlockValues(counted, study(), { block: "ratings" }));
    await rated("Tureluur", ["none", "leading"]);
    expect(await queriesOf(db, (counted) => dataBlockValues(counted, study(), { block: "ratings" }))).toBe(before);
  });
});

describe("the heatmap as a file", () => {
  const csv = async (who: Person, query = "") => {
    const request = await signedIn(who.id, `/x?language=en${query}`);
    const params = { slug: cast.assessment.slug, name: "heatmap", format: "csv" };
    const response = await pictureLoader({ request, params, context: { nonce: "test", requestId: "test" } });
    return (await response.text()).split("\r\n").map((line) => line.split(","));
  };

  it("holds nothing of a blind round, for its rater no more than for others", async () => {
    for (const who of [cast.researcher, cast.lead]) {
      const row = (await csv(who)).find(([code]) => code === blindCode);
      expect(row?.slice(2, 4)).toEqual(["Blind: 0 of 2 have sent", ""]);
    }
  });

  it("is narrowed and in the order of its page", async () => {
    expect((await csv(cast.lead, "&q=kievit")).slice(1, -1).map(([, name]) => name)).toEqual(["Kievit"]);
    expect((await csv(cast.lead, "&sort=-name")).slice(1, 3).map(([, name]) => name)).toEqual(["Wulp", "Tureluur"]);
  });
});
