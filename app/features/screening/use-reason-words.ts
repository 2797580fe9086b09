import type { LocalText } from "~/domain/local-text";
import { wordsOfReason } from "~/domain/screening/steps";
import { useStudyWords } from "~/platform/study-words";

interface Reason {
  key: string;
  label: LocalText;
}

/** Says a reason for leaving a publication out: its label in the protocol, or own words. */
export function useReasonWords(reasons: readonly Reason[]): (reason: string | null) => string {
  const words = useStudyWords();
  return (reason) => {
    if (reason === null) return "";
    return wordsOfReason(reason) ?? words(reasons.find(({ key }) => key === reason)?.label);
  };
}
