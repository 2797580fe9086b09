import type { Cast } from "../cast";
import { loadCast } from "../cast";
import { addIntervention } from "~/features/interventions/add-intervention.server";
import { prepareReturned } from "~/features/returned-files/prepare-returned.server";
import { openRound } from "~/features/rounds/open-round.server";
import { readStoredBytes } from "~/platform/files.server";
import { as } from "../cast";
import { sendTemplate } from "../support/house-style-scene";
import { givenAskedDraft, givenDraft, givenReleased } from "../support/edition-scene";
import { givenAttachment } from "../support/attachment-scene";
import { givenActor } from "../support/judgement-scene";
import { givenImport } from "../support/import-scene";
import { castActors, givenRatingSheet, givenSheet } from "../support/sheet-scene";
import { givenCounted } from "../support/screening-scene";
import { givenCommentRound, givenSentRemark } from "../support/remark-scene";
import { givenSource } from "../support/source-scene";
import { givenWrittenSection } from "../support/section-scene";
import { givenHeldInterview, givenProtocol, hour } from "../support/interview-scene";

/** What the routes are asked about: the cast, and a record of each kind that has an address. */
export interface RoutesScene {
  cast: Cast;
  /** Held by the researcher with one interviewee. */
  interview: Awaited<ReturnType<typeof givenHeldInterview>>;
  /** Both judged by the researcher in a round of their own. */
  actor: { id: string; code: string };
  intervention: { id: string; code: string };
  source: { id: string; code: string };
  /** References that were read and not taken over. */
  import: { number: number };
  /** A spreadsheet of actors that the researcher brought in and did not take over. */
  sheet: { number: number };
  /** A spreadsheet of the researcher's ratings in round 1. */
  ratingSheet: { number: number };
  /** A file of the source. */
  attachment: { id: string };
  /** Written by the researcher, reviewed by the reviewer; with one finding. */
  document: Awaited<ReturnType<typeof givenWrittenSection>>;
  /** The numbers of a released edition and of one that is a draft. */
  edition: { released: string; draft: string };
  /** A further draft that was asked for and that nobody makes. */
  job: { id: string };
  /** What the commissioner said of the released edition. */
  remark: { code: string };
  /** A file of the released edition that came back as it was sent. */
  returned: { number: number };
}

/** Makes one of each kind of record that has an address of its own. */
export async function givenRoutesScene(): Promise<RoutesScene> {
  const scene = await givenRecords();
  return { ...scene, ...(await givenEditions(scene.cast)) };
}

/** Edition 1, which was released and on which a remark was sent, the first draft of edition 2, and one that was asked for. */
async function givenEditions(cast: Cast) {
  const { id, files } = await givenReleased(cast);
  await givenDraft(cast, 40);
  await sendTemplate(cast);
  const { code } = await givenSentRemark(cast, await givenCommentRound(cast, id, 41));
  const bytes = await readStoredBytes(files.find(({ format }) => format === "docx")?.sha256 ?? "");
  const returned = await prepareReturned(as(cast.lead, hour(43)), cast.assessment.id, { name: "concept.docx", bytes });
  return { edition: { released: "1", draft: "2" }, remark: { code }, job: await givenAskedDraft(cast, 42), returned };
}

async function givenRecords(): Promise<Omit<RoutesScene, "edition" | "remark" | "job" | "returned">> {
  const cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  await givenProtocol(cast.otherAssessment.id, cast.outsider.id);
  const source = await givenSource(cast);
  await givenCounted(cast);
  return {
    cast,
    interview: await givenHeldInterview(cast),
    ...(await givenJudged(cast)),
    source,
    import: await givenImport(cast),
    ratingSheet: await givenRatingSheet(cast, 1),
    sheet: await givenSheet(castActors(cast), cast.researcher, "Name;Country\nWells;Kenya\n"),
    attachment: await givenAttachment(cast, "source", source.id, { name: "Rapport.pdf" }),
    document: await givenWrittenSection(cast),
  };
}

/** An actor and an intervention, each in a round with the researcher as its only rater; the actor's is round 1. */
async function givenJudged(cast: Cast) {
  const assessmentId = cast.assessment.id;
  const actor = await givenActor(cast);
  const text = { groupKey: null, groupTitle: { nl: "Groep" }, title: "Werkwijze", description: "", language: "nl", sourceId: null };
  const intervention = await addIntervention(as(cast.researcher), { ...text, assessmentId });
  const round = { assessmentId, title: { nl: "Ronde" }, raterIds: [cast.researcher.id] };
  await openRound(as(cast.lead), { ...round, subjectKind: "actor", subjectIds: [actor.id], criteria: ["reach"] });
  await openRound(as(cast.lead), { ...round, subjectKind: "intervention", subjectIds: [intervention.id], criteria: ["promise"] });
  return { actor, intervention };
}
