import { findCriterion, findFramework, scaleOf } from "~/domain/protocol/readers";
import { levelsOf, type ScaleValue } from "~/domain/protocol/scales";
import { judgeAlignment } from "~/features/alignments/judge-alignment.server";
import { translateAlignment } from "~/features/alignments/translate-alignment.server";
import { addPoint } from "~/features/options/add-point.server";
import { translatePoint } from "~/features/options/translate-point.server";
import { rateSubject } from "~/features/ratings/rate-subject.server";
import { reconcileJudgement } from "~/features/ratings/reconcile-judgement.server";
import { translateJudgement } from "~/features/ratings/translate-judgement.server";
import { closeRound } from "~/features/rounds/close-round.server";
import { openRound } from "~/features/rounds/open-round.server";
import { sendRound } from "~/features/rounds/send-round.server";
import { db } from "~/platform/db.server";
import type { Agenda } from "./agenda";
import type { Both, SeededStudy } from "./study";
import { evidenceKey } from "./study";

const original = "nl";
const other = "en";

/** A judgement of one subject on one criterion, in both languages. */
export interface Cell {
  /** Its id in the example, where it is cited. */
  id: string | null;
  subject: string;
  criterion: string;
  value: ScaleValue;
  words: { nl: string; en: string };
  grounds: readonly string[];
  /** It rests on the own expertise of who judges. */
  ownExpertise?: boolean;
}

/** A whole round: who judges what, and what the lead makes of the differences. */
export interface RoundPlan {
  title: { nl: string; en: string };
  subjectKind: "actor" | "intervention" | "option";
  subjects: readonly string[];
  criteria: readonly string[];
  lead: string;
  opened: string;
  /** Per rater: the day of judging, the day of sending and the cells. */
  raters: readonly { person: string; from: string; sent: string; cells: readonly Cell[] }[];
  reconciled?: {
    day: string;
    cells: readonly (Omit<Cell, "grounds"> & { dissent: readonly { person: string; words: { nl: string; en: string } }[] })[];
  };
}

/** A round from its opening to its close; every cell becomes citable evidence under the ids that its cells give. */
export function planRound(agenda: Agenda, study: SeededStudy, plan: RoundPlan): void {
  const scene = { roundId: "" };
  agenda.spread(plan.opened, 9, [plan], async (_, at) => {
    const asked = {
      assessmentId: study.id,
      title: plan.title,
      subjectKind: plan.subjectKind,
      subjectIds: plan.subjects.map((id) => subjectId(study, plan, id)),
      criteria: [...plan.criteria],
    };
    scene.roundId = (
      await openRound(study.as(plan.lead, at), { ...asked, raterIds: plan.raters.map(({ person }) => study.user(person)) })
    ).id;
  });
  for (const { person, from, sent, cells } of plan.raters) {
    agenda.spread(from, 10, cells, (cell, at) => rate(study, plan, scene.roundId, person, cell, at));
    agenda.spread(sent, 16, [person], async (_, at) => {
      const { version } = await db.roundRater.findFirstOrThrow({
        where: { roundId: scene.roundId, userId: study.user(person) },
        select: { version: true },
      });
      await sendRound(study.as(person, at), { assessmentId: study.id, roundId: scene.roundId, version });
      await cite(study, plan, scene.roundId);
    });
  }
  const { reconciled } = plan;
  if (!reconciled) return;
  agenda.spread(reconciled.day, 9, reconciled.cells, (cell, at) => reconcile(study, plan, scene.roundId, cell, at));
  agenda.spread(reconciled.day, 17, [plan], async (_, at) => {
    await cite(study, plan, scene.roundId);
    const { version } = await db.round.findUniqueOrThrow({ where: { id: scene.roundId }, select: { version: true } });
    await closeRound(study.as(plan.lead, at), { assessmentId: study.id, roundId: scene.roundId, version });
  });
}

const subjectId = (study: SeededStudy, { subjectKind }: RoundPlan, id: string) =>
  subjectKind === "option" ? id : (study.records.get(id) ?? id);

async function rate(study: SeededStudy, plan: RoundPlan, roundId: string, person: string, cell: Cell, at: Date): Promise<void> {
  const grounds = [...new Set(cell.grounds.map((id) => evidenceKey(study, id)))];
  const judged = {
    value: cell.value,
    justification: cell.words[original],
    language: original,
    ownExpertise: cell.ownExpertise ?? false,
    grounds,
  };
  const { id } = await rateSubject(study.as(person, at), {
    assessmentId: study.id,
    roundId,
    subjectId: subjectId(study, plan, cell.subject),
    criterion: cell.criterion,
    version: 0,
    ...judged,
  });
  await translateJudgement(study.as(person, at), { assessmentId: study.id, id, language: other, version: 0, text: cell.words[other] });
}

type Reconciled = NonNullable<RoundPlan["reconciled"]>["cells"][number];

async function reconcile(study: SeededStudy, plan: RoundPlan, roundId: string, cell: Reconciled, at: Date): Promise<void> {
  const dissent = cell.dissent.map(({ person, words }) => ({ userId: study.user(person), reason: words }));
  const judged = { value: cell.value, reason: cell.words[original], language: original, dissent };
  const { id } = await reconcileJudgement(study.as(plan.lead, at), {
    assessmentId: study.id,
    roundId,
    subjectId: subjectId(study, plan, cell.subject),
    criterion: cell.criterion,
    version: 0,
    ...judged,
  });
  await translateJudgement(study.as(plan.lead, at), { assessmentId: study.id, id, language: other, version: 0, text: cell.words[other] });
}

/** Notes which judgement can be cited for each cell: the reconciled one, or in a round of one rater hers. */
async function cite(study: SeededStudy, plan: RoundPlan, roundId: string): Promise<void> {
  const rows = await db.judgement.findMany({ where: { roundId }, select: { id: true, subjectId: true, criterion: true, rater: true } });
  const several = plan.raters.length > 1;
  for (const { id: name, subject, criterion } of plan.raters[0]?.cells ?? []) {
    const row = rows.find(
      (one) => one.subjectId === subjectId(study, plan, subject) && one.criterion === criterion && (one.rater === "reconciled") === several,
    );
    if (row)
      for (const key of [name, `${subject}/${criterion}`]) if (key !== null) study.evidence.set(key, { kind: "judgement", id: row.id });
  }
}

/** The value that a number of a file stands for: the key of the level on an ordered scale, the number itself on a numeric one. */
export function valueOnScale(study: SeededStudy, criterion: string, value: string | number): ScaleValue {
  const scale = scaleOf(study.protocol, criterion);
  if (typeof value === "string" || scale?.kind === "numeric") return value;
  return scale ? (levelsOf(scale).find((level) => level.value === value)?.key ?? value) : value;
}

/** An alignment of a policy node, in both languages. */
export interface AlignmentPlan {
  node: string;
  level: string;
  words: { nl: string; en: string };
  grounds: readonly string[];
}

export async function makeAlignment(study: SeededStudy, framework: string, plan: AlignmentPlan, person: string, at: Date): Promise<void> {
  if (!findFramework(study.protocol, framework)) throw new Error(`There is no framework ${framework}.`);
  const judged = {
    assessmentId: study.id,
    framework,
    node: plan.node,
    version: 0,
    value: plan.level,
    reasons: plan.words[original],
    language: original,
  };
  const { id } = await judgeAlignment(study.as(person, at), { ...judged, grounds: plan.grounds.map((one) => evidenceKey(study, one)) });
  await translateAlignment(study.as(person, at), { assessmentId: study.id, id, language: other, version: 0, reasons: plan.words[other] });
  study.evidence.set(plan.node, { kind: "alignment", id });
}

/** A point for or against an option, in both languages. */
export async function makePoint(
  study: SeededStudy,
  point: { option: string; criterion: string; side: "for" | "against"; words: Both; grounds: readonly string[] },
  person: string,
  at: Date,
): Promise<void> {
  if (!findCriterion(study.protocol, point.criterion)) throw new Error(`There is no criterion ${point.criterion}.`);
  const said = {
    assessmentId: study.id,
    option: point.option,
    criterion: point.criterion,
    side: point.side,
    text: point.words.nl,
    language: original,
  };
  const { id } = await addPoint(study.as(person, at), { ...said, grounds: point.grounds.map((one) => evidenceKey(study, one)) });
  await translatePoint(study.as(person, at), { assessmentId: study.id, id, language: other, version: 0, text: point.words.en });
}
