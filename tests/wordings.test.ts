import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { filesBelow, read, root } from "./support/source-files";

const endings = [".ts", ".tsx", ".json", ".css"];
const code = filesBelow("app", endings).map((file) => ({ file, text: read(file) }));

/** Headings that the product itself has words for, because every study has what they head. */
const everyStudys = [
  "Register of evidence",
  "Register van bewijs",
  "Deviations from the protocol",
  "Afwijkingen van het protocol",
  "Niet te beoordelen",
];

/** The texts of a protocol at any depth, from three words on: a single word says nothing of where it came from. */
function wordingsOf(value: unknown): string[] {
  if (typeof value === "string") {
    const text = value.trim();
    return text.split(/\s+/).length >= 3 && !everyStudys.includes(text) ? [text] : [];
  }
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(wordingsOf) : [];
}

/** The abbreviations and own id of a study: as telling as its sentences. */
function namesOf(protocol: { id?: string; abbreviations?: { key: string }[] }): string[] {
  return [protocol.id ?? "", ...(protocol.abbreviations ?? []).flatMap(({ key }) => key.split(" / "))].filter((name) => name.length >= 3);
}

describe.each(readdirSync(join(root, "protocols")).filter((name) => name.endsWith(".yaml")))("%s", (name) => {
  const protocol = parse(read(`protocols/${name}`)) as Parameters<typeof namesOf>[0];

  it("lends no sentence to the program", () => {
    const wordings = wordingsOf(protocol);
    expect(wordings.length).toBeGreaterThan(50);
    expect(
      code.flatMap(({ file, text }) => wordings.filter((wording) => text.includes(wording)).map((wording) => `${file}: ${wording}`)),
    ).toEqual([]);
  });

  it("lends no name to the program", () => {
    const names = namesOf(protocol);
    expect(names.length).toBeGreaterThan(0);
    expect(
      code.flatMap(({ file, text }) => names.filter((one) => new RegExp(`\\b${one}\\b`).test(text)).map((one) => `${file}: ${one}`)),
    ).toEqual([]);
  });
});
