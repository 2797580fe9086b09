import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ProtocolPage } from "~/features/protocol/protocol-page";
import { countParts, partOf } from "~/features/protocol/queries.server";
import { readProtocolFile } from "~/platform/protocol-file.server";
import { renderOnServer } from "./render";

const { protocol } = readProtocolFile(readFileSync(new URL("../../protocols/sec-in-oda.yaml", import.meta.url)));
if (!protocol) throw new Error("the protocol has problems");

function page(changed: object = {}) {
  const about = { ...protocol, ...changed } as NonNullable<typeof protocol>; // the fields that are changed keep their kind
  const shared = {
    versions: [],
    frozen: null,
    inForce: 1,
    base: "/assessments/theme",
    mayFreeze: false,
    mayReplace: false,
    mayDeviate: false,
  };
  const part = <ProtocolPage shown={partOf(about, "words")} counts={countParts(about)} about={about} {...shared} />;
  return renderOnServer(part, "en", "/assessments/theme/protocol?part=words");
}

describe("the words of a protocol", () => {
  it("shows its abbreviations and definitions, each with its text in the language of the page", async () => {
    const abbreviations = [{ key: "NGO", text: { nl: "vrijwilligersorganisatie", en: "non-governmental organisation" } }];
    const definitions = [{ key: "well", text: { nl: "een put", en: "a hole with water" } }];
    const markup = await page({ abbreviations, definitions });
    for (const word of ["NGO", "non-governmental organisation", "a hole with water"]) expect(markup).toContain(word);
    expect(markup).not.toContain("een put");
  });

  it("says so where there are none", async () => {
    expect(await page({ abbreviations: [], definitions: [] })).toContain("The protocol defines no words");
  });

  it("tells the period of the study", async () => {
    const markup = await page({ period: { from: "2030-01-01", to: "2030-06-30" } });
    expect(markup).toMatch(/1 January 2030.*to .*30 June 2030/);
  });
});
