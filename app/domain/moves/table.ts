/** One move of a thing that has states. */
export interface Move<State extends string, Name extends string> {
  name: Name;
  from: readonly State[];
  to: State;
  needsReason?: boolean;
}

/** The moves that can be made from a state, in the order of the table. */
export function movesFrom<State extends string, Name extends string>(
  table: readonly Move<State, Name>[],
  state: State,
): Move<State, Name>[] {
  return table.filter((move) => move.from.includes(state));
}

/** The move of that name from that state, or `undefined` if the table does not have it. */
export function moveFrom<State extends string, Name extends string>(
  table: readonly Move<State, Name>[],
  state: State,
  name: Name,
): Move<State, Name> | undefined {
  return table.find((move) => move.name === name && move.from.includes(state));
}
