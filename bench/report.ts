/** What one bench found: a ratio beside its anchor, or a figure of its own. */
export interface Finding {
  bench: string;
  subject: string;
  /** What the subject is measured against; `null` for a figure of its own. */
  anchor: string | null;
  /** The ratio, or the figure itself where there is no anchor. */
  value: number;
  unit: "×" | "ms" | "kB" | "MiB" | "/s" | "";
  /** Which way is better. */
  better: "higher" | "lower";
  must: number | null;
  aim: number | null;
  /** Medians, CPU and the like. */
  note: string;
}

/** What a finding comes to; without a goal it only tells. */
export type Verdict = "aim met" | "must met" | "must missed" | "told";

export function verdictOf({ value, better, must, aim }: Finding): Verdict {
  const meets = (goal: number) => (better === "higher" ? value >= goal : value <= goal);
  if (must === null && aim === null) return "told";
  if (aim !== null && meets(aim)) return "aim met";
  return must === null || meets(must) ? "must met" : "must missed";
}

const number = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const goal = (value: number | null, { better, unit }: Finding) =>
  value === null ? "" : `${better === "higher" ? "≥" : "≤"} ${number(value)}${unit === "×" ? "×" : ` ${unit}`}`;

/** One finding as lines for a person. */
export function tell(finding: Finding): string {
  const { bench, subject, anchor, value, unit, must, aim, note } = finding;
  const shown = unit === "×" ? `${number(value)}×` : `${number(value)} ${unit}`;
  const goals = [must !== null && `must ${goal(must, finding)}`, aim !== null && `aim ${goal(aim, finding)}`].filter(Boolean);
  return [
    `${bench.padEnd(9)} ${shown.padStart(10)}  ${verdictOf(finding).padEnd(12)} ${goals.join(", ")}`,
    `          ${subject}${anchor === null ? "" : ` ÷ ${anchor}`}${note === "" ? "" : `\n          ${note}`}`,
  ].join("\n");
}
