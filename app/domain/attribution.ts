/**
 * How an interviewee is named. What was agreed holds per participant; what is shown of an answer follows from the strictest
 * agreement among those who gave it. Nothing else in the product decides what is shown of a person.
 */
import { type AttributionLevel, attributionLevels, interestKinds } from "~/domain/attribution-levels";
import type { Interest } from "~/domain/attribution-schema";
import { type LocalText, textIn } from "~/domain/local-text";

export { attributionLevels, interestInWords, interestKinds } from "~/domain/attribution-levels";
export { AttributionLevel, Interest } from "~/domain/attribution-schema";

/** Something that tells who an interviewee is. */
export const attributionFacts = ["name", "organisation", "role", "kind"] as const;
/** Something that tells who an interviewee is. */
export type AttributionFact = (typeof attributionFacts)[number];

const shownAt: Readonly<Record<AttributionLevel, readonly AttributionFact[]>> = {
  name: ["name", "organisation", "role", "kind"],
  "organisation-and-role": ["organisation", "role", "kind"],
  organisation: ["organisation", "kind"],
  "organisation-kind-and-role": ["role", "kind"],
  "organisation-kind": ["kind"],
  anonymous: [],
};

/**
 * Who looks: `identity` are the lead and those who hold the interview, `team` is everyone else who works on the study,
 * `reader` is who sees documents only; what goes into a document is always made for a `reader`.
 */
export type ViewerKind = "identity" | "team" | "reader";

/** A participant with the columns that were selected of the interviewee; what was not selected is null. */
export interface ParticipantColumns {
  id: string;
  number: number;
  /** The interviewee's code, `P4`. */
  code: string;
  /** What was agreed with this participant. */
  attribution: AttributionLevel;
  /** How many people spoke; null = not known. */
  persons: number | null;
  name: string | null;
  organisation: LocalText | null;
  role: LocalText | null;
  kind: { id: string; title: LocalText } | null;
  interest: readonly Interest[];
}

/** What is shown of one participant; `participantId` and `code` are null for a reader, whom they would help to join answers. */
export interface NamedInterviewee {
  participantId: string | null;
  code: string | null;
  level: AttributionLevel;
  name: string | null;
  organisation: LocalText | null;
  role: LocalText | null;
  kind: { id: string; title: LocalText } | null;
  persons: number | null;
  interest: readonly Interest[];
}

/** How strict a level is: 0 for `name`, rising. */
export function strictnessOf(level: AttributionLevel): number {
  return attributionLevels.indexOf(level);
}

/** The strictest of these levels; `anonymous` when there are none, since then nobody agreed to anything. */
export function strictestOf(levels: readonly AttributionLevel[]): AttributionLevel {
  if (levels.length === 0) return "anonymous";
  return levels.reduce((strictest, level) => (strictnessOf(level) > strictnessOf(strictest) ? level : strictest));
}

/** The levels that are stricter than this one, in falling order: what an answer may be set to. */
export function stricterThan(level: AttributionLevel): AttributionLevel[] {
  return attributionLevels.slice(strictnessOf(level) + 1);
}

/** Whether the person is protected at this level: not even the organisation is shown. */
export function isProtected(level: AttributionLevel): boolean {
  return strictnessOf(level) > strictnessOf("organisation");
}

/**
 * What may be shown of a participant who agreed to `own`, in something that is shown at `level`. Never more than both allow:
 * someone who agreed to the organisation alone does not get a role shown because a stricter level has one.
 */
export function factsShown(own: AttributionLevel, level: AttributionLevel, viewer: ViewerKind): readonly AttributionFact[] {
  if (viewer === "identity") return attributionFacts;
  return shownAt[own].filter((fact) => shownAt[level].includes(fact));
}

/** The participants who gave an answer: those it names, or all when it names none. */
export function giversOf<P extends { id: string }>(givenBy: readonly string[], participants: readonly P[]): readonly P[] {
  const named = participants.filter(({ id }) => givenBy.includes(id));
  return named.length === 0 ? participants : named;
}

/** An answer as far as attribution goes: what it was restricted to itself, and who gave it (none named = all). */
export interface AttributedAnswer {
  attribution: AttributionLevel | null;
  givenBy: readonly string[];
}

/** The level at which an answer is shown: the strictest among those who gave it and its own. */
export function levelOfAnswer(
  answer: AttributedAnswer,
  participants: readonly { id: string; attribution: AttributionLevel }[],
): AttributionLevel {
  const agreed = strictestOf(giversOf(answer.givenBy, participants).map(({ attribution }) => attribution));
  return strictestOf(answer.attribution ? [agreed, answer.attribution] : [agreed]);
}

/** Whether an answer may be quoted word for word: only if everyone who gave it agreed to that. */
export function mayQuoteAnswer(givenBy: readonly string[], participants: readonly { id: string; mayQuote: boolean }[]): boolean {
  const givers = giversOf(givenBy, participants);
  return givers.length > 0 && givers.every(({ mayQuote }) => mayQuote);
}

/** What is shown of these participants at a level to this viewer. Columns that were not selected stay null. */
export function nameInterviewee(
  participants: readonly ParticipantColumns[],
  level: AttributionLevel,
  viewer: ViewerKind,
): NamedInterviewee[] {
  return participants.map((participant) => nameOne(participant, level, viewer));
}

function nameOne(participant: ParticipantColumns, level: AttributionLevel, viewer: ViewerKind): NamedInterviewee {
  const shown = factsShown(participant.attribution, level, viewer);
  const strictest = strictestOf([participant.attribution, level]);
  const counted = viewer !== "reader" || !isProtected(strictest);
  return {
    participantId: viewer === "reader" ? null : participant.id,
    code: viewer === "reader" ? null : participant.code,
    level: strictest,
    name: shown.includes("name") ? participant.name : null,
    organisation: shown.includes("organisation") ? participant.organisation : null,
    role: shown.includes("role") ? participant.role : null,
    kind: shown.includes("kind") ? participant.kind : null,
    persons: counted ? participant.persons : null,
    interest: interestShown(participant.interest, shown),
  };
}

/** An interest as far as the facts that are shown allow: the actor and own words with the organisation, else the kind of interest, and nothing of an anonymous person. */
export function interestShown(interest: readonly Interest[], shown: readonly AttributionFact[]): Interest[] {
  if (shown.includes("organisation")) return [...interest];
  if (!shown.includes("kind")) return [];
  const kinds = new Set(interest.map(({ kind }) => kind));
  return interestKinds.filter((kind) => kinds.has(kind)).map((kind) => ({ kind }));
}

/** The name in one line, from what is shown: name, role, organisation or kind of organisation; `unnamed` when nothing of it is. */
export function labelOfInterviewee(
  named: NamedInterviewee,
  language: string,
  unnamed: string,
  fallbackOrder: readonly string[] = [],
): string {
  const text = (value: LocalText | null | undefined) => textIn(value, language, fallbackOrder);
  const body = text(named.organisation) || text(named.kind?.title);
  const parts = [named.name ?? "", text(named.role), body].filter((part) => part !== "");
  return parts.length === 0 ? unnamed : parts.join(", ");
}

/** People of whom the same is shown, told once. */
export interface NamedAlike {
  shown: NamedInterviewee;
  /** How many they are; null where that is not told: a reader does not learn how many protected people gave an answer. */
  count: number | null;
}

/** These people with those of whom the same is shown taken together, in the order in which they were given. */
export function namedAlike(people: readonly NamedInterviewee[]): NamedAlike[] {
  const alike = new Map<string, NamedInterviewee[]>();
  for (const person of people) {
    const shown = JSON.stringify([person.name, person.organisation, person.role, person.kind]);
    alike.set(shown, [...(alike.get(shown) ?? []), person]);
  }
  return [...alike.values()].flatMap((group) => {
    const told = group.every(({ participantId, level }) => participantId !== null || !isProtected(level));
    return group.slice(0, 1).map((shown) => ({ shown, count: told ? group.length : null }));
  });
}

/** Each of these people in one line, those of whom the same is shown in one: `4 × programme manager, alliance`. */
export function labelsOfInterviewees(
  people: readonly NamedInterviewee[],
  language: string,
  unnamed: string,
  fallbackOrder: readonly string[] = [],
): string[] {
  return namedAlike(people).map((alike) => labelOfAlike(alike, language, unnamed, fallbackOrder));
}

/** The line of people of whom the same is shown. */
export function labelOfAlike({ shown, count }: NamedAlike, language: string, unnamed: string, fallbackOrder: readonly string[]): string {
  const label = labelOfInterviewee(shown, language, unnamed, fallbackOrder);
  return count !== null && count > 1 ? `${count} × ${label}` : label;
}

/** An HMAC: key and text to lower-case hex of at least ten digits. */
export type Hmac = (key: string, text: string) => string;

const crockford = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/**
 * The code under which an answer of a protected person stands in an edition: the same for the same answer and key, and telling
 * nothing of the interview, so that answers of one person can't be joined. 40 bits as eight letters and digits (`I-3F7K9Q2M`).
 */
export function codeOfProtected(answerId: string, key: string, hmac: Hmac): string {
  let rest = BigInt("0x" + hmac(key, "interview-answer\n" + answerId).slice(0, 10));
  let code = "";
  for (let place = 0; place < 8; place += 1) {
    code = crockford.charAt(Number(rest % 32n)) + code;
    rest /= 32n;
  }
  return "I-" + code;
}

/** What a group of people has in common in the eyes of a reader, and how many people are in it. */
export interface SharedAttribution {
  shown: NamedInterviewee;
  people: number;
}

/**
 * The protected people whose group is small: fewer than `atLeast` people share what is shown of them, so that a reader who
 * knows the field could tell who it is. An unknown number of people counts as one.
 */
export function smallGroups(listed: readonly { shown: NamedInterviewee; persons: number | null }[], atLeast = 3): SharedAttribution[] {
  const groups = new Map<string, SharedAttribution>();
  for (const { shown, persons } of listed) {
    if (!isProtected(shown.level)) continue;
    const key = JSON.stringify([shown.kind?.id ?? "", shown.role ?? {}]);
    const group = groups.get(key) ?? { shown, people: 0 };
    groups.set(key, { shown: group.shown, people: group.people + (persons ?? 1) });
  }
  return [...groups.values()].filter(({ people }) => people < atLeast);
}
