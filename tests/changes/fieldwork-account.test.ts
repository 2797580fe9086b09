import { beforeAll, describe, expect, it } from "vitest";
import { wordsIn } from "~/domain/evidence/data-table";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { dataBlockValues } from "~/platform/data-blocks.server";
import { db } from "~/platform/db.server";
import { documentWords } from "~/platform/document-words.server";
import { as, type Cast, loadCast } from "../cast";
import { agreeOn } from "../support/consent-scene";
import { useDatabase } from "../support/database";
import { canary, givenHeldInterview, givenInterviewee, givenProtocol, hour, interviewProtocol, plan } from "../support/interview-scene";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

const here = () => ({ assessmentId: cast.assessment.id });
const tables = async () => {
  const study = { assessment: cast.assessment, protocol: interviewProtocol };
  return (await dataBlockValues(db, study, { block: "method" })).filter(
    ({ caption }) => "key" in caption && /^(fieldwork|notHeld)$/.test(caption.key),
  );
};
const say = documentWords("nl");
const shown = async (at: number) =>
  ((await tables())[at]?.rows ?? []).map(({ cells }) => cells.map((cell) => cell && wordsIn(cell, "nl", [], (key) => say(`data.${key}`))));

describe("the account of the interviews in the method", () => {
  it("is left out while there is none", async () => {
    expect(await tables()).toEqual([]);
  });

  it("tells how many were considered, agreed, invited and held, and why the others were not, naming nobody", async () => {
    await givenHeldInterview(cast);
    const candidate = { agreedWith: null, agreedOn: null };
    await planInterview(as(cast.lead, hour(5)), plan(cast, candidate));
    const person = await givenInterviewee(cast, "city");
    const asked = await planInterview(as(cast.lead, hour(5)), plan(cast, { intervieweeIds: [person.id] }));
    await moveInterview(as(cast.lead, hour(6)), { ...here(), id: asked.id, version: 1, move: "invite" });
    const reason = `${canary.name} van ${canary.organisation} heeft het druk`;
    await moveInterview(as(cast.lead, hour(7)), { ...here(), id: asked.id, version: 2, move: "decline", why: "no-time", reason });
    const dropped = await planInterview(as(cast.lead, hour(5)), plan(cast, { ...candidate, perspective: null }));
    await moveInterview(as(cast.lead, hour(7)), { ...here(), id: dropped.id, version: 1, move: "cancel", reason: canary.role });
    expect(await shown(0)).toEqual([
      ["Op de lange lijst", "4"],
      ["Afgestemd met de opdrachtgever", "2"],
      ["Uitgenodigd, gevoerde gesprekken meegeteld", "2"],
      ["Gevoerd", "1"],
      ["Niet doorgegaan", "2"],
    ]);
    expect(await shown(1)).toEqual([
      [null, null, "Afgezegd", "andere reden"],
      ["Praktijk", null, "Afgezien", "geen tijd"],
    ]);
    const text = JSON.stringify(await tables());
    for (const word of Object.values(canary)) expect(text).not.toContain(word);
    // The kind of organisation is told once that was agreed.
    const participant = await db.participant.findFirstOrThrow({ where: { interviewId: asked.id } });
    await agreeOn({ ...cast, researcher: cast.lead }, participant.id, { attribution: "organisation-kind" });
    expect(await shown(1)).toContainEqual(["Praktijk", "Gemeente", "Afgezien", "geen tijd"]);
  });
});
