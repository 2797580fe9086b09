import { textWithLanguage, type LocalText } from "~/domain/local-text";
import { wordsOfReason } from "~/domain/screening/steps";
import { useRoot } from "~/platform/root-data";
import { useLanguage } from "~/ui/intl";

/** Says a text of the protocol in the language of the page, or else in one that it has. */
export function useWords(): (text: LocalText | null | undefined) => string {
  const language = useLanguage();
  const languages = useRoot()?.assessment?.languages;
  return (text) => textWithLanguage(text, language, languages)?.text ?? "";
}

interface Reason {
  key: string;
  label: LocalText;
}

/** Says a reason for leaving a publication out: its label in the protocol, or own words. */
export function useReasonWords(reasons: readonly Reason[]): (reason: string | null) => string {
  const words = useWords();
  return (reason) => {
    if (reason === null) return "";
    return wordsOfReason(reason) ?? words(reasons.find(({ key }) => key === reason)?.label);
  };
}
