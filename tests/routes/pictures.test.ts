import { beforeAll, describe, expect, it } from "vitest";
import { loader } from "~/routes/assessments.$slug.pictures.$name.$format";
import { type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { ask, signedIn } from "../support/request";
import { givenCounted } from "../support/screening-scene";
import { givenProtocol } from "../support/interview-scene";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

const get = async (id: string, name: string, format: string, query = "") => {
  const request = await signedIn(id, `/x${query}`);
  const found = { slug: cast.assessment.slug, name, format };
  return loader({ request, params: found, context: { nonce: "test", requestId: "test" } });
};
const refused = async (id: string, name: string, format: string) =>
  (await ask(loader, await signedIn(id, "/x"), { slug: cast.assessment.slug, name, format })).status;

describe("a picture as a file", () => {
  it("is not there before there is anything to draw", async () => {
    expect(await refused(cast.lead.id, "flow", "svg")).toBe(404);
  });

  it("is drawn as SVG and as PNG, in a sandbox, under its own name", async () => {
    await givenCounted(cast);
    const svg = await get(cast.reviewer.id, "flow", "svg");
    const head = (name: string) => svg.headers.get(name);
    expect(head("content-type")).toBe("image/svg+xml; charset=utf-8");
    expect(head("content-disposition")).toBe(`attachment; filename="${cast.assessment.slug}-flow-nl.svg"`);
    expect(head("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(head("cache-control")).toBe("private, no-store");
    expect(await svg.text()).toContain(">Volledige tekst");
    const png = await get(cast.reviewer.id, "flow", "png");
    expect(png.headers.get("content-type")).toBe("image/png");
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
  });

  it("is in another language of the study where the address asks for it, and in no other", async () => {
    expect(await (await get(cast.reviewer.id, "flow", "svg", "?language=en")).text()).toContain(">Full text");
    expect(await (await get(cast.reviewer.id, "flow", "svg", "?language=xx")).text()).toContain(">Volledige tekst");
  });

  it("has its numbers as a table, separated as Excel expects in the language", async () => {
    const lines = (await (await get(cast.reviewer.id, "flow", "csv", "?language=en")).text()).split("\r\n");
    expect(lines[0]).toBe("Step,Databases and registers");
    expect(lines).toContain("removed as duplicates,9");
    const dutch = await (await get(cast.reviewer.id, "flow", "csv")).text();
    expect(dutch.split("\r\n")[0]).toContain(";");
  });

  it.each([
    ["a picture that there is not", "toString", "svg"],
    ["a format that there is not", "flow", "html"],
  ])("is not found: %s", async (_, name, format) => {
    expect(await refused(cast.lead.id, name, format)).toBe(404);
  });
});
