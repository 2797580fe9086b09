import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addCoding } from "~/features/codes/add-coding.server";
import { archiveCoding } from "~/features/codes/archive-coding.server";
import { changeCoding } from "~/features/codes/change-coding.server";
import { mergeCode, type MoveCodings, splitCode } from "~/features/codes/move-codings.server";
import { planMove } from "~/features/codes/plan-move.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { db } from "~/platform/db.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, givenHeldInterview, givenProtocol, hour, lastSeq } from "../support/interview-scene";

useDatabase();
let cast: Cast;
let answer: { id: string; version: number };
let seq: number;
const words = "De pomp is duur. Het geld is op. De pomp is stuk.";
/** The three sentences of the answer. */
const spans = { dear: [0, 16], spent: [17, 32], broken: [33, 49] } as const;
type Sentence = keyof typeof spans;

beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
});
beforeEach(async () => {
  const { id: assessmentId } = cast.assessment;
  for (const { id, version } of await db.coding.findMany({ where: { assessmentId, archivedAt: null } }))
    await archiveCoding(as(cast.lead, hour(4)), { assessmentId, id, version });
  const held = await givenHeldInterview(cast);
  answer = await recordAnswer(as(cast.researcher, hour(5)), {
    assessmentId,
    interviewId: held.id,
    question: "gq1",
    part: "",
    version: 0,
    state: "answered",
    reason: null,
    value: null,
    record: words,
    timeMark: null,
    attribution: null,
    givenBy: [],
  });
});

async function mark(code: string, sentence: Sentence, note: string | null = null): Promise<string> {
  const [start, end] = spans[sentence];
  const { id } = await addCoding(as(cast.secondResearcher, hour(6)), {
    assessmentId: cast.assessment.id,
    code,
    of: { kind: "interview-answer", id: answer.id },
    passage: { start, end, text: words },
    note,
  });
  seq = await lastSeq(cast.assessment.id);
  return id;
}

type Move = Partial<MoveCodings>;
/** A move as its page showed it at this moment. */
async function shown(more: Move): Promise<MoveCodings> {
  const which = { assessmentId: cast.assessment.id, from: "money", to: "worry", chosen: null, ...more };
  const { digest } = await planMove(db, which);
  return { digest, reason: "Twee namen voor hetzelfde", ...which };
}
const merge = (move: MoveCodings, person: Person = cast.researcher) => mergeCode(as(person, hour(7)), move);
const split = (move: MoveCodings, chosen: readonly string[], person: Person = cast.researcher) =>
  splitCode(as(person, hour(7)), { ...move, chosen });
const raised = () => actionsSince(cast.assessment.id, seq);
const marks = async () => {
  const rows = await db.coding.findMany({ where: { assessmentId: cast.assessment.id, archivedAt: null }, orderBy: { start: "asc" } });
  return rows.map(({ code, start, note }) => `${code} ${start} ${note}`.trim());
};
async function details(action: string): Promise<unknown[]> {
  const events = await db.event.findMany({ where: { chain: cast.assessment.id, action, seq: { gt: seq } }, orderBy: { seq: "asc" } });
  const rows = await db.eventDetail.findMany({
    where: { chain: cast.assessment.id, part: "change", seq: { in: events.map((one) => one.seq) } },
  });
  return rows.toSorted((one, other) => one.seq - other.seq).map(({ body }): unknown => JSON.parse(body));
}

describe.each(["merge", "split"] as const)("to %s", (act) => {
  const run = async (more: Move = {}, person?: Person) => {
    const chosen = act === "merge" ? null : (await db.coding.findMany({ where: { code: "money", archivedAt: null } })).map(({ id }) => id);
    const move = { ...(await shown({ chosen })), ...more };
    return act === "merge" ? merge(move, person) : split(move, chosen ?? [], person);
  };

  it("is not found by the commissioner, forbidden to who only reads, and finds nothing of another study", async () => {
    await mark("money", "dear");
    await expect(run({}, cast.commissioner)).rejects.toMatchObject({ code: "not-found" });
    await expect(run({}, cast.reviewer)).rejects.toMatchObject({ code: "forbidden" });
    await expect(run({ assessmentId: cast.otherAssessment.id }, cast.outsider)).rejects.toMatchObject({ code: "conflict" });
    expect(await raised()).toEqual([]);
  });

  it("is refused to the same code, to one that the codebook does not have, and when nothing has the code", async () => {
    await mark("money", "dear");
    await expect(run({ to: "money" })).rejects.toMatchObject({ code: "invalid", details: { field: "to", problem: "other-code" } });
    await expect(run({ to: "nothing" })).rejects.toMatchObject({ code: "invalid", details: { field: "to", problem: "unknown" } });
    await expect(run({ from: "nothing" })).rejects.toMatchObject({ code: "conflict" });
    expect(await raised()).toEqual([]);
  });

  it("is refused when a mark was changed, added to the passage or taken off since it was shown", async () => {
    const id = await mark("money", "dear");
    const before = await shown({ chosen: act === "merge" ? null : [id] });
    const again = () => (act === "merge" ? merge(before) : split(before, [id]));
    const { assessmentId } = before;
    await changeCoding(as(cast.lead, hour(6)), { assessmentId, id, version: 1, note: "Anders" });
    await expect(again()).rejects.toMatchObject({ code: "conflict" });
    await changeCoding(as(cast.lead, hour(6)), { assessmentId, id, version: 2, note: "" });
    const twin = await mark("worry", "dear");
    await expect(again()).rejects.toMatchObject({ code: "conflict" });
    await archiveCoding(as(cast.lead, hour(6)), { assessmentId, id: twin, version: 1 });
    await archiveCoding(as(cast.lead, hour(6)), { assessmentId, id, version: 3 });
    await expect(again()).rejects.toMatchObject({ code: "conflict" });
    expect(await marks()).toEqual([]);
  });

  it("tells one event per mark, with the reason and without a word of what was said", async () => {
    await mark("money", "dear");
    await mark("money", "spent");
    expect(await run()).toEqual({ moved: 2 });
    expect(await raised()).toEqual([`coding.${act}`, `coding.${act}`]);
    const told = await details(`coding.${act}`);
    expect(told).toMatchObject([1, 2].map(() => ({ code: "money", to: "worry", reason: "Twee namen voor hetzelfde" })));
    expect(JSON.stringify(told)).not.toContain("pomp");
  });

  it("keeps a version of every mark", async () => {
    const id = await mark("money", "dear");
    await run();
    const version = await db.version.findUniqueOrThrow({ where: { kind_recordId_number: { kind: "coding", recordId: id, number: 2 } } });
    expect(JSON.parse(version.body)).toMatchObject({ code: "worry", archivedAt: null });
  });
});

describe("merging a code into another", () => {
  it("takes all its marks along, and doubles none where the passage has the other code: its note goes to the mark that stays", async () => {
    await mark("worry", "dear", "Zie ook");
    await mark("money", "dear", "Let op");
    await mark("money", "spent");
    await merge(await shown({}));
    expect(await marks()).toEqual(["worry 0 Zie ook\nLet op", "worry 17"]);
    expect(await raised()).toEqual(["coding.merge", "coding.merge", "coding.change"]);
    expect(await details("coding.merge")).toMatchObject([{ already: true }, { to: "worry" }]);
  });

  it("takes along the marks of an answer that was withdrawn", async () => {
    await mark("money", "dear");
    const { id: answerId, version } = answer;
    await withdrawAnswer(as(cast.lead, hour(6)), { assessmentId: cast.assessment.id, answerId, version, reason: "Op verzoek" });
    expect(await merge(await shown({}))).toEqual({ moved: 1 });
    expect(await marks()).toEqual(["worry 0"]);
  });
});

describe("splitting a code", () => {
  it("takes along only what was chosen, and can be gone back on the other way round", async () => {
    const dear = await mark("money", "dear");
    await mark("money", "spent");
    await split(await shown({ chosen: [dear] }), [dear]);
    expect(await marks()).toEqual(["worry 0", "money 17"]);
    await split(await shown({ from: "worry", to: "money", chosen: [dear] }), [dear]);
    expect(await marks()).toEqual(["money 0", "money 17"]);
    expect(await raised()).toEqual(["coding.split", "coding.split"]);
  });

  it("goes back on a merge", async () => {
    const ids = [await mark("money", "dear"), await mark("money", "broken")];
    await mark("worry", "spent");
    await merge(await shown({}));
    await split(await shown({ from: "worry", to: "money", chosen: ids }), ids);
    expect(await marks()).toEqual(["money 0", "worry 17", "money 33"]);
  });

  it("leaves a mark of another code alone, though its id was sent", async () => {
    const id = await mark("worry", "dear");
    await expect(split(await shown({ chosen: [id] }), [id])).rejects.toMatchObject({ code: "conflict" });
    expect(await raised()).toEqual([]);
  });
});
