import { diffWordsWithSpace } from "diff";
import { useTranslations } from "use-intl";

/** The difference between two texts, word by word: added is underlined, removed is struck. A sentence before it says who and when. */
export function Difference({ before, after, lang }: { before: string; after: string; lang?: string | undefined }) {
  return (
    <span lang={lang}>
      {diffWordsWithSpace(before, after).map((part, place) => {
        if (part.added) return <ins key={place}>{part.value}</ins>;
        if (part.removed) return <del key={place}>{part.value}</del>;
        return <span key={place}>{part.value}</span>;
      })}
    </span>
  );
}

/** Two short values that have no words to compare: was and became. */
export function ValueChange({ before, after }: { before: string; after: string }) {
  const t = useTranslations("ui.difference");
  return (
    <span>
      <span className="vh">{t("before")} </span>
      <del>{before}</del> <span className="vh">{t("after")} </span>
      <ins>{after}</ins>
    </span>
  );
}
