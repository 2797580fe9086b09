import { z } from "zod";
import { optionalProse, tick, versionRead } from "~/domain/shapes";

/** The stem of the names under which the value of a field is sent. */
export function fieldStem(field: string): string {
  return `v-${field}`;
}

/** The form of one field; the names of its value depend on the kind of answer and come beside it. */
export function answerFieldForm(valueNames: readonly string[]) {
  const values = Object.fromEntries(valueNames.map((name) => [name, z.array(z.string().max(20_000, "too-long"))]));
  return z.strictObject({
    ...values,
    field: z.string().min(1).max(64),
    version: versionRead,
    notApplicable: tick,
    reason: optionalProse(500),
    explanation: optionalProse(5000),
  });
}

/** What is wrong with the form of one field, what was typed in it, and, after a conflict, the version and value that were kept meanwhile. */
export interface FieldProblem {
  field: string;
  entries: Record<string, string[]>;
  messages: {
    entry: string;
    set: "problems" | "fields" | "protocolField";
    key: string;
    values?: Record<string, string | number> | undefined;
  }[];
  overtaken?: boolean | undefined;
}
