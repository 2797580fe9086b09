import { z } from "zod";
import { Choice, Titled } from "~/domain/protocol/parts";

/**
 * How publications are chosen: what one must meet, for which reasons it is left out after its full text was read, and whether one person
 * decides or two who do not see each other's decision.
 */
export const ScreeningDesign = z.strictObject({
  screeners: z.union([z.literal(1), z.literal(2)]),
  criteria: z.array(Titled).min(1).optional(),
  exclusionReasons: z.array(Choice).min(1),
});
/** How publications are chosen. */
export type ScreeningDesign = z.infer<typeof ScreeningDesign>;
