/** The languages of the tool itself. Texts of a protocol may be in others. */
export const languages = ["nl", "en"] as const;

/** A language of the tool. */
export type Language = (typeof languages)[number];

/** The language of a text from outside (a cookie, a header, a field), or `undefined` when the tool does not speak it. */
export function languageIfAny(text: string | null | undefined): Language | undefined {
  return languages.find((language) => language === text?.slice(0, 2).toLowerCase());
}
