import { describe, expect, it } from "vitest";
import { referencesIn, withReferences } from "~/domain/forms/references";
import type { Answer } from "~/domain/protocol/fields";

const label = { en: "Which" };
const actors: Answer = { kind: "reference", to: "actor", several: true };
const table: Answer = {
  kind: "table",
  columns: [
    { key: "plan", label, answer: { kind: "short-text" } },
    { key: "who", label, answer: actors },
    { key: "read", label, answer: { kind: "reference", to: "source", several: false } },
  ],
};
const rows = [{ cells: { plan: { en: "Train" }, who: ["O1", "O2"], read: ["S9"] } }, { cells: { plan: { en: "Stop" } } }];

describe("what an answer refers to", () => {
  it("is found in the field itself and in the columns of a table", () => {
    expect(referencesIn(actors, ["O1"])).toEqual([{ to: "actor", id: "O1" }]);
    expect(referencesIn(table, rows)).toEqual([
      { to: "actor", id: "O1" },
      { to: "actor", id: "O2" },
      { to: "source", id: "S9" },
    ]);
  });

  it("is nothing where the value is of another kind", () => {
    expect(referencesIn({ kind: "number" }, 3)).toEqual([]);
    expect(referencesIn(actors, undefined)).toEqual([]);
    expect(referencesIn(actors, "O1")).toEqual([]);
  });

  it("is replaced where it stands, and the rest stays", () => {
    expect(withReferences(table, rows, ({ to, id }) => `${to} ${id}`)).toEqual([
      { cells: { plan: { en: "Train" }, who: ["actor O1", "actor O2"], read: ["source S9"] } },
      { cells: { plan: { en: "Stop" } } },
    ]);
  });

  it("stands there once where two come to the same", () => {
    expect(withReferences(actors, ["O1", "O2", "O3"], ({ id }) => (id === "O3" ? "O1" : id))).toEqual(["O1", "O2"]);
  });
});
