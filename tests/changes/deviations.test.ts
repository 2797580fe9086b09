import { beforeEach, describe, expect, it } from "vitest";
import type { Protocol } from "~/domain/protocol/schema";
import { changeEffect } from "~/features/deviations/change-effect.server";
import { deviateProtocol } from "~/features/deviations/deviate-protocol.server";
import { findDeviation, listDeviations } from "~/features/deviations/queries.server";
import { listEarlierItems } from "~/platform/earlier-questions.server";
import { freezeProtocol } from "~/features/protocol/freeze-protocol.server";
import { protocolVersion } from "~/platform/assessment.server";
import { dataBlockValues } from "~/platform/data-blocks.server";
import { db } from "~/platform/db.server";
import { listEvidenceMarks } from "~/platform/evidence-marks.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { actionsSince, givenHeldInterview, givenProtocol, hour, interviewProtocol, lastSeq } from "../support/interview-scene";
import { unkeptInAssessment } from "../support/versions";
import { verifyOpenDatabase } from "../support/verify";

useDatabase("per test");
let cast: Cast;
let here: { assessmentId: string };
beforeEach(async () => {
  cast = await loadCast();
  here = { assessmentId: cast.assessment.id };
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

/** An answer to the first question of the guide, in an interview that was held. */
async function givenAnswer() {
  const interview = await givenHeldInterview(cast);
  return recordAnswer(as(cast.researcher, hour(4)), {
    ...here,
    interviewId: interview.id,
    question: "gq1",
    part: "",
    version: 0,
    state: "answered",
    reason: null,
    value: null,
    record: "De voorzitter.",
    timeMark: null,
    attribution: null,
    givenBy: [],
  });
}

const words = { reason: { nl: "De vraag bleek dubbel." }, effect: { nl: "Eerdere antwoorden tellen voor beide." } };
const deviating = (version: number, protocol: Protocol, more: object = {}) => ({
  ...here,
  version,
  protocol,
  file: "format: grondslag-protocol/1",
  fileName: "opzet-2.yaml",
  ...words,
  approvedBy: "Begeleidingsgroep",
  approvedOn: "2026-01-05",
  ...more,
});
const frozen = () => freezeProtocol(as(cast.lead), { ...here, version: 1 });

/** The protocol of the cast with its first guide question split in two. */
const split = () => splitWith({ replaces: ["gq1"] });

function splitWith(succession: { replaces?: string[] }): Protocol {
  const [block, ...blocks] = interviewProtocol.guide?.blocks ?? [];
  const [asked, ...others] = block?.questions ?? [];
  if (!interviewProtocol.guide || !block || !asked) throw new Error("The cast has no guide.");
  const half = (id: string, number: number) => ({ ...asked, id, number, ...succession });
  return {
    ...interviewProtocol,
    guide: {
      ...interviewProtocol.guide,
      blocks: [{ ...block, questions: [half("first", 101), half("second", 102), ...others] }, ...blocks],
    },
  };
}

describe("recording a deviation", () => {
  it("is for the lead alone, once the protocol is frozen, of this version, approved on a day that has been", async () => {
    await expect(deviateProtocol(as(cast.lead), deviating(1, split()))).rejects.toMatchObject({
      code: "wrong-state",
      details: { state: "not-frozen" },
    });
    await frozen();
    await expect(deviateProtocol(as(cast.commissioner), deviating(2, split()))).rejects.toMatchObject({ code: "not-found" });
    await expect(deviateProtocol(as(cast.researcher), deviating(2, split()))).rejects.toMatchObject({ code: "forbidden" });
    await expect(deviateProtocol(as(cast.lead), deviating(1, split()))).rejects.toMatchObject({
      code: "conflict",
      details: { version: 2 },
    });
    await expect(deviateProtocol(as(cast.lead), deviating(2, split(), { approvedOn: "2999-01-01" }))).rejects.toMatchObject({
      details: { field: "approvedOn", problem: "in-future" },
    });
    await expect(deviateProtocol(as(cast.lead), deviating(2, interviewProtocol))).rejects.toMatchObject({ code: "invalid" });
    expect(await db.deviation.count()).toBe(0);
  });

  it("puts the file in force as one numbered event, with what changed and what had been recorded", async () => {
    const answer = await givenAnswer();
    await frozen();
    const seq = await lastSeq(here.assessmentId);
    expect(await deviateProtocol(as(cast.lead), deviating(2, split()))).toEqual({ number: 1 });
    expect(await actionsSince(here.assessmentId, seq)).toEqual(["protocol.deviate"]);
    const shown = await findDeviation(db, here.assessmentId, "1");
    expect(shown).toMatchObject({ protocolNumber: 2, approvedBy: "Begeleidingsgroep", reason: words.reason });
    expect(shown.changes.map(({ way }) => way)).toEqual(["replaced", "added", "added"]);
    expect(shown.affected).toMatchObject([{ change: 0, kind: "interview-answer", id: answer.id, code: answer.code }]);
    const protocol = await protocolVersion(here.assessmentId, 2);
    expect(await listEarlierItems(db, here.assessmentId, protocol)).toMatchObject([{ heirs: ["first", "second"] }]);
    const marks = await listEvidenceMarks(db, here.assessmentId, protocol);
    expect(marks.find(({ id }) => id === answer.id)?.questions).toEqual(["1"]);
    expect(await db.interviewAnswer.findUniqueOrThrow({ where: { id: answer.id } })).toMatchObject({
      code: answer.code,
      protocolNumber: 1,
    });
    expect(await unkeptInAssessment(here.assessmentId)).toEqual([]);
    expect(await verifyOpenDatabase()).toMatchObject({ result: "intact" });
  });

  it("refuses to lose what was answered, and a second lead who started from the same version", async () => {
    await givenAnswer();
    await frozen();
    const without = splitWith({});
    await expect(deviateProtocol(as(cast.lead), deviating(2, without))).rejects.toMatchObject({ details: { problem: "protocol-loses" } });
    await deviateProtocol(as(cast.lead), deviating(2, split()));
    const other = { ...split(), purpose: { nl: "Anders", en: "Otherwise" } };
    await expect(deviateProtocol(as(cast.lead), deviating(2, other))).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("the effect of a deviation", () => {
  it("can be put otherwise later, as a version of its own; the rest stays", async () => {
    await frozen();
    await deviateProtocol(as(cast.lead), deviating(2, split()));
    const [deviation] = await listDeviations(db, here.assessmentId);
    const id = deviation?.id ?? "";
    const effect = { nl: "Geen gevolg.", en: "No effect." };
    await expect(changeEffect(as(cast.commissioner), { ...here, id, version: 1, effect })).rejects.toMatchObject({ code: "not-found" });
    await expect(changeEffect(as(cast.researcher), { ...here, id, version: 1, effect })).rejects.toMatchObject({ code: "forbidden" });
    const seq = await lastSeq(here.assessmentId);
    expect(await changeEffect(as(cast.lead), { ...here, id, version: 1, effect })).toEqual({ version: 2 });
    expect(await actionsSince(here.assessmentId, seq)).toEqual(["deviation.change"]);
    await expect(changeEffect(as(cast.lead), { ...here, id, version: 1, effect: words.effect })).rejects.toMatchObject({
      code: "conflict",
    });
    expect(await findDeviation(db, here.assessmentId, "1")).toMatchObject({ effect, reason: words.reason, version: 2 });
    await expect(findDeviation(db, here.assessmentId, "2")).rejects.toMatchObject({ code: "not-found" });
  });
});

describe("the deviations in the document", () => {
  it("stand in their own block, and at the end of the method where no section shows them", async () => {
    const study = { assessment: { id: here.assessmentId }, protocol: interviewProtocol };
    const method = async () => (await dataBlockValues(db, study, { block: "method" })).filter(({ block }) => block === "deviations");
    const [none] = await dataBlockValues(db, study, { block: "deviations" });
    expect(none).toMatchObject({ rows: [], notes: [{ key: "noDeviations" }] });
    expect(await method()).toEqual([]);
    await frozen();
    await deviateProtocol(as(cast.lead), deviating(2, split()));
    const [table] = await method();
    expect(table?.rows[0]?.cells[3]).toEqual({ text: words.reason });
    expect(JSON.stringify(table?.binds?.rows[0]?.cells)).toContain("Begeleidingsgroep 2026-01-05");
    const outline = interviewProtocol.outline.map((section) => ({ ...section, data: "deviations" as const }));
    const placed = { ...study, protocol: { ...interviewProtocol, outline } };
    expect((await dataBlockValues(db, placed, { block: "method" })).filter(({ block }) => block === "deviations")).toEqual([]);
  });
});
