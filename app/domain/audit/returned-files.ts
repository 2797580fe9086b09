import { z } from "zod";
import { action, text } from "./action";

const count = z.int().min(0);

/** Actions on files of an edition that were returned. What is taken over of them is told as comments and suggestions are, with the name of who wrote it. */
export const returnedFileActions = {
  "returned-file.prepare": action("returned-file", z.strictObject({ edition: z.int(), draft: z.int(), language: text, items: count })),
  "returned-file.take": action("returned-file", z.strictObject({ comments: count, suggestions: count })),
  "returned-file.leave": action("returned-file", z.strictObject({ count })),
  "returned-file.place": action("returned-file", z.strictObject({ item: z.int(), section: text })),
  "returned-file.finish": action("returned-file", z.strictObject({ item: z.int() })),
} as const;
