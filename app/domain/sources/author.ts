import { z } from "zod";

/** An author: a person by family and given name, or an organisation as it writes itself. */
export const Author = z.union([
  z.strictObject({ family: z.string(), given: z.string().optional() }),
  z.strictObject({ literal: z.string() }),
]);

/** An author of a source. */
export type Author = z.infer<typeof Author>;
