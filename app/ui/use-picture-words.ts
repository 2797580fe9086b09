import { useTranslations } from "use-intl";
import { pictureWords, type PictureWords } from "~/domain/pictures/words";
import { useLanguage } from "./intl";

/** The words of pictures in the language of the page; texts of the study in `language`, where it is another, or in the first of `fallbackOrder` that they have. */
export function usePictureWords(fallbackOrder: readonly string[] = [], language?: string): PictureWords {
  const pictures = useTranslations("pictures");
  const data = useTranslations("evidence");
  const own = useLanguage();
  // The keys are those of the drawings; a test draws each of them in both languages.
  return pictureWords(
    (key, values) =>
      key.startsWith("data.")
        ? data(key as "data.flow.title", values)
        : pictures(key.slice("pictures.".length) as "download", values as undefined),
    language ?? own,
    fallbackOrder,
  );
}
