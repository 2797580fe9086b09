import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arrangeColumns, countCrossings } from "~/domain/evidence/arrange";
import { makeGraph, type EvidenceGraph, type GraphStatement } from "~/domain/evidence/graph";
import type { LinkKind, NodeRef, StatementKind } from "~/domain/evidence/kinds";
import { leadingNowhere, unusedEvidence } from "~/domain/evidence/orphans";
import { viewAround, viewOfStatements, type GraphView } from "~/domain/evidence/view";
import { nextNode } from "~/features/statements/use-graph-keys";

const kindOf: Record<string, StatementKind> = { F: "finding", A: "answer", C: "conclusion", R: "recommendation" };
const statement = (code: string): GraphStatement => ({
  id: code,
  blockId: `b-${code}`,
  sectionId: "s",
  kind: kindOf[code.charAt(0)] ?? "finding",
  code,
  question: null,
  part: null,
  contradictionAnswer: "",
});
const node = (code: string): NodeRef =>
  code in kindOf || /^[FACR]/.test(code)
    ? { kind: "statement", id: code }
    : { kind: code.startsWith("j") ? "judgement" : "excerpt", id: code };

/** A graph from lines such as `A1 F1 supports`: what stands, on what, how. */
function graphOf(
  codes: readonly string[],
  links: readonly [string, string, LinkKind?][],
  grounds: readonly [string, string][] = [],
): EvidenceGraph {
  return makeGraph({
    blocks: codes.map((code) => ({ id: `b-${code}`, sectionId: "s", repeats: null })),
    statements: codes.map(statement),
    links: links.map(([from, to, kind = "supports"]) => ({ id: `${from} ${to}`, fromBlockId: `b-${from}`, to: node(to), kind, note: "" })),
    grounds: grounds.map(([holder, evidence]) => ({ holder: node(holder), evidence: node(evidence) })),
  });
}
const columnsOf = ({ nodes }: GraphView) => nodes.map(({ ref, column }) => [ref.id, column]);

describe("the graph of statements", () => {
  it("stands in columns along the chain, an answer on another answer one further, and leaves no column empty", () => {
    const codes = ["F1", "A1a", "A0", "R1"];
    const graph = graphOf(codes, [["A1a", "F1"], ["A0", "A1a"], ["R1", "A0"]]); // prettier-ignore
    expect(columnsOf(viewOfStatements(graph, codes.map(statement)))).toEqual([["F1", 0], ["A1a", 1], ["A0", 2], ["R1", 3]]); // prettier-ignore
  });

  it("has the links among the statements shown, with their kind, and no others", () => {
    const graph = graphOf(["F1", "F2", "C1"], [["C1", "F1"], ["C1", "F2", "contradicts"], ["F1", "e1"]]); // prettier-ignore
    expect(viewOfStatements(graph, [statement("F2"), statement("C1")]).edges).toEqual([
      { from: "statement/F2", to: "statement/C1", kind: "contradicts" },
    ]);
  });

  it("around one statement goes down to what its evidence stands on and up to the end, and to nothing beside it", () => {
    const graph = graphOf(["F1", "F2", "C1", "R1"], [["F1", "j1"], ["C1", "F1"], ["C1", "F2"], ["R1", "C1"], ["F2", "e9"]], [["j1", "e1"]]); // prettier-ignore
    const view = viewAround(graph, statement("F1"));
    expect(columnsOf(view).toSorted()).toEqual([["C1", 3], ["F1", 2], ["R1", 4], ["e1", 0], ["j1", 1]]); // prettier-ignore
    expect(view.edges).toContainEqual({ from: "excerpt/e1", to: "judgement/j1", kind: null });
  });

  it("ends where a cycle came in", () => {
    const graph = graphOf(["A1", "A2"], [["A1", "A2"], ["A2", "A1"]]); // prettier-ignore
    expect(viewOfStatements(graph, ["A1", "A2"].map(statement)).nodes).toHaveLength(2);
  });
});

const view = (pairs: readonly (readonly [string, string])[], left: readonly string[], right: readonly string[]): GraphView => ({
  nodes: [...left.map((key) => ({ key, ref: node(key), column: 0 })), ...right.map((key) => ({ key, ref: node(key), column: 1 }))],
  edges: pairs.map(([from, to]) => ({ from, to, kind: "supports" as const })),
});

describe("the order within the columns", () => {
  it("is counted by its crossings", () => {
    // a–z crosses b–x and b–y; a–y crosses b–x: three.
    expect(countCrossings([["a", "b"], ["x", "y", "z"]], view([["a", "z"], ["a", "y"], ["b", "x"], ["b", "y"]], [], []).edges)).toBe(3); // prettier-ignore
  });

  it("takes crossings away where it can", () => {
    const crossed = view([["a", "y"], ["b", "x"]], ["a", "b"], ["x", "y"]); // prettier-ignore
    expect(countCrossings(arrangeColumns(crossed), crossed.edges)).toBe(0);
  });

  it("stays as it came where no edge says anything", () => {
    expect(arrangeColumns(view([], ["b", "a"], ["y", "x"]))).toEqual([["b", "a"], ["y", "x"]]); // prettier-ignore
  });

  it("loses no node, never crosses more than before, and is the same for edges in another order", () => {
    const left = ["a", "b", "c", "d", "e"];
    const right = ["v", "w", "x", "y", "z"];
    const pair = fc.tuple(fc.constantFrom(...left), fc.constantFrom(...right));
    fc.assert(
      fc.property(fc.uniqueArray(pair, { selector: ([from, to]) => from + to, maxLength: 25 }), (pairs) => {
        const drawn = view(pairs, left, right);
        const arranged = arrangeColumns(drawn);
        expect(arranged.map((column) => column.toSorted())).toEqual([left, right]);
        expect(countCrossings(arranged, drawn.edges)).toBeLessThanOrEqual(countCrossings([left, right], drawn.edges));
        expect(arrangeColumns({ ...drawn, edges: drawn.edges.toReversed() })).toEqual(arranged);
      }),
    );
  });
});

describe("the arrows in the drawing", () => {
  const at = (key: string, column: number, y: number) => ({
    node: {
      key,
      code: key,
      statement: true,
      text: "",
      language: "nl",
      links: [],
      unsupported: false,
      contradicted: false,
      withheld: false,
      href: "/",
    },
    ...{ column, x: 0, y },
  });
  const placed = [at("F1", 0, 0), at("F2", 0, 50), at("F3", 0, 100), at("C1", 1, 90)];
  const edges = [{ from: "F1", to: "C1", kind: "supports" as const }, { from: "F3", to: "C1", kind: "supports" as const }]; // prettier-ignore
  it.each([
    ["ArrowDown", "F1", "F2"],
    ["ArrowUp", "F1", null],
    ["End", "F1", "F3"],
    ["Home", "F3", "F1"],
    ["ArrowRight", "F1", "C1"],
    ["ArrowRight", "F2", null],
    ["ArrowLeft", "C1", "F3"],
    ["Enter", "C1", null],
  ])("%s leads from %s to %s", (key, from, to) => {
    expect(nextNode(key, from, placed, edges)).toBe(to);
  });
});

describe("what lies loose", () => {
  const graph = graphOf(["F1", "F2", "C1", "R1"], [["F1", "e1"], ["C1", "F1"], ["F2", "j1"]], [["j1", "e2"]]); // prettier-ignore
  it("is evidence that no block links to and that is no ground of other evidence", () => {
    expect(unusedEvidence(graph, ["e1", "e2", "e3", "j1"].map(node)).map(({ id }) => id)).toEqual(["e3"]);
  });

  it("is a statement on which nothing stands, recommendations left out", () => {
    expect(leadingNowhere(graph).map(({ code }) => code)).toEqual(["F2", "C1"]);
  });
});
