import type { EvidenceContent, GroundKey, Passage, Wording } from "~/domain/document/content";
import { labelOfAlike, type NamedAlike, namedAlike } from "~/domain/attribution";
import type { NodeRef } from "~/domain/evidence/kinds";
import { nodeKey } from "~/domain/evidence/kinds";
import type { LocalText } from "~/domain/local-text";
import { documentWords } from "~/platform/document-words.server";
import type { Evidence } from "~/platform/evidence.server";
import type { EvidenceOrigin } from "~/platform/evidence-origin.server";
import type { EvidenceText } from "~/platform/evidence-texts.server";

/** What describing evidence needs to know beside it. */
export interface Beside {
  languages: readonly string[];
  /** Names of what judgements are about, by the code before the colon. */
  subjects: ReadonlyMap<string, Wording>;
  groundsOf: ReadonlyMap<string, readonly NodeRef[]>;
}

/** Evidence as it goes into a document: it was read with a reader's eyes, so nothing of it has to be hidden here. */
export function evidenceContent(evidence: Evidence, beside: Beside): EvidenceContent {
  return {
    kind: evidence.kind,
    id: evidence.id,
    code: evidence.code,
    label: [...originLabel(evidence.origin, evidence.code, beside), ...levelLabel(evidence)],
    text: evidence.text && passageOf(evidence.text),
    quoted: evidence.form === "quoted",
    withheld: evidence.withheld,
    remarks: distinct(remarksOf(evidence.origin, evidence.form)),
    grounds: groundsOf(evidence, beside),
  };
}

/** A text with its translations as a passage. */
function passageOf({ original, texts, behind }: EvidenceText): Passage<string> {
  const others = Object.entries(texts).filter(([language]) => language !== original);
  return {
    language: original,
    body: texts[original] ?? "",
    translations: others.map(([language, body]) => ({ language, body, behind: behind.includes(language) })),
  };
}

function groundsOf(evidence: Evidence, { groundsOf: grounds }: Beside): GroundKey[] {
  return (grounds.get(nodeKey(evidence)) ?? []).map(({ kind, id }) => ({ kind, id }));
}

function originLabel(origin: EvidenceOrigin, code: string, beside: Beside): Wording[] {
  switch (origin.kind) {
    case "source": {
      const title = origin.described ? `[${origin.title}]` : origin.title;
      const reference = [origin.authors, origin.year && `(${origin.year})`].filter(Boolean).join(" ");
      return [
        ...(reference ? [{ plain: reference }] : []),
        { plain: title },
        origin.place ? { plain: origin.place } : { say: "place-not-known" },
      ];
    }
    case "interview":
      return [
        ...namedAlike(origin.people).map((alike) => ({ local: peopleIn(alike, beside.languages) })),
        ...(origin.people.length === 0 ? [{ say: "unnamed" }] : []),
        ...(origin.question ? [{ local: origin.question }] : []),
      ];
    case "actor":
      return [{ plain: origin.name }, { local: origin.label }, ...(origin.asOf ? [{ say: "as-of", values: { day: origin.asOf } }] : [])];
    case "judgement": {
      const subject = beside.subjects.get(code.split(":")[0] ?? "") ?? (origin.subject && { local: origin.subject });
      return [...(subject ? [subject] : []), ...(origin.criterion ? [{ local: origin.criterion }] : [])];
    }
    case "framework":
      return [...(origin.title ? [{ local: origin.title }] : []), ...(origin.node ? [{ local: origin.node }] : [])];
  }
}

/** People of whom the same is shown in one line per language of the document. */
function peopleIn(alike: NamedAlike, languages: readonly string[]): LocalText {
  return Object.fromEntries(
    languages.map((language) => [language, labelOfAlike(alike, language, documentWords(language)("unnamed"), languages)]),
  );
}

function levelLabel({ level }: Evidence): Wording[] {
  if (!level) return [];
  return [level.label ? { local: level.label } : { plain: String(level.value) }];
}

/** What several people have in common is said once. */
function distinct(wordings: readonly Wording[]): Wording[] {
  return [...new Map(wordings.map((wording) => [JSON.stringify(wording), wording])).values()];
}

function remarksOf(origin: EvidenceOrigin, form: string | null): Wording[] {
  if (origin.kind === "interview")
    return origin.people.flatMap(({ interest }) =>
      interest.flatMap((each): Wording[] => [{ say: `interest-${each.kind}` }, ...(each.words ? [{ local: each.words }] : [])]),
    );
  if (origin.kind === "actor" && origin.ownStatement) return [{ say: "own-statement" }];
  if (origin.kind === "judgement" && origin.earlier) return [{ say: "earlier-wording" }];
  return form === "whole-work" ? [{ say: "whole-work" }] : [];
}
