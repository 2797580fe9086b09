import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { checkProtocol } from "~/domain/protocol/check-protocol";
import type { CodebookCode } from "~/domain/protocol/codebook";
import { compareProtocols } from "~/domain/protocol/compare-protocols";
import { codesInOrder } from "~/domain/protocol/readers";
import { Protocol } from "~/domain/protocol/schema";

const shipped = Protocol.parse(parse(readFileSync(new URL("../../protocols/sec-in-oda.yaml", import.meta.url), "utf8")));
const code = (id: string, parent?: string): CodebookCode => {
  const text = { nl: id, en: id };
  return { id, title: text, definition: text, useWhen: text, ...(parent !== undefined && { parent }) };
};
const withCodes = (...codebook: CodebookCode[]): Protocol => ({ ...shipped, codebook });
const told = (...codebook: CodebookCode[]) =>
  checkProtocol(withCodes(...codebook)).problems.map((problem) => `${problem.code} ${problem.path.join(".")}`);

describe("a codebook", () => {
  it("is a tree in the order of the file", () => {
    const placed = codesInOrder(withCodes(code("a"), code("b"), code("a1", "a")));
    expect(placed.map(({ node, depth }) => `${depth} ${node.id}`)).toEqual(["0 a", "1 a1", "0 b"]);
  });

  it("has no code twice, none under one that is not there, and no circle", () => {
    expect(told(code("a"), code("b", "a"))).toEqual([]);
    expect(told(code("a"), code("a"))).toEqual(["duplicate codebook.1.id"]);
    expect(told(code("a", "z"))).toEqual(["unknown-reference codebook.0.parent"]);
    expect(told(code("a", "b"), code("b", "a"))).toEqual(["cycle codebook.1.parent"]);
  });

  it("keeps a code with which something was marked when the file is replaced, whatever it says now", () => {
    const before = withCodes(code("a"), code("b"));
    const lost = (...codebook: CodebookCode[]) =>
      compareProtocols(before, withCodes(...codebook), { code: ["a"] }).map(({ code: what, details }) => `${what} ${details["id"]}`);
    expect(lost({ ...code("a"), title: { nl: "Anders", en: "Otherwise" } })).toEqual([]);
    expect(lost(code("b"))).toEqual(["kept-missing a"]);
  });
});
