import { z } from "zod";
import { attributionLevels, type Interest, isProtected } from "~/domain/attribution";
import { workLevelsIn } from "~/domain/levels";
import { guideBlocks, askedItems } from "~/domain/protocol/readers";
import { addInterviewee } from "~/features/interviewees/add-interviewee.server";
import { moveInterview } from "~/features/interviews/move-interview.server";
import { planInterview } from "~/features/interviews/plan-interview.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { saveAnswerTranslation } from "~/features/interviews/save-answer-translation.server";
import { setAttribution } from "~/features/interviews/set-attribution.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { db } from "~/platform/db.server";
import { dayAfter, moment, type Agenda } from "./agenda";
import { CorrectionRecord, FactCheckRecord, planFactCheck } from "./fact-check";
import { Both, both, readRecords, type SeededStudy } from "./study";

const Level = z.enum(attributionLevels);
const ParticipantRecord = z.looseObject({
  id: z.string(),
  full_name: z.string().optional(),
  organisation_actor: z.string().optional(),
  persons: z.number().nullish(),
  role: Both,
  interest: z.array(
    z.looseObject({
      kind: z.enum(["employed-by-assessed-actor", "funded-by-commissioner", "works-for-commissioner", "other"]),
      actor: z.string().optional(),
      nl: z.string().optional(),
      en: z.string().optional(),
    }),
  ),
  attribution: z.union([Level, z.looseObject({ demo: Level })]),
  quote: z.boolean(),
  raw_notes: z.enum(["team", "interviewers"]).optional(),
  consent: z
    .looseObject({ at: z.string(), how: z.string(), takes_part: z.boolean().optional(), wants_fact_check: z.boolean().optional() })
    .optional(),
});
const AnswerRecord = z.looseObject({
  id: z.string(),
  question: z.string(),
  part: z.string().optional(),
  status: z.enum(["answered", "withdrawn"]),
  nl: z.string().optional(),
  en: z.string().optional(),
  value: z.union([z.string(), z.number()]).optional(),
  choice: z.string().optional(),
  choices: z.array(z.string()).optional(),
  amount: z.number().optional(),
  currency: z.string().optional(),
  actors: z.array(z.string()).optional(),
  given_by: z.array(z.string()).optional(),
  notes: z.string().optional(),
  withdrawn_at: z.string().optional(),
  fact_check: z.string().optional(),
  correction: CorrectionRecord.optional(),
});
const InterviewRecord = z.looseObject({
  id: z.string(),
  status: z.enum(["held", "not-held", "declined"]),
  organisation_kind: z.string(),
  organisation: z.string(),
  date: z.string().nullish(),
  mode: z.string().optional(),
  language: z.string().optional(),
  selection_reason: Both.optional(),
  reason_not_held: Both.optional(),
  reason_declined: Both.optional(),
  invited_at: z.string().optional(),
  declined_at: z.string().optional(),
  assessed_actor: z.string().nullish(),
  agreed_with_commissioner: z.union([z.boolean(), z.looseObject({ at: z.string() })]).optional(),
  participants: z.array(ParticipantRecord),
  fact_check: FactCheckRecord.optional(),
  answers: z.array(AnswerRecord).optional(),
});
const File = z.looseObject({ interviews: z.array(InterviewRecord) });
const Team = z.looseObject({ interviewers: z.array(z.looseObject({ interview: z.string(), by: z.string() })) });
type InterviewRecord = z.infer<typeof InterviewRecord>;
type ParticipantRecord = z.infer<typeof ParticipantRecord>;
type AnswerRecord = z.infer<typeof AnswerRecord>;

interface Held {
  id: string;
  by: string;
  participants: Map<string, string>;
}

/** Interviews planned on one day, each held on the day that the file gives or else on one that is invented; what was said is written down the day after. */
export function planInterviews(
  agenda: Agenda,
  study: SeededStudy,
  folder: string,
  { planned, held, lead, commissioner }: { planned: string; held: string; lead: string; commissioner: string },
): void {
  const { interviews } = readRecords(folder, "interviews", File);
  const agreedWith = study.people.get(commissioner)?.name ?? "";
  const by = new Map(readRecords(folder, "team", Team).interviewers.map((one) => [one.interview, one.by]));
  interviews.forEach((record, place) => {
    const holder = by.get(record.id) ?? lead;
    const day = record.date ?? dayAfter(held, place * 2);
    const scene: { held?: Held } = {};
    agenda.add(moment(planned, 9, place * 20), async (at) => {
      scene.held = await plan(study, folder, record, holder, at);
    });
    const after = (run: (scene: Held, at: Date) => Promise<unknown>) => async (_: unknown, at: Date) => scene.held && run(scene.held, at);
    agenda.add(moment(planned, 13, place * 2), (at) =>
      after((one, when) => agreeWithCommissioner(study, record, agreedWith, one, when))(record, at),
    );
    agenda.spread(
      record.invited_at ?? dayAfter(planned, 1),
      9,
      [record],
      after((one, at) => moveTo(study, one, "invite", at, {})),
    );
    if (record.status !== "held")
      return agenda.spread(
        record.declined_at ?? dayAfter(planned, 20 + place),
        15,
        [record],
        after((one, at) => notHeld(study, record, one, at)),
      );
    agenda.spread(
      consentedBy(record, dayAfter(planned, 2)),
      10 + (place % 5),
      [record],
      after((one, at) => agree(study, record, one, at)),
    );
    agenda.spread(
      day,
      14,
      [record],
      after((one, at) => moveTo(study, one, "hold", at, { heldOn: day })),
    );
    agenda.spread(dayAfter(day, 1), 9, record.answers ?? [], (answer, at) =>
      scene.held ? write(study, answer, scene.held, at) : Promise.resolve(),
    );
    agenda.spread(
      dayAfter(day, 1),
      13,
      [record],
      after((one, at) => writeUnknown(study, record, one, at)),
    );
    agenda.spread(
      dayAfter(dayAfter(day, 1), 1),
      10,
      [record],
      after((one, at) => moveTo(study, one, "finish-record", at, {})),
    );
    planFactCheck(agenda, study, record, () => scene.held, day);
  });
}

const levelOf = ({ attribution }: ParticipantRecord) => (typeof attribution === "string" ? attribution : attribution.demo);

/** Whether the whole team may know where somebody works, as the title of an interview tells it: only if she agreed to that. */
const isKnownBy = ({ status }: InterviewRecord, one: ParticipantRecord) => status === "held" && !isProtected(levelOf(one));

function interestOf(study: SeededStudy, { interest }: ParticipantRecord): Interest[] {
  return interest.map(({ kind, actor, nl, en }) => ({
    kind,
    ...(actor && study.records.has(actor) && { actorId: study.records.get(actor) ?? "" }),
    ...(nl && en && { words: { nl, en } }),
  }));
}

const Actors = z.looseObject({ actors: z.array(z.looseObject({ id: z.string(), level: z.array(z.string()) })) });

/** The levels on which the actors work that the interviewees speak for; the file tells no other. */
function levelsOfActors(folder: string, { assessed_actor, participants }: InterviewRecord): string[] {
  const named = [assessed_actor, ...participants.flatMap((one) => [one.organisation_actor, ...one.interest.map(({ actor }) => actor)])];
  return readRecords(folder, "actors", Actors).actors.flatMap(({ id, level }) => (named.includes(id) ? level : []));
}

/** The choice of the long list, agreed with the demo's person at the commissioner. */
async function agreeWithCommissioner(study: SeededStudy, record: InterviewRecord, agreedWith: string, held: Held, at: Date): Promise<void> {
  const agreed = record.agreed_with_commissioner;
  const agreedOn = typeof agreed === "object" ? agreed.at : at.toISOString().slice(0, 10);
  await moveTo(study, held, "agree", at, { agreedWith, agreedOn });
}

async function plan(study: SeededStudy, folder: string, record: InterviewRecord, by: string, at: Date): Promise<Held> {
  const organisation = Object.fromEntries(study.protocol.languages.map((language) => [language, record.organisation]));
  const participants = new Map<string, string>();
  const intervieweeIds: string[] = [];
  for (const one of record.participants) {
    const person = {
      kind: record.organisation_kind,
      organisation,
      role: both(one.role),
      actorId: study.records.get(one.organisation_actor ?? "") ?? null,
      interest: interestOf(study, one),
      name: one.full_name ?? null,
      contact: null,
    };
    const { id } = await addInterviewee(study.as(by, at), { assessmentId: study.id, ...person });
    intervieweeIds.push(id);
  }
  const perspective =
    study.protocol.perspectives?.find(({ intervieweeKinds }) => intervieweeKinds?.includes(record.organisation_kind))?.id ?? null;
  const { id } = await planInterview(study.as(by, at), {
    assessmentId: study.id,
    title: record.participants.every((one) => isKnownBy(record, one)) ? organisation : {},
    perspective,
    selectionReason: record.selection_reason ? both(record.selection_reason) : {},
    levels: workLevelsIn(levelsOfActors(folder, record)),
    agreedWith: null,
    agreedOn: null,
    plannedOn: null,
    language: record.language ?? study.protocol.originalLanguage,
    mode: record.mode === undefined || record.mode === "not_given" ? null : record.mode,
    place: null,
    interviewerIds: [study.user(by)],
    intervieweeIds,
  });
  const rows = await db.participant.findMany({ where: { interviewId: id }, select: { id: true, intervieweeId: true } });
  record.participants.forEach((one, place) => {
    participants.set(one.id, rows.find(({ intervieweeId }) => intervieweeId === intervieweeIds[place])?.id ?? "");
  });
  study.records.set(record.id, id);
  return { id, by, participants };
}

/** What the file tells of a consent, in words of the study. */
const consentedTo = "Deelname aan het gesprek en gebruik van de antwoorden in het onderzoek, weergegeven zoals afgesproken.";
const howTold: Readonly<Record<string, string>> = { "signed-form": "Ondertekend formulier", "spoken-recorded": "Mondeling, opgenomen" };

/** The day by which everybody has consented: a day that the records tell, or the one on which the example says so. */
function consentedBy({ participants }: InterviewRecord, usual: string): string {
  return participants.reduce((latest, { consent }) => (consent?.at && consent.at > latest ? consent.at : latest), usual);
}

async function agree(study: SeededStudy, record: InterviewRecord, { by, participants }: Held, at: Date): Promise<void> {
  for (const one of record.participants) {
    const participantId = participants.get(one.id) ?? "";
    const { version } = await db.participant.findUniqueOrThrow({ where: { id: participantId }, select: { version: true } });
    await setAttribution(study.as(by, at), {
      assessmentId: study.id,
      participantId,
      version,
      attribution: levelOf(one),
      mayQuote: one.quote,
      wantsRecord: one.consent?.wants_fact_check ?? null,
      consentTo: one.consent?.takes_part ? consentedTo : "",
      consentOn: one.consent?.at ?? at.toISOString().slice(0, 10),
      consentHow: howTold[one.consent?.how ?? ""] ?? "Voorbeeld: het rapport vertelt dit niet",
      persons: one.persons ?? null,
      notesFor: one.raw_notes ?? "team",
    });
  }
}

type Move = Parameters<typeof moveInterview>[1]["move"];

async function moveTo(
  study: SeededStudy,
  { id, by }: Held,
  move: Move,
  at: Date,
  more: Omit<Parameters<typeof moveInterview>[1], "assessmentId" | "id" | "version" | "move">,
): Promise<void> {
  const { version } = await db.interview.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await moveInterview(study.as(by, at), { assessmentId: study.id, id, version, move, ...more });
}

function notHeld(study: SeededStudy, record: InterviewRecord, held: Held, at: Date): Promise<void> {
  const reason = (record.reason_not_held ?? record.reason_declined)?.[study.protocol.originalLanguage as "nl"] ?? "";
  return record.status === "declined"
    ? moveTo(study, held, "decline", at, { why: "not-willing", reason })
    : moveTo(study, held, "cancel", at, { why: "no-time", reason });
}

/** The structured value of an answer whose question asks for more than text; its words stay in the record. */
function valueOf(study: SeededStudy, answer: AnswerRecord): unknown {
  if (answer.value === "yes" || answer.value === "no" || answer.value === "unknown") return { value: answer.value };
  if (answer.value !== undefined) return answer.value;
  if (answer.choice !== undefined) return answer.choice;
  if (answer.choices) return answer.choices;
  if (answer.amount !== undefined) return { amount: answer.amount, currency: answer.currency ?? "EUR" };
  return answer.actors ? answer.actors.map((id) => study.records.get(id)) : null;
}

async function write(study: SeededStudy, told: AnswerRecord, { id: interviewId, by, participants }: Held, at: Date): Promise<void> {
  const answer = told.correction ? { ...told, ...both(told.correction.before) } : told; // what it became comes with its correction
  const givenBy = (answer.given_by ?? []).flatMap((one) => participants.get(one) ?? []);
  const { id, version } = await recordAnswer(study.as(by, at), {
    assessmentId: study.id,
    interviewId,
    question: answer.question,
    part: answer.part ?? "",
    version: 0,
    state: "answered",
    reason: null,
    value: valueOf(study, answer),
    record: answer.nl ?? "",
    ...(answer.notes !== undefined && { notes: answer.notes }),
    timeMark: null,
    attribution: null,
    givenBy,
  });
  const { language } = await db.interviewAnswer.findUniqueOrThrow({ where: { id }, select: { language: true } });
  const other = language === "nl" ? answer.en : answer.nl;
  if (language !== "nl" && answer.en)
    await recordAnswer(study.as(by, at), {
      assessmentId: study.id,
      interviewId,
      question: answer.question,
      part: answer.part ?? "",
      version,
      state: "answered",
      reason: null,
      value: valueOf(study, answer),
      record: answer.en,
      timeMark: null,
      attribution: null,
      givenBy,
    });
  if (other)
    await saveAnswerTranslation(study.as(by, at), {
      assessmentId: study.id,
      answerId: id,
      language: language === "nl" ? "en" : "nl",
      version: 0,
      record: other,
    });
  if (answer.status === "withdrawn" && answer.fact_check !== "withdrawn") {
    const row = await db.interviewAnswer.findUniqueOrThrow({ where: { id }, select: { version: true } });
    await withdrawAnswer(study.as(by, at), { assessmentId: study.id, answerId: id, version: row.version, reason: "example" });
  }
  study.evidence.set(answer.id, { kind: "interview-answer", id });
}

/** What the guide asks of this interviewee and no record tells: asked, and what was said is not known. */
async function writeUnknown(study: SeededStudy, record: InterviewRecord, { id: interviewId, by }: Held, at: Date): Promise<void> {
  const known = new Set((record.answers ?? []).map(({ question, part }) => `${question}/${part ?? ""}`));
  const items = guideBlocks(study.protocol, record.organisation_kind).flatMap(({ questions }) => questions.flatMap(askedItems));
  for (const { question, part } of items) {
    if (known.has(`${question.id}/${part ?? ""}`)) continue;
    await recordAnswer(study.as(by, at), {
      assessmentId: study.id,
      interviewId,
      question: question.id,
      part: part ?? "",
      version: 0,
      state: "no-answer",
      reason: "not-recorded",
      value: null,
      record: "",
      timeMark: null,
      attribution: null,
      givenBy: [],
    });
  }
}
