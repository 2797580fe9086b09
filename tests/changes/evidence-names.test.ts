import { beforeAll, describe, expect, it } from "vitest";
import { addIntervention } from "~/features/interventions/add-intervention.server";
import { translateIntervention } from "~/features/interventions/translate-intervention.server";
import { openRound } from "~/features/rounds/open-round.server";
import { db } from "~/platform/db.server";
import { readEvidence } from "~/platform/evidence.server";
import { evidenceView, readingOf } from "~/platform/evidence-view.server";
import { showEvidence } from "~/platform/shown-evidence.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { givenActor, givenJudgementProtocol, givenRound, judgementProtocol, rate, send } from "../support/judgement-scene";

useDatabase();
let cast: Cast;
const languages = ["nl", "en"];

async function evidenceOf(subjectId: string) {
  const { id } = await db.judgement.findFirstOrThrow({ where: { subjectId } });
  const viewer = { id: cast.lead.id, administrator: false, mayStart: false, roles: { [cast.assessment.id]: "lead" as const } };
  const which = { judgement: [id] };
  const found = (await readEvidence(db, { assessment: cast.assessment, protocol: judgementProtocol, viewer, which })).get(
    `judgement/${id}`,
  );
  if (!found) throw new Error("no evidence");
  return found;
}

beforeAll(async () => {
  cast = await loadCast();
  await givenJudgementProtocol(cast.assessment.id, cast.lead.id);
});

describe("a judgement as a ground", () => {
  it("names the actor that is judged, with its level in the chip and its criterion beside", async () => {
    const { id: subjectId } = await givenActor(cast);
    const { id: roundId } = await givenRound(cast, [subjectId], [cast.researcher], ["reach"]);
    await rate(cast, cast.researcher, { roundId, subjectId, criterion: "reach", value: "leading" });
    await send(cast, cast.researcher, roundId);
    const evidence = await evidenceOf(subjectId);
    const view = evidenceView(evidence, readingOf("nl", { languages, originalLanguage: "nl" }), "");
    expect(view).toMatchObject({ origin: "Stichting Kievit, leading", from: "Stichting Kievit, Bereik, leading" });
    expect(showEvidence(evidence, "en", languages)).toMatchObject({ origin: "Stichting Kievit, Reach", level: "leading" });
  });

  it("names the intervention in the language that is read, shortened in the chip only", async () => {
    const title = "Vogels tellen met kinderen van basisscholen in alle provincies";
    const english = "Counting birds with school children";
    const input = { groupKey: "first", groupTitle: { nl: "Eerste set" }, title, description: "", language: "nl", sourceId: null };
    const { id: subjectId } = await addIntervention(as(cast.researcher, hour(1)), { ...input, assessmentId: cast.assessment.id });
    const translated = {
      assessmentId: cast.assessment.id,
      id: subjectId,
      field: "title",
      language: "en",
      text: english,
      version: 0,
    } as const;
    await translateIntervention(as(cast.researcher, hour(1)), translated);
    const round = { assessmentId: cast.assessment.id, title: { nl: "Ronde" }, raterIds: [cast.researcher.id] };
    const { id: roundId } = await openRound(as(cast.lead, hour(2)), {
      ...round,
      subjectKind: "intervention",
      subjectIds: [subjectId],
      criteria: ["promise"],
    });
    await rate(cast, cast.researcher, { roundId, subjectId, criterion: "promise" });
    await send(cast, cast.researcher, roundId);
    const evidence = await evidenceOf(subjectId);
    const view = (language: "nl" | "en") => evidenceView(evidence, readingOf(language, { languages, originalLanguage: "nl" }), "");
    expect(view("en").origin).toBe(`${english}, partial`);
    expect(view("nl").origin).toBe("Vogels tellen met kinderen van basisscholen in a…, partial");
    expect(view("nl").from).toBe(`${title}, Belofte, partial`);
  });
});
