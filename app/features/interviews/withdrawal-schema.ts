import { z } from "zod";
import { optionalDay, optionalProse, versionRead } from "~/domain/shapes";

/** The form that takes a consent back: nothing is done without the tick that says that what falls away was read. */
export const WithdrawalForm = z.strictObject({
  version: versionRead,
  withdrawnOn: optionalDay.refine((day) => day !== null, "required"),
  withdrawnReason: optionalProse(2000),
  sure: z.literal("yes", "tick"),
});
