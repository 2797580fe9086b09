import { useTranslations } from "use-intl";
import type { ScreeningDesign } from "~/domain/protocol/screening";
import { Sheet } from "~/ui/sheet";
import { Described } from "./questions-part";
import { Told } from "./told";

/** How publications are chosen: by how many people, what they must meet, and why one is left out. */
export function ScreeningSheet({ screening }: { screening: ScreeningDesign }) {
  const t = useTranslations("protocol.screening");
  return (
    <>
      {screening.criteria && <Described title={t("criteria")} items={screening.criteria} />}
      <Sheet title={t("title")}>
        <p>{t("screeners", { count: screening.screeners })}</p>
        <p className="strong">{t("reasons")}</p>
        <ul className="gap">
          {screening.exclusionReasons.map(({ key, label, help }) => (
            <li key={key}>
              <Told of={label} />
              {help && (
                <p className="small soft">
                  <Told of={help} />
                </p>
              )}
            </li>
          ))}
        </ul>
      </Sheet>
    </>
  );
}
