import { z } from "zod";
import type { FormProblem } from "./form-problem";
import type { Fields } from "./read-form.server";
import { readForm } from "./read-form.server";

/** A form read with its schema: its value, or the problem to show with it (422). */
export type ParsedForm<Value> = { ok: true; value: Value } | { ok: false; problem: FormProblem };

/** Reads a posted form with the schema that the page uses too. Fields that the schema does not name, a field twice that is no list and control characters are refused. */
export async function parseForm<Schema extends z.ZodType>(request: Request, schema: Schema): Promise<ParsedForm<z.output<Schema>>> {
  return parseFields(await readForm(request), schema);
}

/** The same for fields that were read before (an upload's, a parked form's). */
export function parseFields<Schema extends z.ZodType>(fields: Fields, schema: Schema): ParsedForm<z.output<Schema>> {
  const lists = listFields(schema, fields);
  const values = grouped(fields);
  const found: Record<string, string[]> = {};
  for (const [name, given] of Object.entries(values)) {
    if (given.length > 1 && !lists.has(name)) found[name] = ["more-than-once"];
    if (given.some(isUnreadable)) found[name] = ["characters"];
  }
  const result = schema.safeParse(inputOf(values, lists), { error: problemKey });
  if (result.success && Object.keys(found).length === 0) return { ok: true, value: result.data };
  const issues = result.success ? [] : result.error.issues;
  return { ok: false, problem: problemOf(issues, found, values) };
}

function grouped(fields: Fields): Record<string, string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of fields) (values[name] ??= []).push(value);
  return values;
}

function inputOf(values: Record<string, string[]>, lists: ReadonlySet<string>): Record<string, string | string[]> {
  const input: Record<string, string | string[]> = {};
  for (const name of lists) input[name] = [];
  for (const [name, given] of Object.entries(values)) input[name] = lists.has(name) ? given : (given[0] ?? "");
  return input;
}

function problemOf(issues: readonly z.core.$ZodIssue[], found: Record<string, string[]>, values: Record<string, string[]>): FormProblem {
  const problem: FormProblem = { fields: { ...found }, form: [], values: {} };
  for (const issue of issues) {
    const field = issue.path[0];
    if (field === undefined) problem.form.push(issue.message);
    else (problem.fields[String(field)] ??= []).push(issue.message);
  }
  for (const [name, given] of Object.entries(values)) if (!/password/i.test(name)) problem.values[name] = given;
  return problem;
}

/** A NUL or another control character (but tab and newline), or half a character. */
function isUnreadable(text: string): boolean {
  return /[\u0000-\u0008\u000B-\u001F\u007F]|\p{Surrogate}/u.test(text);
}

/** The names that a schema declares as lists; of a union only those of the member that the fields ask for. */
function listFields(schema: z.ZodType, fields: Fields): Set<string> {
  const names = new Set<string>();
  for (const shape of shapesOf(schema, fields)) {
    for (const [name, field] of Object.entries(shape)) if (isList(field)) names.add(name);
  }
  return names;
}

function shapesOf(schema: z.core.$ZodType, fields: Fields): z.core.$ZodShape[] {
  if (schema instanceof z.ZodObject) return [schema.shape];
  if (schema instanceof z.ZodDiscriminatedUnion) {
    const given = fields.find(([name]) => name === schema.def.discriminator)?.[1];
    return schema.options
      .flatMap((option) => shapesOf(option, fields))
      .filter((shape) => shape[schema.def.discriminator]?._zod.values?.has(given));
  }
  if (schema instanceof z.ZodUnion) return schema.options.flatMap((option) => shapesOf(option, fields));
  if (schema instanceof z.ZodPipe) return [...shapesOf(schema.in, fields), ...shapesOf(schema.out, fields)];
  return [];
}

function isList(field: z.core.$ZodType): boolean {
  if (field instanceof z.ZodArray) return true;
  if (field instanceof z.ZodOptional || field instanceof z.ZodNullable || field instanceof z.ZodDefault || field instanceof z.ZodPrefault)
    return isList(field.unwrap());
  return field instanceof z.ZodPipe && (isList(field.in) || isList(field.out));
}

/** The key of the message for an issue to which its schema gave none. */
function problemKey(issue: z.core.$ZodRawIssue): string {
  if (issue.code === "unrecognized_keys") return "unknown-field";
  if (issue.code === "too_big") return issue.origin === "string" ? "too-long" : "too-high";
  if (issue.code === "too_small") return issue.origin !== "string" ? "too-low" : issue.minimum === 1 ? "required" : "too-short";
  if (issue.code === "invalid_type" && (issue.input === undefined || issue.input === "")) return "required";
  if (issue.code === "invalid_format") return issue.format === "email" ? "email" : issue.format === "uuid" ? "unknown" : "format";
  if (issue.code === "invalid_value") return issue.input === undefined || issue.input === "" ? "choose" : "unknown";
  return "invalid";
}
