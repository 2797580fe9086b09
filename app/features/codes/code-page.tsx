import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { EmptyState } from "~/ui/empty-state";
import { FilterCount } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { CodeExports } from "./code-exports";
import type { CodePage as Page } from "./load-codes.server";

/** One code: what it means, and every passage that was marked with it, where it stands and who said it as far as agreed. */
export function CodePage({ page }: { page: Page }) {
  const t = useTranslations("codes");
  const { base, code, title, definition, useWhen, notWhen, filter, passages, total, mayMove } = page;
  const isFiltered = filter.interview !== null || filter.question !== null;
  return (
    <>
      <PageHead
        title={<bdi>{title}</bdi>}
        lede={definition}
        crumbs={[{ label: t("title"), href: `${base}/codes` }, { label: title }]}
        acts={
          <>
            {mayMove && <ButtonLink to={`${base}/codes/${code}/merge`}>{t("move.merge.short")}</ButtonLink>}
            {mayMove && <ButtonLink to={`${base}/codes/${code}/split`}>{t("move.split.short")}</ButtonLink>}
            {total > 0 && <CodeExports base={base} query={`?code=${code}`} />}
          </>
        }
      />
      <div className="gap">
        <Sheet title={t("when")}>
          <DefinitionList
            facts={[
              { term: t("useWhen"), value: useWhen },
              { term: t("notWhen"), value: notWhen },
            ]}
            wide
          />
        </Sheet>
        <Sheet title={t("passages")} flush>
          {total === 0 ? (
            <EmptyState title={t("noPassages")}>{t("howTo")}</EmptyState>
          ) : (
            <FilterCount clearHref={isFiltered ? `${base}/codes/${code}` : undefined}>
              {t("shown", { shown: passages.length, total })}
            </FilterCount>
          )}
          <ul className="readings">
            {passages.map((passage) => (
              <Passage key={passage.id} base={base} passage={passage} />
            ))}
          </ul>
        </Sheet>
      </div>
    </>
  );
}

function Passage({ base, passage }: { base: string; passage: Page["passages"][number] }) {
  const t = useTranslations("codes");
  return (
    <li className="stack">
      <p className="quote keep-lines" lang={passage.language} dir="auto">
        {passage.passage}
      </p>
      <p className="row wrap small">
        {passage.href ? <Link to={passage.href}>{passage.code}</Link> : passage.code}
        <bdi className="soft from">{passage.from}</bdi>
        {passage.behind && <StatusTag state="behind" />}
        <Link to={`${base}/codings?of=${encodeURIComponent(passage.code)}`}>
          {t("inText")}
          <span className="vh"> {passage.code}</span>
        </Link>
      </p>
      {passage.note !== "" && (
        <p className="small keep-lines" dir="auto">
          {passage.note}
        </p>
      )}
    </li>
  );
}
