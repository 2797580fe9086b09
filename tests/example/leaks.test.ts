import { describe, expect, it } from "vitest";
import { z } from "zod";
import { attributionLevels } from "~/domain/attribution";
import { fileFormats } from "~/domain/document/file-formats";
import { saidIn, wordsOfFile } from "../support/edition-words";
import { exampleFile, exampleRecords, type ExampleStudy } from "../support/example";

const Level = z.enum(attributionLevels);
const Participant = z.looseObject({
  full_name: z.string().optional(),
  role: z.looseObject({ nl: z.string(), en: z.string() }),
  attribution: z.union([Level.transform((demo) => ({ demo })), z.looseObject({ demo: Level })]),
});
const Interviews = z.looseObject({
  interviews: z.array(
    z.looseObject({
      organisation: z.string(),
      participants: z.array(Participant),
      answers: z.array(z.looseObject({ notes: z.string().optional() })).default([]),
    }),
  ),
});
const Actors = z.looseObject({ actors: z.array(z.looseObject({ name: z.string() })) });

const showsRole = new Set(["name", "organisation-and-role", "organisation-kind-and-role"]);
const showsOrganisation = new Set(["name", "organisation-and-role", "organisation"]);

/** What nobody outside may read of the people of a study: names, roles and organisations above what each agreed to, and raw notes. */
function protectedIn(study: ExampleStudy): string[] {
  const { interviews } = exampleRecords("interviews", Interviews, study);
  const actors = exampleRecords("actors", Actors, study).actors.map(({ name }) => name);
  const open = interviews.flatMap(({ participants }) =>
    participants.flatMap(({ role, attribution }) => (showsRole.has(attribution.demo) ? [role.nl, role.en] : [])),
  );
  const names = interviews.flatMap(({ participants }) =>
    participants.flatMap(({ full_name: name, attribution }) => (name && attribution.demo !== "name" ? [name] : [])),
  );
  const found = interviews.flatMap(({ organisation, participants, answers }) => [
    ...participants.flatMap(({ role, attribution }) => (showsRole.has(attribution.demo) ? [] : [role.nl, role.en])),
    ...(participants.every(({ attribution }) => !showsOrganisation.has(attribution.demo)) ? [organisation] : []),
    ...answers.flatMap(({ notes }) => notes ?? []),
  ]);
  // A word such as "director", the role of somebody who agreed to it, and an organisation that is itself assessed stand in every report.
  const isTelling = (text: string) =>
    text.length > 10 && !open.includes(text) && !actors.some((name) => name.includes(text) || text.includes(name));
  return [...new Set([...names, ...found.filter(isTelling)])];
}

const Questions = z.looseObject({ questions: z.array(z.looseObject({ text: z.looseObject({ nl: z.string(), en: z.string() }) })) });

/** What stands in every file of a study for everybody to read: the name of a place or an actor, and its longest question. */
function openIn(study: ExampleStudy, language: "nl" | "en"): string[] {
  const questions = exampleRecords("research-questions", Questions, study).questions.map(({ text }) => text[language]);
  const longest = questions.toSorted((one, other) => other.length - one.length)[0] ?? "";
  expect(longest.length).toBeGreaterThan(80);
  return [study === "sec-in-oda" ? "UNICEF" : "Port Lesko", longest];
}

describe.each([
  ["sec-in-oda", "nl"],
  ["sec-in-oda", "en"],
  ["watervoorziening", "nl"],
] as const)("the files of %s in %s, unpacked", (study, language) => {
  it.each(fileFormats)("hold in %s no name, role, organisation or note that is protected in either study", (format) => {
    const secrets = [...protectedIn("sec-in-oda"), ...protectedIn("watervoorziening")];
    expect(secrets.length).toBeGreaterThan(8);
    const words = wordsOfFile(format, exampleFile(language, format, study));
    // The same search finds what everybody may read, the longest of it too.
    const open = openIn(study, language);
    expect(saidIn(words, open)).toEqual(open);
    expect(saidIn(words, secrets)).toEqual([]);
  });
});
