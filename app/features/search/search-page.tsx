import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { Pager } from "~/ui/pager";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import type { Hit, HitGroup } from "./hit";
import type { SearchAsk } from "./load-search.server";

export interface SearchPageProps {
  ask: SearchAsk;
  groups: readonly HitGroup[];
  base: string;
}

/** What was found, by kind, with the words marked in the passage; arrow keys go from one to the next. */
export function SearchPage({ ask, groups, base }: SearchPageProps) {
  const t = useTranslations("search");
  const { words, kind } = ask;
  const results = useArrowKeys();
  const href = (more: Record<string, string>) => `${base}/search?${new URLSearchParams({ q: words, ...more }).toString()}`;
  return (
    <>
      <PageHead title={t("title")} />
      <div className="gap" ref={results}>
        <Form method="get" role="search" className="fields" aria-label={t("title")}>
          <TextField name="q" type="search" label={t("words")} hint={t("hint")} value={words} />
          <div>
            <Button icon="search">{t("find")}</Button>
          </div>
        </Form>
        <p className="vh" role="status">
          {words !== "" && t(groups.length > 0 ? "found" : "nothing", { words })}
        </p>
        {kind !== null && (
          <p>
            <Link to={href({})}>{t("allKinds")}</Link>
          </p>
        )}
        {words !== "" && groups.length === 0 && <EmptyState title={t("nothing", { words })}>{t("spelling")}</EmptyState>}
        {groups.map((group) => (
          <Sheet key={group.kind} title={t(`kinds.${group.kind}`)} footer={<Rest group={group} ask={ask} href={href} />}>
            <ul className="gap">
              {group.hits.map((hit) => (
                <HitItem key={hit.key} hit={hit} base={base} />
              ))}
            </ul>
          </Sheet>
        ))}
      </div>
    </>
  );
}

/** The way to the rest of a kind: all of it, or its next page. */
function Rest({ group, ask, href }: { group: HitGroup; ask: SearchAsk; href: (more: Record<string, string>) => string }) {
  const t = useTranslations("search");
  if (ask.kind !== null)
    return (
      <Pager
        older={group.next === null ? undefined : href({ kind: group.kind, after: group.next })}
        newer={ask.after === null ? undefined : href({ kind: group.kind })}
      />
    );
  if (group.next === null) return null;
  return <Link to={href({ kind: group.kind })}>{t("showAll", { kind: t(`kinds.${group.kind}`) })}</Link>;
}

/** The arrow keys go from the field down to the first result, and from result to result. */
function useArrowKeys() {
  const area = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = area.current;
    if (!within) return;
    const press = (event: KeyboardEvent) => walk(within, event);
    within.addEventListener("keydown", press);
    return () => within.removeEventListener("keydown", press);
  }, []);
  return area;
}

function walk(within: HTMLElement, event: KeyboardEvent) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const stops = [...within.querySelectorAll<HTMLElement>("input[type=search], a[data-hit]")];
  const next = stops[stops.findIndex((stop) => stop === event.target) + step];
  if (!stops.some((stop) => stop === event.target) || !next) return;
  event.preventDefault();
  next.focus();
}

function HitItem({ hit, base }: { hit: Hit; base: string }) {
  return (
    <li>
      <Link to={`${base}${hit.path}`} data-hit>
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
