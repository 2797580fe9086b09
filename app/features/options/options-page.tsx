import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Icon } from "~/ui/icon";
import { ButtonLink } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { PageHead } from "~/ui/page-head";
import { PictureFigure } from "~/ui/picture-figure";
import { Sheet } from "~/ui/sheet";
import type { ComparedOptions, ShownPair } from "./compare-options.server";
import { OptionTable } from "./option-table";

export interface OptionsPageProps {
  compared: ComparedOptions;
  languages: readonly string[];
  base: string;
}

/** The options by kind: at a glance, in full, and whether one dominates another. */
export function OptionsPage({ compared: { kinds, needed }, languages, base }: OptionsPageProps) {
  const t = useTranslations("options");
  const [one, other] = kinds.find(({ options }) => options.length > 1)?.options ?? kinds.flatMap(({ options }) => options);
  if (kinds.length === 0) {
    return (
      <>
        <PageHead title={t("heading")} lede={t("lede")} />
        <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>
      </>
    );
  }
  return (
    <>
      <PageHead
        title={t("heading")}
        lede={t("lede")}
        acts={
          one &&
          other && (
            <ButtonLink to={`${base}/options/${one.code}/compare?with=${other.code}`} variant="primary" icon="panes">
              {t("compareTwo")}
            </ButtonLink>
          )
        }
      />
      <div className="gap">
        {kinds.map((kind) => (
          <KindSheet key={kind.kind} kind={kind} needed={needed} languages={languages} base={base} />
        ))}
      </div>
    </>
  );
}

type Kind = ComparedOptions["kinds"][number];

function KindSheet({ kind, needed, languages, base }: { kind: Kind; needed: number } & Omit<OptionsPageProps, "compared">) {
  const t = useTranslations("options");
  return (
    <Sheet title={t(`kindHeads.${kind.kind}`)} intro={kind.kind === "condition" ? t("conditionsIntro") : undefined} flush>
      {kind.matrix.criteria.length > 0 && (
        <div className="body">
          <PictureFigure content={kind.matrix} languages={languages} base={base} name="options" query={`kind=${kind.kind}`} bare />
        </div>
      )}
      {kind.kind === "condition" && <Conditions kind={kind} base={base} />}
      <OptionTable kind={kind} base={base} />
      <div className="body stack dominance">
        <h3>{t("dominance")}</h3>
        <Dominance kind={kind} needed={needed} base={base} />
      </div>
    </Sheet>
  );
}

/** For which options each condition holds, as far as the protocol tells. */
function Conditions({ kind: { options }, base }: { kind: Kind; base: string }) {
  const t = useTranslations("options");
  return (
    <ul className="body small">
      {options.map(({ code, title, holdsFor }) => (
        <li key={code}>
          <b className="num">{code}</b> {title}. {t("holdsFor")}{" "}
          {holdsFor && holdsFor.length > 0
            ? holdsFor.map((held) => (
                <Link key={held} to={`${base}/options/${held}`} className="num">
                  {held}{" "}
                </Link>
              ))
            : t("holdsForAll")}
        </li>
      ))}
    </ul>
  );
}

function Dominance({ kind: { pairs }, needed, base }: { kind: Kind; needed: number; base: string }) {
  const t = useTranslations("options");
  if (pairs.length === 0) return <p className="small soft">{t("oneOfKind")}</p>;
  const found = pairs.filter(({ verdict }) => verdict === "first" || verdict === "second");
  return (
    <>
      {found.length === 0 ? <p>{t("noDominance")}</p> : <Pairs pairs={found} base={base} />}
      <p className="small soft">{t("dominanceRule", { needed })}</p>
      <details className="more">
        <summary>{t("pairs", { count: pairs.length })}</summary>
        <Pairs pairs={pairs} base={base} />
      </details>
    </>
  );
}

function Pairs({ pairs, base }: { pairs: readonly ShownPair[]; base: string }) {
  const t = useTranslations("options");
  return (
    <ul className="pairs">
      {pairs.map(({ first, second, words, leftOut }) => (
        <li key={`${first} ${second}`}>
          {words} {leftOut && <span className="soft">{leftOut}</span>}{" "}
          <Link to={`${base}/options/${first}/compare?with=${second}`} className="nowrap">
            <Icon name="panes" /> {t("compareTwo")}
            <span className="vh">{`: ${first}, ${second}`}</span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
