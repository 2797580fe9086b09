import type { DataTable } from "~/domain/evidence/data-table";
import type { EarlierItem } from "~/domain/interviews/earlier-items";
import { nodesInOrder, policyNodeCode, questionsInOrder, guideBlocks } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { inLanguages } from "./in-languages.server";
import { column, plainWords, textWords, toolWords } from "./words";

/** The research questions as a tree, with the parts of each below it. */
export function questionsTable(protocol: Protocol): DataTable {
  return {
    block: "questions",
    caption: toolWords("questions"),
    columns: [column("code"), column("question")],
    rows: questionsInOrder(protocol).flatMap(({ node, depth }) => [
      { id: node.id, depth, cells: [node.kind === "group" ? null : plainWords(node.id), textWords(node.text)] },
      ...(node.parts ?? []).map((part) => ({
        id: `${node.id}.${part.key}`,
        depth: depth + 1,
        cells: [plainWords(`${node.id}.${part.key}`), textWords(part.text)],
      })),
    ]),
    notes: [],
  };
}

/** How the study works: its methods, and the criteria by which sources and interviewees were chosen. */
export function methodTables(protocol: Protocol): DataTable[] {
  const lists = [
    { id: "methods", entries: protocol.methods },
    { id: "inclusionCriteria", entries: protocol.inclusionCriteria },
    { id: "screeningCriteria", entries: protocol.screening?.criteria },
    { id: "selectionCriteria", entries: protocol.selectionCriteria },
  ];
  return lists.flatMap(({ id, entries }): DataTable[] => {
    if (!entries || entries.length === 0) return [];
    const rows = entries.map((entry) => ({ id: entry.id, depth: 0, cells: [textWords(entry.title), textWords(entry.description)] }));
    return [{ block: "method", caption: toolWords(id), columns: [column("title"), column("description")], rows, notes: [] }];
  });
}

/** The interview guide by block, each question with its lettered parts, and how what it took the place of was asked before. */
export function guideTable(protocol: Protocol, earlier: readonly EarlierItem[]): DataTable {
  const rows = guideBlocks(protocol).flatMap((block) => [
    { id: block.id, depth: 0, cells: [null, textWords(block.title)] },
    ...block.questions.flatMap((question) => [
      { id: question.id, depth: 1, cells: [plainWords(question.number), textWords(question.text)] },
      ...(question.parts ?? []).map((part, at) => ({
        id: `${question.id}.${part.key}`,
        depth: 2,
        cells: [plainWords(`${question.number}${String.fromCharCode(97 + at)}`), textWords(part.text)],
      })),
      ...earlier
        .filter(({ heirs }) => heirs.includes(question.id))
        .map(({ question: id, part, code, wording }) => ({
          id: `${question.id} ${id} ${part}`,
          depth: 2,
          cells: [plainWords(code), inLanguages(protocol, ({ say, text }) => say("data.askedEarlier", { wording: text(wording) }))],
        })),
    ]),
  ]);
  return { block: "guide", caption: toolWords("guide"), columns: [column("code"), column("question")], rows, notes: [] };
}

/** The nodes of the policy frameworks (of some, when narrowed), each framework with its id; the judgements are added by whoever reads them. */
export function policyNodes(protocol: Protocol, of: readonly string[] | undefined) {
  const frameworks = (protocol.frameworks ?? []).filter(({ id }) => of === undefined || of.includes(id));
  return frameworks.map((framework) => ({
    framework,
    nodes: nodesInOrder(framework).map(({ node, depth }) => ({ node, depth, code: policyNodeCode(framework, node) })),
  }));
}
