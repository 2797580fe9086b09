import { redirect } from "@remix-run/node";
import { findFactField, hasValue, otherField } from "~/domain/actors/fact";
import { grouped } from "~/domain/forms/posted-form";
import { readAnswer } from "~/domain/forms/read-answer";
import { textEntry } from "~/domain/forms/read-answer";
import type { LocalText } from "~/domain/local-text";
import { entriesOfForm } from "~/domain/overtaken";
import type { Protocol } from "~/domain/protocol/schema";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { fieldProblem, type FormProblem } from "~/platform/form-problem";
import { findTranslationRecord, type FormAnswer, type VersionBody } from "~/platform/overtaken.server";
import { parseFields } from "~/platform/parse-form.server";
import type { Fields } from "~/platform/read-form.server";
import type { ActorInput } from "./actor-row.server";
import { findNamesake, type Namesake } from "./find-namesake.server";
import { done, linesOf } from "./keep-form.server";
import { addActor } from "./add-actor.server";
import { addFact } from "./add-fact.server";
import { actorEntries, factEntries } from "./actor-entries.server";
import { archiveActor } from "./archive-actor.server";
import { archiveFact } from "./archive-fact.server";
import { actOnRelation } from "./act-on-relation.server";
import { archiveRelation } from "./archive-relation.server";
import { changeActor } from "./change-actor.server";
import { changeFact } from "./change-fact.server";
import { addFactForm, changeActorForm, changeFactForm, newActorForm, plainForms } from "./schema";
import { translateFact } from "./translate-fact.server";
import { translateRelation } from "./translate-relation.server";

/** Where the forms of actors are posted. */
export interface ActorPlace {
  assessmentId: string;
  languages: readonly string[];
  /** That of the reader: countries are named in it. */
  language: string;
  /** The page of the list, and of the actor. */
  list: string;
  path: string;
  protocol: Protocol;
}

type Filled = Record<string, unknown> & {
  name: string;
  otherNames: string;
  levels: string[];
  ownLevels: string | null;
  countries: string;
  url: string | null;
};

function localOf(form: Record<string, unknown>, name: string, languages: readonly string[]): LocalText {
  const entries = languages.map((language) => [language, form[textEntry(name, language)]] as const);
  return Object.fromEntries(entries.filter((entry): entry is readonly [string, string] => typeof entry[1] === "string"));
}

function actorFrom(form: Filled, languages: readonly string[]): ActorInput {
  const { name, otherNames, levels, ownLevels, countries, url } = form;
  return {
    name,
    url,
    otherNames: linesOf(otherNames),
    levels: [...levels, ...(ownLevels ?? "").split(";")],
    countries: linesOf(countries),
    kind: localOf(form, "kind", languages),
    focus: localOf(form, "focus", languages),
  };
}

/** Adds an actor as filled in, and leads to its page; asks first where one of that name is listed. */
export async function actOnNewActor(
  context: ChangeContext,
  place: Omit<ActorPlace, "path" | "protocol" | "language">,
  fields: Fields,
): Promise<Response | (FormAnswer & { namesake?: Namesake })> {
  const form = parseFields(fields, newActorForm(place.languages));
  if (!form.ok) return { status: 422, problem: form.problem };
  const value = form.value as Filled & { another: boolean };
  const namesake = value.another ? null : await findNamesake(db, place.assessmentId, value.name);
  if (namesake) return { status: 422, problem: fieldProblem(entriesOfForm(value), "name", "actor-namesake"), namesake };
  const { code } = await addActor(context, { ...actorFrom(value, place.languages), assessmentId: place.assessmentId });
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
  if (intent === "add-relation" || intent === "change-relation") return actOnRelation(context, place, actorId, fields, intent);
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
    case "archive-relation":
      await archiveRelation(context, { ...form.value, assessmentId });
      return redirect(`${path}#relations`);
    case "translate-relation":
    case "translate-fact": {
      const { id: recordId, language, intent: asked } = form.value;
      const translation = () => findTranslationRecord(db, { ...translated[asked], recordId, language });
      const { value } = form;
      const translate = value.intent === "translate-fact" ? translateFact : translateRelation;
      return done(context, path, entriesOfForm(value), translation, () => translate(context, { ...value, assessmentId }));
    }
  }
}

/** What the forms of a translation keep the words of. */
const translated = {
  "translate-fact": { kind: "actor-fact", field: "text" },
  "translate-relation": { kind: "actor-relation", field: "note" },
} as const;

async function actOnChange(context: ChangeContext, place: ActorPlace, id: string, fields: Fields): Promise<Response | FormAnswer> {
  const form = parseFields(fields, changeActorForm(place.languages));
  if (!form.ok) return { status: 422, problem: form.problem };
  const value = form.value as Filled & { version: number };
  const record = { kind: "actor", id, entriesOf: (body: VersionBody) => actorEntries(body, place.language) };
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
  return {
    form: problem?.form ?? [],
    values: grouped(fields),
    fields: { ...problem?.fields, ...Object.fromEntries(wrong.map(({ name, message }) => [name, [`fields.${message}`]])) },
  };
}
