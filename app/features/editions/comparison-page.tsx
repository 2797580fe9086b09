import { Link, useLocation } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { Difference, ValueChange } from "~/ui/difference";
import { LinkTabs } from "~/ui/link-tabs";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { TableDifferences, TextDifferences } from "./comparison-parts";
import { readHref } from "./comparison-places";
import { useEditionName } from "./edition-name";
import { useLanguageName } from "./language-name";
import type { ShownComparison } from "./open-comparison.server";

type Found = NonNullable<ShownComparison["found"]>;
type Statement = Found["statements"][number];

/** What changed between two editions: statements first, then tables and ratings, then running text. */
export function ComparisonPage(page: ShownComparison) {
  const t = useTranslations("editions");
  const { from, to, found, path } = page;
  const [earlier, later] = [useEditionName(from), useEditionName(to)];
  const title = t("compare.title", { from: earlier, to: later });
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: t("heading"), href: path }, { label: later, href: hrefOf(path, to) }, { label: t("compare.crumb") }]}
        lede={found && t("compare.lede", countsOf(found))}
        acts={found && <Files page={page} />}
      />
      <Languages page={page} />
      {found ? <Differences page={page} found={found} /> : <Notice tone="stale">{t("compare.noLanguage")}</Notice>}
    </>
  );
}

const hrefOf = (path: string, { number, onlyDraft }: ShownComparison["to"]) =>
  onlyDraft === undefined ? `${path}/${number}` : `${path}/${number}/drafts/${onlyDraft}`;

const countsOf = ({ statements, tables, sections }: Found) => ({
  statements: statements.length,
  tables: tables.length,
  sections: sections.length,
});

function Files({ page: { from, to, language, path, query } }: { page: ShownComparison }) {
  const t = useTranslations("editions");
  const base = `${path}/${to.number}/compare/${from.number}/files/${language}`;
  return (
    <>
      <ButtonLink to={`${base}.changes.docx${query}`} icon="download" download>
        {t("compare.list")}
      </ButtonLink>
      <ButtonLink to={`${base}.redline.docx${query}`} icon="download" download>
        {t("compare.redline")}
      </ButtonLink>
    </>
  );
}

function Languages({ page: { languages, language } }: { page: ShownComparison }) {
  const t = useTranslations("editions");
  const name = useLanguageName();
  const { pathname, search } = useLocation();
  if (languages.length < 2) return null;
  const hrefIn = (one: string) => {
    const query = new URLSearchParams(search);
    query.set("in", one);
    return `${pathname}?${query}`;
  };
  return (
    <LinkTabs
      label={t("compare.language")}
      current={hrefIn(language ?? "")}
      tabs={languages.map((one) => ({ label: name(one), href: hrefIn(one) }))}
    />
  );
}

function Differences({ page, found }: { page: ShownComparison; found: Found }) {
  const t = useTranslations("editions");
  const { statements, tables, sections } = found;
  if (statements.length + tables.length + sections.length === 0) return <Notice>{t("compare.none")}</Notice>;
  return (
    <div className="gap">
      {statements.length > 0 && (
        <Sheet title={t("compare.statements")} aside={statements.length}>
          <ul className="plain stack">
            {statements.map((statement) => (
              <StatementItem key={statement.code} statement={statement} page={page} />
            ))}
          </ul>
        </Sheet>
      )}
      {tables.length > 0 && <TableDifferences tables={tables} page={page} />}
      {sections.length > 0 && <TextDifferences sections={sections} page={page} />}
    </div>
  );
}

function StatementItem({ statement, page }: { statement: Statement; page: ShownComparison }) {
  const t = useTranslations("editions");
  const { code, what, text, language, anchor } = statement;
  const href = readHref(page, anchor);
  return (
    <li className="block">
      <p className="row wrap small">
        {href ? (
          <Link className="st" to={href}>
            {code}
          </Link>
        ) : (
          <span className="st">{code}</span>
        )}
        {what.map((each) => (
          <span key={each} className="soft">
            {t(`compare.what.${each}`)}
          </span>
        ))}
      </p>
      <p className="quote" lang={language}>
        <Difference before={text.before ?? ""} after={text.after ?? ""} />
      </p>
      <Beside statement={statement} />
    </li>
  );
}

/** What else is said of a statement, as far as it differs. */
function Beside({ statement: { what, section, groundsGone, groundsCome, confidence, addressedTo } }: { statement: Statement }) {
  const t = useTranslations("editions");
  const values = [
    { key: "moved" as const, ...section },
    { key: "confidence" as const, ...confidence },
    { key: "addressee" as const, ...addressedTo },
  ].filter(({ key }) => what.includes(key));
  if (values.length === 0 && !what.includes("grounds")) return null;
  return (
    <ul className="small">
      {values.map(({ key, before, after }) => (
        <li key={key}>
          {t(`compare.of.${key}`)} <ValueChange before={before ?? t("compare.nothing")} after={after ?? t("compare.nothing")} />
        </li>
      ))}
      {what.includes("grounds") && (
        <li>
          {t("compare.of.grounds")}{" "}
          {groundsGone.map((ground) => (
            <del key={ground}>{ground} </del>
          ))}
          {groundsCome.map((ground) => (
            <ins key={ground}>{ground} </ins>
          ))}
        </li>
      )}
    </ul>
  );
}
