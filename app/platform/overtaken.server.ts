import { z } from "zod";
import { type Entries, entriesOfForm, type Overtaken } from "~/domain/overtaken";
import type { ChangeContext } from "./change.server";
import type { Db } from "./db.server";
import { type FormProblem, refusedField } from "./form-problem";
import { catchRefusal, refuse, type Refusal } from "./refusal.server";

/** What a version of a record holds: fields by name. */
export type VersionBody = Readonly<Record<string, unknown>>;

/** The record that a form changes. `entriesOf` turns what the version that was read, or the newest, holds into the entries of that form; without it they have the same names. */
export interface FormRecord {
  /** The kind of record, as in its versions. */
  kind: string;
  id: string;
  entriesOf?: (body: VersionBody, side: "base" | "theirs") => Entries;
}

/** A form that was not kept: what is wrong with it (422), or who was first and what then stands against each other (409). */
export type FormAnswer =
  { status: 422; problem: FormProblem; overtaken?: undefined } | { status: 409; overtaken: Overtaken; problem?: undefined };

const Body = z.record(z.string(), z.unknown());

/**
 * A form that somebody else's save has overtaken, as its screen needs it: the version it was read at, the newest and what was typed.
 * What is typed says at which `version` it was read. Refuses as a conflict without details when no version of the record is kept.
 */
export async function findOvertaken(db: Db, { by }: ChangeContext, record: FormRecord, mine: Entries): Promise<Overtaken> {
  const { kind, id: recordId, entriesOf = entriesOfForm } = record;
  const newest = await db.version.findFirst({ where: { kind, recordId }, orderBy: { number: "desc" } });
  if (!newest) throw refuse("conflict");
  const baseVersion = Number(mine["version"]?.[0] ?? 0);
  const base = await db.version.findUnique({ where: { kind_recordId_number: { kind, recordId, number: baseVersion } } });
  const who = await db.user.findUnique({ where: { id: newest.byId }, select: { name: true } });
  const read = (body: string, side: "base" | "theirs") => entriesOf(Body.parse(JSON.parse(body)), side);
  return {
    baseVersion,
    version: newest.number,
    at: newest.at,
    by: who?.name,
    me: by.kind === "system" ? "" : by.name,
    // Version 0 is that of a record which was not there yet.
    base: base ? read(base.body, "base") : baseVersion === 0 ? {} : null,
    theirs: read(newest.body, "theirs"),
    mine,
  };
}

/** A translation as the record of its form; `entry` names its text there. Refuses as a conflict when there is none. */
export async function findTranslationRecord(
  db: Db,
  where: { kind: string; recordId: string; field: string; language: string },
  entry = "text",
): Promise<FormRecord> {
  const row = await db.translation.findUnique({ where: { kind_recordId_field_language: where }, select: { id: true } });
  if (!row) throw refuse("conflict");
  return { kind: "translation", id: row.id, entriesOf: ({ body }) => entriesOfForm({ [entry]: body }) };
}

/** A form to keep: what was typed, and the record that it changes; `null` where nothing typed could be lost. */
export interface PostedForm {
  mine: Entries;
  record: FormRecord | null | (() => Promise<FormRecord>);
  /** The message of a refusal other than at the field that it names. */
  problemOf?: (refusal: Refusal) => FormProblem;
}

/** Runs the change of a form: `null` when it was kept, else what its page shows with all that was typed. */
export async function answerForm(
  db: Db,
  context: ChangeContext,
  { mine, record, problemOf }: PostedForm,
  run: () => Promise<unknown>,
): Promise<FormAnswer | null> {
  const done = await catchRefusal(run, "invalid", ...(record ? (["conflict"] as const) : []));
  if (done.ok) return null;
  if (done.refusal.code === "invalid" || !record)
    return { status: 422, problem: problemOf?.(done.refusal) ?? refusedField(mine, done.refusal.details) };
  return {
    status: 409,
    overtaken: await findOvertaken(db, context, typeof record === "function" ? await record() : record, mine),
  };
}

/** A text in several languages, kept as JSON or as an object, as the entries of a form; `entry` names one of them. */
export function localEntries(text: unknown, entry: (language: string) => string): Record<string, string[]> {
  const found: unknown = typeof text === "string" ? JSON.parse(text) : text;
  const texts = z.record(z.string(), z.string()).nullable().catch(null).parse(found) ?? {};
  return Object.fromEntries(Object.entries(texts).map(([language, words]) => [entry(language), [words]]));
}

/** A list kept as JSON. */
export function listEntries(list: unknown): string[] {
  return z.array(z.string()).parse(typeof list === "string" ? JSON.parse(list) : list);
}

const Grounds = z.array(z.object({ evidenceKind: z.string(), evidenceId: z.string() }));

/** Grounds as a version keeps them, by the keys with which a form names them. */
export function groundEntries(grounds: unknown): string[] {
  return Grounds.parse(grounds).map(({ evidenceKind, evidenceId }) => `${evidenceKind}/${evidenceId}`);
}
