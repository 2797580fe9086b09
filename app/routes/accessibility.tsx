import { useTranslations } from "use-intl";
import type { PageHandle } from "~/platform/page-handle";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";

export const handle: PageHandle = { title: (t) => t("help.accessibility.title") };

const done = ["keyboard", "script", "contrast", "zoom", "colour", "languages"] as const;
const lacking = ["audit", "editor", "files"] as const;

/** How far the product can be used by everyone, what is not right yet, and who to write to. */
export default function AccessibilityPage() {
  const t = useTranslations("help.accessibility");
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <div className="gap">
        <Sheet title={t("doneTitle")}>
          <ul className="follows">
            {done.map((one) => (
              <li key={one}>{t(`done.${one}`)}</li>
            ))}
          </ul>
        </Sheet>
        <Sheet title={t("lackingTitle")}>
          <ul className="follows">
            {lacking.map((one) => (
              <li key={one}>{t(`lacking.${one}`)}</li>
            ))}
          </ul>
        </Sheet>
        <Sheet title={t("writeTitle")}>
          <p>{t("write")}</p>
        </Sheet>
      </div>
    </>
  );
}
