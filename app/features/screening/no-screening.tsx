import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Sheet } from "~/ui/sheet";

/** What stands on a page of the screening where the protocol asks for none. */
export function NoScreening({ base }: { base: string }) {
  const t = useTranslations("screening");
  return (
    <Sheet title={t("heading")}>
      <EmptyState title={t("none")} act={<ButtonLink to={`${base}/protocol?part=criteria`}>{t("toProtocol")}</ButtonLink>}>
        {t("noneHint")}
      </EmptyState>
    </Sheet>
  );
}
