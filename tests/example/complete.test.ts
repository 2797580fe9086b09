import { describe, expect, it } from "vitest";
import { z } from "zod";
import { exampleFile, exampleLanguages, exampleRecords, type ExampleLanguage } from "../support/example";
import { comparable, otherReaders, tableRowsOf } from "../support/read-by-others";

const formats = ["docx", "odt", "pdf", "html"] as const;

const Both = z.looseObject({ nl: z.string(), en: z.string() });
const Named = z.looseObject({ name: z.string() });
const Statement = Both.extend({
  id: z.string(),
  parts: z.array(Both).default([]),
  contradiction_addressed: Both.optional(),
});
const { statements } = exampleRecords("evidence", z.looseObject({ statements: z.array(Statement) }));
const { actors } = exampleRecords("actors", z.looseObject({ actors: z.array(Named.extend({ id: z.string(), group: Both, focus: Both })) }));
const { partners, donors } = exampleRecords("country-partners", z.looseObject({ partners: z.array(Named), donors: z.array(Named) }));
const Criteria = z.looseObject({
  scales: z.array(
    z.looseObject({
      id: z.string(),
      levels: z.array(Both.extend({ value: z.int() })).default([]),
      extra_values: z.array(Both.extend({ key: z.string() })).default([]),
    }),
  ),
  criteria: z.array(Both.extend({ id: z.string() })),
});
const { scales, criteria } = exampleRecords("criteria", Criteria);
const Option = Both.extend({ advantages: z.array(Both), disadvantages: z.array(Both) });
const { options } = exampleRecords("funding-options", z.looseObject({ options: z.array(Option) }));
const Node = Both.extend({ judgement: z.looseObject({ grounds: Both.optional() }).nullish() });
const { frameworks, nodes } = exampleRecords("policy-frameworks", z.looseObject({ frameworks: z.array(Both), nodes: z.array(Node) }));
const { sources } = exampleRecords("sources", z.looseObject({ sources: z.array(z.looseObject({ title: z.string() })) }));
const Outline = z.looseObject({
  sections: z.array(Both.extend({ required: z.boolean(), language: z.string().optional() })),
  limitations: z.array(Both),
  summaries: Both,
});
const { sections, limitations, summaries } = exampleRecords("outline", Outline);
const Questions = z.looseObject({
  questions: z.array(z.looseObject({ text: Both, parts: z.array(Both).default([]) })),
  methods: z.array(Both),
});
const { questions, methods } = exampleRecords("research-questions", Questions);
const Rating = z.looseObject({
  subject: z.string(),
  criterion: z.string(),
  reconciled: z.looseObject({ value: z.int().optional() }).optional(),
});
const Round = z.looseObject({ subjects: z.array(z.string()), criteria: z.array(z.string()), scale: z.string() });
const { ratings, round } = exampleRecords("ratings", z.looseObject({ ratings: z.array(Rating), round: Round }));

/** What the study holds of each kind, in a language. Questions of the guide are left out: one was replaced by an agreed deviation. */
const held = (language: ExampleLanguage): Record<string, string[]> => {
  const in_ = (texts: readonly z.output<typeof Both>[]) => texts.map((text) => text[language]);
  return {
    statements: in_(statements),
    "parts of statements": in_(statements.flatMap(({ parts }) => parts)),
    // The study keeps these in the language in which they were written; the other edition shows them so and says it.
    "answers to contradictions": statements.flatMap(({ contradiction_addressed: said }) => said?.nl ?? []),
    actors: actors.flatMap(({ name, group, focus }) => [name, group[language], focus[language]]),
    partners: [...partners, ...donors].map(({ name }) => name),
    criteria: in_(criteria.filter(({ id }) => id.startsWith("crit-") || id.startsWith("oc-"))),
    options: options.flatMap((option) => in_([option, ...option.advantages, ...option.disadvantages])),
    policy: in_([...frameworks, ...nodes, ...nodes.flatMap(({ judgement }) => judgement?.grounds ?? [])]),
    sources: sources.map(({ title }) => title),
    sections: in_(sections.filter(({ required, language: own }) => required && own === undefined)),
    limitations: in_(limitations),
    questions: in_(questions.flatMap(({ text, parts }) => [text, ...parts])),
    methods: in_(methods),
    summaries: Object.values({ nl: summaries.nl, en: summaries.en }),
  };
};

describe.each(exampleLanguages)("the example in %s against the records of the study", (language) => {
  it.each(formats)("has every statement, name, judgement and title of it in %s", (format) => {
    const words = comparable(otherReaders[format].read(exampleFile(language, format)));
    const lacking = Object.entries(held(language)).flatMap(([kind, texts]) => {
      expect(texts.length, kind).toBeGreaterThan(0);
      return texts.filter((text) => !words.includes(comparable(text))).map((text) => `${kind}: ${text}`);
    });
    expect(lacking).toEqual([]);
  });

  it("has in every format the same tables with as many rows", () => {
    const [first = [], ...others] = formats.map((format) => tableRowsOf(format, exampleFile(language, format)));
    // Who was rated, everyone in the field with its donors, and the sources: one row each.
    expect(first).toEqual(expect.arrayContaining([round.subjects.length, actors.length + donors.length, sources.length]));
    for (const rows of others) expect(rows).toEqual(first);
  });

  it("has the value of every actor on every criterion, in its place", () => {
    expect(ratings).toHaveLength(round.subjects.length * round.criteria.length);
    const scale = scales.find(({ id }) => id === round.scale);
    const valueOf = (subject: string, criterion: string) => {
      const value = ratings.find((each) => each.subject === subject && each.criterion === criterion)?.reconciled?.value;
      if (value === undefined) return scale?.extra_values[0]?.[language];
      return `${value} ${scale?.levels.find((each) => each.value === value)?.[language]}`;
    };
    const rows = round.subjects.map((subject) => {
      const name = actors.find(({ id }) => id === subject)?.name;
      return [name, ...round.criteria.map((criterion) => valueOf(subject, criterion))].join(" ");
    });
    // Below a value on which the raters differed stands what they gave: ≠ 1–2.
    const words = comparable(otherReaders.docx.read(exampleFile(language, "docx"))).replaceAll(/≠\d–\d/gu, "");
    expect(rows.filter((row) => !words.includes(comparable(row)))).toEqual([]);
  });
});
