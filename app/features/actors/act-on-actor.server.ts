import { redirect } from "@remix-run/node";
import { findFactField, hasValue, otherField } from "~/domain/actors/fact";
import { readAnswer } from "~/domain/forms/read-answer";
import { textEntry } from "~/domain/forms/read-answer";
import type { LocalText } from "~/domain/local-text";
import { type Entries, entriesOfForm } from "~/domain/overtaken";
import type { Protocol } from "~/domain/protocol/schema";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { type FormProblem } from "~/platform/form-problem";
import { answerForm, findTranslationRecord, type FormAnswer, type FormRecord, type VersionBody } from "~/platform/overtaken.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import type { ActorInput } from "./actor-row.server";
import { addActor } from "./add-actor.server";
import { addFact } from "./add-fact.server";
import { actorEntries, factEntries } from "./actor-entries.server";
import { archiveActor } from "./archive-actor.server";
import { archiveFact } from "./archive-fact.server";
import { changeActor } from "./change-actor.server";
import { changeFact } from "./change-fact.server";
import { addFactForm, changeActorForm, changeFactForm, newActorForm, plainForms } from "./schema";
import { translateFact } from "./translate-fact.server";

/** Where the forms of actors are posted. */
export interface ActorPlace {
  assessmentId: string;
  languages: readonly string[];
  /** The page of the list, and of the actor. */
  list: string;
  path: string;
  protocol: Protocol;
}

const linesOf = (text: string) =>
  text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

type Filled = Record<string, unknown> & { name: string; levels: string; countries: string; url: string | null };

function localOf(form: Record<string, unknown>, name: string, languages: readonly string[]): LocalText {
  const entries = languages.map((language) => [language, form[textEntry(name, language)]] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => typeof entry[1] === "string"));
}

function actorFrom(form: Filled, languages: readonly string[]): ActorInput {
  const { name, levels, countries, url } = form;
  return {
    name,
    url,
    levels: linesOf(levels),
    countries: linesOf(countries),
    kind: localOf(form, "kind", languages),
    focus: localOf(form, "focus", languages),
  };
}

/** Adds an actor as filled in, and leads to its page. */
export async function actOnNewActor(
  context: ChangeContext,
  place: Omit<ActorPlace, "path" | "protocol">,
  fields: Fields,
): Promise<Response | FormAnswer> {
  const form = parseFields(fields, newActorForm(place.languages));
  if (!form.ok) return { status: 422, problem: form.problem };
  const { code } = await addActor(context, { ...actorFrom(form.value, place.languages), assessmentId: place.assessmentId });
  return redirect(`${place.list}/${code}`);
}

/** Does what one of the forms on the page of an actor asks, and leads back to where the result is seen. */
export async function actOnActor(
  context: ChangeContext,
  place: ActorPlace,
  actorId: string,
  fields: Fields,
): Promise<Response | FormAnswer> {
  const intent = fields.find(([name]) => name === "intent")?.[1];
  if (intent === "change") return actOnChange(context, place, actorId, fields);
  if (intent === "add-fact" || intent === "change-fact") return actOnFact(context, place, actorId, fields, intent);
  const form = parseFields(fields, plainForms);
  if (!form.ok) return { status: 422, problem: form.problem };
  const { assessmentId, path, list } = place;
  switch (form.value.intent) {
    case "archive":
      await archiveActor(context, { ...form.value, assessmentId, id: actorId });
      return redirect(list);
    case "archive-fact":
      await archiveFact(context, { ...form.value, assessmentId });
      return redirect(path);
    case "translate-fact": {
      const { id: recordId, language } = form.value;
      const translation = () => findTranslationRecord(db, { kind: "actor-fact", recordId, field: "text", language });
      const { value } = form;
      return done(context, path, entriesOfForm(value), translation, () => translateFact(context, { ...value, assessmentId }));
    }
  }
}

async function actOnChange(context: ChangeContext, place: ActorPlace, id: string, fields: Fields): Promise<Response | FormAnswer> {
  const form = parseFields(fields, changeActorForm(place.languages));
  if (!form.ok) return { status: 422, problem: form.problem };
  const value = form.value as Filled & { version: number };
  const record = { kind: "actor", id, entriesOf: actorEntries };
  return done(context, place.path, entriesOfForm(value), record, () =>
    changeActor(context, { ...actorFrom(value, place.languages), assessmentId: place.assessmentId, id, version: value.version }),
  );
}

/** A fact: its value is read by its kind of answer, all else by the schema of the form. */
async function actOnFact(
  context: ChangeContext,
  place: ActorPlace,
  actorId: string,
  fields: Fields,
  intent: "add-fact" | "change-fact",
): Promise<Response | FormAnswer> {
  const { assessmentId, languages, path, protocol } = place;
  const isOfValue = ([name]: readonly [string, string]) => /^value([.@]|$)/u.test(name);
  const form = parseFields(
    fields.filter((field) => !isOfValue(field) && field[0] !== "of"),
    intent === "add-fact" ? addFactForm(languages) : changeFactForm(languages),
  );
  const key = String(fields.find(([name]) => name === (intent === "add-fact" ? "field" : "of"))?.[1] ?? "");
  const field = findFactField(protocol, key);
  const typed = fields.filter(isOfValue);
  const language = String(fields.find(([name]) => name === "language")?.[1] ?? languages[0] ?? "");
  const read = hasValue(field)
    ? readAnswer("value", field.answer, new URLSearchParams(typed.map(([name, value]) => [name, value])), {
        scales: protocol.scales ?? [],
        language,
        languages,
      })
    : { problems: [] };
  const problem = withTyped(form.ok ? null : form.problem, fields, read.problems);
  if (!form.ok || read.problems.length > 0) return { status: 422, problem };
  const { text, asOf, source, ownStatement } = form.value;
  const [kind, sourceId = null] = source.split("/");
  const own = localOf(form.value, "label", languages);
  const fact = {
    assessmentId,
    text,
    language,
    asOf,
    ownStatement,
    value: "value" in read ? (read.value ?? null) : null,
    label: key === otherField && Object.keys(own).length > 0 ? own : null,
    sourceId: kind === "source" ? sourceId : null,
    excerptId: kind === "excerpt" ? sourceId : null,
  };
  // What was read from the form where that says it in one way, all else as it was typed.
  const mine = { ...problem.values, ...entriesOfForm(form.value) };
  if (form.value.intent === "add-fact") return done(context, path, mine, null, () => addFact(context, { ...fact, actorId, field: key }));
  const { id, version } = form.value;
  const record = { kind: "actor-fact", id, entriesOf: (body: VersionBody) => factEntries(body, field) };
  return done(context, path, mine, record, () => changeFact(context, { ...fact, id, version }));
}

/** Everything that was typed, with what is wrong with it. */
function withTyped(problem: FormProblem | null, fields: Fields, wrong: readonly { name: string; message: string }[]): FormProblem {
  const values: Record<string, string[]> = {};
  for (const [name, value] of fields) (values[name] ??= []).push(value);
  return {
    form: problem?.form ?? [],
    values,
    fields: { ...problem?.fields, ...Object.fromEntries(wrong.map(({ name, message }) => [name, [`fields.${message}`]])) },
  };
}

async function done(
  context: ChangeContext,
  path: string,
  mine: Entries,
  record: FormRecord | null | (() => Promise<FormRecord>),
  run: () => Promise<unknown>,
): Promise<Response | FormAnswer> {
  return (await answerForm(db, context, { mine, record }, run)) ?? redirect(path);
}
