import { z } from "zod";
import { dataBlocks } from "~/domain/protocol/outline";

/** Which data block a section or a block shows: `of` narrows it to ids of the protocol, `table` names the field whose rows are shown, `show` leaves the pictures alone. */
export const DataReference = z.strictObject({
  block: z.enum(dataBlocks),
  of: z.array(z.string()).optional(),
  table: z.strictObject({ question: z.string(), field: z.string() }).optional(),
  show: z.literal("pictures").optional(),
});
export type DataReference = z.infer<typeof DataReference>;

/** The data block that a stored text names, or null where there is none. */
export function dataReferenceIfAny(stored: string | null): DataReference | null {
  return stored === null ? null : DataReference.parse(JSON.parse(stored));
}
