import { z } from "zod";
import { longText, optionalText } from "~/domain/plain-text";
import { idRead, versionRead } from "~/domain/shapes";

const place = z
  .string()
  .regex(/^\d{1,6}$/u, "unknown")
  .transform(Number);
const passage = {
  /** From a selection with the mouse or the keys. */
  start: place.or(z.literal("")).default(""),
  end: place.or(z.literal("")).default(""),
  /** Where nothing was selected: the places of sentences. */
  sentences: z.array(place).max(500).default([]),
};
const code = z.string().min(1, "choose").max(64);

/** The forms on the page where the passages of one text are marked. */
export const codingForms = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("add"), code, note: optionalText(2000), digest: z.string().max(64), ...passage }),
  z.strictObject({ intent: z.literal("replace"), id: idRead, version: versionRead, digest: z.string().max(64), ...passage }),
  z.strictObject({ intent: z.literal("change"), id: idRead, version: versionRead, code, note: optionalText(2000) }),
  z.strictObject({ intent: z.literal("archive"), id: idRead, version: versionRead }),
]);
/** What one of these forms sends. */
export type CodingForm = z.output<typeof codingForms>;

/** The most marks that can be chosen at once: their ids stand in the address. */
export const mostChosen = 200;

/** What the address of a move asks: to which code, and which marks. Null where nothing was asked yet. */
export interface AskedMove {
  to: string | null;
  marks: string[];
}

/** Reads what an address asks; a mark that is named twice counts once. */
export function askedMove(query: URLSearchParams): AskedMove {
  return { to: query.get("to"), marks: [...new Set(query.getAll("marks"))].filter((id) => idRead.safeParse(id).success) };
}

/** What has to be chosen before anything can be shown, once something was asked: by field, the problem. */
export function missingIn(act: "merge" | "split", from: string, { to, marks }: AskedMove, known: boolean) {
  if (to === null) return [];
  const problems: { field: "to" | "marks"; problem: "choose" | "other-code" | "choose-marks" | "fewer-marks" }[] = [];
  if (act === "split" && marks.length === 0) problems.push({ field: "marks", problem: "choose-marks" });
  if (act === "split" && marks.length > mostChosen) problems.push({ field: "marks", problem: "fewer-marks" });
  if (to === from) problems.push({ field: "to", problem: "other-code" });
  else if (!known) problems.push({ field: "to", problem: "choose" });
  return problems;
}

/** The form that does what was shown: the digest of that, and why. */
export const MoveForm = z.strictObject({ digest: z.string().min(1, "required").max(64), reason: longText(2000) });
/** What that form sends. */
export type MoveForm = z.output<typeof MoveForm>;
