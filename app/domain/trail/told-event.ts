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

/** One field of a change: before and after, or what was given. `long` is a text that stands in the versions and not in the trail. */
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
}

/** Makes an event ready to be shown. What was erased of it is null. */
export function tell({ by, change, ...event }: TellableEvent): ToldEvent {
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
      name === "reason" && typeof value === "string" ? [] : toldField(name, value),
    ),
    path: event.label === null ? null : pathOf(event.subject.type, event.label, fields),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const isLong = (value: unknown) => isObject(value) && "sha256" in value && "bytes" in value;

function toldField(name: string, value: unknown): ToldField[] {
  if (isObject(value) && "before" in value && "after" in value) {
    return [
      { name, before: asText(value["before"]), after: asText(value["after"]), long: isLong(value["before"]) || isLong(value["after"]) },
    ];
  }
  const after = asText(value);
  return after === null ? [] : [{ name, before: null, after, long: isLong(value) }];
}

/** A stored value as words: lists joined, objects as they are stored, nothing as null. */
function asText(value: unknown): string | null {
  if (value === null || value === undefined || value === "") return null;
  if (typeof value === "string") return value;
  if (isLong(value) && isObject(value)) return String(value["bytes"]);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.length === 0 ? null : value.map((one) => asText(one) ?? "").join(", ");
  return JSON.stringify(value);
}

const beforeColon = (label: string) => label.split(":")[0] ?? label;
const statement = /^([FCR]\d+|A\S+)$/;

type Fields = Readonly<Record<string, unknown>>;
const paths: Readonly<Record<string, (label: string, change: Fields) => string | null>> = {
  assessment: () => "",
  member: () => "/team",
  protocol: () => "/protocol",
  source: (label) => `/sources/${label}`,
  excerpt: (label) => `/sources/${beforeColon(label)}`,
  interview: (label) => `/interviews/${label}`,
  "interview-answer": (label) => `/interviews/${beforeColon(label)}`,
  interviewee: (label) => `/interviewees/${label}`,
  actor: (label) => `/actors/${label}`,
  "actor-fact": (label) => `/actors/${beforeColon(label)}`,
  judgement: (label) =>
    /^O\d/.test(label) ? `/actors/${beforeColon(label)}` : /^V\d/.test(label) ? `/interventions/${beforeColon(label)}` : null,
  round: (label) => `/actors/rounds#round-${label}`,
  intervention: (label) => `/interventions/${label}`,
  alignment: (_, { framework, node }) =>
    typeof framework === "string" && typeof node === "string" ? `/alignments/${framework}/${node}` : "/alignments",
  "option-point": (_, { option }) => (typeof option === "string" ? `/options/${option}` : "/options"),
  section: (label) => `/sections/${label}`,
  block: (label, { section }) =>
    statement.test(label) ? `/statements/${label}` : typeof section === "string" ? `/sections/${section}` : null,
  "question-tag": (_, { question }) => (typeof question === "string" ? `/questions/${question}` : null),
  edition: (label) => `/editions/${/^\d+/.exec(label)?.[0] ?? ""}`,
};

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
