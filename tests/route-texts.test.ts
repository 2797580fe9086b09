import { describe, expect, it } from "vitest";
import { namespacesOf } from "../route-texts.config";
import { root } from "./support/source-files";

const route = (name: string) => namespacesOf(`${root}/app/${name}`);

describe("the texts that a route brings", () => {
  it("are those that its parts name, at any depth", () => {
    expect(route("routes/assessments.$slug.trail._index.tsx")).toEqual(expect.arrayContaining(["trail", "ui"]));
    expect(route("routes/assessments.$slug.editions.$n.read.$section.tsx")).toContain("reading");
    expect(route("root.tsx")).toEqual(expect.arrayContaining(["errors", "nav", "states", "ui"]));
  });

  it("are not those of other rooms, nor words of the server's own", () => {
    const reading = route("routes/assessments.$slug.editions.$n.read.$section.tsx");
    for (const name of ["protocol", "trail", "interviews", "document"]) expect(reading).not.toContain(name);
  });

  it("are not those of parts that come later, which bring their own", () => {
    const reading = route("routes/assessments.$slug.editions.$n.read.$section.tsx");
    for (const name of ["remarks", "problems", "fieldNames", "editions"]) expect(reading).not.toContain(name);
    expect(route("features/remarks/reading-remarks.tsx")).toEqual(expect.arrayContaining(["remarks", "problems", "fieldNames", "ui"]));
  });
});
