import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const folder = "prisma/examples";
const Passage = z.looseObject({ id: z.string(), form: z.string().optional(), nl: z.string().optional(), en: z.string().optional() });
const Sources = z.looseObject({
  sources: z.array(z.looseObject({ id: z.string(), origin: z.string().optional() })),
  excerpts: z.array(Passage),
});

it.each(readdirSync(folder))("the sources of %s name their origin, and leave the quotation marks to the page", (study) => {
  const { sources, excerpts } = Sources.parse(parse(readFileSync(`${folder}/${study}/sources.yaml`, "utf8")));
  expect(sources.flatMap(({ origin }) => (origin && /^[a-z]+-[a-z-]+$/u.test(origin) ? [origin] : []))).toEqual([]);
  const quoted = excerpts.filter(({ form, nl = "", en = "" }) => form === "quote" && [nl, en].some((text) => /^["„“].*["”]$/u.test(text)));
  expect(quoted.map(({ id }) => id)).toEqual([]);
});

const Frameworks = z.looseObject({
  frameworks: z.array(z.looseObject({ id: z.string(), source: z.string().nullish() })),
  nodes: z.array(z.looseObject({ judgement: z.looseObject({ excerpts: z.array(z.string()).optional() }).optional() })),
});

it("the policy frameworks of the first example stand on sources and passages that it has, all but those of other policy", () => {
  const { sources, excerpts } = Sources.parse(parse(readFileSync(`${folder}/sec-in-oda/sources.yaml`, "utf8")));
  const { frameworks, nodes } = Frameworks.parse(parse(readFileSync(`${folder}/sec-in-oda/policy-frameworks.yaml`, "utf8")));
  const known = new Set([...sources, ...excerpts].map(({ id }) => id));
  expect(frameworks.filter(({ source }) => !source || !known.has(source)).map(({ id }) => id)).toEqual(["other-policy"]);
  const named = nodes.flatMap(({ judgement }) => judgement?.excerpts ?? []);
  expect(named.filter((id) => !known.has(id))).toEqual([]);
  expect(new Set(named)).toEqual(new Set(["exc-28", "exc-29", "exc-30", "exc-31"]));
});
