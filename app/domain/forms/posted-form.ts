import { z } from "zod";

/** The fields of a form as it is sent, in the order of the page; a name may occur more than once. */
export type Posted = [name: string, value: string][];

/**
 * The schema by which a sent form is read, on the server and, while it is filled in, in the browser: that of its fields, and
 * beside it what is refused at any field: a name twice that is no list, and control characters. Each issue stands at the name
 * of a field (a form as a whole has none), and its message is a key of the locale namespace `problems`.
 */
export function postedForm<Schema extends z.ZodType>(schema: Schema): z.ZodType<z.output<Schema>, Posted> {
  return z.custom<Posted>().transform((fields, context) => {
    const lists = listFields(schema, fields);
    const values = grouped(fields);
    for (const [name, given] of Object.entries(values)) {
      const message = given.some(isUnreadable) ? "characters" : given.length > 1 && !lists.has(name) ? "more-than-once" : undefined;
      if (message) context.addIssue({ code: "custom", path: [name], message });
    }
    const result = schema.safeParse(inputOf(values, lists), { error: problemKey });
    if (result.success) return result.data;
    for (const { path, message } of result.error.issues) context.addIssue({ code: "custom", path: path.slice(0, 1), message });
    return z.NEVER;
  });
}

/** The values of a sent form by the name of their field. No name means anything by itself: "toString" is a field like another. */
export function grouped(fields: Posted): Record<string, string[]> {
  const values = byName<string[]>();
  for (const [name, value] of fields) (values[name] ??= []).push(value);
  return values;
}

/** An empty record without a prototype, so that it holds no name but those that are put into it. */
export function byName<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>; // a new object without a prototype is an empty record
}

function inputOf(values: Record<string, string[]>, lists: ReadonlySet<string>): Record<string, string | string[]> {
  const input = byName<string | string[]>();
  for (const name of lists) input[name] = [];
  for (const [name, given] of Object.entries(values)) input[name] = lists.has(name) ? given : (given[0] ?? "");
  return input;
}

/** A NUL or another control character (but tab and newline), or half a character. */
function isUnreadable(text: string): boolean {
  return /[\u0000-\u0008\u000B-\u001F\u007F]|\p{Surrogate}/u.test(text);
}

/** The names that a schema declares as lists; of a union only those of the member that the fields ask for. */
function listFields(schema: z.ZodType, fields: Posted): Set<string> {
  const names = new Set<string>();
  for (const shape of shapesOf(schema, fields)) {
    for (const [name, field] of Object.entries(shape)) if (isList(field)) names.add(name);
  }
  return names;
}

function shapesOf(schema: z.core.$ZodType, fields: Posted): z.core.$ZodShape[] {
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
