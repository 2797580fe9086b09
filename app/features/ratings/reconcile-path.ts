import type { JudgedSubject } from "~/domain/protocol/criteria";

/** Where the value of a cell is agreed on, below the assessment: of the round that is named, else of the newest that has the cell. */
export function reconcilePath(cell: { kind: JudgedSubject; criterion: string; round: number | null; subject: { code: string } }): string {
  const { kind, criterion, round, subject } = cell;
  return `/actors/reconcile?cell=${encodeURIComponent(`${subject.code}:${criterion}`)}&of=${kind}${round === null ? "" : `&round=${round}`}`;
}
