import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { ReadingHit } from "~/domain/document/reading-search";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { HitPassage } from "~/ui/evidence-hit";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import { useArrowKeys } from "~/ui/use-arrow-keys";
import { lineOf } from "./line-of";
import type { ReadingEdition } from "./reading-contents";

interface FoundSection {
  code: string;
  number: string | null;
  heading: string;
  language: string;
  /** The page on which the section stands. */
  page: string;
  hits: readonly ReadingHit[];
}

export interface ReadingSearchProps {
  edition: ReadingEdition;
  /** Language of the document that is searched. */
  language: string;
  words: string;
  sections: readonly FoundSection[];
  /** There is more than is shown. */
  more: boolean;
}

/** What was found in an edition, by section, with the words marked in their passage; each leads to its place. Arrow keys go from one to the next. */
export function ReadingSearch({ edition, words, sections, more }: ReadingSearchProps) {
  const t = useTranslations("reading");
  const count = sections.reduce((sum, { hits }) => sum + hits.length, 0);
  const kept = [...new URLSearchParams(edition.query)];
  const results = useArrowKeys();
  return (
    <>
      <PageHead title={t("search")} lede={t("searchLede")} />
      <div className="gap" ref={results}>
        <Form method="get" role="search" className="fields" aria-label={t("search")} key={words}>
          {kept.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField name="q" type="search" label={t("searchWords")} hint={t("searchHint")} value={words} />
          <div className="row wrap">
            <Button icon="search" variant="primary">
              {t("searchFind")}
            </Button>
            <Link to={`${edition.path}/read${edition.query}`}>{t("backToText")}</Link>
          </div>
        </Form>
        <p className={count > 0 ? "soft" : "vh"} role="status">
          {words !== "" && (count > 0 ? t("searchFound", { count, words }) : t("searchNothing", { words }))}
          {more && ` ${t("searchMore", { count })}`}
        </p>
        {words !== "" && count === 0 && <EmptyState title={t("searchNothing", { words })}>{t("searchSpelling")}</EmptyState>}
        {sections.map((section) => (
          <Sheet key={section.code} title={<span lang={section.language}>{lineOf(section)}</span>}>
            <ul className="hits">
              {section.hits.map((hit, at) => (
                <li key={at}>
                  <Link to={`${edition.path}/read/${section.page}${edition.query}#${hit.place}`}>{hit.code ?? lineOf(section)}</Link>
                  <HitPassage passage={hit.passage} lang={hit.language} />
                </li>
              ))}
            </ul>
          </Sheet>
        ))}
      </div>
    </>
  );
}
