import type { EditionContent, Passage, SectionContent, StatementContent } from "~/domain/document/content";
import { keyOf } from "~/domain/document/assembly";
import { groupedBy } from "~/domain/document/grouped-by";
import { isFigureSettled } from "~/domain/figures/standing";
import type { BlockDocument } from "~/domain/text/document";
import { figuresOf, referencesOf } from "~/domain/text/text-of-doc";

/** What the checklist of an edition tells; `blocks` stops a final edition, `attention` is for somebody to look at. */
const problemKinds = {
  "no-grounds": "blocks",
  unsigned: "blocks",
  stale: "blocks",
  "lost-ground": "blocks",
  "broken-reference": "blocks",
  contradicted: "attention",
  "figure-changed": "attention",
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
  /** What a figure says and what it is now, where it changed; null = it can't be counted any more. */
  figure?: { shown: string; now: string | null } | undefined;
}

/** What a figure is now, as a text of a language reads; null = it can't be counted. */
export type FigureNow = (of: string, language: string) => string | null;

/**
 * Everything that a document from this content would lack, in the order of the outline; nothing of it stops a draft. `leftOut` are the keys of
 * evidence whose source the screening left out; without `figureNow` figures are taken as they stand.
 */
export function problemsOf(
  content: EditionContent,
  languages: readonly string[],
  leftOut: ReadonlySet<string> = new Set(),
  figureNow?: FigureNow,
): Problem[] {
  const statements = new Map(content.statements.map((each) => [each.id, each]));
  const atoms = atomProblems(content, figureNow);
  const perSection = content.sections.flatMap((section) => [
    ...signOffProblems(section),
    ...emptyProblems(section),
    ...section.blocks.flatMap((block): Problem[] => {
      if (block.kind === "text")
        return [...untranslated(block.text, languages, section, { subject: "text" }), ...atoms(block.text, { sectionCode: section.code })];
      const statement = block.kind === "statement" ? statements.get(block.statementId) : undefined;
      if (!statement) return [];
      const at = { sectionCode: section.code, statementCode: statement.code };
      return [...statementProblems(content, statement, section, languages), ...atoms(statement.text, at)];
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

/** Cross references that lead nowhere, and figures whose data changed since they were written, in each language of a text. */
function atomProblems(content: EditionContent, figureNow: FigureNow | undefined) {
  const there = targetsIn(content);
  return (text: Passage<BlockDocument>, at: Pick<Problem, "sectionCode" | "statementCode">): Problem[] => {
    const bodies = [text, ...text.translations];
    const broken = bodies.some(({ body }) => referencesOf(body).some(({ kind, id }) => !there.has(`${kind} ${id}`)));
    const changed = bodies.flatMap(({ body, language }) =>
      figuresOf(body).flatMap((figure) => {
        const now = figureNow ? figureNow(figure.of, language) : figure.shown;
        return isFigureSettled(figure, now) ? [] : [{ kind: "figure-changed" as const, ...at, figure: { shown: figure.shown, now } }];
      }),
    );
    return [...(broken ? [{ kind: "broken-reference" as const, ...at }] : []), ...changed];
  };
}

function targetsIn({ sections, statements }: EditionContent): Set<string> {
  const tables = sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === "data" && block.id ? [block.id] : [])));
  return new Set([
    ...sections.map(({ id }) => `section ${id}`),
    ...statements.map(({ id }) => `statement ${id}`),
    ...tables.map((id) => `table ${id}`),
  ]);
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
