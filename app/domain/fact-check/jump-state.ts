import type { FactCheckStatus } from "./status";

/** What a list of questions shows of the fact check of one, where it has begun: what asks for attention comes first. */
export function checkShown(statuses: readonly FactCheckStatus[]): "corrected" | "with-interviewee" | "confirmed" | "withdrawn" | null {
  const known = statuses.filter((status) => status !== "not-asked" && status !== "date-passed");
  if (known.length === 0) return null;
  return (["corrected", "with-interviewee", "confirmed", "withdrawn"] as const).find((status) => known.includes(status)) ?? null;
}
