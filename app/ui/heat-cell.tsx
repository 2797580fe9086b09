import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { classNames } from "./class-names";
import { Icon } from "./icon";

/** What is known of one subject on one criterion. */
export type HeatValue =
  | { state: "agreed" | "reconciled"; value: string; label: string; shade: number }
  | { state: "differs"; range: string }
  | { state: "blind"; done: number; raters: number }
  | { state: "unrated" };

/** The shade 0 to 4 of a level by its place on a scale of any length. */
export function shadeOf(place: number, levels: number): number {
  return levels < 2 ? 4 : Math.round((place / (levels - 1)) * 4);
}

/** One cell of a heatmap: number first, colour second; a difference, a blind round and a gap each have a mark of their own. */
export function HeatCell({ value, href }: { value: HeatValue; href?: string | undefined }) {
  const look = value.state === "differs" ? "open" : value.state === "blind" ? "blind" : "shade" in value ? `s${value.shade}` : "unrated";
  const content = <HeatContent value={value} />;
  return <td className={classNames("h", look)}>{href ? <Link to={href}>{content}</Link> : <span className="cell">{content}</span>}</td>;
}

function HeatContent({ value }: { value: HeatValue }) {
  const t = useTranslations("ui.heat");
  if (value.state === "blind") {
    return (
      <>
        <Icon name="eye-off" />
        <span aria-hidden="true">
          {value.done}/{value.raters}
        </span>
        <span className="vh">{t("blind", { done: value.done, raters: value.raters })}</span>
      </>
    );
  }
  if (value.state === "unrated") return <span className="vh">{t("unrated")}</span>;
  if (value.state === "differs") {
    return (
      <>
        <span className="num">{value.range}</span>
        <span className="dis">
          <Icon name="triangle" />
        </span>
        <span className="vh">, {t("toReconcile")}</span>
      </>
    );
  }
  return (
    <>
      <span className="num">{value.value}</span>
      <span className="vh"> {value.label}</span>
      {value.state === "reconciled" && (
        <span className="dis">
          <span aria-hidden="true">≠</span>
          <span className="vh">, {t("reconciled")}</span>
        </span>
      )}
    </>
  );
}

/** The levels of a scale with their shades, as a legend. */
export function HeatKey({ levels }: { levels: readonly { value: string; label: string }[] }) {
  return (
    <span>
      {levels.map((level, place) => (
        <span key={level.value}>
          <span className={`key s${shadeOf(place, levels.length)}`}>{level.value}</span> {level.label}{" "}
        </span>
      ))}
    </span>
  );
}
