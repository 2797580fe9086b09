import { readFileSync } from "node:fs";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { describe, expect, it } from "vitest";
import { protocolJsonSchema } from "~/domain/protocol/json-schema";
import { answeredQuestions, guideQuestions, leavesOf, nodesInOrder, sectionsInOrder } from "~/domain/protocol/readers";
import type { Protocol } from "~/domain/protocol/schema";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { bridges } from "./protocol-example";

const read = (name: string) => readFileSync(new URL(`../../protocols/${name}`, import.meta.url));

function shipped(name: string): Protocol {
  const { protocol } = readProtocolFile(read(name));
  if (!protocol) throw new Error(`${name} has problems`);
  return protocol;
}

/** Counted by hand in the files. */
const counts = {
  "sec-in-oda.yaml": { questions: 11, leaves: 7, answered: 8, guide: 23, criteria: 17, nodes: 36, options: 5, sections: 63, scales: 5 },
  "evaluation-oecd-dac.yaml": {
    questions: 10,
    leaves: 7,
    answered: 6,
    guide: 12,
    criteria: 11,
    nodes: 10,
    options: 4,
    sections: 22,
    scales: 7,
  },
};

describe.each(Object.entries(counts))("%s", (name, expected) => {
  it("has no problems and lacks no translation", () => {
    const { problems, remarks } = readProtocolFile(read(name));
    expect(problems).toEqual([]);
    expect(remarks.filter(({ code }) => code !== "informs-nothing")).toEqual([]);
  });

  it("is complete", () => {
    const protocol = shipped(name);
    expect({
      questions: protocol.questions.length,
      leaves: leavesOf(protocol).length,
      answered: answeredQuestions(protocol).length,
      guide: guideQuestions(protocol).length,
      criteria: protocol.criteria?.length,
      nodes: protocol.frameworks?.flatMap(nodesInOrder).length,
      options: protocol.options?.length,
      sections: sectionsInOrder(protocol).length,
      scales: protocol.scales?.length,
    }).toEqual(expected);
  });

  it("names the schema that editors complete it with", () => {
    expect(read(name).toString("utf8").split("\n")[0]).toBe("# yaml-language-server: $schema=protocol.schema.json");
  });

  it("is equal after being written and read again", () => {
    const protocol = shipped(name);
    fc.assert(
      fc.property(fc.integer({ min: 20, max: 200 }), fc.boolean(), fc.boolean(), (lineWidth, single, crlf) => {
        const text = stringify(protocol, { lineWidth, singleQuote: single });
        const again = readProtocolFile(crlf ? text.replaceAll("\n", "\r\n") : text);
        expect(again.problems).toEqual([]);
        expect(again.protocol).toEqual(protocol);
      }),
      { numRuns: 8 },
    );
  });
});

it("any text comes back from a file as it was typed", () => {
  // A small one: its length has no part in what is shown, and it is read anew for each text.
  const { protocol } = readProtocolFile(bridges);
  if (!protocol) throw new Error("The small protocol has problems");
  const words = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
    .filter((text) => /\S/.test(text) && !/[\u0000-\u001f\ufeff\ud800-\udfff]/.test(text));
  fc.assert(
    fc.property(words, words, (nl, en) => {
      const changed: Protocol = { ...protocol, title: { nl, en } };
      expect(readProtocolFile(stringify(changed)).protocol?.title).toEqual({ nl, en });
    }),
    { numRuns: 40 },
  );
});

it("protocol.schema.json is what the schema says now (npm run protocol:check -- --write-schema)", () => {
  expect(JSON.parse(read("protocol.schema.json").toString("utf8"))).toEqual(JSON.parse(JSON.stringify(protocolJsonSchema())));
});

it("reads a plain parse of the same file to the same value", () => {
  expect(parse(read("sec-in-oda.yaml").toString("utf8"))).toEqual(shipped("sec-in-oda.yaml"));
});
