import { countryName } from "~/domain/actors/countries";
import { LocalText } from "~/domain/local-text-schema";
import { textIn } from "~/domain/local-text";
import { stateKeyIfAny } from "~/domain/states";
import { tell, type TellableEvent, type Telling, type ToldEvent } from "~/domain/trail/told-event";
import { type ProtocolWords, wordOfProtocol } from "~/domain/trail/word-value";
import type { Language } from "~/domain/tool-language";
import { protocolOf, type AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { translator } from "~/platform/i18n.server";
import { readLongTexts } from "~/platform/long-texts.server";
import type { TrailEvent } from "~/platform/trail.server";
import { consequencesOf } from "./consequences.server";
import { isCoded, isStructured } from "./coded-fields";
import { namesOfIds } from "./name-ids.server";
import { withRatings } from "./rated-values.server";
import { withScreenings } from "./screened-values.server";
import { namesOfThings } from "./name-things.server";
import { withoutWithdrawn } from "./withdrawn-answers.server";

/** For whom the trail is told. */
export interface TrailReader {
  id: string;
  language: Language;
}

/**
 * Events in words of the reader's language: names for ids, labels for keys, the texts that stand in the versions, ratings of rounds that have
 * opened, and what follows from each now. The number of queries does not grow with the events.
 */
export async function wordEvents(
  db: Db,
  assessment: AssessmentRow,
  reader: TrailReader,
  stored: readonly TrailEvent[],
): Promise<ToldEvent[]> {
  const protocol = await protocolOf(assessment);
  const rated = await withRatings(db, assessment.id, reader.id, await withoutWithdrawn(db, assessment.id, stored));
  const events = await withScreenings(db, assessment.id, reader.id, rated);
  const words = protocolWords(protocol, assessment, reader.language);
  const [texts, names, things, consequences] = await Promise.all([
    readLongTexts(db, events),
    namesOfIds(db, assessment.id, events),
    namesOfThings(db, assessment, words, events),
    consequencesOf(db, { assessment, protocol }, events),
  ]);
  const telling = { texts, hidden: hiddenFields, word: wordOf(words, names, reader.language) };
  return events.map((event) => withWords(tell(event, telling), event, telling.word, things(event), consequences(event)));
}

/** Places in an order and commitments to content say nothing to a reader. */
const hiddenFields: ReadonlySet<string> = new Set(["sort"]);

function withWords(
  told: ToldEvent,
  event: TellableEvent,
  word: NonNullable<Telling["word"]>,
  thing: string | null,
  consequences: NonNullable<ToldEvent["consequences"]>,
): ToldEvent {
  const inWords = (name: string) => {
    const stored = told.values[name];
    return stored === undefined ? {} : { [name]: word(name, stored, event) ?? stored };
  };
  const level = told.fields.find(({ name }) => name === "level" || name === "without")?.after;
  const values = { ...told.values, ...inWords("language"), ...(level != null && { level }) };
  return { ...told, values, ...(thing !== null && { thing }), ...(consequences.length > 0 && { consequences }) };
}

function protocolWords(protocol: ProtocolWords["protocol"], assessment: AssessmentRow, language: Language): ProtocolWords {
  const say = translator(language, "fields");
  return {
    protocol,
    printing: {
      scales: protocol.scales ?? [],
      language,
      fallbackOrder: [assessment.originalLanguage],
      words: { yes: say("yes"), no: say("no"), unknown: say("unknown") },
      nameOf: (_, id) => id,
    },
  };
}

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
const isId = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const isDigest = /^[0-9a-f]{64}$/;

/** Words one stored value: by the protocol, as a name, as a state or another word of the tool, as a day, as a text in languages. */
function wordOf(words: ProtocolWords, names: ReadonlyMap<string, string>, language: Language): NonNullable<Telling["word"]> {
  const tool = translator(language, "trail");
  const states = translator(language, "states");
  const day = new Intl.DateTimeFormat(language === "nl" ? "nl" : "en-GB", {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  });
  const toolWord = (value: string) => {
    const key = `page.values.${value}` as "page.values.true"; // a word of ours is looked up by the value that is stored
    return /^[\w-]+$/.test(value) && tool.has(key) ? tool(key) : null;
  };
  const inLanguage = (country: string) => countryName(country, language);
  return (name, value, event) => {
    if (typeof value === "boolean") return toolWord(String(value));
    if (typeof value === "number") return null;
    const about = { subjectType: event.subject.type, label: event.label, change: event.change ?? {} };
    const ofProtocol = wordOfProtocol(name, value, about, words);
    if (ofProtocol !== null) return ofProtocol;
    if (isId.test(value)) return names.get(value) ?? null;
    const state = name === "state" ? stateKeyIfAny(value) : undefined;
    if (state) return states(state);
    if (isoDay.test(value)) return day.format(new Date(`${value}T00:00:00Z`));
    if (isDigest.test(value)) return shortDigest(value);
    if (isStructured(name) && /^[{[]/.test(value)) return structured(value, language, name === "countries" ? inLanguage : toolWord);
    return isCoded(name) ? toolWord(value) : null;
  };
}

const shortDigest = (digest: string) => `${digest.slice(0, 4)} ${digest.slice(4, 8)} … ${digest.slice(-4)}`;

/** A text in languages, a list or a small object that is stored as JSON, in words; null for what isn't JSON after all. */
function structured(stored: string, language: Language, toolWord: (value: string) => string | null): string | null {
  try {
    return inWords(JSON.parse(stored) as unknown, language, toolWord);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function inWords(value: unknown, language: Language, toolWord: (value: string) => string | null): string {
  if (Array.isArray(value)) return value.map((one) => inWords(one, language, toolWord)).join("; ");
  if (typeof value === "string") return toolWord(value) ?? (isDigest.test(value) ? shortDigest(value) : value);
  if (typeof value !== "object" || value === null) return typeof value === "number" || typeof value === "boolean" ? String(value) : "";
  const text = LocalText.safeParse(value);
  if (text.success) {
    const first = textIn(text.data, language);
    return [first, ...Object.values(text.data).filter((other) => other !== first)].join(" / ");
  }
  return Object.values(value)
    .filter((one) => one !== null && one !== "")
    .map((one) => inWords(one, language, toolWord))
    .join(", ");
}
