import type { Language } from "~/domain/tool-language";

/** The locale in which dates, numbers and plurals of a language of the tool are written. */
export const localeOf = { nl: "nl", en: "en-GB" } as const satisfies Record<Language, string>;

/** The locale names that `use-intl` hears of. */
export type UiLocale = (typeof localeOf)[Language];
