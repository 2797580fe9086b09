import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";

/** Says which house style a document will have, with the page where that is chosen. */
export function HouseStyleUsed({ name, path }: { name: string | null; path: string }) {
  const t = useTranslations("houseStyle");
  return (
    <p className="break">
      <Link to={path}>{t("used")}</Link>: {name ?? t("usedNone")}
      {name !== null && <span className="hint"> {t("usedHint")}</span>}
    </p>
  );
}
