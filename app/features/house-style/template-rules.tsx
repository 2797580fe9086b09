import { useTranslations } from "use-intl";
import { placeholderList, placeholders } from "~/domain/house-style/placeholders";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";

/** What is taken from a template, and what is not. */
export function TemplateRules() {
  const t = useTranslations("houseStyle");
  const names = placeholderList(placeholders, useLanguage());
  return (
    <Sheet title={t("rulesTitle")}>
      <ul className="follows">
        <li>{t("rules.cover")}</li>
        <li>{t("rules.pages")}</li>
        <li>{t("rules.fill", { names })}</li>
        <li>{t("rules.left")}</li>
        <li>{t("formats")}</li>
      </ul>
    </Sheet>
  );
}
