import { useTranslations } from "use-intl";

/** What is filled in in a message about an answer. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** A message at the entry of a form: its key, and what is filled in in it. */
export interface EntryMessage {
  entry: string;
  key: string;
  values?: MessageValues | undefined;
}

/** Puts the key of a message into words. */
export type MessageWords = (key: string, values?: MessageValues) => string;

type ProblemKey = Parameters<ReturnType<typeof useTranslations<"problems">>>[0];
type FieldKey = Parameters<ReturnType<typeof useTranslations<"fields">>>[0];

/**
 * The words for what is wrong with a form: a key of `problems`, or `fields.` with a key of that namespace for an answer to the
 * protocol. The same whether the server found it or the page. A key that the texts lack is told as "invalid".
 */
export function useMessageWords(): MessageWords {
  const problems = useTranslations("problems");
  const fields = useTranslations("fields");
  return (key, values) => {
    const answer = key.startsWith("fields.") ? key.slice("fields.".length) : undefined;
    if (answer !== undefined && fields.has(answer as FieldKey)) return fields(answer as FieldKey, values as never); // those of the message's own kind of answer
    return problems.has(key as ProblemKey) ? problems(key as ProblemKey) : problems("invalid");
  };
}

/** The first message at each entry, in words. */
export function firstWords(messages: readonly EntryMessage[], words: MessageWords): Record<string, string> {
  return Object.fromEntries(messages.map(({ entry, key, values }) => [entry, words(key, values)] as const).reverse());
}
