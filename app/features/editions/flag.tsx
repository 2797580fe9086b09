import { useTranslations } from "use-intl";
import { useReading } from "./reading-context";

/** The language of a passage where it is not the document's. */
export function useOther(language: string): string | undefined {
  const reading = useReading();
  return language === reading.language ? undefined : language;
}

/** Says that a text stands here in its original language, and why. */
export function Flag({ flag }: { flag: "untranslated" | "behind" | undefined }) {
  const t = useTranslations("reading");
  return flag ? <p className="small con">{t(flag)}</p> : null;
}
