import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Difference, ValueChange } from "~/ui/difference";
import { Sheet } from "~/ui/sheet";
import { readHref } from "./comparison-places";
import type { ShownComparison } from "./open-comparison.server";

type Found = NonNullable<ShownComparison["found"]>;
type Table = Found["tables"][number];
type Section = Found["sections"][number];

/** Tables and ratings that differ, by row and cell. */
export function TableDifferences({ tables, page }: { tables: readonly Table[]; page: ShownComparison }) {
  const t = useTranslations("editions");
  return (
    <Sheet title={t("compare.tables")} aside={tables.length}>
      <div className="stack">
        {tables.map((table, at) => (
          <section key={at} className="block" aria-label={table.name}>
            <p className="row wrap small">
              <Named name={table.name} href={readHref(page, table.anchor)} />
              {table.what !== "changed" && <span className="soft">{t(`compare.what.${table.what}`)}</span>}
            </p>
            {table.rows.length > 0 && <Rows table={table} />}
            <More count={table.more} />
          </section>
        ))}
      </div>
    </Sheet>
  );
}

function Rows({ table: { rows } }: { table: Table }) {
  const t = useTranslations("editions");
  return (
    <ul className="small">
      {rows.map((row, at) => (
        <li key={at}>
          <span className="strong">{row.name}</span>
          {row.what !== "changed" && <span className="soft"> {t(`compare.what.${row.what}`)}</span>}
          {row.cells.map((cell, place) => (
            <span key={place}>
              {" · "}
              {cell.column} <ValueChange before={cell.before || t("compare.nothing")} after={cell.after || t("compare.nothing")} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  );
}

/** Sections whose heading or running text differs, paragraph by paragraph. */
export function TextDifferences({ sections, page }: { sections: readonly Section[]; page: ShownComparison }) {
  const t = useTranslations("editions");
  return (
    <Sheet title={t("compare.texts")} aside={sections.length}>
      <div className="stack">
        {sections.map((section) => (
          <TextsOfSection key={section.code} section={section} page={page} />
        ))}
      </div>
    </Sheet>
  );
}

function TextsOfSection({ section, page }: { section: Section; page: ShownComparison }) {
  const t = useTranslations("editions");
  const { heading, texts, language, more, anchor } = section;
  const name = heading.after ?? heading.before ?? "";
  const what = heading.before === null ? "new" : heading.after === null ? "dropped" : null;
  return (
    <section className="block" aria-label={name}>
      <p className="row wrap small">
        <Named name={name} href={readHref(page, anchor)} />
        {what && <span className="soft">{t(`compare.what.${what}`)}</span>}
        {what === null && heading.before !== heading.after && <ValueChange before={heading.before ?? ""} after={heading.after ?? ""} />}
      </p>
      {texts.map(({ before, after }, at) => (
        <p key={at} className="quote" lang={language}>
          <Difference before={before ?? ""} after={after ?? ""} />
        </p>
      ))}
      <More count={more} />
    </section>
  );
}

function Named({ name, href }: { name: string; href: string | null }) {
  return href ? <Link to={href}>{name}</Link> : <span className="strong">{name}</span>;
}

function More({ count }: { count: number }) {
  const t = useTranslations("editions");
  return count > 0 ? <p className="small soft">{t("compare.more", { count })}</p> : null;
}
