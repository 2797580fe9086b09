import type { useTranslations } from "use-intl";
import { fieldId } from "~/ui/field";

/** One message at an entry of the form of an answer: the set of texts it is in, its key, and what is filled in. */
export interface ItemMessage {
  entry: string;
  set: "problems" | "fields" | "interviews";
  key: string;
  values?: Record<string, string | number> | undefined;
}

/** What is wrong with the form of one item of the guide (`22b`), and what was typed in it. */
export interface ItemProblem {
  item: string;
  entries: Record<string, string[]>;
  messages: ItemMessage[];
}

/**
 * Mine back in the form, made from the version that somebody else kept meanwhile, with theirs in words at the answer: where an
 * answer has many values, saving again replaces theirs knowingly.
 */
export function overtakenProblem(
  item: string,
  entries: Record<string, string[]>,
  version: number,
  theirs: { value: string; record: string; who: string },
): ItemProblem {
  return {
    item,
    entries: { ...entries, version: [String(version)] },
    messages: [{ entry: "record", set: "interviews", key: "overtaken", values: { ...theirs, version } }],
  };
}

/** The id of a field in the form of an item; fields of a value are named apart already. */
export function itemFieldId(item: string, entry: string): string {
  return entry.startsWith("v-") ? fieldId(entry) : fieldId(`${entry}-${item}`);
}

type Words = ReturnType<typeof useTranslations<never>>;
type Key = Parameters<Words>[0];

/** The messages in words, by entry. A key that the texts lack is told as "invalid". */
export function wordedMessages(messages: readonly ItemMessage[], t: Words): Record<string, string> {
  return Object.fromEntries(
    messages.map(({ entry, set, key, values }) => {
      const full = `${set === "interviews" ? "interviews.problems" : set}.${key}` as Key;
      return [entry, t.has(full) ? t(full, values as never) : t("problems.invalid")]; // the values are those of the message's own kind of answer
    }),
  );
}
