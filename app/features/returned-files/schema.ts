import { z } from "zod";
import { idRead, versionRead } from "~/domain/shapes";

/** The form that sends a returned file: it holds the file alone. */
export const uploadForm = z.strictObject({});

/** The most that is kept of one file. All of it can be ticked at once: a form brings 1,000 fields (`formLimits`), of which a few say what is done with which file. */
export const mostItems = 900;

const number = z
  .string()
  .regex(/^[1-9]\d{0,5}$/u, "unknown")
  .transform(Number);
const file = { id: idRead, version: versionRead };
const ticked = { ...file, item: z.array(number).max(mostItems).default([]) };

/** The forms on the page of a returned file: what is ticked, or one remark. */
export const returnedForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("take"), ...ticked }),
  z.strictObject({ intent: z.literal("leave"), ...ticked }),
  z.strictObject({ intent: z.literal("place"), ...file, remark: number, section: z.string().max(80).default("") }),
  z.strictObject({ intent: z.literal("finish"), ...file, remark: number, section: z.string().max(80).default("") }),
]);

/** A form on the page of a returned file, as read. */
export type ReturnedForm = z.output<typeof returnedForms>;
