import { replaceReviewer } from "~/features/review-rounds/replace-reviewer.server";
import { stepBack } from "~/features/review-rounds/step-back.server";
import { setConfidence } from "~/features/sections/set-confidence.server";
import { db } from "~/platform/db.server";
import { dayAfter, moment, type Agenda } from "./agenda";
import { ask, sendForReview } from "./reviewing";
import { recordOf, type SeededStudy } from "./study";

const sectionOf = (study: SeededStudy, node: string) =>
  db.section.findUniqueOrThrow({ where: { assessmentId_node: { assessmentId: study.id, node } }, select: { id: true, version: true } });

/** A reviewer with an interest steps back from a section that waits for her; the lead names another the same day. */
export function planStepBack(
  agenda: Agenda,
  study: SeededStudy,
  of: { node: string; on: string; reviewer: string; instead: string; lead: string },
): void {
  agenda.add(moment(of.on, 9, 12), async (at) => {
    const { id: sectionId, version: sectionVersion } = await sectionOf(study, of.node);
    const reason = "Mijn zus werkt sinds dit jaar bij de directie die dit beleid uitvoert.";
    await stepBack(study.as(of.reviewer, at), { assessmentId: study.id, sectionId, sectionVersion, reason });
  });
  agenda.add(moment(of.on, 13, 40), async (at) => {
    const { id: sectionId } = await sectionOf(study, of.node);
    const { id, version } = await db.stepBack.findFirstOrThrow({ where: { sectionId }, select: { id: true, version: true } });
    await replaceReviewer(study.as(of.lead, at), { assessmentId: study.id, id, version, userId: study.user(of.instead) });
  });
}

/** A section that its reviewer gives back once: the writer says why she is sure of the statement, and sends it a second time. */
export function planSecondRound(
  agenda: Agenda,
  study: SeededStudy,
  of: { node: string; statement: string; from: string; reviewer: string; writer: string },
): void {
  const next = dayAfter(of.from, 1);
  agenda.add(moment(next, 10, 5), (at) =>
    ask(study, of.node, of.reviewer, `De sterkte van ${of.statement} staat er zonder reden. Waarop is die gegrond?`, at),
  );
  agenda.add(moment(next, 14, 20), async (at) => {
    const blockId = recordOf(study, `block of ${of.statement}`);
    const { version, statement } = await db.block.findUniqueOrThrow({ where: { id: blockId }, select: { version: true, statement: true } });
    await setConfidence(study.as(of.writer, at), {
      ...{ assessmentId: study.id, blockId, version, level: statement?.confidence ?? null, components: {}, contradiction: "" },
      reason: "De bepalingen staan met zoveel woorden in de verdragsteksten zelf.",
    });
  });
  const asked = { dueOn: dayAfter(next, 3), note: `De reden staat nu bij ${of.statement}; verder is niets gewijzigd.` };
  agenda.add(moment(next, 15, 30), (at) => sendForReview(study, of.node, of.writer, at, asked));
}
