import { expect, it } from "vitest";
import { read } from "../support/source-files";

it("has a drawing for every name, and a name for every drawing", () => {
  const names = [...read("app/ui/icon.tsx").matchAll(/^ {2}\| "([\w-]+)"/gm)].map(([, name]) => name);
  const drawn = [...read("app/ui/icons.svg").matchAll(/<symbol id="([\w-]+)"/g)].map(([, id]) => id);
  expect(names.length).toBeGreaterThan(60);
  expect(drawn.sort()).toEqual(names.sort());
});
