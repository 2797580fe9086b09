import { z } from "zod";
import { canonical } from "~/domain/canonical";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import type { EditForm } from "./schema";

const Kept = z.object({
  statement: z
    .object({
      confidence: z.string().nullable(),
      confidenceReason: z.string(),
      confidenceComponents: z.string(),
      contradictionAnswer: z.string(),
    })
    .nullable(),
});

type Weighed = Pick<Extract<EditForm, { intent: "block" }>, "level" | "reason" | "contradiction" | "components">;

/**
 * Says whether the confidence of a form is to be saved. Not where somebody else changed it since the form was read and the form did not: theirs
 * stays. Refused (422) where both did.
 */
export async function mayWeigh(db: Db, { id, base, now }: { id: string; base: number; now: number }, form: Weighed): Promise<boolean> {
  if (now <= base + 1) return true;
  const rows = await db.version.findMany({
    where: { kind: "block", recordId: id, number: { in: [base, now] } },
    select: { body: true },
    orderBy: { number: "asc" },
  });
  const [was, is] = rows.map(({ body }) => Kept.parse(JSON.parse(body)).statement);
  if (!was || !is || canonical(was) === canonical(is)) return true;
  const filled = Object.fromEntries(form.components.flatMap(pairOf));
  const typed = {
    confidence: form.level ?? null,
    confidenceReason: form.reason ?? "",
    confidenceComponents: Object.keys(filled).length === 0 ? "" : canonical(filled),
    contradictionAnswer: form.contradiction ?? "",
  };
  if (canonical(typed) === canonical(was)) return false;
  if (canonical(typed) === canonical(is)) return true;
  throw refuse("invalid", { field: "level", message: "weighed-meanwhile" });
}

function pairOf(typed: string): [string, string][] {
  const [component = "", level = ""] = typed.split("=");
  return component !== "" && level !== "" ? [[component, level]] : [];
}
