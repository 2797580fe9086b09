import { textWithLanguage } from "~/domain/local-text";
import type { Person } from "~/domain/permissions";
import { pictureWords } from "~/domain/pictures/words";
import type { Protocol } from "~/domain/protocol/schema";
import type { Language } from "~/domain/tool-language";
import { listCitedIn } from "~/platform/cited-in.server";
import type { Db } from "~/platform/db.server";
import { documentWords } from "~/platform/document-words.server";
import { readFrameworkTrees } from "~/platform/framework-trees.server";
import { refuse } from "~/platform/refusal.server";
import { listTranslations } from "~/platform/translations.server";
import type { ShownPart } from "./shown-part";
import { showTree, type ShownFramework, type ShownNode } from "./show-framework";

/** Who looks at which study, in which language. */
export interface AlignmentStudy {
  assessment: { id: string; languages: readonly string[] };
  protocol: Protocol;
  viewer: Person;
  language: Language;
}

/** The frameworks as they are read, and as pages show them. A constant number of queries. */
async function loadFrameworks(db: Db, study: AlignmentStudy) {
  const { assessment, protocol, viewer, language } = study;
  const read = await readFrameworkTrees(db, assessment.id, protocol, viewer);
  const reasons = new Map([...read.rows.values()].map((row) => [row.id, row.reasons]));
  const translations = await listTranslations(db, "alignment", "reasons", reasons);
  const words = pictureWords(documentWords(language), language, assessment.languages);
  const saidOf = (key: string) => {
    const row = read.rows.get(key);
    if (!row) return null;
    const others = (translations.get(row.id) ?? []).map((one) => [one.language, one.body] as const);
    return textWithLanguage({ ...Object.fromEntries(others), [row.language]: row.reasons }, language, [row.language]);
  };
  return { read, shown: read.trees.map((tree) => showTree(tree, read, { words, saidOf })) };
}

/** All frameworks with what was judged, what is missing and what does not fit together, or one of these two parts. */
export async function listFrameworks(db: Db, study: AlignmentStudy, part: ShownPart) {
  const { shown } = await loadFrameworks(db, study);
  const sum = (numberOf: (framework: ShownFramework) => number) => shown.reduce((total, one) => total + numberOf(one), 0);
  return {
    part,
    frameworks: shown.map((framework) => ({ ...framework, nodes: narrowNodes(framework.nodes, part) })),
    gaps: sum(({ gaps }) => gaps),
    contradictions: sum(({ contradictions }) => contradictions),
    answered: sum(({ summary }) => summary.subjects - summary.open),
    judged: sum(({ summary }) => summary.judged),
    subjects: sum(({ summary }) => summary.subjects),
    next: nextToJudge(shown),
  };
}

/** The frameworks as the page of all of them shows them. */
export type ListedFrameworks = Awaited<ReturnType<typeof listFrameworks>>;

/** One framework with its picture; refuses one that the protocol does not have. */
export async function findFrameworkPage(db: Db, study: AlignmentStudy, id: string | undefined) {
  const { read, shown } = await loadFrameworks(db, study);
  const framework = shown.find((one) => one.id === id);
  const tree = read.trees.find((one) => one.framework.id === id);
  if (!framework || !tree) throw refuse("not-found");
  return { framework, picture: { kind: "alignment" as const, ...tree }, next: nextToJudge(shown.filter((one) => one.id === id)) };
}

/** What stands beside the judgement of one node: its roll-up, what is missing, what does not fit, and where to go on. */
export async function readNodeBeside(db: Db, study: AlignmentStudy, { framework: id, node: nodeId }: { framework: string; node: string }) {
  const { read, shown } = await loadFrameworks(db, study);
  const framework = shown.find((one) => one.id === id);
  const node = framework?.nodes.find((one) => one.id === nodeId);
  if (!framework || !node) throw refuse("not-found");
  const elaborated = shown.find((one) => one.id === node.elaboratedIn);
  const row = read.rows.get(`${id}/${nodeId}`);
  const contradictions = framework.nodes
    .flatMap((one) => one.contradictions)
    .filter((one) => one.node === nodeId || one.about.includes(nodeId));
  return {
    node: { ...node, contradictions },
    isJudged: row !== undefined,
    citedIn: row ? ((await listCitedIn(db, "alignment", [row.id])).get(row.id) ?? []) : [],
    answered: framework.summary.subjects - framework.summary.open,
    subjects: framework.summary.subjects,
    elaborated: elaborated ? { id: elaborated.id, title: elaborated.title, words: elaborated.summary.words } : null,
    next: nextToJudge(shown, { framework: id, node: nodeId }),
  };
}

/** What stands beside the judgement of one node. */
export type NodeBeside = Awaited<ReturnType<typeof readNodeBeside>>;

/** The nodes of a framework of which something is shown, with the headings above them. */
function narrowNodes(nodes: readonly ShownNode[], part: ShownPart): ShownNode[] {
  if (part === "all") return [...nodes];
  const fitting = nodes.filter((node) => (part === "gaps" ? node.gap !== null : node.contradictions.length > 0));
  const kept = new Set(fitting.flatMap((node) => [node.id, ...above(nodes, node)]));
  return nodes.filter(({ id }) => kept.has(id));
}

function above(nodes: readonly ShownNode[], { parent }: ShownNode): string[] {
  const found = nodes.find(({ id }) => id === parent);
  return found ? [found.id, ...above(nodes, found)] : [];
}

/** The address, below the frameworks, of the first node that is not judged: after the one given, or else from the start; null when all are. */
function nextToJudge(frameworks: readonly ShownFramework[], after?: { framework: string; node: string }): string | null {
  const all = frameworks.flatMap(({ id, nodes }) => nodes.filter(({ group }) => !group).map((node) => ({ framework: id, node })));
  const at = all.findIndex(({ framework, node }) => framework === after?.framework && node.id === after.node);
  const inTurn = [...all.slice(at + 1), ...all.slice(0, at + 1)];
  const next = inTurn.find(
    ({ framework, node }) => node.gap === "not-judged" && !(framework === after?.framework && node.id === after.node),
  );
  return next ? `${next.framework}/${next.node.id}` : null;
}
