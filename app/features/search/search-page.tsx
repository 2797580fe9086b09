import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { EmptyState } from "~/ui/empty-state";
import { EvidenceHit, HitPassage } from "~/ui/evidence-hit";
import { PageHead } from "~/ui/page-head";
import { Pager } from "~/ui/pager";
import { Sheet } from "~/ui/sheet";
import { useArrowKeys } from "~/ui/use-arrow-keys";
import type { Hit, HitGroup } from "./hit";
import type { SearchAsk } from "./load-search.server";
import type { SearchChoices } from "./search-choices";
import { SearchFields } from "./search-fields";
import { searchHref } from "./search-href";

export interface SearchPageProps {
  ask: SearchAsk;
  groups: readonly HitGroup[];
  choices: SearchChoices;
  /** What may have been meant, where nothing was found. */
  meant: string | null;
  /** Whether this person can cite something in a statement. */
  mayCite: boolean;
  base: string;
}

/** What was found, by kind, with the words marked in the passage; arrow keys go from one to the next. */
export function SearchPage({ ask, groups, choices, meant, mayCite, base }: SearchPageProps) {
  const t = useTranslations("search");
  const { words } = ask;
  const results = useArrowKeys();
  return (
    <>
      <PageHead title={t("title")} />
      <div className="gap" ref={results}>
        <SearchFields ask={ask} choices={choices} base={base} key={searchHref(base, ask)} />
        <p className="vh" role="status">
          {words !== "" && t(groups.length > 0 ? "found" : "nothing", { words })}
        </p>
        {words !== "" && groups.length === 0 && (
          <EmptyState
            title={t("nothing", { words })}
            act={meant !== null && <Link to={searchHref(base, { ...ask, words: meant })}>{t("meant", { words: meant })}</Link>}
          >
            {t("spelling")}
          </EmptyState>
        )}
        {groups.map((group) => (
          <Sheet
            key={group.kind}
            title={t(`kinds.${group.kind}`)}
            footer={hasMore(group, ask) && <Rest group={group} ask={ask} base={base} />}
          >
            <ul className="hits">
              {group.hits.map((hit) => (
                <HitItem key={hit.key} hit={hit} base={base} mayCite={mayCite} />
              ))}
            </ul>
          </Sheet>
        ))}
      </div>
    </>
  );
}

const hasMore = ({ next }: HitGroup, { after }: SearchAsk) => next !== null || after !== null;

/** The way to the rest of a kind: all of it, or its next page. */
function Rest({ group, ask, base }: { group: HitGroup; ask: SearchAsk; base: string }) {
  const t = useTranslations("search");
  const href = (after: string | null) => searchHref(base, { ...ask, kind: group.kind, after });
  if (ask.kind !== null)
    return <Pager older={group.next === null ? undefined : href(group.next)} newer={ask.after === null ? undefined : href(null)} />;
  return <Link to={href(null)}>{t("showAll", { kind: t(`kinds.${group.kind}`) })}</Link>;
}

function HitItem({ hit, base, mayCite }: { hit: Hit; base: string; mayCite: boolean }) {
  const { code, title, path, passage, lang, evidence } = hit;
  if (evidence) {
    const { chip, ...more } = evidence;
    return (
      <li>
        <EvidenceHit kind={chip} code={code} from={title} href={base + path} passage={passage} lang={lang} {...more} />
        {mayCite && more.problem === null && <CiteLink code={code} base={base} />}
      </li>
    );
  }
  return (
    <li>
      <Link to={base + path}>
        <b className="num">{code}</b> <bdi>{title}</bdi>
      </Link>
      {passage.length > 0 && <HitPassage passage={passage} lang={lang} />}
    </li>
  );
}

function CiteLink({ code, base }: { code: string; base: string }) {
  const t = useTranslations("search");
  return (
    <Link className="small" to={`${base}/cite?evidence=${encodeURIComponent(code)}`}>
      {t("cite")}
      <span className="vh"> {code}</span>
    </Link>
  );
}
