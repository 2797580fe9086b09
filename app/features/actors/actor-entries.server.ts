import { z } from "zod";
import { hasValue } from "~/domain/actors/fact";
import { entriesFromValue } from "~/domain/forms/entries-from-value";
import type { FormField } from "~/domain/forms/form-field";
import { textEntry } from "~/domain/forms/read-answer";
import type { AnswerValue } from "~/domain/forms/values";
import { type Entries, entriesOfForm } from "~/domain/overtaken";
import { listEntries, localEntries, type VersionBody } from "~/platform/overtaken.server";

/** A version of an actor as the entries of its form: levels and countries one to a line. */
export function actorEntries({ name, kind, focus, levels, countries, url }: VersionBody): Entries {
  return {
    ...entriesOfForm({ name, url }),
    ...localEntries(kind, (language) => textEntry("kind", language)),
    ...localEntries(focus, (language) => textEntry("focus", language)),
    levels: [listEntries(levels).join("\n")],
    countries: [listEntries(countries).join("\n")],
  };
}

const Key = z.string().nullable();

/** A version of a fact as the entries of its form; a value of many entries is left to what was typed. */
export function factEntries(body: VersionBody, field: FormField | null): Entries {
  const { text, language, asOf, ownStatement, label } = body;
  const [sourceId, excerptId] = [Key.parse(body["sourceId"]), Key.parse(body["excerptId"])];
  const stored = Key.parse(body["value"]);
  const value = stored === null ? null : (JSON.parse(stored) as AnswerValue); // was checked by answerSchema when it was kept
  const ofValue = hasValue(field) ? entriesFromValue("value", field.answer, value, String(language)) : {};
  return {
    ...entriesOfForm({ text, language, asOf, ownStatement, ...ofValue }),
    ...localEntries(label, (code) => textEntry("label", code)),
    source: [excerptId ? `excerpt/${excerptId}` : sourceId ? `source/${sourceId}` : ""],
  };
}
