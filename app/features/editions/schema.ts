import { z } from "zod";
import { formKey, line, optionalLine } from "~/domain/shapes";

/** What is chosen when a draft is compiled. */
export const CompileFields = z.strictObject({
  languages: z.array(z.string()).min(1, { error: "required" }),
  purpose: z.enum(["concept", "final"], { error: "choose" }),
  key: formKey,
});

const version = z.coerce.number().int();

/** Releasing an edition, as confirmed. */
export const ReleaseFields = z.strictObject({ version, understood: z.literal("yes", { error: "required" }) });

/** Withdrawing an edition. */
export const WithdrawFields = z.strictObject({
  version,
  reason: z.string().trim().min(1, { error: "required" }).max(2000, { error: "too-long" }),
});

/** Where a reader is in an edition: the code of a page, and the place on it. */
export const PositionFields = z.strictObject({ section: line(80), place: optionalLine(80) });
