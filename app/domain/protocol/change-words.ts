import type { AffectedKind } from "~/domain/protocol/affected";
import type { ProtocolChange } from "~/domain/protocol/protocol-changes";

/** Says a word of the locale namespace `deviations`. */
type Say = (key: "change" | "keys" | "parts" | "counts", values: Record<string, string | number>) => string;

/** A name as an argument of a sentence: ICU takes no hyphen in the words that it chooses by. */
const word = (name: string) => name.replaceAll("-", "_");

/** One change of the protocol as a sentence, without its texts. */
export function changeSentence({ kind, code, way, by, keys }: ProtocolChange, say: Say): string {
  return say("change", {
    kind: word(kind),
    way,
    code: kind === "part" ? say("parts", { part: code }) : code,
    by: by.join(", "),
    keys: [...new Set(keys.map((key) => say("keys", { key })))].join(", "),
  });
}

/** How many records of each kind, as words: "12 interview answers, 3 statements"; "" for none. */
export function countSentence(counts: readonly { kind: AffectedKind; count: number }[], say: Say): string {
  return counts.map(({ kind, count }) => say("counts", { kind: wordOfKind(kind), count })).join(", ");
}

/** The name of a kind of record as an argument of a sentence. */
export function wordOfKind(kind: AffectedKind): string {
  return word(kind);
}
