import { describe, expect, it } from "vitest";
import { wordOfProtocol } from "~/domain/trail/word-value";
import { judgementProtocol } from "../support/judgement-protocol";
import { sectionProtocol } from "../support/section-scene";

const printing = {
  scales: judgementProtocol.scales ?? [],
  language: "nl",
  fallbackOrder: ["en"],
  words: { yes: "ja", no: "nee", unknown: "onbekend" },
  nameOf: (_: string, id: string) => id,
};
const judging = { protocol: judgementProtocol, printing };
const about = (subjectType: string, label: string | null = null, change: Record<string, unknown> = {}) => ({ subjectType, label, change });

describe("the words of a protocol in the trail", () => {
  it.each([
    ["a level of a judgement", "level", '"partial"', about("judgement", "O7:K1"), "partial"],
    ["an answer without a level", "without", "cannot-judge", about("judgement", "O7:K1"), "niet te beoordelen"],
    ["a class", "level", '"doubles"', about("judgement", "O7:K2"), "dubbelt"],
    ["a number", "level", "7.5", about("judgement", "O7:K3"), "7.5"],
    ["a level on a criterion that is gone", "level", '"partial"', about("judgement", "O7:K9"), null],
    ["a criterion by code", "criteria", "K1", about("round", "1"), "K1 Bereik"],
    ["a criterion by id", "criterion", "fit", about("option-point", "W1.1"), "K2 Past"],
    ["a fact's field", "field", "staff", about("actor-fact", "O1:f1"), "Personeel"],
    ["a fact's value", "value", "12", about("actor-fact", "O1:f1", { field: "staff" }), "12 banen"],
    ["a value that no longer fits", "value", '"x"', about("actor-fact", "O1:f1", { field: "staff" }), null],
    ["words of a person", "text", "partial", about("judgement", "O7:K1"), null],
  ])("tell %s", (_, name, stored, event, expected) => {
    expect(wordOfProtocol(name, stored, event, judging)).toBe(expected);
  });

  it("tell confidence with its components", () => {
    const words = { protocol: sectionProtocol, printing: { ...printing, scales: sectionProtocol.scales ?? [] } };
    expect(wordOfProtocol("level", "low", about("block", "F1"), words)).toBe("low");
    expect(wordOfProtocol("components", '{"adequacy":"some"}', about("block", "F1"), words)).toBe("Adequacy: Some concerns");
  });
});
