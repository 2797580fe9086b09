import { useTranslations } from "use-intl";
import { DataTable } from "~/ui/data-table";
import { Sheet } from "~/ui/sheet";
import type { ShownAmount } from "./read-profile.server";
import { SourceMark } from "./source-mark";

/** The amounts that facts hold, by year and currency, each with its source; amounts in different currencies are never added up. */
export function AmountsSheet({ amounts, base }: { amounts: readonly ShownAmount[]; base: string }) {
  const t = useTranslations("actors");
  if (amounts.length === 0) return null;
  return (
    <Sheet title={t("amounts")} id="amounts" intro={t("amountsIntro")} flush>
      <DataTable
        caption={t("amounts")}
        rows={amounts}
        rowKey={({ key }) => key}
        columns={[
          { key: "year", head: t("year"), cell: ({ year }) => <span className="num">{year ?? t("undated")}</span>, narrow: "title" },
          { key: "amount", head: t("amount"), cell: ({ amount }) => amount, align: "right", narrow: "named" },
          { key: "what", head: t("what"), cell: ({ label, about }) => [label, about].filter(Boolean).join(": "), narrow: "meta" },
          {
            key: "fact",
            head: t("fact"),
            cell: ({ code }) => (
              <a href={`#${code}`} className="num">
                {code}
              </a>
            ),
            narrow: "meta",
          },
          {
            key: "source",
            head: t("source"),
            cell: (amount) => (
              <span className="chips">
                <SourceMark of={amount} base={base} />
              </span>
            ),
            narrow: "meta",
          },
        ]}
      />
    </Sheet>
  );
}
