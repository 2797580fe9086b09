import { z } from "zod";

/** The kinds of relation between two actors, as they are kept: the one that it starts from comes first. */
export const relationKinds = ["funds", "member-of", "works-with"] as const;
/** A kind of relation: the first funds the second, is a member of it, or works with it (which goes both ways). */
export type RelationKind = (typeof relationKinds)[number];

/** A kind of relation as it is kept. */
export const RelationKind = z.enum(relationKinds);

/** How a relation reads from the side of one of its two actors. */
export const relationSides = ["funds", "funded-by", "member-of", "has-member", "works-with"] as const;
/** How a relation reads from the side of one of its two actors. */
export type RelationSide = (typeof relationSides)[number];

/** Two actors by id, and how the first stands to the second. */
export interface RelationEnds {
  fromId: string;
  toId: string;
  kind: RelationKind;
}

const reversed: Readonly<Record<RelationKind, RelationSide>> = {
  funds: "funded-by",
  "member-of": "has-member",
  "works-with": "works-with",
};

/** How a relation reads on the page of one of its actors. */
export function sideOf({ fromId, kind }: Pick<RelationEnds, "fromId" | "kind">, actorId: string): RelationSide {
  return fromId === actorId ? kind : reversed[kind];
}

/** The other actor of a relation. */
export function otherEnd({ fromId, toId }: Pick<RelationEnds, "fromId" | "toId">, actorId: string): string {
  return fromId === actorId ? toId : fromId;
}

/** The relation that is meant when one actor is said to stand so to another. */
export function relationFrom(side: RelationSide, actorId: string, otherId: string): RelationEnds {
  if (side === "funded-by") return { kind: "funds", fromId: otherId, toId: actorId };
  if (side === "has-member") return { kind: "member-of", fromId: otherId, toId: actorId };
  return { kind: side, fromId: actorId, toId: otherId };
}

/** Whether two relations say the same of the same two actors; who works with whom says it both ways. */
export function saysTheSame(one: RelationEnds, other: RelationEnds): boolean {
  if (one.kind !== other.kind) return false;
  const straight = one.fromId === other.fromId && one.toId === other.toId;
  const crossed = one.fromId === other.toId && one.toId === other.fromId;
  return straight || (one.kind === "works-with" && crossed);
}
