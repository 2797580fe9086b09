import type { EditionContent, Passage, SectionContent, StatementContent } from "~/domain/document/content";
import { keyOf } from "~/domain/document/assembly";
import { groupedBy } from "~/domain/document/grouped-by";

/** What the checklist of an edition tells; `blocks` stops a final edition, `attention` is for somebody to look at. */
const problemKinds = {
  "no-grounds": "blocks",
  unsigned: "blocks",
  stale: "blocks",
  "lost-ground": "blocks",
  contradicted: "attention",
  untranslated: "attention",
  behind: "attention",
  "empty-required": "attention",
  "withdrawn-ground": "attention",
  "left-out-ground": "attention",
} as const satisfies Record<string, "blocks" | "attention">;

/** A kind of problem on the checklist. */
export type ProblemKind = keyof typeof problemKinds;

/** One thing that the checklist names: what, in which section, and the statement or language if it has one. */
export interface Problem {
  kind: ProblemKind;
  sectionCode: string;
  statementCode?: string | undefined;
  language?: string | undefined;
  /** What is not translated, where it is no statement. */
  subject?: "text" | "heading" | "limitation" | "statement" | "evidence" | undefined;
  /** Code of the ground, where the problem is one. */
  groundCode?: string | undefined;
}

/**
 * Everything that a document from this content would lack, in the order of the outline; nothing of it stops a draft. `leftOut` are the keys of
 * evidence whose source the screening left out.
 */
export function problemsOf(content: EditionContent, languages: readonly string[], leftOut: ReadonlySet<string> = new Set()): Problem[] {
  const statements = new Map(content.statements.map((each) => [each.id, each]));
  const perSection = content.sections.flatMap((section) => [
    ...signOffProblems(section),
    ...emptyProblems(section),
    ...section.blocks.flatMap((block): Problem[] => {
      if (block.kind === "text") return untranslated(block.text, languages, section, { subject: "text" });
      const statement = block.kind === "statement" ? statements.get(block.statementId) : undefined;
      return statement ? statementProblems(content, statement, section, languages) : [];
    }),
  ]);
  return [...perSection, ...evidenceProblems(content, languages, leftOut)];
}

/** The problems by kind, blocking kinds first, in the order of the table. */
export function problemsByKind(problems: readonly Problem[]): { kind: ProblemKind; weight: "blocks" | "attention"; problems: Problem[] }[] {
  const groups = groupedBy(problems, (problem) => problem.kind);
  return (Object.keys(problemKinds) as ProblemKind[]).flatMap((kind) => {
    const found = groups.get(kind);
    return found ? [{ kind, weight: problemKinds[kind], problems: found }] : [];
  });
}

function signOffProblems(section: SectionContent): Problem[] {
  if (section.signOff === "missing") return [{ kind: "unsigned", sectionCode: section.code }];
  return section.signOff === "stale" ? [{ kind: "stale", sectionCode: section.code }] : [];
}

function emptyProblems(section: SectionContent): Problem[] {
  return section.required && section.blocks.length === 0 && section.kind !== "chapter"
    ? [{ kind: "empty-required", sectionCode: section.code }]
    : [];
}

function statementProblems(
  content: EditionContent,
  statement: StatementContent,
  section: SectionContent,
  languages: readonly string[],
): Problem[] {
  const at = { sectionCode: section.code, statementCode: statement.code };
  const known = new Set([...content.evidence.map(keyOf), ...content.statements.map((each) => keyOf({ kind: "statement", id: each.id }))]);
  const carrying = statement.links.filter((link) => link.relation !== "context");
  const contradicted = statement.links.some((link) => link.relation === "contradicts");
  const answered = (statement.contradictionAnswer?.body.trim() ?? "") !== "";
  return [
    ...(carrying.length === 0 ? [{ kind: "no-grounds" as const, ...at }] : []),
    ...(contradicted && !answered ? [{ kind: "contradicted" as const, ...at }] : []),
    ...(statement.links.some((link) => !known.has(keyOf(link.target))) ? [{ kind: "lost-ground" as const, ...at }] : []),
    ...untranslated(statement.text, languages, section, { subject: "statement", statementCode: statement.code }),
  ];
}

function evidenceProblems(content: EditionContent, languages: readonly string[], leftOut: ReadonlySet<string>): Problem[] {
  const homes = new Map(content.sections.map((section) => [section.id, section]));
  const cited = content.statements.flatMap((statement) => statement.links.map((link) => ({ key: keyOf(link.target), statement })));
  const firstUse = new Map(cited.toReversed().map(({ key, statement }) => [key, statement]));
  return content.evidence.flatMap((evidence): Problem[] => {
    const statement = firstUse.get(keyOf(evidence));
    const section = statement && homes.get(statement.sectionId);
    if (!statement || !section) return [];
    const at = { sectionCode: section.code, statementCode: statement.code, groundCode: evidence.code };
    return [
      ...(evidence.withheld === "withdrawn" ? [{ kind: "withdrawn-ground" as const, ...at }] : []),
      ...(leftOut.has(keyOf(evidence)) ? [{ kind: "left-out-ground" as const, ...at }] : []),
      ...(evidence.text ? untranslated(evidence.text, languages, section, { ...at, subject: "evidence" }) : []),
    ];
  });
}

function untranslated(
  passage: Passage<unknown>,
  languages: readonly string[],
  section: SectionContent,
  about: Omit<Problem, "kind" | "sectionCode">,
): Problem[] {
  if (section.language !== null) return [];
  return languages.flatMap((language): Problem[] => {
    if (language === passage.language) return [];
    const found = passage.translations.find((each) => each.language === language);
    if (found && !found.behind) return [];
    return [{ kind: found ? "behind" : "untranslated", sectionCode: section.code, language, ...about }];
  });
}
