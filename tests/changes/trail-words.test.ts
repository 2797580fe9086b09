import { beforeEach, describe, expect, it } from "vitest";
import type { Language } from "~/domain/tool-language";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { saveAnswerTranslation } from "~/features/interviews/save-answer-translation.server";
import { withdrawConsent } from "~/features/interviews/withdraw-consent.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { addLimitation } from "~/features/limitations/add-limitation.server";
import { removeRater } from "~/features/rounds/remove-rater.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { changeExcerpt } from "~/features/sources/change-excerpt.server";
import { loadHistory } from "~/features/trail/load-entry.server";
import { loadTrail, trailAsk } from "~/features/trail/load-trail.server";
import { wordEvents } from "~/features/trail/word-events.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { listEvents } from "~/platform/trail.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { queriesOf } from "../support/counting-db";
import { useDatabase } from "../support/database";
import { givenHeldInterview, givenProtocol, hour } from "../support/interview-scene";
import { givenActor, givenJudgementProtocol, givenRound, rate, send, versionOf } from "../support/judgement-scene";
import { givenBlock, givenInReview, givenSections, sign, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
beforeEach(async () => {
  cast = await loadCast();
});

async function assessmentOf(person: Person) {
  const row = await findAssessmentRowIfAny(db, cast.assessment.slug);
  if (!row) throw new Error("no assessment");
  return { ...row, role: person.role as "lead" };
}
async function told(person: Person, action: string, language: Language = "en") {
  const assessment = await assessmentOf(person);
  const { events } = await listEvents(db, { chain: assessment.id, filter: { action } });
  return wordEvents(db, assessment, { id: person.id, language }, events);
}

describe("a rating in the trail", () => {
  it("tells nothing of its value until the round has opened, and then the level in words", async () => {
    await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.secondResearcher], ["reach"]);
    const cell = { roundId, subjectId, criterion: "reach" };
    await rate(cast, cast.researcher, { ...cell, justification: "Zeven meren." });
    const names = async (person: Person) => (await told(person, "judgement.rate"))[0]?.fields.map(({ name }) => name);
    for (const person of [cast.lead, cast.secondResearcher, cast.reviewer]) expect(await names(person)).toEqual(["round"]);
    expect(JSON.stringify(await told(cast.lead, "judgement.rate"))).not.toContain("Zeven");
    expect(await names(cast.researcher)).toEqual(["round", "level", "justification"]);

    await rate(cast, cast.secondResearcher, { ...cell, value: "leading" });
    await send(cast, cast.researcher, roundId);
    expect(await names(cast.lead)).toEqual(["round"]);
    await send(cast, cast.secondResearcher, roundId);
    const [second, first] = await told(cast.lead, "judgement.rate");
    expect(first?.fields).toContainEqual({ name: "justification", before: null, after: "Zeven meren.", long: false });
    expect([first?.values["level"], second?.values["level"]]).toEqual(["partial", "leading"]);
    expect(first?.thing).toBe("Stichting Kievit, Reach");
    expect((await told(cast.lead, "judgement.rate", "nl"))[0]?.thing).toBe("Stichting Kievit, Bereik");
  });

  it("of a rater who was taken out before she sent is told to nobody but her, also once the round has opened", async () => {
    await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher, cast.secondResearcher], ["reach"]);
    const cell = { roundId, subjectId, criterion: "reach" };
    await rate(cast, cast.researcher, cell);
    await send(cast, cast.researcher, roundId);
    await rate(cast, cast.secondResearcher, { ...cell, value: "leading", justification: "Nooit verzonden." });
    const leaving = { roundId, raterId: cast.secondResearcher.id, version: await versionOf(roundId), reason: "Verhinderd." };
    const { opened } = await removeRater(as(cast.lead), { assessmentId: cast.assessment.id, ...leaving });
    expect(opened).toBe(true);
    for (const person of [cast.lead, cast.researcher, cast.reviewer]) {
      const shown = JSON.stringify(await told(person, "judgement.rate"));
      expect(shown).toContain("Dat staat er.");
      expect(shown).not.toContain("Nooit verzonden.");
      expect(shown).not.toContain("leading");
    }
    expect(JSON.stringify(await told(cast.secondResearcher, "judgement.rate"))).toContain("Nooit verzonden.");
  });
});

describe("an answer in the trail", () => {
  it("says nothing of its words once it was withdrawn", async () => {
    await givenProtocol(cast.assessment.id, cast.lead.id);
    const held = await givenHeldInterview(cast);
    const answer = { assessmentId: cast.assessment.id, interviewId: held.id, question: "gq1", part: "" };
    const words = { state: "answered", reason: null, value: null, timeMark: null, attribution: null, givenBy: [] } as const;
    const { id } = await recordAnswer(as(cast.researcher, hour(4)), { ...answer, ...words, version: 0, record: "Twee pompen." });
    const long = "Drie pompen. ".repeat(200).trim();
    await recordAnswer(as(cast.researcher, hour(5)), { ...answer, ...words, version: 1, record: long });
    const translation = { assessmentId: cast.assessment.id, answerId: id, language: "en", version: 0, record: "Three pumps." };
    await saveAnswerTranslation(as(cast.researcher, hour(6)), translation);
    const all = async () => JSON.stringify([...(await told(cast.lead, "answer.record")), ...(await told(cast.lead, "answer.translate"))]);
    for (const known of ["Twee pompen", "Drie pompen", "Three pumps"]) expect(await all()).toContain(known);

    await withdrawAnswer(as(cast.researcher, hour(7)), {
      assessmentId: cast.assessment.id,
      answerId: id,
      version: 2,
      reason: "Op verzoek",
    });
    expect(await all()).not.toMatch(/pompen|pumps/i);
    expect((await told(cast.lead, "answer.record")).map(({ fields }) => fields.map(({ name }) => name))).toEqual([[], ["state"]]);
    expect((await told(cast.lead, "answer.withdraw"))[0]?.reason).toBe("Op verzoek");
  });
});

describe("an answer that was saved while somebody typed", () => {
  it("is one line of its history, which holds every entry; another day begins a new one", async () => {
    await givenProtocol(cast.assessment.id, cast.lead.id);
    const { id: interviewId, code } = await givenHeldInterview(cast);
    const save = (version: number, words: string, at: Date) =>
      recordAnswer(as(cast.researcher, at), {
        ...{ assessmentId: cast.assessment.id, interviewId, question: "gq1", part: "", version, state: "answered", reason: null },
        ...{ value: null, record: words, notes: "", timeMark: null, attribution: null, givenBy: [] },
      });
    for (const [version, words] of ["Het", "Het water", "Het water kwam"].entries()) await save(version, words, hour(5));
    await save(3, "Het water kwam niet", hour(29));
    const ask = { kind: "interview-answer", code: `${code}:1`, before: "" };
    const { runs } = await loadHistory(db, await assessmentOf(cast.lead), { id: cast.lead.id, language: "en" }, ask);
    expect(runs.map((run) => run.map(({ subject }) => subject.version))).toEqual([[4], [3, 2, 1]]);
  });

  it("and that fell with the consent of who gave it says so in words", async () => {
    await givenProtocol(cast.assessment.id, cast.lead.id);
    const { id: interviewId, participantId } = await givenHeldInterview(cast);
    await recordAnswer(as(cast.researcher, hour(5)), {
      ...{ assessmentId: cast.assessment.id, interviewId, question: "gq1", part: "", version: 0, state: "answered", reason: null },
      ...{ value: null, record: "Het water kwam.", notes: "", timeMark: null, attribution: null, givenBy: [] },
    });
    const { version } = await db.participant.findUniqueOrThrow({ where: { id: participantId } });
    const day = hour(6).toISOString().slice(0, 10);
    await withdrawConsent(as(cast.researcher, hour(6)), {
      ...{ assessmentId: cast.assessment.id, participantId, version, withdrawnOn: day, reason: "" },
    });
    for (const [language, words] of [
      ["en", "consent withdrawn"],
      ["nl", "toestemming ingetrokken"],
    ] as const)
      expect((await told(cast.lead, "answer.withdraw", language))[0]?.fields).toEqual([
        { name: "because", before: null, after: words, long: false },
      ]);
  });
});

describe("a long text in the trail", () => {
  it("is read from the versions, before and after", async () => {
    const scene = await givenSections(cast);
    const [before, after] = ["Kranen werken drie jaar. ".repeat(120).trim(), "Kranen werken vier jaar. ".repeat(120).trim()];
    const block = await givenBlock(cast, scene.section("3.1"), { text: { text: before } });
    await saveBlock(as(cast.researcher, hour(3)), { assessmentId: cast.assessment.id, id: block.id, version: 1, text: { text: after } });
    const [saved] = await told(cast.lead, "block.save");
    expect(saved?.fields).toContainEqual({ name: "text", before, after, long: false });
    expect(saved?.thing).toBe("3.1 What works");
  });
});

describe("ids in the trail", () => {
  it("are told as codes and names", async () => {
    const scene = await givenSections(cast);
    const finding = await givenBlock(cast, scene.section("3.1"));
    const places = { sections: [scene.section("3.1")], statements: [finding.statementId ?? ""] };
    await addLimitation(as(cast.researcher, hour(3)), { assessmentId: cast.assessment.id, text: "Klein.", language: "nl", ...places });
    const [added] = await told(cast.lead, "limitation.add");
    expect(added?.fields).toEqual([
      { name: "sections", before: null, after: "3.1", long: false },
      { name: "statements", before: null, after: "F1", long: false },
      { name: "text", before: null, after: "Klein.", long: false },
    ]);
  });
});

describe("what follows from a change", () => {
  let scene: SectionScene;
  const correct = (text: string, version: number) =>
    changeExcerpt(as(cast.researcher, hour(8)), {
      ...{ assessmentId: cast.assessment.id, id: scene.excerpt, version },
      ...{ form: "quoted", text, language: "nl", place: "p. 1" },
    });

  it("is the sign-off that no longer holds, as long as it does not", async () => {
    scene = await givenSections(cast);
    await givenInReview(cast, scene);
    await sign(cast, scene.section("3.1"));
    await correct("Kranen werken twee jaar.", 1);
    const stale = { kind: "stale", section: "3.1", by: [cast.reviewer.name], directly: false };
    expect((await told(cast.lead, "excerpt.change"))[0]?.consequences).toEqual([stale]);
    await correct("Kranen werken drie jaar.", 2);
    expect((await told(cast.lead, "excerpt.change")).map(({ consequences }) => consequences)).toEqual([undefined, undefined]);
  });
});

describe("the filter of the trail", () => {
  const seqs = async (search: Record<string, string>) => {
    const ask = trailAsk(new URLSearchParams(search));
    const { days, wrongRecord } = await loadTrail(db, await assessmentOf(cast.lead), { id: cast.lead.id, language: "en" }, ask);
    return { actions: days.flatMap(({ runs }) => runs.flatMap((run) => run.map(({ action }) => action))), wrongRecord };
  };

  it("joins person, kind, record and period", async () => {
    const scene = await givenSections(cast);
    await givenBlock(cast, scene.section("3.1"));
    await givenBlock(cast, scene.section("3.1"));
    expect((await seqs({ record: "F1" })).actions).toEqual(["block.add"]);
    expect((await seqs({ record: "3.1" })).actions).toEqual(["block.add", "section.start", "block.add"]);
    expect((await seqs({ record: "3.1", what: "block", who: cast.researcher.id })).actions).toEqual(["block.add", "block.add"]);
    expect((await seqs({ record: "3.1", what: "block", who: cast.lead.id })).actions).toEqual([]);
    expect((await seqs({ record: "3.1", until: "31-08-2026" })).actions).toEqual([]);
    expect(await seqs({ record: "F99" })).toEqual({ actions: [], wrongRecord: true });
  });

  it("asks as many questions for many entries as for few", async () => {
    const scene = await givenSections(cast);
    const asked = async () => {
      const assessment = await assessmentOf(cast.lead);
      return queriesOf(db, (counted) =>
        loadTrail(counted, assessment, { id: cast.lead.id, language: "en" }, trailAsk(new URLSearchParams())),
      );
    };
    await givenBlock(cast, scene.section("3.1"));
    const few = await asked();
    for (const n of [1, 2, 3, 4, 5]) await givenBlock(cast, scene.section("3.1"), { text: { text: `Nummer ${n}` } });
    expect(await asked()).toBe(few);
  });
});
