import { useTranslations } from "use-intl";
import { Icon } from "./icon";

/** How a value is filled: one of five shades by its place on an ordered scale, as a class without order, or as an answer without a level. */
export type HeatLook = `s${number}` | "class" | "without";

/** What is known of one subject on one criterion; `spread` is what raters gave where they differed; `earlier` = judged on an earlier wording. */
export type HeatValue =
  | {
      state: "agreed" | "reconciled";
      value: string;
      label: string;
      look: HeatLook;
      spread?: string;
      earlier?: true | undefined;
      again?: Again;
    }
  | { state: "differs"; range: string | null; earlier?: true | undefined; again?: Again }
  | { state: "blind"; done: number; raters: number }
  | { state: "unrated"; again?: Again };

/** A blind round judges it anew: how many have sent, of how many. */
type Again = { done: number; raters: number } | undefined;

/** The words of the cells of a heatmap: asked for once per row, not by each of a thousand cells. */
export function useHeatWords(): HeatWords {
  return useTranslations("ui.heat");
}
type HeatWords = ReturnType<typeof useTranslations<"ui.heat">>;

export interface HeatCellProps {
  value: HeatValue;
  words: HeatWords;
  /** Where the ratings behind it are; a table that holds such cells follows them with `useFollow`. */
  href?: string | undefined;
}

/** One cell of a heatmap: number first, colour second; a difference, a blind round and a gap each have a mark of their own. */
export function HeatCell({ value, words, href }: HeatCellProps) {
  const look = value.state === "differs" ? "open" : value.state === "blind" ? "blind" : "look" in value ? value.look : "unrated";
  const content = (
    <>
      {contentOf(value, words)}
      {"earlier" in value && value.earlier && (
        <span className="reworded">
          <span aria-hidden="true">†</span>
          <span className="vh">{`, ${words("earlier")}`}</span>
        </span>
      )}
      {"again" in value && value.again && (
        <span className="again">
          <Icon name="eye-off" />
          <span className="vh">{`, ${words("again", value.again)}`}</span>
        </span>
      )}
    </>
  );
  return (
    <td className={`h ${look}`}>
      {href ? (
        <a href={href} data-cell="" className="num">
          {content}
        </a>
      ) : (
        <span className="cell num">{content}</span>
      )}
    </td>
  );
}

function contentOf(value: HeatValue, words: HeatWords) {
  if (value.state === "blind") {
    return (
      <>
        <Icon name="eye-off" />
        <span aria-hidden="true">
          {value.done}/{value.raters}
        </span>
        <span className="vh">{words("blind", { done: value.done, raters: value.raters })}</span>
      </>
    );
  }
  if (value.state === "unrated") return <span className="vh">{words("unrated")}</span>;
  if (value.state === "differs") {
    return (
      <>
        {value.range ?? words("differing")}
        <span className="dis">
          <Icon name="triangle" />
        </span>
        <span className="vh">{`, ${words("toReconcile")}`}</span>
      </>
    );
  }
  return (
    <>
      {value.value}
      <span className="vh">{` ${value.label}`}</span>
      {value.state === "reconciled" && (
        <span className="spread">
          <span aria-hidden="true">≠ </span>
          <span className="vh">{`, ${words("reconciled")} `}</span>
          {value.spread}
        </span>
      )}
    </>
  );
}

/** The levels of a scale with their shades, as a legend. */
export function HeatKey({ levels }: { levels: readonly { value: string; label: string; look: HeatLook }[] }) {
  return (
    <span>
      {levels.map(({ value, label, look }) => (
        <span key={value}>
          <span className={`key ${look}`}>{value}</span> {label}{" "}
        </span>
      ))}
    </span>
  );
}
