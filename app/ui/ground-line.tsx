import { useTranslations } from "use-intl";

/** What one link does for a statement; `changed` = its ground changed since the sign-off. No link at all is `none`. */
export type GroundSegment = "supports" | "contradicts" | "context" | "changed";

const classes: Record<GroundSegment | "none", string> = { supports: "", contradicts: "x", context: "k", changed: "x2", none: "none" };

export interface GroundLineProps {
  segments: readonly GroundSegment[];
  /** Chips or a count beside it say the same in words: then it is decoration. */
  decorative?: boolean | undefined;
}

/** The line under a statement: one segment per link, broken red when it has none. */
export function GroundLine({ segments, decorative }: GroundLineProps) {
  const shown: readonly (GroundSegment | "none")[] = segments.length > 0 ? segments : ["none"];
  return (
    <div className="gl" {...useMeaning(segments, decorative)}>
      {shown.map((segment, place) => (
        <i key={place} className={classes[segment]} />
      ))}
    </div>
  );
}

const widest = 5;

export interface GroundMarkProps extends GroundLineProps {
  /** Said in place of the summary, e.g. "14 excerpts". */
  label?: string | undefined;
}

/** The same, small, for a cell or a list: at most five segments, those that contradict last. */
export function GroundMark({ segments, decorative, label }: GroundMarkProps) {
  const meaning = useMeaning(segments, decorative, label);
  if (segments.length === 0) return <span className="ground none" {...meaning} />;
  return (
    <span className="ground" {...meaning}>
      {markOf(segments).map((segment, place) => (
        <i key={place} className={classes[segment]} />
      ))}
    </span>
  );
}

/** The segments that are drawn of many: none of the four meanings falls out. */
function markOf(segments: readonly GroundSegment[]): GroundSegment[] {
  const order: readonly GroundSegment[] = ["supports", "context", "changed", "contradicts"];
  const sorted = [...segments].sort((a, b) => order.indexOf(a) - order.indexOf(b));
  if (sorted.length <= widest) return sorted;
  const kept = order.filter((meaning) => sorted.includes(meaning));
  const first = kept[0] ?? "supports";
  return [...Array.from({ length: widest - kept.length }, () => first), ...kept];
}

function useMeaning(segments: readonly GroundSegment[], decorative?: boolean, label?: string) {
  const t = useTranslations("ui.ground");
  if (decorative) return { "aria-hidden": true } as const;
  const count = (meaning: GroundSegment) => segments.filter((segment) => segment === meaning).length;
  const summary = t("summary", {
    count: segments.length,
    contradicts: count("contradicts"),
    context: count("context"),
    changed: count("changed"),
  });
  return { role: "img", "aria-label": label ?? summary } as const;
}
