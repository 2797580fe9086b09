import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { EvidenceKind } from "~/domain/evidence/kinds";
import { GroundChips } from "~/ui/ground-chips";
import { Icon } from "~/ui/icon";
import { PictureFigure } from "~/ui/picture-figure";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import type { InterventionFilter } from "./intervention-filter";
import type { ShownClass, ShownEffect } from "./list-interventions.server";

export interface EffectSheetProps {
  effect: ShownEffect;
  filter: InterventionFilter;
  languages: readonly string[];
  base: string;
}

/** Interventions by class: at a glance, and per class what stands under it, how strong that is, and the evidence itself. */
export function EffectSheet({ effect, filter, languages, base }: EffectSheetProps) {
  const t = useTranslations("interventions");
  const named = useTranslations("ui.table");
  const { id, title, description, picture, classes, without, unclassed } = effect;
  const query = new URLSearchParams({ criterion: id, ...(filter.group !== "" && { group: filter.group }) }).toString();
  return (
    <Sheet title={t("byClass", { criterion: title })} intro={description || undefined} flush>
      <div className="body">
        <PictureFigure content={picture} languages={languages} base={base} name="effectiveness" query={query} bare />
      </div>
      <div className="scroll" role="region" tabIndex={0} aria-label={named("region", { caption: t("byClass", { criterion: title }) })}>
        <table className="t list effect">
          <caption className="vh">{t("byClass", { criterion: title })}</caption>
          <thead>
            <tr>
              <th scope="col">{t("class")}</th>
              <th scope="col" className="r num">
                {t("heading")}
              </th>
              <th scope="col">{t("pieces")}</th>
              <th scope="col" className="r num">
                {t("origins")}
              </th>
              <th scope="col">{t("strength")}</th>
            </tr>
          </thead>
          <tbody>
            {classes.map((one) => (
              <ClassRow key={one.key} shown={one} base={base} />
            ))}
          </tbody>
          <tbody className="apart">
            {without.map((one) => (
              <ClassRow key={one.key} shown={one} base={base} isApart />
            ))}
            {(["unrated", "blind", "differs"] as const).map((reason) => (
              <UnclassedRow key={reason} reason={reason} count={unclassed[reason]} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="body small soft">{t("strengthRule")}</p>
    </Sheet>
  );
}

const kinds = ["excerpt", "interview-answer", "actor-fact"] as const satisfies readonly EvidenceKind[];

function ClassRow({ shown, base, isApart }: { shown: ShownClass; base: string; isApart?: boolean }) {
  const t = useTranslations("interventions");
  const { key, title, anchor, interventions, evidence } = shown;
  const given = kinds.filter((kind) => evidence.byKind[kind] > 0);
  return (
    <tr>
      <th scope="row" className="n-title">
        <span className={isApart ? undefined : "strong"}>{title}</span>
        {isApart && <span className="block small soft">{t("countedNowhere")}</span>}
        {anchor && <span className="block small soft">{anchor}</span>}
        {interventions.length > 0 && <Members shown={shown} base={base} />}
      </th>
      <td className="n-named r num" data-head={t("heading")}>
        {interventions.length === 0 ? "0" : <Link to={`?class=${encodeURIComponent(key)}#list`}>{interventions.length}</Link>}
      </td>
      <td className="n-named" data-head={t("pieces")}>
        {given.length === 0 ? (
          <span className="faint">0</span>
        ) : (
          given.map((kind) => t(`kinds.${kind}`, { count: evidence.byKind[kind] })).join(", ")
        )}
      </td>
      <td className="n-named r num" data-head={t("origins")}>
        {evidence.origins}
      </td>
      <td className="n-named" data-head={t("strength")}>
        {interventions.length > 0 && <Strength shown={shown} base={base} />}
      </td>
    </tr>
  );
}

/** The confidence that statements on these judgements were given, or else what the grounds amount to: said which of the two it is. */
function Strength({ shown: { citing, evidence }, base }: { shown: ShownClass; base: string }) {
  const t = useTranslations("interventions");
  const judged = citing.filter(({ confidence }) => confidence !== "");
  if (judged.length > 0) {
    return (
      <ul className="lines-of small numbers">
        {judged.map(({ code, confidence }) => (
          <li key={code}>
            {confidence} <span className="soft">{t("asGivenTo")}</span> <StatementNumber code={code} href={`${base}/statements/${code}`} />
          </li>
        ))}
      </ul>
    );
  }
  const level = evidence.pieces === 0 ? "none" : evidence.origins === 1 ? "one" : "several";
  return (
    <span className="small">
      {level !== "several" && <Icon name={level === "none" ? "octagon" : "triangle"} />}{" "}
      {t(`computed.${level}`, { origins: evidence.origins })} <span className="soft">{t("asComputed")}</span>
    </span>
  );
}

function Members({ shown: { interventions, grounds, title }, base }: { shown: ShownClass; base: string }) {
  const t = useTranslations("interventions");
  return (
    <details className="more">
      <summary>
        {t("showMembers", { count: interventions.length })}
        <span className="vh">{`: ${title}`}</span>
      </summary>
      <ul className="small members">
        {interventions.map(({ code, title: name, pieces, origins }) => (
          <li key={code}>
            <Link to={`${base}/interventions/${code}`}>
              <span className="num">{code}</span> <bdi>{name}</bdi>
            </Link>{" "}
            <span className="soft">{t("restsOn", { pieces, origins })}</span>
          </li>
        ))}
      </ul>
      {grounds.length > 0 && (
        <>
          <p className="small soft">{t("evidence")}</p>
          <GroundChips grounds={grounds} base={base} />
        </>
      )}
    </details>
  );
}

function UnclassedRow({ reason, count }: { reason: keyof ShownEffect["unclassed"]; count: number }) {
  const t = useTranslations("interventions");
  if (count === 0) return null;
  return (
    <tr>
      <th scope="row" className="n-title">
        {t(`unclassed.${reason}`)}
        <span className="block small soft">{t("countedNowhere")}</span>
      </th>
      <td className="n-named r num" data-head={t("heading")}>
        {count}
      </td>
      <td colSpan={3} className="n-hidden" />
    </tr>
  );
}
