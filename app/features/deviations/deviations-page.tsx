import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { textWithLanguage, type LocalText } from "~/domain/local-text";
import { ButtonLink } from "~/ui/button";
import { DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { useLanguage } from "~/ui/intl";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { Time } from "~/ui/time";
import { ChangeWords, useCounts } from "./changes-view";
import type { listDeviations } from "./queries.server";

export interface DeviationsPageProps {
  deviations: Awaited<ReturnType<typeof listDeviations>>;
  languages: readonly string[];
  base: string;
  frozen: boolean;
  mayDeviate: boolean;
}

/** The deviations from the protocol in their order: when, what, why, agreed by whom, and what it means for the study. */
export function DeviationsPage({ deviations, languages, base, frozen, mayDeviate }: DeviationsPageProps) {
  const t = useTranslations("deviations");
  const counts = useCounts();
  return (
    <>
      <PageHead
        title={t("title")}
        lede={t("lede")}
        crumbs={[{ label: t("protocol"), href: `${base}/protocol` }, { label: t("title") }]}
        acts={
          mayDeviate &&
          frozen && (
            <ButtonLink to={`${base}/protocol/deviations/new`} variant="primary" icon="plus">
              {t("new.act")}
            </ButtonLink>
          )
        }
      />
      <Sheet title={t("list")} className="tops deviations" flush={deviations.length > 0}>
        <DataTable
          caption={t("title")}
          rows={deviations}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t("empty")}>{t(frozen ? "emptyHint" : "emptyNotFrozen")}</EmptyState>}
          columns={[
            {
              key: "number",
              head: t("number"),
              narrow: "title",
              cell: ({ number }) => <Link to={`${base}/protocol/deviations/${number}`}>{t("one", { number })}</Link>,
            },
            { key: "date", head: t("date"), narrow: "meta", cell: ({ at }) => <Time at={at} /> },
            {
              key: "what",
              head: t("what"),
              narrow: "named",
              cell: ({ changes }) => <ChangesShort changes={changes} />,
            },
            { key: "reason", head: t("reason"), narrow: "named", cell: ({ reason }) => <Words of={reason} languages={languages} /> },
            {
              key: "approved",
              head: t("approved"),
              narrow: "named",
              cell: ({ approvedBy, approvedOn }) => (
                <>
                  {approvedBy}, <Time at={approvedOn} />
                </>
              ),
            },
            { key: "effect", head: t("effect"), narrow: "named", cell: ({ effect }) => <Words of={effect} languages={languages} /> },
            { key: "affected", head: t("affected"), narrow: "named", cell: (row) => counts(row.counts) || t("nothing") },
          ]}
        />
      </Sheet>
    </>
  );
}

function ChangesShort({ changes }: Pick<DeviationsPageProps["deviations"][number], "changes">) {
  return (
    <ul className="plain small">
      {changes.map((change, at) => (
        <li key={at}>
          <ChangeWords change={change} />
        </li>
      ))}
    </ul>
  );
}

/** Words of a person, in the language of the page where there are any. */
export function Words({ of, languages }: { of: LocalText; languages: readonly string[] }) {
  const found = textWithLanguage(of, useLanguage(), languages);
  return found && <span lang={found.language}>{found.text}</span>;
}
