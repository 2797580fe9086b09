import { type LocalText, textWithLanguage } from "~/domain/local-text";
import { useRoot } from "./root-data";

/** Says a text of the study in the language of the page, or else in the first of the study's languages that it has. */
export function useStudyWords(): (text: LocalText | null | undefined) => string {
  const root = useRoot();
  return (text) => textWithLanguage(text, root?.language ?? "", root?.assessment?.languages)?.text ?? "";
}
