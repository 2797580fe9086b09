import { z } from "zod";
import { actions } from "../audit";
import type { Action, AuditEvent } from "../audit";
import { canonical } from "../canonical";

const envelope = z.strictObject({
  action: z.string(),
  subject: z.strictObject({ type: z.string(), id: z.string().min(1), version: z.number().int().min(0) }),
  label: z.string(),
  change: z.unknown(),
  about: z.string().min(1).optional(),
});

/** An event of which everything has been checked; `change` holds exactly the named fields of its action. */
export interface ParsedEvent {
  action: Action;
  subject: { type: string; id: string; version: number };
  label: string;
  change: Record<string, unknown>;
  about: string | null;
}

/** The declared actions, for code that has an action's name as text. */
const declared: Readonly<Record<string, { subject: string; change: z.ZodType }>> = actions;

/** Checks an event at run time: an unknown action, another kind of subject, a misspelt, missing or extra detail is refused. */
export function parseEvent(event: AuditEvent): ParsedEvent {
  const { action, subject, label, change, about } = envelope.parse(event);
  const known = Object.hasOwn(declared, action) ? declared[action] : undefined;
  if (!known) throw new Error(`No audited action is called ${action}.`);
  if (known.subject !== subject.type) throw new Error(`${action} is about a ${known.subject}, not a ${subject.type}.`);
  const fields = z.record(z.string(), z.unknown()).parse(withoutUndefined(known.change.parse(change)));
  return { action: event.action, subject, label, change: fields, about: about ?? (subject.type === "user" ? subject.id : null) };
}

/** An optional field that was given as `undefined` is a field that isn't there. */
function withoutUndefined(fields: unknown): unknown {
  if (typeof fields !== "object" || fields === null) return fields;
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Above this many bytes a value's text stays in the version table. */
const longValue = 2048;

/** Replaces each value over 2 KiB by `{ sha256, bytes, version }`; its text is that version of the record in the version table. */
export function digestLongValues(
  change: Record<string, unknown>,
  version: number,
  sha256: (text: string) => string,
): Record<string, unknown> {
  const shorten = (value: unknown, ofVersion: number): unknown => {
    if (value === null || typeof value === "number" || typeof value === "boolean") return value;
    const text = typeof value === "string" ? value : canonical(value);
    if (text.length * 3 <= longValue) return value;
    const bytes = new TextEncoder().encode(text).length;
    return bytes > longValue ? { sha256: sha256(text), bytes, version: ofVersion } : value;
  };
  const field = (value: unknown): unknown =>
    isWas(value) ? { before: shorten(value.before, version - 1), after: shorten(value.after, version) } : shorten(value, version);
  return Object.fromEntries(Object.entries(change).map(([name, value]) => [name, field(value)]));
}

function isWas(value: unknown): value is { before: unknown; after: unknown } {
  return typeof value === "object" && value !== null && "before" in value && "after" in value && Object.keys(value).length === 2;
}
