import type { ChangeContext } from "~/platform/change.server";
import { databaseTrouble } from "~/platform/database-errors.server";
import type { FormProblem } from "~/platform/form-problem";
import { log, loggedError } from "~/platform/log.server";
import { catchRefusal, Refusal } from "~/platform/refusal.server";
import { compileEdition, type CompiledEdition, type CompileInput } from "./compile-edition.server";

/** What became of a draft that was asked for: it is there, or why not, with what was chosen. */
type Compiled = { made: CompiledEdition } | { status: number; problem: FormProblem };

/** The studies of which a draft is being made in this process. */
const busy = new Set<string>();

/**
 * Compiles a draft, one at a time of a study: who asks while another is made is told so. Where several processes serve a study, the
 * later of two finds the number given.
 */
export async function compileOnce(context: ChangeContext, input: CompileInput): Promise<Compiled> {
  const { id } = input.assessment;
  if (busy.has(id)) return refusal("compiling", 409, input);
  busy.add(id);
  try {
    const done = await catchRefusal(() => compileEdition(context, input), "conflict");
    return done.ok ? { made: done.result } : refusal("compiled-meanwhile", 409, input);
  } catch (error) {
    if (error instanceof Refusal || databaseTrouble(error)) throw error;
    log().error({ assessment: id, error: loggedError(error) }, "could not compile an edition");
    return refusal("compile-failed", 500, input);
  } finally {
    busy.delete(id);
  }
}

function refusal(problem: string, status: number, { languages, purpose }: CompileInput): Compiled {
  return { status, problem: { fields: {}, form: [problem], values: { languages: [...languages], purpose: [purpose] } } };
}
