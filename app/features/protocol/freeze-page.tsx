import { useTranslations } from "use-intl";
import { ConfirmPage } from "~/ui/confirm-page";

/** Asks whether the protocol is to be frozen, and says what follows from it. */
export function FreezePage({ number, version, base, frozen }: { number: number; version: number; base: string; frozen: boolean }) {
  const t = useTranslations("protocol");
  return (
    <ConfirmPage
      title={t("freeze.title", { number })}
      crumbs={[{ label: t("title"), href: `${base}/protocol` }, { label: t("freeze.act") }]}
      consequences={(["fixed", "deviations", "records", "trail", "forGood"] as const).map((key) => t(`freeze.${key}`))}
      act={t("freeze.act")}
      hidden={{ intent: "freeze", version }}
      refused={frozen ? t("freeze.already") : undefined}
      cancelHref={`${base}/protocol`}
    />
  );
}
