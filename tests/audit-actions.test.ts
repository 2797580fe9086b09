import { describe, expect, it } from "vitest";
import { actions } from "../app/domain/audit";
import en from "../app/locales/en/trail.json";
import nl from "../app/locales/nl/trail.json";
import { filesBelow, read } from "./support/source-files";

const names = Object.keys(actions);
const sentenceKey = (name: string) => name.replaceAll(".", "_").replaceAll("-", "_");
const changes = filesBelow("app").filter((file) => file.endsWith(".server.ts"));
const source = changes.map(read).join("\n");

describe("every audited action", () => {
  it("is raised by a change", () => {
    expect(names.filter((name) => !source.includes(`"${name}"`))).toEqual([]);
  });

  it.each([
    ["nl", nl as Record<string, unknown>],
    ["en", en as Record<string, unknown>],
  ])("has a sentence in %s", (_language, sentences) => {
    expect(names.filter((name) => typeof sentences[sentenceKey(name)] !== "string")).toEqual([]);
  });
});
