import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonical, digestOf, NotCanonicalError } from "~/domain/canonical";

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

describe("canonical JSON against RFC 8785", () => {
  // Section 3.2.2
  const primitives: unknown = JSON.parse(`{
    "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
    "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
    "literals": [null, true, false]
  }`);

  test("section 3.2.2: primitive values", () => {
    expect(canonical(primitives)).toBe(
      String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}`,
    );
  });

  test("section 3.2.4: the bytes in UTF-8", () => {
    const bytes =
      "7b226c69746572616c73223a5b6e756c6c2c747275652c66616c73655d2c226e756d62657273223a5b3333333333333333332e333333333333332c31652b33302c342e352c302e3030322c31652d32375d2c22737472696e67223a22e282ac245c75303030665c6e4127425c225c5c5c5c5c222f227d";
    expect(Buffer.from(canonical(primitives), "utf8").toString("hex")).toBe(bytes);
  });

  test("section 3.2.3: keys by UTF-16 unit", () => {
    const keys: unknown = JSON.parse(`{
      "\\u20ac": "Euro Sign",
      "\\r": "Carriage Return",
      "\\ufb33": "Hebrew Letter Dalet With Dagesh",
      "1": "One",
      "\\ud83d\\ude00": "Emoji: Grinning Face",
      "\\u0080": "Control",
      "\\u00f6": "Latin Small Letter O With Diaeresis"
    }`);
    const names = [...canonical(keys).matchAll(/:"([^"]+)"/g)].map((match) => match[1]);
    expect(names).toEqual([
      "Carriage Return",
      "One",
      "Control",
      "Latin Small Letter O With Diaeresis",
      "Euro Sign",
      "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]);
  });

  test.each([
    ["0000000000000000", "0"],
    ["8000000000000000", "0"],
    ["0000000000000001", "5e-324"],
    ["8000000000000001", "-5e-324"],
    ["7fefffffffffffff", "1.7976931348623157e+308"],
    ["ffefffffffffffff", "-1.7976931348623157e+308"],
    ["4340000000000000", "9007199254740992"],
    ["c340000000000000", "-9007199254740992"],
    ["4430000000000000", "295147905179352830000"],
    ["44b52d02c7e14af5", "9.999999999999997e+22"],
    ["44b52d02c7e14af6", "1e+23"],
    ["44b52d02c7e14af7", "1.0000000000000001e+23"],
    ["444b1ae4d6e2ef4e", "999999999999999700000"],
    ["444b1ae4d6e2ef4f", "999999999999999900000"],
    ["444b1ae4d6e2ef50", "1e+21"],
    ["3eb0c6f7a0b5ed8c", "9.999999999999997e-7"],
    ["3eb0c6f7a0b5ed8d", "0.000001"],
    ["41b3de4355555553", "333333333.3333332"],
    ["41b3de4355555554", "333333333.33333325"],
    ["41b3de4355555555", "333333333.3333333"],
    ["41b3de4355555556", "333333333.3333334"],
    ["41b3de4355555557", "333333333.33333343"],
    ["becbf647612f3696", "-0.0000033333333333333333"],
    ["43143ff3c1cb0959", "1424953923781206.2"],
  ])("appendix B: %s is %s", (bits, written) => {
    expect(canonical(numberOf(bits))).toBe(written);
  });

  test.each(["7fffffffffffffff", "7ff0000000000000"])("appendix B: %s is refused", (bits) => {
    expect(() => canonical(numberOf(bits))).toThrow(NotCanonicalError);
  });
});

describe("what has no canonical form", () => {
  test.each([
    ["a number that is none", { a: [NaN] }, "not-a-number", "a.0"],
    ["an infinity", -Infinity, "not-a-number", ""],
    ["undefined", { a: undefined }, "undefined", "a"],
    ["undefined by itself", undefined, "undefined", ""],
    ["a hole", Array(2), "undefined", "0"],
    ["a lone surrogate", { a: "x\ud800" }, "lone-surrogate", "a"],
    ["a lone surrogate in a key", { "\udc00": 1 }, "lone-surrogate", "\udc00"],
    ["a date", { at: new Date(0) }, "not-json", "at"],
    ["a value with toJSON", { toJSON: () => 1 }, "not-json", ""],
    ["a function", [() => 1], "not-json", "0"],
    ["a big integer", [1n], "not-json", "0"],
  ])("%s", (_, value, problem, path) => {
    expect(refusalOf(value)).toEqual({ problem, path });
  });

  test("32 levels are fine, 33 are refused", () => {
    expect(canonical(nested(32))).toBe("[".repeat(32) + "]".repeat(32));
    expect(refusalOf(nested(33)).problem).toBe("too-deep");
  });
});

test("text is not normalised: two ways to write é stay two", () => {
  expect(canonical("\u00e9")).not.toBe(canonical("e\u0301"));
});

test("the digest is taken of the canonical text", () => {
  const digest = digestOf({ role: "researcher", name: "Noor Bakker" }, sha256);
  expect(digest).toBe(sha256('{"name":"Noor Bakker","role":"researcher"}'));
});

test("reading the canonical text and writing it again gives the same", () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8, stringUnit: "binary" }), (value) => {
      expect(canonical(JSON.parse(canonical(value)))).toBe(canonical(value));
    }),
  );
});

function numberOf(bits: string): number {
  return Buffer.from(bits, "hex").readDoubleBE();
}

function nested(levels: number): unknown {
  return levels === 0 ? undefined : levels === 1 ? [] : [nested(levels - 1)];
}

function refusalOf(value: unknown) {
  try {
    canonical(value);
  } catch (error) {
    if (error instanceof NotCanonicalError) return { problem: error.problem, path: error.path };
    throw error;
  }
  throw new Error("it was not refused");
}
