import { z } from "zod";

/** The one form of the trail: it is verified, never changed. */
export const trailForm = z.strictObject({ intent: z.literal("verify") });
