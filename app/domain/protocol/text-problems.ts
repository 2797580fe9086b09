import { LanguageCode } from "~/domain/local-text-schema";
import { type LocalText, missingLanguages } from "~/domain/local-text";
import { isMapping, type Place, valueAt } from "~/domain/protocol/places";
import type { Finding, Path, ProblemCode } from "~/domain/protocol/problem";

/** The texts of a protocol, wherever they stand: every mapping whose keys are all language codes of two letters and whose values are words. */
function textPlaces(value: unknown, path: Path = []): Place<LocalText>[] {
  if (path.at(-1) === "onlyIf") return [];
  if (isLocalText(value)) return [{ path, value }];
  if (Array.isArray(value)) return value.flatMap((each: unknown, at) => textPlaces(each, [...path, at]));
  if (!isMapping(value)) return [];
  return Object.entries(value).flatMap(([key, each]) => textPlaces(each, [...path, key]));
}

function isLocalText(value: unknown): value is LocalText {
  if (!isMapping(value)) return false;
  const entries = Object.entries(value);
  return (
    entries.length > 0 &&
    entries.every(([key, text]) => /^[a-z]{2}(-|$)/.test(key) && LanguageCode.safeParse(key).success && typeof text === "string")
  );
}

/** The languages that the protocol names, as far as they can be read. */
function languagesOf(root: unknown): string[] {
  const named = valueAt(root, ["languages"]);
  return Array.isArray(named) ? named.filter((code): code is string => LanguageCode.safeParse(code).success) : [];
}

/** Texts in a language that the protocol doesn't name, and an original language that isn't one of them. */
export function languageProblems(root: unknown): Finding<ProblemCode>[] {
  const languages = languagesOf(root);
  if (languages.length === 0) return [];
  const list = languages.join(", ");
  const original = valueAt(root, ["originalLanguage"]);
  const wrong = textPlaces(root).flatMap(({ path, value }) =>
    Object.keys(value)
      .filter((language) => !languages.includes(language))
      .map((language): Finding<ProblemCode> => ({
        code: "language-not-listed",
        path: [...path, language],
        details: { language, languages: list },
        atKey: true,
      })),
  );
  if (typeof original !== "string" || languages.includes(original)) return wrong;
  return [{ code: "original-not-listed", path: ["originalLanguage"], details: { language: original, languages: list } }, ...wrong];
}

/** Texts that lack a language of the protocol; they are shown in another language, marked, so this refuses nothing. */
export function missingTranslations(root: unknown): Finding<"missing-translation">[] {
  const languages = languagesOf(root);
  return textPlaces(root).flatMap(({ path, value }) => {
    const missing = missingLanguages(value, languages);
    return missing.length === 0
      ? []
      : [{ code: "missing-translation" as const, path, details: { languages: missing.join(", "), count: missing.length } }];
  });
}
