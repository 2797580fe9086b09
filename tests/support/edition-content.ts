import type { EditionContent, EvidenceContent, LinkContent, Passage, SectionContent, StatementContent } from "~/domain/document/content";
import type { Say } from "~/domain/document/words";
import type { BlockDocument } from "~/domain/text/document";
import { docOfText } from "~/domain/text/text-of-doc";

/** Words of the tool as their keys, so that a test sees which one was said; values follow after a colon. */
export const keys: Say = (key, values = {}) => [key, ...Object.values(values)].join(":");

/** A text in Dutch with its English beside it, unless there is none. */
export function passage(nl: string, en?: string, behind = false): Passage<BlockDocument> {
  return { language: "nl", body: docOfText(nl), translations: en === undefined ? [] : [{ language: "en", body: docOfText(en), behind }] };
}

/** The same for a plain text. */
export function plain(nl: string, en?: string, behind = false): Passage<string> {
  return { language: "nl", body: nl, translations: en === undefined ? [] : [{ language: "en", body: en, behind }] };
}

/** A link to evidence or to a statement, named by its id. */
export function link(kind: LinkContent["target"]["kind"], id: string, relation: LinkContent["relation"] = "supports"): LinkContent {
  return { id: `link-${id}`, relation, note: "", target: { kind, id } };
}

/** A section that the outline requires, with nothing in it. */
export function section(code: string, more: Partial<SectionContent> = {}): SectionContent {
  return {
    id: `sec-${code}`,
    code,
    level: 1,
    number: code,
    annex: false,
    heading: { nl: `Deel ${code}`, en: `Part ${code}` },
    kind: "chapter",
    language: null,
    required: true,
    signOff: "signed",
    blocks: [],
    limitationIds: [],
    ...more,
  };
}

/** A finding on nothing yet. */
export function finding(code: string, sectionCode: string, more: Partial<StatementContent> = {}): StatementContent {
  return {
    id: code,
    code,
    kind: "finding",
    question: null,
    sectionId: `sec-${sectionCode}`,
    text: passage(`Bewering ${code}.`, `Claim ${code}.`),
    addressedTo: null,
    confidence: null,
    contradictionAnswer: null,
    links: [],
    limitationIds: [],
    ...more,
  };
}

/** An excerpt by its code. */
export function excerpt(code: string, more: Partial<EvidenceContent> = {}): EvidenceContent {
  return {
    kind: "excerpt",
    id: code,
    code,
    label: [{ plain: "Visser (2024)" }],
    text: plain(`Passage ${code}`, `Excerpt ${code}`),
    quoted: true,
    withheld: null,
    remarks: [],
    grounds: [],
    ...more,
  };
}

/**
 * A small study: chapter 1 with a finding on two excerpts that contradict each other, chapter 2 with a conclusion on it that the
 * summary repeats, a judgement that stands on a third excerpt, and the register. S01:9 is cited by nothing.
 */
export function study(more: Partial<EditionContent> = {}): EditionContent {
  return {
    title: { nl: "Kranen in de stad", en: "Taps in the city" },
    commissioner: { nl: "De gemeente", en: "The city" },
    notice: { nl: "Voorbeeld", en: "Example" },
    period: { from: "2026-01-01", to: "2026-06-30" },
    languages: ["nl", "en"],
    originalLanguage: "nl",
    number: 1,
    draft: 2,
    purpose: "concept",
    compiledOn: "2026-07-01T10:00:00.000Z",
    protocolNumber: 1,
    colophon: { carriedOutBy: [{ role: "lead", names: ["Hanna Vos"] }], protocolDigest: "ab".repeat(32), program: "1.2.3" },
    contradictionMustBeAddressed: true,
    sections: [
      section("summary", { kind: "summary", number: null, blocks: [{ kind: "repeat", statementId: "C1" }] }),
      section("1", { blocks: [{ kind: "text", id: "b1", text: passage("Inleiding", "Introduction"), links: [] }] }),
      section("1.1", { level: 2, kind: "section", blocks: [{ kind: "statement", statementId: "F1" }], limitationIds: ["lim"] }),
      section("2", { signOff: "missing", blocks: [{ kind: "statement", statementId: "C1" }] }),
      section("register", {
        number: "1",
        annex: true,
        kind: "annex",
        signOff: "not-needed",
        blocks: [{ kind: "data", pieces: [{ piece: "register" }] }],
      }),
    ],
    statements: [
      finding("F1", "1.1", {
        links: [link("excerpt", "S01:1"), link("excerpt", "S01:2", "contradicts"), link("judgement", "O1:K1", "context")],
        contradictionAnswer: plain("Het verschil zit in de meetwijze.", "It lies in the way of measuring."),
        limitationIds: ["lim"],
      }),
      finding("C1", "2", { kind: "conclusion", links: [link("statement", "F1")] }),
    ],
    evidence: [
      excerpt("S01:10"),
      excerpt("S01:2"),
      excerpt("S01:1"),
      excerpt("S01:9"),
      { ...excerpt("O1:K1"), kind: "judgement", quoted: false, grounds: [{ kind: "excerpt", id: "S01:10" }] },
    ],
    limitations: [{ id: "lim", number: 1, text: plain("Alleen de binnenstad.", "The inner city only.") }],
    approvals: [],
    remarks: [],
    ...more,
  };
}

/** The study with its sections changed, by code. */
export function studyWith(changed: Readonly<Record<string, Partial<SectionContent>>>, more: Partial<EditionContent> = {}): EditionContent {
  const base = study(more);
  return { ...base, sections: base.sections.map((each) => ({ ...each, ...changed[each.code] })) };
}
