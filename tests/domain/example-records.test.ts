import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const folder = "prisma/examples";
const Passage = z.looseObject({ id: z.string(), form: z.string().optional(), nl: z.string().optional(), en: z.string().optional() });
const Sources = z.looseObject({
  sources: z.array(z.looseObject({ origin: z.string().optional() })),
  excerpts: z.array(Passage),
});

it.each(readdirSync(folder))("the sources of %s name their origin, and leave the quotation marks to the page", (study) => {
  const { sources, excerpts } = Sources.parse(parse(readFileSync(`${folder}/${study}/sources.yaml`, "utf8")));
  expect(sources.flatMap(({ origin }) => (origin && /^[a-z]+-[a-z-]+$/u.test(origin) ? [origin] : []))).toEqual([]);
  const quoted = excerpts.filter(({ form, nl = "", en = "" }) => form === "quote" && [nl, en].some((text) => /^["„“].*["”]$/u.test(text)));
  expect(quoted.map(({ id }) => id)).toEqual([]);
});
