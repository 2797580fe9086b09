/** A ground of a judgement, as far as its origin goes. */
export interface OriginOfGround {
  /** Independence group, as `readEvidence` gives it: `actor …`, `interviewee …`, `source …`. */
  originKey: string | null;
  /** The actor whose fact it is, with the mark that only the actor itself says so. */
  fact: { actorCode: string; ownStatement: boolean } | null;
}

/** Whether all grounds of a judgement come from the actor that is judged; a judgement without grounds is none. */
export function isOwnStatement(grounds: readonly OriginOfGround[], actor: { id: string; code: string }): boolean {
  const fromActor = ({ originKey, fact }: OriginOfGround) =>
    originKey === `actor ${actor.id}` || originKey === `interviewee ${actor.id}` || (fact?.actorCode === actor.code && fact.ownStatement);
  return grounds.length > 0 && grounds.every(fromActor);
}
