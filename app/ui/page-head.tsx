import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";

/** One step of the way to a page; the last one, without `href`, is the page itself. */
export interface Crumb {
  label: ReactNode;
  href?: string | undefined;
}

export interface PageHeadProps {
  title: ReactNode;
  /** Only when the page lies deeper than two. */
  crumbs?: readonly Crumb[] | undefined;
  lede?: ReactNode;
  /** Facts under the title: `StatusTag`, `MetaFact`, short texts. */
  meta?: ReactNode;
  /** The saved indicator, always in the same place: before the buttons. */
  saved?: ReactNode;
  /** Buttons, at most one of them primary. */
  acts?: ReactNode;
}

/** The head of a page: the way to it, its one `h1`, its facts and what can be done. */
export function PageHead({ title, crumbs, lede, meta, saved, acts }: PageHeadProps) {
  return (
    <>
      {crumbs && <Crumbs crumbs={crumbs} />}
      <div className="head">
        <div>
          <h1>{title}</h1>
          {lede && <p className="lede">{lede}</p>}
          {meta && <div className="meta">{meta}</div>}
        </div>
        {(saved || acts) && (
          <div className="acts">
            {saved}
            {acts}
          </div>
        )}
      </div>
    </>
  );
}

function Crumbs({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations("ui.frame");
  return (
    <nav aria-label={t("crumbs")}>
      <ol className="crumbs">
        {crumbs.map((crumb, place) => (
          <li key={place}>{crumb.href ? <Link to={crumb.href}>{crumb.label}</Link> : <span aria-current="page">{crumb.label}</span>}</li>
        ))}
      </ol>
    </nav>
  );
}
