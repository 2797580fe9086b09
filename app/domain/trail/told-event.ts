/** An event as the trail hands it out, as far as a sentence needs it. */
export interface TellableEvent {
  seq: number;
  at: Date;
  action: string;
  by: { kind: string; id: string; name: string | null; role: string | null };
  subject: { type: string; id: string; version: number };
  label: string | null;
  change: Readonly<Record<string, unknown>> | null;
}

/** One field of a change: before and after, or what was given. `long` is a text that stands in the versions and was not read from there. */
export interface ToldField {
  name: string;
  before: string | null;
  after: string | null;
  long: boolean;
}

/** An event ready to be shown: the words for its sentence, its reason, its fields and the page of what it is about. */
export interface ToldEvent {
  seq: number;
  at: Date;
  action: string;
  by: string | null;
  byKind: string;
  byId: string;
  role: string | null;
  subject: { type: string; id: string; version: number };
  label: string | null;
  values: Record<string, string>;
  reason: string | null;
  fields: ToldField[];
  path: string | null;
  /** What its subject is called beside the code; absent where the code says it all. */
  thing?: string | undefined;
  /** What follows from it now, computed and never stored. */
  consequences?: Consequence[] | undefined;
}

/** What follows from an event: a sign-off that no longer holds, or an edition that a newer one has overtaken. */
export type Consequence = { kind: "stale"; section: string; by: string[]; directly: boolean } | { kind: "superseded"; edition: string };

/** What the fields of an event are worded with. Left out, they are shown as they are stored. */
export interface Telling {
  /** The words for one stored value that is no list; null = as it is stored. */
  word?: (name: string, value: string | number | boolean, event: TellableEvent) => string | null;
  /** The long texts that were read from the versions, by their SHA-256. */
  texts?: ReadonlyMap<string, string>;
  /** Fields that say nothing to a reader. */
  hidden?: ReadonlySet<string>;
}

/** Makes an event ready to be shown. What was erased of it is null. */
export function tell(tellable: TellableEvent, telling: Telling = {}): ToldEvent {
  const { by, change, ...event } = tellable;
  const fields = change ?? {};
  const { reason } = fields;
  return {
    ...event,
    by: by.name,
    byKind: by.kind,
    byId: by.id,
    role: by.role,
    values: Object.fromEntries(
      Object.entries(fields).flatMap(([name, value]) =>
        typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [],
      ),
    ),
    reason: typeof reason === "string" && reason !== "" ? reason : null,
    fields: Object.entries(fields).flatMap(([name, value]) =>
      (name === "reason" && typeof value === "string") || telling.hidden?.has(name) ? [] : toldField(name, value, tellable, telling),
    ),
    path: event.label === null ? null : pathOf(event.subject.type, event.label, fields),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);

/** The SHA-256 by which a text over 2 KiB stands in the trail; null for any other value. */
export function digestOfLong(value: unknown): string | null {
  return isObject(value) && typeof value["sha256"] === "string" && "bytes" in value ? value["sha256"] : null;
}

function toldField(name: string, value: unknown, event: TellableEvent, telling: Telling): ToldField[] {
  const text = (one: unknown) => asText(name, one, event, telling);
  const isUnread = (one: unknown) => {
    const digest = digestOfLong(one);
    return digest !== null && telling.texts?.has(digest) !== true;
  };
  if (isObject(value) && "before" in value && "after" in value) {
    const { before, after } = value;
    return [{ name, before: text(before), after: text(after), long: isUnread(before) || isUnread(after) }];
  }
  const after = text(value);
  return after === null ? [] : [{ name, before: null, after, long: isUnread(value) }];
}

/** A stored value as words: lists joined, objects as they are stored, nothing as null. */
function asText(name: string, value: unknown, event: TellableEvent, telling: Telling): string | null {
  if (value === null || value === undefined || value === "") return null;
  const digest = digestOfLong(value);
  if (digest !== null && isObject(value)) {
    const found = telling.texts?.get(digest);
    return found === undefined ? String(value["bytes"]) : asText(name, found, event, telling);
  }
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
    return telling.word?.(name, value, event) ?? String(value);
  }
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => asText(name, one, event, telling) ?? "").join(", ");
  const stored = JSON.stringify(value);
  return telling.word?.(name, stored, event) ?? stored;
}

const beforeColon = (label: string) => label.split(":")[0] ?? label;
const beforeComma = (label: string) => label.split(",")[0] ?? label;
const statement = /^([FCR]\d+|A\S+)$/;

type Fields = Readonly<Record<string, unknown>>;
const paths: Readonly<Record<string, (label: string, change: Fields) => string | null>> = {
  assessment: () => "",
  member: () => "/team",
  protocol: () => "/protocol",
  source: (label) => `/sources/${label}`,
  "source-import": (label) => `/sources/imports/${label}`,
  excerpt: (label) => `/sources/${beforeColon(label)}`,
  screening: (label) => `/sources/${label}`,
  "screening-count": () => "/sources/flow",
  interview: (label) => `/interviews/${label}`,
  "interview-answer": (label) => `/interviews/${beforeColon(label)}`,
  "fact-check": (label) => `/interviews/${beforeComma(label)}/fact-check`,
  interviewee: (label) => `/interviewees/${label}`,
  actor: (label) => `/actors/${label}`,
  "actor-fact": (label) => `/actors/${beforeColon(label)}`,
  "actor-relation": (label) => `/actors/${beforeColon(label)}`,
  judgement: (label) =>
    /^O\d/.test(label) ? `/actors/${beforeColon(label)}` : /^V\d/.test(label) ? `/interventions/${beforeColon(label)}` : null,
  round: (label) => `/actors/rounds#round-${label}`,
  intervention: (label) => `/interventions/${label}`,
  alignment: (_, { framework, node }) =>
    typeof framework === "string" && typeof node === "string" ? `/alignments/${framework}/${node}` : "/alignments",
  "option-point": (_, { option }) => (typeof option === "string" ? `/options/${option}` : "/options"),
  section: (label, { ordinal }) => (typeof ordinal === "number" ? `/sections/${label}/sign-offs/${ordinal}` : `/sections/${label}`),
  "step-back": (label) => `/sections/${label}/step-back`,
  block: (label, { section }) =>
    statement.test(label) ? `/statements/${label}` : typeof section === "string" ? `/sections/${section}` : null,
  comment: (label) => numbered(label, " #", "comments"),
  suggestion: (label) => numbered(label, " ±", "suggestions"),
  "gate-reason": (_, { section }) => (typeof section === "string" ? `/sections/${section}` : null),
  "question-tag": (_, { question }) => (typeof question === "string" ? `/questions/${question}` : null),
  "returned-file": (label) => `/editions/returned/${label}`,
  edition: (label) => `/editions/${/^\d+/.exec(label)?.[0] ?? ""}`,
  "house-style": () => "/editions/house-style",
  notice: (label) => `/editions/${label}/notices`,
  participant: (label) => `/interviews/${label.split(",")[0] ?? ""}/participants`,
};

/** The page of something that is numbered within its section: `3.1 #4`; of a draft, of which only the section is told, the page of all. */
function numbered(label: string, sign: string, page: string): string {
  const [section = "", number] = label.split(sign);
  return `/sections/${section}/${page}${number === undefined ? "" : `/${number}`}`;
}

/** The page of what an event is about, below its assessment; null when there is none. */
function pathOf(type: string, label: string, change: Fields): string | null {
  return paths[type]?.(label, change) ?? null;
}

/** Acts that save one thing again, as happens by itself while somebody types; two of them in a row are told as one. */
const saving = /\.(save|record|translate|rate|judge|answer-field|set-confidence|change|change-\w+|translate-\w+)$/;

/** Events of a list that belong together: saved in a row by one person, the same act on the same thing, newest first. */
export function foldEvents<Told extends Pick<ToldEvent, "action" | "byId" | "subject">>(
  events: readonly Told[],
  dayOf: (event: Told) => string,
): [Told, ...Told[]][] {
  const runs: [Told, ...Told[]][] = [];
  for (const event of events) {
    const run = runs.at(-1);
    if (run && saving.test(event.action) && isSameAct(run[0], event) && dayOf(run[0]) === dayOf(event)) run.push(event);
    else runs.push([event]);
  }
  return runs;
}

function isSameAct(one: Pick<ToldEvent, "action" | "byId" | "subject">, other: Pick<ToldEvent, "action" | "byId" | "subject">): boolean {
  return (
    one.action === other.action && one.byId === other.byId && one.subject.type === other.subject.type && one.subject.id === other.subject.id
  );
}
