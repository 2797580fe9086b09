import { describe, expect, it } from "vitest";
import { mostProblems } from "~/domain/protocol/check-protocol";
import { mostProtocolBytes, readProtocolFile } from "~/platform/protocol-file.server";
import { bridges, broken } from "./protocol-example";

const bytes = (...values: number[]) => new Uint8Array(values);
const codes = (file: string | Uint8Array) => readProtocolFile(file).problems.map(({ line, column, code }) => `${line}:${column} ${code}`);

describe("a file that is no protocol", () => {
  it.each<[string, string | Uint8Array, string]>([
    ["an empty file", "", "1:1 file-empty"],
    ["blank lines", "\n\n  \n", "1:1 file-empty"],
    ["a picture", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d), "1:1 file-binary"],
    ["control characters", "id: a\u0007b", "1:1 file-binary"],
    ["Latin 1", bytes(0x69, 0x64, 0x3a, 0x20, 0xe9, 0x0a), "1:1 file-not-utf8"],
    ["UTF-16", bytes(0xff, 0xfe, 0x69, 0, 0x64, 0), "1:1 file-not-utf8"],
    ["50 MB", new Uint8Array(50 * 1024 * 1024).fill(0x61), "1:1 file-too-big"],
    ["plain words", "just some words", "1:1 yaml-not-a-mapping"],
    ["a list", "- one\n- two", "1:1 yaml-not-a-mapping"],
    ["two documents", "id: a\n---\nid: b", "2:1 yaml-several-documents"],
    ["a tag", "id: !!js/function 'return 1'", "1:5 yaml-tag"],
    ["an indentation by tab", "id:\n\t- b", "2:1 yaml-tab"],
    ["an open bracket", "languages: [nl, en", "1:19 yaml-unclosed"],
    ["an open quote", "id: 'bridges", "1:13 yaml-unclosed"],
    ["an alias of nothing", "id: *nothing", "1:5 yaml-alias-unknown"],
    ["an alias within what it repeats", "rules: &r { more: *r }", "1:19 yaml-alias-circle"],
    ["nested brackets by the thousand", "[".repeat(100_000), "1:1 yaml-too-deep"],
    ["nested dashes by the thousand", "- ".repeat(100_000), "1:1 yaml-too-deep"],
  ])("refuses %s", (_, file, expected) => {
    expect(codes(file)[0]).toBe(expected);
    expect(readProtocolFile(file).protocol).toBeNull();
  });

  it("refuses aliases that multiply", () => {
    const levels = ["a: &a [x, x, x, x, x, x, x, x, x]"];
    for (const [at, name] of [..."bcdefghij"].entries())
      levels.push(`${name}: &${name} [${Array(9).fill(`*${"abcdefghij"[at]}`).join(", ")}]`);
    expect(codes(levels.join("\n"))).toEqual(["3:8 yaml-too-many-aliases"]);
  });

  it("refuses more than 50 aliases", () => {
    expect(codes(`a: &a x\nb: [${Array(51).fill("*a").join(", ")}]`)).toEqual([`2:${5 + 50 * 4} yaml-too-many-aliases`]);
  });

  it("answers within seconds on the largest file that it reads, whatever is in it", () => {
    const lines = (line: (at: number) => string) => {
      let text = "questions:\n";
      for (let at = 0; text.length < mostProtocolBytes - 200; at += 1) text += line(at);
      return text;
    };
    for (const file of [
      lines((at) => `  - { id: q${at}, parent: r${at}, kind: qestion }\n`).slice(0, 200_000),
      lines((at) => `  - { id: q${at + 1}, parent: q${at} }\n`).slice(0, 180_000),
      `${lines((at) => `  k${at}: 1\n`)}`,
      lines(() => "  - {}\n"),
    ]) {
      const start = performance.now();
      const { problems } = readProtocolFile(file);
      expect(problems.length).toBeLessThanOrEqual(mostProblems + 60);
      expect(performance.now() - start).toBeLessThan(10_000);
    }
  }, 60_000);
});

describe("a protocol written elsewhere", () => {
  it.each<[string, string | Uint8Array]>([
    ["with a byte order mark", `\uFEFF${bridges}`],
    ["with a byte order mark, as bytes", new TextEncoder().encode(`\uFEFF${bridges}`)],
    ["with Windows line ends", bridges.replaceAll("\n", "\r\n")],
    ["without a last line end", bridges.trimEnd()],
    ["with aliases", broken("{ nl: Plan, en: Plan }", "&plan { nl: Plan, en: Plan }").replace("{ nl: Doel, en: Aim }", "*plan")],
  ])("is read %s", (_, file) => {
    expect(readProtocolFile(file).problems).toEqual([]);
  });

  it("keeps lines and columns with Windows line ends", () => {
    expect(codes(broken("chain: strict", "chain: strikt").replaceAll("\n", "\r\n"))).toEqual(["12:10 unknown-value"]);
  });

  it("shows hostile words as they are", () => {
    const text = `<script>alert(1)</script> {x, select, other {}} ' "`;
    const file = readProtocolFile(broken("{ nl: Bruggen van Veldmark, en: Bridges of Veldmark }", JSON.stringify({ nl: text, en: text })));
    expect(file.protocol?.title["nl"]).toBe(text);
  });

  it("doesn't let a key reach the prototype of objects", () => {
    expect(codes(broken("id: bridges\n", "id: bridges\n__proto__: { polluted: true }\nconstructor: 1\n"))).toEqual([
      "3:1 unknown-key",
      "4:1 unknown-key",
    ]);
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });
});
