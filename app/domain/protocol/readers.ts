import type { CodebookCode } from "~/domain/protocol/codebook";
import type { Criterion, JudgedSubject } from "~/domain/protocol/criteria";
import type { Answer, Field } from "~/domain/protocol/fields";
import type { PolicyFramework, PolicyNode } from "~/domain/protocol/frameworks";
import type { GuideBlock, GuideQuestion } from "~/domain/protocol/guide";
import type { Option } from "~/domain/protocol/options";
import type { OutlineSection, SectionRole } from "~/domain/protocol/outline";
import type { ResearchQuestion } from "~/domain/protocol/questions";
import type { Scale } from "~/domain/protocol/scales";
import type { Protocol } from "~/domain/protocol/schema";

type Node = { id: string; parent?: string | undefined };

/** A node of a tree with its depth: 0 at the top. */
export type Placed<T> = { node: T; depth: number };

/** The nodes of a flat list with parents, depth first and otherwise in the order of the file. */
function inTreeOrder<T extends Node>(nodes: readonly T[], parent?: string, depth = 0): Placed<T>[] {
  return nodes.filter((node) => node.parent === parent).flatMap((node) => [{ node, depth }, ...inTreeOrder(nodes, node.id, depth + 1)]);
}

/** The research question with this id, or null. */
export function findQuestion(protocol: Protocol, id: string): ResearchQuestion | null {
  return protocol.questions.find((question) => question.id === id) ?? null;
}

/** The research questions directly below one, or at the top when no id is given. */
export function childrenOf(protocol: Protocol, id?: string): ResearchQuestion[] {
  return protocol.questions.filter((question) => question.parent === id);
}

/** The research questions below one (or in the whole tree) that have none below them. */
export function leavesOf(protocol: Protocol, id?: string): ResearchQuestion[] {
  return inTreeOrder(protocol.questions, id)
    .map(({ node }) => node)
    .filter((question) => childrenOf(protocol, question.id).length === 0);
}

/** The research questions with their depth, as a reader sees them. */
export function questionsInOrder(protocol: Protocol): Placed<ResearchQuestion>[] {
  return inTreeOrder(protocol.questions);
}

/** The questions that get an answer in words: neither a heading nor one whose answer stands on its parent. */
export function answeredQuestions(protocol: Protocol): ResearchQuestion[] {
  return inTreeOrder(protocol.questions)
    .map(({ node }) => node)
    .filter((question) => question.kind === "main" || question.kind === "question");
}

/** The question that carries the answer in words to this one: itself, or for a `sub` the nearest question above it. */
export function answeredOn(protocol: Protocol, id: string): ResearchQuestion | null {
  const question = findQuestion(protocol, id);
  if (question?.kind !== "sub" || question.parent === undefined) return question;
  return answeredOn(protocol, question.parent);
}

/** The form of a research question; empty when it has none. */
export function formOf(protocol: Protocol, questionId: string): Field[] {
  return findQuestion(protocol, questionId)?.fields ?? [];
}

/** The sections of the outline with their depth, in the order of the document. */
export function sectionsInOrder(protocol: Protocol): Placed<OutlineSection>[] {
  return inTreeOrder(protocol.outline);
}

/** The section with this id, or null. */
export function findSection(protocol: Protocol, id: string): OutlineSection | null {
  return protocol.outline.find((section) => section.id === id) ?? null;
}

/** The sections that answer a research question, in the order of the document. */
export function sectionsAnswering(protocol: Protocol, questionId: string): OutlineSection[] {
  return sectionsInOrder(protocol)
    .map(({ node }) => node)
    .filter((section) => section.questions?.includes(questionId));
}

/** The role that writes and the role that reviews a section, each from the nearest section upwards that names one. */
export function nearestWriters(protocol: Protocol, id: string): { write: SectionRole | null; review: SectionRole | null } {
  const section = findSection(protocol, id);
  if (!section) return { write: null, review: null };
  const above = section.parent === undefined ? null : nearestWriters(protocol, section.parent);
  return { write: section.write ?? above?.write ?? null, review: section.review ?? above?.review ?? null };
}

/** The scale with this id, or null. */
export function findScale(protocol: Protocol, id: string): Scale | null {
  return protocol.scales?.find((scale) => scale.id === id) ?? null;
}

/** The criterion with this id, or null. */
export function findCriterion(protocol: Protocol, id: string): Criterion | null {
  return protocol.criteria?.find((criterion) => criterion.id === id) ?? null;
}

/** The scale on which a criterion is judged; null only for a protocol that was never checked. */
export function scaleOf(protocol: Protocol, criterionId: string): Scale | null {
  const criterion = findCriterion(protocol, criterionId);
  return criterion && findScale(protocol, criterion.scale);
}

/** The criteria on which one kind of subject is judged, in the order of the file. */
export function criteriaFor(protocol: Protocol, subject: JudgedSubject): Criterion[] {
  return (protocol.criteria ?? []).filter((criterion) => criterion.subject === subject);
}

/** The option with this id, or null. */
export function findOption(protocol: Protocol, id: string): Option | null {
  return protocol.options?.find((option) => option.id === id) ?? null;
}

/** The framework with this id, or null. */
export function findFramework(protocol: Protocol, id: string): PolicyFramework | null {
  return protocol.frameworks?.find((framework) => framework.id === id) ?? null;
}

/** The policy node with this id and its framework, or null; ids of nodes are unique in the whole protocol. */
export function findPolicyNode(protocol: Protocol, id: string): { framework: PolicyFramework; node: PolicyNode } | null {
  for (const framework of protocol.frameworks ?? []) {
    const node = framework.nodes.find((each) => each.id === id);
    if (node) return { framework, node };
  }
  return null;
}

/** The nodes of a framework with their depth; `kind` "group" is a heading that isn't judged. */
export function nodesInOrder(framework: PolicyFramework): Placed<PolicyNode>[] {
  return inTreeOrder(framework.nodes);
}

/** The code of a policy node: that of its framework and its number, or its id where it has none (`water 1.2`). */
export function policyNodeCode(framework: PolicyFramework, node: PolicyNode): string {
  return node.number === undefined ? node.id : `${framework.code} ${node.number}`;
}

/** The codes of the codebook with their depth, in the order of the file. */
export function codesInOrder(protocol: Pick<Protocol, "codebook">): Placed<CodebookCode>[] {
  return inTreeOrder(protocol.codebook ?? []);
}

/** The code with this id, or null. */
export function findCode(protocol: Pick<Protocol, "codebook">, id: string): CodebookCode | null {
  return protocol.codebook?.find((code) => code.id === id) ?? null;
}

/** The frameworks, criteria and guide questions that say of themselves that they inform a research question. */
export function informing(protocol: Protocol, questionId: string) {
  const informs = (each: { informs?: string[] | undefined }) => each.informs?.includes(questionId) ?? false;
  return {
    frameworks: (protocol.frameworks ?? []).filter(informs),
    criteria: (protocol.criteria ?? []).filter(informs),
    guideQuestions: guideQuestions(protocol).filter(informs),
  };
}

/** The guide's questions that are asked of a kind of interviewee (of anyone when none is given), in the order of the guide. */
export function guideQuestions(protocol: Protocol, intervieweeKind?: string): GuideQuestion[] {
  return guideBlocks(protocol, intervieweeKind).flatMap((block) => block.questions);
}

/** The guide's blocks with only the questions that are asked of this kind of interviewee; a block without any is left out. */
export function guideBlocks(protocol: Protocol, intervieweeKind?: string): GuideBlock[] {
  return (protocol.guide?.blocks ?? [])
    .map((block) => ({ ...block, questions: block.questions.filter((question) => isAskedOf(question, intervieweeKind)) }))
    .filter((block) => block.questions.length > 0);
}

function isAskedOf(question: GuideQuestion, intervieweeKind: string | undefined): boolean {
  if (intervieweeKind === undefined || question.askedOf === undefined) return true;
  return question.askedOf.includes(intervieweeKind);
}

/** The guide question with this id, or null. */
export function findGuideQuestion(protocol: Protocol, id: string): GuideQuestion | null {
  return guideQuestions(protocol).find((question) => question.id === id) ?? null;
}

/** What to write down for a question: one item, or one per part with its letter; `code` is what follows the interview's (`22b`). */
export type AskedItem = { question: GuideQuestion; part: string | null; code: string; answer: Answer };

/** The items of a guide question, in order. */
export function askedItems(question: GuideQuestion): AskedItem[] {
  const code = String(question.number);
  if (!question.parts) return [{ question, part: null, code, answer: question.answer }];
  return question.parts.map((part, index) => ({
    question,
    part: part.key,
    code: code + String.fromCharCode(97 + index),
    answer: part.answer ?? question.answer,
  }));
}
