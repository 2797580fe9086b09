import type { Answer } from "~/domain/protocol/fields";

/** The most rows, lines or references that an answer holds. */
export const mostRows = 200;

/** The arguments of the messages about an answer, for ICU; every message of the namespace `fields` finds its arguments here. */
export function messageValues(answer: Answer): Record<string, string | number> {
  switch (answer.kind) {
    case "number":
      return { min: answer.min ?? "", max: answer.max ?? "", decimals: answer.decimals ?? 6 };
    case "money":
      return { min: answer.min ?? "", max: answer.max ?? "", decimals: 2 };
    case "date":
      return { precision: answer.precision ?? "day", earliest: answer.earliest ?? "", latest: answer.latest ?? "" };
    case "multiple-choice":
      return { atLeast: answer.atLeast ?? 1, atMost: answer.atMost ?? answer.choices.length };
    case "table":
      return { atMost: answer.rows?.length ?? answer.atMost ?? mostRows };
    case "text-list":
      return { atMost: answer.atMost ?? mostRows };
    case "reference":
      return { atMost: answer.several ? mostRows : 1 };
    default:
      return {};
  }
}

/** The same at one entry of the form: that of a cell has those of its column (`name` is the stem of the entries, `<name>.<row>.<column>`). */
export function messageValuesAt(name: string, answer: Answer, entry: string): Record<string, string | number> {
  if (answer.kind !== "table" || !entry.startsWith(`${name}.`)) return messageValues(answer);
  const key = entry.slice(name.length + 1).split(/[.@]/u)[1];
  const column = answer.columns.find((each) => each.key === key);
  return messageValues(column?.answer ?? answer);
}
