import type { Protocol } from "~/domain/protocol/schema";
import { protocolVersion } from "./assessment.server";

/** The protocols by which rounds judge, by number: what was given in a round is shown on the scale on which it was given. Kept in memory. */
export async function protocolsOfRounds(
  assessmentId: string,
  rounds: readonly { protocolNumber: number }[],
): Promise<Map<number, Protocol>> {
  const numbers = [...new Set(rounds.map(({ protocolNumber }) => protocolNumber))];
  return new Map(await Promise.all(numbers.map(async (number) => [number, await protocolVersion(assessmentId, number)] as const)));
}
