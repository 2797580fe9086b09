import { z } from "zod";
import { LocalText } from "~/domain/local-text-schema";
import { Choice, Code, Id } from "~/domain/protocol/parts";

/** A way to fund or act; dominance is told only within one kind. `holdsFor` names the options that a condition holds for; without it, all of other kinds. */
export const Option = z.strictObject({
  id: Id,
  code: Code,
  kind: z.enum(["channel", "mode", "condition", "alternative"]),
  title: LocalText,
  description: LocalText.optional(),
  holdsFor: z.array(Id).min(1).optional(),
});
/** A way to fund or act. */
export type Option = z.infer<typeof Option>;

/** A set under which interventions are listed, with categories where it has them. */
export const InterventionSet = z.strictObject({
  id: Id,
  title: LocalText,
  note: LocalText.optional(),
  categories: z.array(Choice).min(1).optional(),
});
/** A set under which interventions are listed. */
export type InterventionSet = z.infer<typeof InterventionSet>;
