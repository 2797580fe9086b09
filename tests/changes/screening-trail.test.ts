import { beforeAll, describe, expect, it } from "vitest";
import type { Language } from "~/domain/tool-language";
import { countByHand } from "~/features/screening/count.server";
import { decide } from "~/features/screening/decide.server";
import { settle } from "~/features/screening/settle.server";
import { appraiseSource } from "~/features/sources/appraise-source.server";
import { wordEvents } from "~/features/trail/word-events.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { listEvents } from "~/platform/trail.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol, hour } from "../support/interview-scene";
import { decision, givenFound } from "../support/screening-scene";
import { givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

/** What the trail tells the reviewer of the acts of one kind, the newest first. */
async function told(action: string, language: Language) {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("no assessment");
  const { events } = await listEvents(db, { chain: row.id, filter: { action } });
  return wordEvents(db, { ...row, role: "reviewer" }, { id: cast.reviewer.id, language }, events);
}

describe("the screening in the trail", () => {
  it("tells how a difference was settled: the step, the decision, the reason of the protocol, and why", async () => {
    const { id, code } = await givenFound(cast);
    await decide(as(cast.researcher), decision(cast, id));
    await decide(as(cast.secondResearcher), decision(cast, id, { decision: "exclude" }));
    const first = { assessmentId: cast.assessment.id, sourceId: id, step: "title-abstract" as const, version: 0 };
    await settle(as(cast.lead, hour(5)), { ...first, decision: "exclude", reason: "far", why: "Samen gelezen" });
    await settle(as(cast.lead, hour(6)), { ...first, version: 1, decision: "include", reason: null, why: "Toch wel" });
    const [again, settled] = await told("screening.settle", "en");
    expect(settled).toMatchObject({ label: code, reason: "Samen gelezen" });
    expect(settled?.fields).toEqual([
      { name: "decision", before: null, after: "exclude", long: false },
      { name: "exclusionReason", before: null, after: "Other country", long: false },
      { name: "step", before: null, after: "title and abstract", long: false },
    ]);
    expect(again).toMatchObject({ reason: "Toch wel" });
    expect(again?.fields).toEqual([
      { name: "decision", before: "exclude", after: "include", long: false },
      { name: "exclusionReason", before: "Other country", after: null, long: false },
      { name: "step", before: null, after: "title and abstract", long: false },
    ]);
  });

  it("tells a count by hand by what was counted, with the reason of the protocol in the language of the reader", async () => {
    const count = { assessmentId: cast.assessment.id, kind: "full-text:far", note: "Uit de zoektabel" };
    await countByHand(as(cast.lead, hour(5)), { ...count, count: 4, version: 0 });
    await countByHand(as(cast.lead, hour(6)), { ...count, count: 5, version: 1 });
    const [again, first] = await told("screening.count", "nl");
    expect(first?.fields).toEqual([
      { name: "count", before: null, after: "4", long: false },
      { name: "kind", before: null, after: "Ander land", long: false },
      { name: "note", before: null, after: "Uit de zoektabel", long: false },
    ]);
    expect(again?.fields).toEqual([
      { name: "count", before: "4", after: "5", long: false },
      { name: "kind", before: null, after: "Ander land", long: false },
    ]);
  });

  it("tells an appraisal by the criteria and levels of the protocol, with the reasons and the own words", async () => {
    const { id, version } = await givenSource(cast).then((made) => db.source.findUniqueOrThrow({ where: { id: made.id } }));
    const criteria = { method: { level: "much", reason: "Per kraan gemeten" }, publisher: { level: null, reason: "Een ministerie" } };
    await appraiseSource(as(cast.lead, hour(5)), { assessmentId: cast.assessment.id, id, version, criteria, note: "Bruikbaar" });
    const [appraised] = await told("source.appraise", "nl");
    const words = "Methode beschreven: much, Per kraan gemeten; Bekende uitgever: Een ministerie; Bruikbaar";
    expect(appraised?.fields).toMatchObject([{ name: "appraisal", after: words }]);
  });
});
