import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import type { Hit } from "./load-search.server";

export interface SearchPageProps {
  words: string;
  hits: readonly Hit[];
  base: string;
}

/** What was found, by kind, with the words marked in the passage. */
export function SearchPage({ words, hits, base }: SearchPageProps) {
  const t = useTranslations("search");
  const kinds = [...new Set(hits.map(({ kind }) => kind))];
  return (
    <>
      <PageHead title={t("title")} />
      <div className="gap">
        <Form method="get" role="search" className="fields" aria-label={t("title")}>
          <TextField name="q" type="search" label={t("words")} hint={t("hint")} value={words} />
          <div>
            <Button icon="search">{t("find")}</Button>
          </div>
        </Form>
        <p className="vh" role="status">
          {words !== "" && t(hits.length > 0 ? "found" : "nothing", { words })}
        </p>
        {words !== "" && hits.length === 0 && <EmptyState title={t("nothing", { words })}>{t("spelling")}</EmptyState>}
        {kinds.map((kind) => (
          <Sheet key={kind} title={t(`kinds.${kind}`)}>
            <ul className="gap">
              {hits
                .filter((hit) => hit.kind === kind)
                .map((hit, place) => (
                  <HitItem key={`${hit.key} ${place}`} hit={hit} base={base} />
                ))}
            </ul>
          </Sheet>
        ))}
      </div>
    </>
  );
}

function HitItem({ hit, base }: { hit: Hit; base: string }) {
  return (
    <li>
      <Link to={`${base}${hit.path}`}>
        <b className="num">{hit.code}</b> <bdi>{hit.title}</bdi>
      </Link>
      {hit.passage.length > 0 && (
        <p className="doc small" lang={hit.lang}>
          {hit.passage.map(({ text, hit: found }, place) => (found ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>))}
        </p>
      )}
    </li>
  );
}
