import { useTranslations } from "use-intl";
import type { PlannedItem } from "~/domain/sheets/planned";

/** What a row brings, one thing to a line: what it is, what it says, and whether it is there already. */
export function RowItems({ items, row }: { items: readonly PlannedItem[]; row: number }) {
  const t = useTranslations("sheets");
  return (
    <div className="scroll" role="region" tabIndex={0} aria-label={t("brings", { row })}>
      <table className="t sheet-items">
        <caption className="vh">{t("brings", { row })}</caption>
        <thead className="vh">
          <tr>
            <th scope="col">{t("what")}</th>
            <th scope="col">{t("says")}</th>
            <th scope="col">{t("becomes")}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ label, text, state, other }, at) => (
            <tr key={at}>
              <th scope="row">
                <bdi>{label}</bdi>
              </th>
              <td className={state === "there" || state === "kept" ? "soft prewrap" : "prewrap"}>
                <bdi>{text}</bdi>
              </td>
              <td className="small soft">{t(`items.${state}`, { other: other ?? "" })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
