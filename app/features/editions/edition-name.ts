import { useTranslations } from "use-intl";

/** How an edition is named where two are compared: its number, and its draft where that isn't what readers see. */
export function useEditionName({ number, onlyDraft }: { number: number; onlyDraft: number | undefined }): string {
  const t = useTranslations("editions");
  return onlyDraft === undefined ? t("edition", { number }) : t("draft", { number, draft: onlyDraft });
}
