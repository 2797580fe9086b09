import { z } from "zod";

/** What was found of a source on one criterion of the protocol: a level of the criterion's scale, where it has one, and a reason. */
const Finding = z.strictObject({ level: z.string().nullable(), reason: z.string() });

const Stored = z.strictObject({ criteria: z.record(z.string(), Finding), note: z.string() });

/** How good a source is for this study: by criterion of the protocol, and in free words. */
export type Appraisal = z.infer<typeof Stored>;

/** An appraisal as it is stored; a text that is no such record is all in free words. */
export function readAppraisal(stored: string): Appraisal {
  try {
    const parsed = Stored.safeParse(JSON.parse(stored));
    if (parsed.success) return parsed.data;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
  }
  return { criteria: {}, note: stored };
}

/** An appraisal to store: free words alone stay a plain text, an empty one is empty. */
export function storedAppraisal({ criteria, note }: Appraisal): string {
  const filled = Object.entries(criteria).filter(([, { level, reason }]) => level !== null || reason.trim() !== "");
  return filled.length === 0 ? note : JSON.stringify({ criteria: Object.fromEntries(filled), note });
}

/** The stored appraisal with other free words; what was found by criterion stays. */
export function withNote(stored: string, note: string): string {
  return storedAppraisal({ ...readAppraisal(stored), note });
}

/** Whether a source has been appraised: on every criterion that the protocol asks of every source, or in free words where it has none. */
export function isAppraised(stored: string, required: readonly { id: string }[]): boolean {
  const { criteria, note } = readAppraisal(stored);
  if (required.length === 0) return note.trim() !== "";
  return required.every(({ id }) => criteria[id] !== undefined);
}
