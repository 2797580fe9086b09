import { useTranslations } from "use-intl";
import type { MergeTaken } from "~/domain/text/merge-node";
import { Notice } from "~/ui/notice";

/** What a merge took over by itself, each with whose it is; of words that were replaced, both. */
export function TakenList({ taken }: { taken: readonly MergeTaken[] }) {
  const t = useTranslations("merging");
  return (
    <ul className="follows">
      {taken.map(({ side, before, after, beside }, place) => (
        <li key={place}>
          <span className="quote">
            {before.trim() !== "" && <del>{before}</del>} {after.trim() !== "" && <ins>{after}</ins>}
          </span>{" "}
          <span className="faint small">{t(`side.${side}`)}</span>
          {beside && side === "theirs" && <span className="faint small"> {t("beside")}</span>}
        </li>
      ))}
    </ul>
  );
}

/** Told to who saved: the words of others that were taken in. */
export function MergeNotice({ by, taken }: { by: readonly string[]; taken: readonly MergeTaken[] }) {
  const t = useTranslations("merging");
  if (by.length === 0) return null;
  return (
    <Notice tone="base" icon="info" title={t("merged", { names: by.join(", ") })} live className="kept">
      <TakenList taken={taken} />
    </Notice>
  );
}
