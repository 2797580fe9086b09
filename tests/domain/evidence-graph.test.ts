import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chainProblem, mayLink, type ChainRule, type LinkEnd, type LinkStart } from "~/domain/evidence/chain";
import { isContradictionOpen, isUnsupported } from "~/domain/evidence/gaps";
import { answersTo, usedBy } from "~/domain/evidence/use";
import {
  makeGraph,
  reachableFromSection,
  statementsOn,
  wouldMakeCycle,
  type GraphLink,
  type GraphRows,
  type GraphStatement,
} from "~/domain/evidence/graph";
import { evidenceKinds, nodeKey, statementKinds, type LinkKind, type NodeRef } from "~/domain/evidence/kinds";

const excerpt = (id: string): NodeRef => ({ kind: "excerpt", id });
const judgement = (id: string): NodeRef => ({ kind: "judgement", id });
const on = (id: string): NodeRef => ({ kind: "statement", id });

function statement(id: string, sectionId: string, kind: GraphStatement["kind"] = "finding", contradictionAnswer = ""): GraphStatement {
  return { id, blockId: `b-${id}`, sectionId, kind, code: id, question: null, part: null, contradictionAnswer };
}

function link(from: string, to: NodeRef, kind: LinkKind = "supports"): GraphLink {
  return { id: `${from}>${nodeKey(to)}`, fromBlockId: `b-${from}`, to, kind, note: "" };
}

function rows(statements: GraphStatement[], links: GraphLink[], grounds: GraphRows["grounds"] = []): GraphRows {
  return { statements, links, grounds, blocks: statements.map(({ blockId, sectionId }) => ({ id: blockId, sectionId, repeats: null })) };
}

/** C1 stands on A1, A1 on F1 and F2, F2 on a judgement that itself stands on an excerpt. */
const chain = rows(
  [statement("C1", "five", "conclusion"), statement("A1", "five", "answer"), statement("F1", "three"), statement("F2", "three")],
  [
    link("C1", on("A1")),
    link("A1", on("F1")),
    link("A1", on("F2")),
    link("F1", excerpt("e1")),
    link("F1", excerpt("e2"), "context"),
    link("F2", judgement("j1")),
  ],
  [{ holder: { kind: "judgement", id: "j1" }, evidence: excerpt("e3") }],
);

describe("what a section reaches", () => {
  it("goes over links and grounds, in any section, and says how far and through what", () => {
    const reached = reachableFromSection(makeGraph(chain), "five");
    expect([...reached.keys()].toSorted()).toEqual([
      "excerpt/e1",
      "excerpt/e2",
      "excerpt/e3",
      "judgement/j1",
      "statement/A1",
      "statement/F1",
      "statement/F2",
    ]);
    expect(reached.get("statement/F1")).toEqual({ node: on("F1"), steps: 1, through: null });
    expect(reached.get("excerpt/e3")).toEqual({ node: excerpt("e3"), steps: 3, through: judgement("j1") });
  });

  it("reaches a statement that it repeats, and what that stands on", () => {
    const graph = makeGraph({ ...chain, blocks: [...chain.blocks, { id: "again", sectionId: "summary", repeats: "F1" }] });
    expect([...reachableFromSection(graph, "summary").keys()].toSorted()).toEqual(["excerpt/e1", "excerpt/e2", "statement/F1"]);
  });

  it("leaves out links of blocks that are archived", () => {
    const graph = makeGraph({ ...chain, blocks: chain.blocks.filter(({ id }) => id !== "b-F2") });
    expect(reachableFromSection(graph, "three").has("judgement/j1")).toBe(false);
  });

  it("does not depend on the order of links, grounds or statements", () => {
    const shuffled = fc.tuple(
      fc.shuffledSubarray([...chain.links], { minLength: chain.links.length }),
      fc.shuffledSubarray([...chain.statements], { minLength: chain.statements.length }),
    );
    const straight = [...reachableFromSection(makeGraph(chain), "five").values()];
    fc.assert(
      fc.property(shuffled, ([links, statements]) => {
        expect([...reachableFromSection(makeGraph({ ...chain, links, statements }), "five").values()]).toEqual(straight);
      }),
    );
  });
});

describe("a cycle", () => {
  const graph = makeGraph(chain);
  it("is refused to itself, to what stands on it, and over several links", () => {
    expect(wouldMakeCycle(graph, "b-F1", on("F1"))).toBe(true);
    expect(wouldMakeCycle(graph, "b-F1", on("A1"))).toBe(true);
    expect(wouldMakeCycle(graph, "b-F2", on("C1"))).toBe(true);
  });
  it("is not made by a second way to the same ground, or by evidence", () => {
    expect(wouldMakeCycle(graph, "b-C1", on("F2"))).toBe(false);
    expect(wouldMakeCycle(graph, "b-F2", excerpt("e1"))).toBe(false);
  });
});

describe("what stands on a node", () => {
  it("is told with its link, and is empty for what nobody cites", () => {
    const graph = makeGraph(chain);
    expect(statementsOn(graph, on("F2")).map(({ statement: one, link: way }) => [one.code, way.kind])).toEqual([["A1", "supports"]]);
    expect(statementsOn(graph, excerpt("e3"))).toEqual([]);
  });
});

describe("gaps", () => {
  const graph = makeGraph(
    rows(
      [statement("F1", "s"), statement("F2", "s"), statement("F3", "s"), statement("F4", "s", "finding", "Two against one, and older.")],
      [
        link("F1", excerpt("e1")),
        link("F2", excerpt("e1"), "context"),
        link("F3", excerpt("e1")),
        link("F3", excerpt("e2"), "contradicts"),
        link("F4", excerpt("e2"), "contradicts"),
      ],
    ),
  );
  const holds = (code: string, test: typeof isUnsupported) => test(graph, graph.statements.get(code) ?? statement("none", "s"));
  it("context and contradiction are no ground", () => {
    expect(["F1", "F2", "F3", "F4"].map((code) => holds(code, isUnsupported))).toEqual([false, true, false, true]);
  });
  it("a contradiction is open until words deal with it", () => {
    expect(["F1", "F2", "F3", "F4"].map((code) => holds(code, isContradictionOpen))).toEqual([false, false, true, false]);
  });
});

const to = (statementKind: (typeof statementKinds)[number], answersBelow = false): LinkEnd => ({
  kind: "statement",
  statement: statementKind,
  answersBelow,
});
const evidence: LinkEnd = { kind: "excerpt" };

describe("the chain", () => {
  // from, to, strict, evidence-allowed (MODEL: "F on evidence; A on F, and on answers below its own; C on A and F; R on C"; "each also on any earlier kind, and on evidence")
  const table: [LinkStart, string, LinkEnd, boolean, boolean][] = [
    ["finding", "evidence", evidence, true, true],
    ["finding", "a finding", to("finding"), false, false],
    ["finding", "an answer", to("answer"), false, false],
    ["finding", "a conclusion", to("conclusion"), false, false],
    ["finding", "a recommendation", to("recommendation"), false, false],
    ["answer", "evidence", evidence, false, true],
    ["answer", "a finding", to("finding"), true, true],
    ["answer", "an answer below", to("answer", true), true, true],
    ["answer", "an answer elsewhere", to("answer"), false, false],
    ["answer", "a conclusion", to("conclusion"), false, false],
    ["conclusion", "evidence", evidence, false, true],
    ["conclusion", "a finding", to("finding"), true, true],
    ["conclusion", "an answer", to("answer"), true, true],
    ["conclusion", "a conclusion", to("conclusion"), false, false],
    ["conclusion", "a recommendation", to("recommendation"), false, false],
    ["recommendation", "evidence", evidence, false, true],
    ["recommendation", "a finding", to("finding"), false, true],
    ["recommendation", "an answer", to("answer"), false, true],
    ["recommendation", "a conclusion", to("conclusion"), true, true],
    ["recommendation", "a recommendation", to("recommendation"), false, false],
    ["text", "evidence", evidence, false, false],
    ["text", "a conclusion", to("conclusion"), false, false],
  ];
  it.each(table)("%s on %s", (from, _name, end, strict, free) => {
    for (const kind of ["supports", "contradicts"] as const) {
      expect(mayLink("strict", from, end, kind)).toBe(strict);
      expect(mayLink("evidence-allowed", from, end, kind)).toBe(free);
    }
  });
  it("leaves context free, from text and from every kind, to everything", () => {
    const rules: ChainRule[] = ["strict", "evidence-allowed"];
    const ends = [...evidenceKinds.map((kind) => ({ kind })), ...statementKinds.map((kind) => to(kind))];
    for (const rule of rules)
      for (const from of ["text", ...statementKinds] as const)
        for (const end of ends) expect(mayLink(rule, from, end, "context")).toBe(true);
  });
  it("tells text apart from the chain", () => {
    expect(chainProblem("strict", "text", evidence, "supports")).toBe("text-gives-context-only");
    expect(chainProblem("strict", "finding", to("answer"), "supports")).toBe("not-in-chain");
  });
});

describe("what an answer uses", () => {
  const used = (links: GraphLink[]) => {
    const graph = makeGraph({ ...chain, links });
    const [answer] = answersTo(
      makeGraph({ ...chain, links, statements: chain.statements.map((one) => (one.id === "A1" ? { ...one, question: "1a" } : one)) }),
      "1a",
    );
    return Object.fromEntries(usedBy(graph, answer ?? statement("none", "s")).map(({ node, bearing }) => [node.id, bearing]));
  };
  it("is the evidence it reaches, with the strongest bearing", () => {
    expect(used([...chain.links])).toEqual({ e1: "supports", e2: "context", e3: "supports", j1: "supports" });
  });
  it("contradicts where any link on the way does, and is context where the rest of the way is", () => {
    expect(used([link("A1", on("F1"), "contradicts"), link("F1", excerpt("e1"))])).toEqual({ e1: "contradicts" });
    expect(used([link("A1", on("F1"), "context"), link("F1", excerpt("e1"))])).toEqual({ e1: "context" });
    expect(used([link("A1", on("F1"), "context"), link("A1", on("F2")), link("F1", excerpt("e1")), link("F2", excerpt("e1"))])).toEqual({
      e1: "supports",
    });
  });
});
