import { z } from "zod";
import { idRead, line, optionalDay, optionalProse, versionRead } from "~/domain/shapes";

const most = 4000;

function texts(names: readonly string[], languages: readonly string[]) {
  return Object.fromEntries(names.flatMap((name) => languages.map((language) => [`${name}@${language}`, optionalProse(most)])));
}

/** The texts of one name in a form, by language, without the empty ones. */
export function textsOf(values: Readonly<Record<string, unknown>>, name: string, languages: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = values[`${name}@${language}`];
      return typeof text === "string" && text.trim() !== "" ? [[language, text.trim()]] : [];
    }),
  );
}

/** Each of these texts has to be there in one language at least. */
function inOneLanguage(names: readonly string[], languages: readonly string[]) {
  return (values: Readonly<Record<string, unknown>>, context: z.core.$RefinementCtx) => {
    for (const name of names)
      if (Object.keys(textsOf(values, name, languages)).length === 0)
        context.addIssue({ code: "custom", path: [`${name}@${languages[0] ?? ""}`], message: "required" });
  };
}

/** A deviation: the file that was read, why, what it means for the study, and who agreed to it when. */
export function deviationForm(languages: readonly string[]) {
  return z
    .strictObject({
      ...texts(["reason", "effect"], languages),
      intent: z.literal("deviate"),
      version: versionRead,
      file: idRead,
      approvedBy: line(200),
      approvedOn: optionalDay,
    })
    .superRefine(inOneLanguage(["reason", "effect"], languages))
    .superRefine(({ approvedOn }, context) => {
      if (approvedOn === null) context.addIssue({ code: "custom", path: ["approvedOn"], message: "required" });
    });
}

/** What a deviation means for the study, put otherwise. */
export function effectForm(languages: readonly string[]) {
  return z
    .strictObject({ ...texts(["effect"], languages), intent: z.literal("change-effect"), version: versionRead })
    .superRefine(inOneLanguage(["effect"], languages));
}
