import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { languages } from "~/domain/tool-language";
import { protocolParts } from "~/features/protocol/parts";
import { ProtocolPage } from "~/features/protocol/protocol-page";
import { countParts, partOf } from "~/features/protocol/queries.server";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { renderOnServer } from "./render";

const files = ["evaluation-oecd-dac", "sec-in-oda"];
const cases = files.flatMap((file) => languages.flatMap((language) => protocolParts.map((part) => ({ file, language, part }))));
const at = new Date("2026-12-13T10:00:00Z");

/** A protocol that ships with the product. */
function shipped(file: string) {
  const { protocol } = readProtocolFile(readFileSync(new URL(`../../protocols/${file}.yaml`, import.meta.url)));
  if (!protocol) throw new Error(`${file} has problems`);
  return protocol;
}

describe("the page of a protocol", () => {
  const complaints: string[] = [];
  beforeEach(() => {
    complaints.length = 0;
    vi.spyOn(console, "error").mockImplementation((...words) => void complaints.push(words.join(" ")));
  });

  it.each(cases)("words every $part of $file in $language", async ({ file, language, part }) => {
    const protocol = shipped(file);
    const page = {
      shown: partOf(protocol, part),
      counts: countParts(protocol),
      about: protocol,
      versions: [{ number: 1, fileName: `${file}.yaml`, createdAt: at, by: "Lotte" }],
      frozen: { at, by: "Lotte" },
      inForce: 1,
      base: "/assessments/theme",
      mayFreeze: true,
      mayReplace: true,
      mayDeviate: false,
    };
    const markup = await renderOnServer(<ProtocolPage {...page} />, language, `/assessments/theme/protocol?part=${part}`);
    expect(complaints).toEqual([]);
    expect(markup).not.toMatch(/protocol\.(rules|answers|parts|dataBlocks|onlyIf)|\[object|undefined/u);
    expect(markup).toContain(language === "nl" ? "Bevroren op 13 december" : "Frozen 13 December");
    expect(markup).not.toContain("/protocol/freeze");
  });
});
