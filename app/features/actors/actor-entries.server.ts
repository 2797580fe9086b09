import { z } from "zod";
import { countryName } from "~/domain/actors/countries";
import { actorLevelIfAny } from "~/domain/actors/levels";
import { hasValue } from "~/domain/actors/fact";
import { entriesFromValue } from "~/domain/forms/entries-from-value";
import type { FormField } from "~/domain/forms/form-field";
import { textEntry } from "~/domain/forms/read-answer";
import type { AnswerValue } from "~/domain/forms/values";
import { type Entries, entriesOfForm } from "~/domain/overtaken";
import { listEntries, localEntries, type VersionBody } from "~/platform/overtaken.server";
import { readLevels } from "./level-words.server";

/** A version of an actor as the entries of its form: other names and countries one to a line, countries by their names in a language; levels ticked, or in own words. */
export function actorEntries({ name, otherNames, kind, focus, levels, countries, url }: VersionBody, reader: string): Entries {
  const kept = readLevels(listEntries(levels));
  return {
    ...entriesOfForm({ name, url }),
    ...localEntries(kind, (language) => textEntry("kind", language)),
    ...localEntries(focus, (language) => textEntry("focus", language)),
    levels: kept.filter((level) => actorLevelIfAny(level)),
    ownLevels: [kept.filter((level) => !actorLevelIfAny(level)).join("; ")],
    otherNames: [listEntries(otherNames ?? []).join("\n")],
    countries: [namedCountries(countries, reader)],
  };
}

const namedCountries = (stored: unknown, reader: string) =>
  listEntries(stored)
    .map((country) => countryName(country, reader))
    .join("\n");

/** A version of a relation as the entries of its form. */
export function relationEntries(body: VersionBody, reader: string): Entries {
  const { note, language, asOf, ownStatement, countries } = body;
  return {
    ...entriesOfForm({ note, language, asOf, ownStatement }),
    countries: [namedCountries(countries, reader)],
    source: [sourceKey(body)],
  };
}

/** Where a fact or a relation comes from, as the list of its form names it. */
function sourceKey(body: VersionBody): string {
  const [sourceId, excerptId] = [Key.parse(body["sourceId"]), Key.parse(body["excerptId"])];
  return excerptId ? `excerpt/${excerptId}` : sourceId ? `source/${sourceId}` : "";
}

const Key = z.string().nullable();

/** A version of a fact as the entries of its form; a value of many entries is left to what was typed. */
export function factEntries(body: VersionBody, field: FormField | null): Entries {
  const { text, language, asOf, ownStatement, label } = body;
  const stored = Key.parse(body["value"]);
  const value = stored === null ? null : (JSON.parse(stored) as AnswerValue); // was checked by answerSchema when it was kept
  const ofValue = hasValue(field) ? entriesFromValue("value", field.answer, value, String(language)) : {};
  return {
    ...entriesOfForm({ text, language, asOf, ownStatement, ...ofValue }),
    ...localEntries(label, (code) => textEntry("label", code)),
    source: [sourceKey(body)],
  };
}
