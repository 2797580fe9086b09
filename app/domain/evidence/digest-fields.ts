import { figuresCovered, type FiguresByLanguage } from "~/domain/figures/bound";
import type { LocalText } from "~/domain/local-text";
import { compare, type GraphLink } from "./graph";
import type { StatementKind } from "./kinds";

/** A text in its original language with its translations; `original` is one of the languages. */
export interface BoundText {
  original: string;
  texts: LocalText;
}

/**
 * What a reader of the edition could be shown of a piece of evidence, and so what a sign-off binds. Attribution, bibliographic
 * fields, raw notes and the status of a fact check are not in it, so that correcting them leaves every sign-off valid.
 */
export type EvidenceFields =
  | { kind: "excerpt"; text: BoundText; form: string; place: string | null; sourceId: string }
  | { kind: "interview-answer"; record: BoundText; value: unknown; withdrawn: boolean }
  | { kind: "actor-fact"; text: BoundText; value: unknown; asOf: string | null; sourceId: string | null; excerptId: string | null }
  | { kind: "judgement"; level: unknown; without: string | null; justification: BoundText; roundId: string }
  | { kind: "alignment"; level: unknown; without: string | null; reasons: BoundText };

/** Confidence in a statement as shown. */
export interface Confidence {
  level: string | null;
  reason: string;
  components: { readonly [component: string]: string };
}

/** What a sign-off binds of a statement: of its own section within the content, of another as a ground. Documents are ProseMirror JSON. */
export interface StatementFields {
  kind: StatementKind;
  code: string;
  documents: { readonly [language: string]: unknown };
  original: string;
  confidence: Confidence;
  contradictionAnswer: string;
  /** Who should act on a recommendation; {} for anything else. */
  addressedTo: LocalText;
  /** The figures in its texts with their values now; left out where there are none. */
  figures?: FiguresByLanguage | undefined;
  links: readonly Pick<GraphLink, "to" | "kind" | "note">[];
}

/** The texts that a sign-off of these languages binds: the original, and what is there in the languages covered. */
function textsCovered(text: BoundText, languages: readonly string[]): LocalText {
  const covered = Object.entries(text.texts).filter(([language]) => language === text.original || languages.includes(language));
  return Object.fromEntries(covered);
}

/** The documents that a sign-off of these languages binds: those in the languages covered, and the original where one of them is missing. */
export function documentsCovered(
  fields: Pick<StatementFields, "documents" | "original">,
  languages: readonly string[],
): { [language: string]: unknown } {
  const there = languages.filter((language) => Object.hasOwn(fields.documents, language));
  const shown = there.length === languages.length ? there : [...there, fields.original];
  return Object.fromEntries(shown.map((language) => [language, fields.documents[language] ?? null]));
}

/** The value whose canonical JSON is digested for a piece of evidence. */
export function boundFields(fields: EvidenceFields, languages: readonly string[]): object {
  switch (fields.kind) {
    case "excerpt":
      return { text: textsCovered(fields.text, languages), form: fields.form, place: fields.place, source: fields.sourceId };
    case "interview-answer":
      return { record: textsCovered(fields.record, languages), value: fields.value, withdrawn: fields.withdrawn };
    case "actor-fact":
      return {
        text: textsCovered(fields.text, languages),
        value: fields.value,
        asOf: fields.asOf,
        source: fields.sourceId,
        excerpt: fields.excerptId,
      };
    case "judgement":
      return {
        level: fields.level,
        without: fields.without,
        justification: textsCovered(fields.justification, languages),
        round: fields.roundId,
      };
    case "alignment":
      return { level: fields.level, without: fields.without, reasons: textsCovered(fields.reasons, languages) };
  }
}

/** The value whose canonical JSON is digested for a statement. */
export function boundStatement(fields: StatementFields, languages: readonly string[]): object {
  const text = documentsCovered(fields, languages);
  return {
    kind: fields.kind,
    code: fields.code,
    text,
    ...figuresCovered(fields.figures, text),
    confidence: { level: fields.confidence.level, reason: fields.confidence.reason, components: fields.confidence.components },
    contradiction: fields.contradictionAnswer,
    addressedTo: Object.fromEntries(Object.entries(fields.addressedTo).filter(([language]) => languages.includes(language))),
    links: boundLinks(fields.links),
  };
}

/** Links as they are digested: target, kind and note, sorted, so that their order never matters. */
export function boundLinks(links: StatementFields["links"]): { to: { kind: string; id: string }; kind: string; note: string }[] {
  return links
    .map(({ to, kind, note }) => ({ to: { kind: to.kind, id: to.id }, kind, note }))
    .toSorted((one, other) => compare(linkOrder(one), linkOrder(other)));
}

const linkOrder = (link: { to: { kind: string; id: string }; kind: string; note: string }) =>
  [link.to.kind, link.to.id, link.kind, link.note].join("\u0000");
