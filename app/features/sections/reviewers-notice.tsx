import { useTranslations } from "use-intl";
import { Notice } from "~/ui/notice";
import type { loadSection } from "./load-section.server";

type Tally = Awaited<ReturnType<typeof loadSection>>["tally"];

/** Tells the lead that too few reviewers are left who may sign, and a reviewer that she wrote a part of what she was to review. */
export function ReviewersNotice({ tally, lead, mine }: { tally: Tally; lead: boolean; mine: boolean }) {
  const t = useTranslations("sections");
  return (
    <>
      {lead && tally.lacking > 0 && (
        <Notice tone="danger" className="kept" title={t("lackingTitle")}>
          {t("lackingHint", { count: tally.lacking })}
        </Notice>
      )}
      {mine && <Notice tone="info" className="kept" title={t("ownWorkTitle")} />}
    </>
  );
}

/** The rule on sign-offs in words, with how far it is met. */
export function useRuleWords({ rule, needed, of, signed }: Tally): string {
  const t = useTranslations("sections");
  return rule === "k-of-n" ? t("ruleSome", { needed, of, signed }) : t("ruleAll", { needed, signed });
}
