import { compileJobMove } from "~/domain/moves/compile-job";
import { requireMay } from "~/platform/acting.server";
import { compileParts } from "~/platform/build-edition.server";
import type { ChangeContext } from "~/platform/change.server";
import { uniqueViolation } from "~/platform/database-errors.server";
import { operate, type OperateTx } from "~/platform/db.server";
import { once } from "~/platform/idempotency.server";
import { newId } from "~/platform/ids.server";
import { noteSaved } from "~/platform/request-context.server";
import { chosenLanguages, type CompileInput } from "./compile-edition.server";
import { wakeCompiling } from "./compile-loop.server";

/** A draft that is asked for. `key`: by which the form is known when it comes again. */
export interface AskedDraft extends Pick<CompileInput, "assessment" | "languages" | "purpose"> {
  key?: string | null;
}

/**
 * Asks for a draft of the study: it is made beside whatever else is served, one of a study at a time, first come first served. A form that comes
 * again, and the same draft asked for while it still waits, give the job that is there.
 */
export async function askForDraft(context: ChangeContext, input: AskedDraft): Promise<{ id: string }> {
  const { assessment } = input;
  requireMay(context, assessment.id, "edition.compile", "edition.list");
  const languages = chosenLanguages(assessment, input.languages);
  const ask = () =>
    operate(async (tx) => {
      const { result } = await once(tx, context, input.key ?? null, async () => ({
        result: (await findWaitingIfAny(tx, context, input, languages)) ?? (await queue(tx, context, input, languages)),
        event: "nothing changed",
      }));
      return result;
    });
  // Two of the same key at one moment in two processes: the later one finds what the other did.
  const job = await ask().catch((error: unknown) => {
    if (uniqueViolation(error)) return ask();
    throw error;
  });
  noteSaved(context.request, { own: ["draftAsked"] });
  wakeCompiling();
  return job;
}

async function findWaitingIfAny(tx: OperateTx, { by }: ChangeContext, { assessment, purpose }: AskedDraft, languages: readonly string[]) {
  const { from } = compileJobMove("claim");
  const same = { assessmentId: assessment.id, askedById: by.id, purpose, languages: JSON.stringify(languages) };
  return tx.compileJob.findFirst({ where: { ...same, state: { in: from } }, select: { id: true } });
}

async function queue(tx: OperateTx, { by, at, request }: ChangeContext, { assessment, purpose }: AskedDraft, languages: readonly string[]) {
  const [waiting = ""] = compileJobMove("claim").from;
  const asked = { id: newId(at), assessmentId: assessment.id, askedById: by.id, askedAt: at, request };
  const wanted = { purpose, languages: JSON.stringify(languages), partCount: compileParts(languages).length };
  const begun = { state: waiting, parts: "[]", stored: "[]", tries: 0, unchanged: false };
  return tx.compileJob.create({ data: { ...asked, ...wanted, ...begun }, select: { id: true } });
}
