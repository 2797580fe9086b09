import type { z } from "zod";
import { byName, grouped, type Posted, postedForm } from "~/domain/forms/posted-form";
import type { FormProblem } from "./form-problem";
import { readForm } from "./read-form.server";

/** A form read with its schema: its value, or the problem to show with it (422). */
export type ParsedForm<Value> = { ok: true; value: Value } | { ok: false; problem: FormProblem };

/** Reads a posted form with the schema that the page uses too. Fields that the schema does not name, a field twice that is no list and control characters are refused. */
export async function parseForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<ParsedForm<z.output<Schema>>> {
  return parseFields(await readForm(request), schema);
}

/** The same for fields that were read before (an upload's, a parked form's). */
export function parseFields<Schema extends z.ZodType>(fields: Posted, schema: Schema): ParsedForm<z.output<Schema>> {
  const result = postedForm(schema).safeParse(fields);
  return result.success ? { ok: true, value: result.data } : { ok: false, problem: problemOf(result.error.issues, fields) };
}

function problemOf(issues: readonly z.core.$ZodIssue[], fields: Posted): FormProblem {
  const problem: FormProblem = { fields: byName(), form: [], values: byName() };
  for (const { path, message } of issues) {
    const field = path[0];
    if (field === undefined) problem.form.push(message);
    else (problem.fields[String(field)] ??= []).push(message);
  }
  for (const [name, given] of Object.entries(grouped(fields))) if (!/password/i.test(name)) problem.values[name] = given;
  return problem;
}
