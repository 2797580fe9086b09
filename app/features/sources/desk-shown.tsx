import { useTranslations } from "use-intl";
import { useStudyWords } from "~/platform/study-words";
import { DefinitionList } from "~/ui/definition-list";
import { Notice } from "~/ui/notice";
import type { SourceDesk } from "./source-desk.server";

/** That the screening left a source out, and why; citing it is allowed and told. */
export function LeftOutNotice({ left }: { left: SourceDesk["left"] }) {
  const t = useTranslations("sources");
  const words = useStudyWords();
  if (!left) return null;
  const reason = left.words ?? words(left.label);
  return (
    <Notice tone="stale" icon="triangle" title={reason === "" ? t("excludedPlain") : t("excluded", { reason })}>
      {t("excludedHint")}
    </Notice>
  );
}

/** What was found of a source on each criterion, and in free words. */
export function AppraisalShown({ desk: { found, note } }: { desk: SourceDesk }) {
  const t = useTranslations("sources");
  const words = useStudyWords();
  if (found.length === 0 && note === "") return null;
  return (
    <>
      <h3 className="small soft abstract-head">{t("appraisal")}</h3>
      <DefinitionList
        facts={found.map(({ title, level, reason }) => ({ term: words(title), value: [words(level), reason].filter(Boolean).join(", ") }))}
      />
      {note && <p className="prewrap">{note}</p>}
    </>
  );
}
