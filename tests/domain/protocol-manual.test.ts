import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { Answer, answerKinds } from "~/domain/protocol/fields";
import { dataBlocks } from "~/domain/protocol/outline";
import { Rules } from "~/domain/protocol/rules";
import { Protocol } from "~/domain/protocol/schema";

const manual = readFileSync(new URL("../../docs/protocol-format.md", import.meta.url), "utf8");
const blocks = [...manual.matchAll(/```yaml\n([\s\S]*?)```/g)].map((match) => parse(match[1] ?? "") as Record<string, unknown>);
const examples = blocks.flatMap((block) => Object.entries(block));

describe("the manual of the format", () => {
  it.each(examples)("shows %s as the schema takes it", (key, value) => {
    const part = key === "answer" ? Answer : key === "coverage" ? Rules.shape.coverage : Protocol.shape[key as keyof typeof Protocol.shape]; // a key that isn't one gives undefined
    expect(part.safeParse(value).error).toBeUndefined();
  });

  it("names every key of a protocol, every kind of answer and every data block", () => {
    const words = [...Object.keys(Protocol.shape), ...answerKinds, ...dataBlocks];
    expect(words.filter((word) => !manual.includes(`\`${word}\``))).toEqual([]);
  });
});
