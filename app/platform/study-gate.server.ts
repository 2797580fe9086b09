import type { GateCheck } from "~/domain/coverage/gate";
import { hindrancesOf } from "~/domain/coverage/passing";
import type { Protocol } from "~/domain/protocol/schema";
import type { Db } from "./db.server";
import { computeGate, listGateReasons, type StudyGate } from "./gate.server";

/** What keeps a study from a final edition, and the section in which each of it is asked (null = in none yet). */
export interface StudyHindrances {
  blockers: PlacedCheck[];
  unreasoned: PlacedCheck[];
}

/** A check with the id of the section that it is asked of. */
export interface PlacedCheck extends GateCheck {
  sectionId: string | null;
}

/**
 * What the gate of a whole study still asks: what blocks, and warnings without a reason. A warning about a question that no section is asked
 * for has nowhere to be reasoned, and stops nothing.
 */
export async function readStudyHindrances(db: Db, assessmentId: string, protocol: Protocol): Promise<StudyHindrances> {
  const [gate, reasons] = await Promise.all([computeGate(db, assessmentId, protocol), listGateReasons(db, assessmentId)]);
  const placed = placesOf(gate);
  const { blockers, unreasoned } = hindrancesOf(gate.checks, reasons);
  const at = (check: GateCheck) => ({ ...check, sectionId: placed(check) });
  return { blockers: blockers.map(at), unreasoned: unreasoned.map(at).filter(({ sectionId }) => sectionId !== null) };
}

function placesOf({ coverage, questionsOf }: StudyGate): (check: GateCheck) => string | null {
  const statements = new Map([...coverage.graph.statements.values()].map(({ code, sectionId }) => [code, sectionId]));
  const questions = new Map([...questionsOf].flatMap(([sectionId, asked]) => asked.map((question) => [question, sectionId] as const)));
  return ({ about, subject }) => (about === "question" ? questions : statements).get(subject) ?? null;
}
