import type { JudgedSubject } from "~/domain/protocol/criteria";

/** Where one subject of a round is judged, below the assessment: on the page of an actor or an intervention, else of the round itself. */
export function ratePath(round: { number: number; subjectKind: JudgedSubject }, code: string): string {
  const { number, subjectKind } = round;
  if (subjectKind === "actor") return `/actors/${code}/rate?round=${number}`;
  if (subjectKind === "intervention") return `/interventions/${code}/rate?round=${number}`;
  return `/actors/rounds/${number}/${encodeURIComponent(code)}`;
}
