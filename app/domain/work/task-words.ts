import type { WaitingTask } from "./task";

/** What the sentence of a task is filled with. `name` is its words of the study, `annex` names an annex by its number and heading. */
export function taskValues(
  { code, annex, count, of }: Pick<WaitingTask, "code" | "annex" | "count" | "of">,
  name: string,
  asAnnex: (values: { number: string; heading: string }) => string,
) {
  const section = annex && code !== "" ? asAnnex({ number: code, heading: name }) : [code, name].filter(Boolean).join(" ");
  return { code, name, section, count, of };
}
