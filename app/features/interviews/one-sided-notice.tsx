import { useTranslations } from "use-intl";
import type { Balance, OneSided } from "~/domain/interviews/balance";
import { Notice } from "~/ui/notice";
import { type NamedPerspectives, usePerspectiveTitle } from "./perspective-title";

/** What makes the choice one-sided, a sentence each; or that nothing does. */
export function OneSidedNotice({ balance, ...words }: NamedPerspectives & { balance: Balance }) {
  const t = useTranslations("interviews.balance");
  const say = useSentence(words);
  if (balance.remarks.length === 0) return <Notice tone="ok">{t("balanced")}</Notice>;
  return (
    <Notice tone="stale" icon="triangle" title={t("oneSided", { count: balance.remarks.length })}>
      <ul>
        {balance.remarks.map((remark) => (
          <li key={JSON.stringify(remark)}>{say(remark)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function useSentence(words: NamedPerspectives): (remark: OneSided) => string {
  const t = useTranslations("interviews.balance.remarks");
  const levels = useTranslations("ui.workLevels");
  const titleOf = usePerspectiveTitle(words);
  return (remark) => {
    switch (remark.kind) {
      case "nobody":
        return t("nobody");
      case "no-perspective":
        return t("noPerspective", { perspective: titleOf(remark.perspective), candidates: remark.candidates });
      case "no-level":
        return t("noLevel", { level: levels(remark.level) });
      case "no-question":
        return t("noQuestion", { question: remark.question });
      case "one-perspective":
        return t("onePerspective", { question: remark.question, perspective: titleOf(remark.perspective) });
    }
  };
}
