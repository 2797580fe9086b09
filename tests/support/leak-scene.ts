import type { JudgedSubject } from "~/domain/protocol/criteria";
import { dataBlocks } from "~/domain/protocol/outline";
import { addFact } from "~/features/actors/add-fact.server";
import { addCoding } from "~/features/codes/add-coding.server";
import { discussCorrection } from "~/features/fact-check/discuss-correction.server";
import { makeLink } from "~/features/fact-check/make-link.server";
import { saveReplies } from "~/features/fact-check/save-replies.server";
import { sendIn } from "~/features/fact-check/send-in.server";
import { abandonRound } from "~/features/rounds/end-round.server";
import { openRound } from "~/features/rounds/open-round.server";
import { removeRater } from "~/features/rounds/remove-rater.server";
import { addInterviewee } from "~/features/interviewees/add-interviewee.server";
import { changeInterview } from "~/features/interviews/change-interview.server";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { recordAnswer, type RecordAnswer } from "~/features/interviews/record-answer.server";
import { setAttribution, type SetAttribution } from "~/features/interviews/set-attribution.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { respondToRemark } from "~/features/remarks/respond-to-remark.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast, type Person } from "../cast";
import { givenRoutesScene, type RoutesScene } from "../routes/scene";
import { givenAttachment } from "./attachment-scene";
import { givenDraftRemark, givenSentRemark } from "./remark-scene";
import { rawWriter } from "./database";
import { givenDraft, givenReleased } from "./edition-scene";
import { interviewee, reply } from "./fact-check-scene";
import { canary, hour, plan } from "./interview-scene";
import { factInput, givenActor, rate, send } from "./judgement-scene";
import type { Sentinel } from "./leaks";

const sentinel = (what: string, text: string, ...words: string[]): Sentinel => ({ what, text, words });

/** What nobody but some may be sent. The first interviewee is shown by her kind of organisation, the second not at all. */
export const secret = {
  name: sentinel("name", canary.name, "Zilverberk", "Canarie"),
  contact: sentinel("contact", canary.contact, "zilverberk@kooi"),
  organisation: sentinel("organisation", canary.organisation, "Goudvink"),
  role: sentinel("role", canary.role, "volière"),
  title: sentinel("working title", "Gesprek bij de Zwartkopmees", "Zwartkopmees"),
  selectionReason: sentinel("why she was chosen", "Leidt het Rietzangersgilde", "Rietzangersgilde"),
  stateReason: sentinel("own words of why it does not take place", "Haar baas bij Vuurgoudhaan verbiedt het", "Vuurgoudhaan"),
  place: sentinel("place of the conversation", "Snavelkade achter de Merelpoort", "Snavelkade", "Merelpoort"),
  notes: sentinel("raw notes for the interviewers", "Fluisterend: Putterstaart wil hier weg.", "Fluisterend", "Putterstaart"),
  recording: sentinel("file of an interview with such notes", "Reigerkreet.pdf", "Reigerkreet"),
  consent: sentinel("file of a consent", "IJsvogelbrief.pdf", "IJsvogelbrief"),
  consentTo: sentinel("words of a consent", "Mag gebruikt voor de Kramsvogelkrant.", "Kramsvogelkrant"),
  consentHow: sentinel("how a consent was given", "Op papier in het Boomklevershuis", "Boomklevershuis"),
  withdrawn: sentinel("withdrawn answer", "Kanariegeel trek ik terug.", "Kanariegeel"),
  correction: sentinel("correction that was not dealt with", "Het was de Boomvalk die sprak.", "Boomvalk"),
  discussion: sentinel("note with which a correction is discussed", "Bedoelde u het Koekoeksklokje?", "Koekoeksklokje"),
  remark: sentinel("remark of an interviewee", "Zeg het niet tegen de Ortolaan.", "Ortolaan"),
  rating: sentinel("blind rating", "Wielewaal overtuigt niet.", "Wielewaal"),
  ratingOfIntervention: sentinel("blind rating of an intervention", "Grutto belooft weinig.", "Grutto"),
  ratingOfNode: sentinel("blind rating of a policy node", "Scholekster telt half.", "Scholekster"),
  ratingOfOption: sentinel("blind rating of an option", "Tureluur bezwijkt daaronder.", "Tureluur"),
  ratingOfSource: sentinel("blind rating of a source", "Kemphaan is deugdelijk.", "Kemphaan"),
  ratingSent: sentinel("rating that was sent in a blind round", "Bergeend gaat voor.", "Bergeend"),
  ratingTakenOut: sentinel("rating of one who was taken out of a round", "Slobeend twijfelt.", "Slobeend"),
  ratingAbandoned: sentinel("rating in a round that was abandoned", "Krakeend bleef liggen.", "Krakeend"),
  hiddenName: sentinel("name of the second interviewee", "Roerdomp Buidelmees", "Roerdomp", "Buidelmees"),
  hiddenContact: sentinel("contact of the second interviewee", "pestvogel@nestkast.example", "pestvogel", "nestkast"),
  hiddenOrganisation: sentinel("organisation of the second interviewee", "Gemeente Kwartelmeer", "Kwartelmeer"),
  hiddenRole: sentinel("role of the second interviewee", "Torenvalkhouder", "Torenvalkhouder"),
  remarkDraft: sentinel("draft of a remark on an edition", "Nog niet gezegd: Boompieper.", "Boompieper"),
  remarkSent: sentinel("remark on an edition that was sent", "Kuifmees klopt niet.", "Kuifmees"),
  remarkAnswer: sentinel("response that was not shown", "Zwarte wouw: dat nemen wij over.", "Zwarte wouw"),
  remarkOfOthers: sentinel("remark of another assessment", "Oehoe hoort hier niet.", "Oehoe hoort"),
} as const satisfies Record<string, Sentinel>;

/** The name of a sentinel. */
export type SecretName = keyof typeof secret;

/** A study with a secret of each kind, and the scenes for which every route is asked. */
export interface LeakScene {
  cast: Cast;
  /** The same study with other records in the addresses. */
  variants: readonly RoutesScene[];
  /** The token of the personal link of the first interviewee. */
  token: string;
  /** Answers of the first interviewee: one that stays, one that she corrects, one that she takes back. */
  answers: { said: string; corrected: string; takenBack: string };
}

/** Words that are no secret, each beside one: looking for them finds the record that has the secret too. */
export const wordsBeside = [
  "subsidie",
  "loket",
  "kade",
  "trek ik",
  "sprak",
  "wil hier weg",
  "overtuigt",
  "Gesprek",
  "Stichting",
  "Gemeente",
];

const agreed = { mayQuote: false, wantsRecord: true, consentTo: "", consentOn: "2026-08-31", consentHow: "mondeling", persons: 1 } as const;
const answered = { version: 0, state: "answered", reason: null, value: null, timeMark: null, attribution: null, givenBy: [] } as const;

/** Makes the study: all of it by changes of the program, as people would. */
export async function givenLeakScene(): Promise<LeakScene> {
  const scene = await givenRoutesScene();
  const { cast, interview } = scene;
  const { id: assessmentId } = cast.assessment;
  await agree(cast, cast.researcher, interview.participantId, {
    ...{ attribution: "organisation-kind", notesFor: "interviewers" },
    ...{ consentTo: secret.consentTo.text, consentHow: secret.consentHow.text },
  });
  const { version } = await db.interview.findUniqueOrThrow({ where: { id: interview.id } });
  const {
    interviewerIds: _,
    intervieweeIds: __,
    ...particulars
  } = plan(cast, {
    ...{ place: secret.place.text, title: { nl: secret.title.text } },
    selectionReason: { nl: secret.selectionReason.text },
  });
  await changeInterview(as(cast.researcher, hour(51)), { ...particulars, assessmentId, id: interview.id, version, heldOn: "2026-08-31" });
  const answers = await givenAnswers(cast, interview.id);
  const hidden = await givenHiddenInterview(cast);
  await citeBoth(scene, [answers.said, hidden.answer]);
  await codeAll(cast, [answers.said, answers.takenBack, hidden.answer]);
  const recording = await givenAttachment(cast, "interview", interview.id, { name: secret.recording.text });
  const consent = await givenAttachment(cast, "participant", interview.participantId, { name: secret.consent.text });
  const token = await givenChecked(cast, interview.participantId, answers);
  await givenNotHeld(cast);
  await withdrawAnswer(as(cast.researcher, hour(70)), { assessmentId, answerId: answers.takenBack, version: 1, reason: "Op verzoek" });
  const actor = await givenBlindRatings(scene);
  await givenAnnexes(cast);
  await givenReleased(cast, 80);
  await givenDraft(cast, 90);
  await givenRemarks(cast);
  const later = { ...scene, interview: hidden, actor, edition: { released: "2", draft: "3" } };
  return { cast, token, answers, variants: [scene, later, { ...scene, attachment: recording }, { ...scene, attachment: consent }] };
}

/** What the commissioner says of edition 1: a draft, and a remark whose response was not shown. Beside them one of another assessment. */
async function givenRemarks(cast: Cast): Promise<void> {
  const { id: assessmentId } = cast.assessment;
  const { id: editionId } = await db.edition.findFirstOrThrow({ where: { assessmentId, number: 1 } });
  const edition = { assessmentId, editionId };
  await givenDraftRemark(cast, edition, { text: secret.remarkDraft.text });
  const { id, version } = await givenSentRemark(cast, edition, { text: secret.remarkSent.text });
  const response = { stance: "accepted", response: { nl: secret.remarkAnswer.text }, changed: {}, statements: [] } as const;
  await respondToRemark(as(cast.researcher, hour(103)), { assessmentId, id, version, ...response });
  const answered = { stance: "noted", response: JSON.stringify({ nl: secret.remarkOfOthers.text }), changed: "{}", statements: "[]" };
  const times = { at: hour(101), sentAt: hour(102), respondedAt: hour(103), shownAt: hour(104), version: 1 };
  const others = { assessmentId: cast.otherAssessment.id, editionId, number: 1, code: "M1", passage: "", language: "nl" };
  const said = { id: newId(hour(101)), text: secret.remarkOfOthers.text, byId: cast.outsider.id };
  await rawWriter().remark.create({ data: { ...said, ...others, ...answered, ...times } });
}

/** Ratings that nobody but their rater is shown, of each kind of subject; and what becomes of them when one sends, leaves or the round ends. */
async function givenBlindRatings({ cast, intervention, source }: RoutesScene) {
  const { researcher, secondResearcher, reviewer, lead } = cast;
  const { id: assessmentId } = cast.assessment;
  const actor = await givenActor(cast, "Waterschap Noord");
  const own = { ...factInput, field: "other", label: { nl: "Werk" }, assessmentId, actorId: actor.id };
  const fact = await addFact(as(researcher, hour(1)), own);
  const two = [researcher, secondResearcher];
  const begin = (subjectKind: JudgedSubject, subjectId: string, criterion: string, raters: readonly Person[] = two) =>
    openRound(as(lead, hour(2)), {
      ...{ assessmentId, title: { nl: "Blinde ronde" }, subjectKind, subjectIds: [subjectId], criteria: [criterion] },
      raterIds: raters.map(({ id }) => id),
    });
  const given = async (
    words: string,
    value: string | number,
    subjectKind: JudgedSubject,
    subjectId: string,
    criterion: string,
    raters = two,
  ) => {
    const { id: roundId } = await begin(subjectKind, subjectId, criterion, raters);
    const rests = { ownExpertise: false, grounds: [`actor-fact/${fact.id}`] };
    await rate(cast, researcher, { roundId, subjectId, criterion, value, justification: words, ...rests });
    return roundId;
  };
  await given(secret.ratingOfIntervention.text, "little", "intervention", intervention.id, "promise");
  await given(secret.ratingOfNode.text, 49, "policy-node", "p1", "share");
  await given(secret.ratingOfOption.text, "much", "option", "fund", "cost");
  await given(secret.ratingOfSource.text, "yes", "source", source.id, "sound");
  await send(cast, researcher, await given(secret.ratingSent.text, "little", "actor", actor.id, "reach"));
  const left = await given(secret.ratingTakenOut.text, "much", "actor", actor.id, "reach", [...two, reviewer]);
  await removeRater(as(lead, hour(5)), { assessmentId, roundId: left, version: 1, raterId: researcher.id, reason: "Verhinderd." });
  const ended = await given(secret.ratingAbandoned.text, "much", "actor", actor.id, "reach");
  await abandonRound(as(lead, hour(5)), { assessmentId, roundId: ended, version: 1, reason: "Verkeerde criteria." });
  await given(secret.rating.text, "much", "actor", actor.id, "reach");
  return actor;
}

async function agree(
  cast: Cast,
  by: Person,
  participantId: string,
  more: Pick<SetAttribution, "attribution" | "notesFor"> & Partial<Pick<SetAttribution, "consentTo" | "consentHow">>,
): Promise<void> {
  const { version } = await db.participant.findUniqueOrThrow({ where: { id: participantId } });
  await setAttribution(as(by, hour(50)), { assessmentId: cast.assessment.id, participantId, version, ...agreed, ...more });
}

/** Three answers of the first interviewee: one that stays, one that she corrects, one that she takes back. */
async function givenAnswers(cast: Cast, interviewId: string) {
  const record = (question: string, part: string, words: string, notes: string) =>
    recordAnswer(as(cast.researcher, hour(52)), {
      ...answered,
      assessmentId: cast.assessment.id,
      interviewId,
      question,
      part,
      record: words,
      notes,
    });
  return {
    said: (await record("gq1", "", "De subsidie komt te laat.", secret.notes.text)).id,
    corrected: (await record("gq2", "which", "Het loket werkt.", "")).id,
    takenBack: (await record("gq2", "why", secret.withdrawn.text, "")).id,
  };
}

/** An interview of the other researcher, with somebody of whom nothing may be shown. */
async function givenHiddenInterview(cast: Cast) {
  const { id: assessmentId } = cast.assessment;
  const person = await addInterviewee(as(cast.lead, hour(53)), {
    ...{ assessmentId, kind: "city", actorId: null, interest: [], name: secret.hiddenName.text, contact: secret.hiddenContact.text },
    ...{ organisation: { nl: secret.hiddenOrganisation.text }, role: { nl: secret.hiddenRole.text } },
  });
  const people = { interviewerIds: [cast.secondResearcher.id], intervieweeIds: [person.id] };
  const { id, code } = await planInterview(as(cast.lead, hour(54)), plan(cast, people));
  await moveInterview(as(cast.secondResearcher, hour(55)), { assessmentId, id, version: 1, move: "hold", heldOn: "2026-09-01" });
  const participant = await db.participant.findFirstOrThrow({ where: { interviewId: id } });
  await agree(cast, cast.secondResearcher, participant.id, { attribution: "anonymous", notesFor: "team" });
  const { version } = await db.interview.findUniqueOrThrow({ where: { id } });
  const record = (question: string, part: string, said: Partial<RecordAnswer>) =>
    recordAnswer(as(cast.secondResearcher, hour(56)), {
      ...answered,
      assessmentId,
      interviewId: id,
      question,
      part,
      record: "",
      notes: "",
      ...said,
    });
  const answer = await record("gq1", "", { record: "Onze kade wordt nooit nat." });
  for (const [question, part = ""] of [["gq2", "which"], ["gq2", "why"], ["gq3"]] as const)
    await record(question, part, { state: "not-asked", reason: "time" });
  return { id, code, version, participantId: participant.id, interviewee: person, answer: answer.id };
}

/** An interview that does not take place, for a reason of the list and one of one's own. */
async function givenNotHeld(cast: Cast): Promise<void> {
  const { id: assessmentId } = cast.assessment;
  const { id } = await planInterview(as(cast.lead, hour(64)), plan(cast));
  const why = { why: "not-willing", reason: secret.stateReason.text } as const;
  await moveInterview(as(cast.researcher, hour(65)), { assessmentId, id, version: 1, move: "decline", ...why });
}

/** The statement of the study stands on an answer of each, so that both are in its documents. */
async function citeBoth({ cast, document }: RoutesScene, answers: readonly string[]): Promise<void> {
  const { id: assessmentId } = cast.assessment;
  const { blockId } = await db.statement.findFirstOrThrow({ where: { assessmentId, code: document.statement } });
  for (const [n, id] of answers.entries())
    await linkEvidence(as(cast.researcher, hour(57 + n)), {
      assessmentId,
      blockId,
      to: { kind: "interview-answer", id },
      kind: "supports",
    });
}

/** What documents show of records by themselves; the rows of a table belong to a question that has one. */
export const annexes = dataBlocks.filter((block) => block !== "table");

/** The document has an annex of each kind, so that whatever can be read in one is. */
async function givenAnnexes({ assessment: { id: assessmentId } }: Cast): Promise<void> {
  const kept = { assessmentId, kind: "annex", required: true, questions: "[]", state: "not-started", changes: 0, version: 1 };
  for (const [n, block] of annexes.entries()) {
    const place = { id: newId(hour(79)), node: block, code: block, sort: `2${String.fromCharCode(97 + n)}` };
    await rawWriter().section.create({
      data: { ...kept, ...place, heading: JSON.stringify({ nl: block, en: block }), data: JSON.stringify({ block }) },
    });
  }
}

/** A code stands on the whole of each answer, with a note. */
async function codeAll({ assessment: { id: assessmentId }, lead }: Cast, answers: readonly string[]): Promise<void> {
  for (const [n, id] of answers.entries()) {
    const { record: text } = await db.interviewAnswer.findUniqueOrThrow({ where: { id } });
    const passage = { start: 0, end: text.length, text };
    await addCoding(as(lead, hour(59 + n)), { assessmentId, code: "money", of: { kind: "interview-answer", id }, passage, note: null });
  }
}

/** The first interviewee checks her record with her link: she corrects one answer and sends it in. */
async function givenChecked(cast: Cast, participantId: string, answers: { said: string; corrected: string }): Promise<string> {
  const { id: assessmentId } = cast.assessment;
  const link = await makeLink(as(cast.researcher, hour(60)), { assessmentId, participantId, language: "nl", until: "2099-12-31" });
  const replies = [
    await reply(answers.said, "confirmed"),
    await reply(answers.corrected, "corrected", secret.correction.text, secret.remark.text),
  ];
  const asked = { assessmentId, linkId: link.id, remarks: "" };
  const saved = await saveReplies(interviewee({ participantId }, hour(61)), { ...asked, version: link.version, replies });
  await sendIn(interviewee({ participantId }, hour(62)), { assessmentId, linkId: link.id, version: saved.version });
  const corrected = await db.factCheckReply.findFirstOrThrow({ where: { answerId: answers.corrected } });
  const read = { assessmentId, replyId: corrected.id, replyVersion: corrected.version };
  await discussCorrection(as(cast.researcher, hour(63)), { ...read, reason: secret.discussion.text });
  return link.token;
}
