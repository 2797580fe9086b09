import type { EntryMessage } from "~/ui/message-words";

/** The stem of the names under which the value of a field is sent. */
export function fieldStem(field: string): string {
  return `v-${field}`;
}

/** What is wrong with the form of one field, each message by its key, what was typed in it, and whether somebody kept another one meanwhile. */
export interface FieldProblem {
  field: string;
  entries: Record<string, string[]>;
  messages: EntryMessage[];
  overtaken?: boolean | undefined;
}
