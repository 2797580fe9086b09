import type { ReactNode } from "react";
import { pieceEntry } from "~/domain/forms/read-answer";
import type { ReferenceTarget } from "~/domain/protocol/fields";
import type { Scale } from "~/domain/protocol/scales";
import type { Option, OptionGroup } from "./options";

/** In which language a field is asked, and in which languages its texts are written: the first is the original. */
export interface FieldLanguages {
  language: string;
  fallbackOrder: readonly string[];
  languages: readonly string[];
}

/** What a field needs beside its question: languages, the scales of the protocol and what can be referred to. */
export interface ProtocolFieldSetting extends FieldLanguages {
  scales: readonly Scale[];
  references: { readonly [target in ReferenceTarget]?: readonly (Option | OptionGroup)[] | undefined };
  /** The targets of which only some are listed; of another its code is typed. */
  shortened?: readonly ReferenceTarget[] | undefined;
}

/** What was typed in a form that could not be kept, by the names of its entries, and the messages at them. */
export interface Typed {
  value: (entry: string) => string | undefined;
  values: (entry: string) => readonly string[] | undefined;
  /** The lines of a list in one language, in the order of their places. */
  lines: (name: string, language: string) => readonly string[] | undefined;
  error: (entry: string) => string | undefined;
}

/** Makes that from the entries as they were posted and the messages in words. */
export function typedFrom(entries: Readonly<Record<string, readonly string[]>>, errors: Readonly<Record<string, string>>): Typed {
  return {
    value: (entry) => entries[entry]?.[0] ?? "",
    values: (entry) => entries[entry] ?? [],
    lines: (name, language) => {
      const lines: string[] = [];
      for (let line = 0; line < 1000; line += 1) {
        const typed = entries[`${pieceEntry(name, line)}@${language}`];
        if (!typed) break;
        lines.push(typed[0] ?? "");
      }
      return lines;
    },
    error: (entry) => errors[entry],
  };
}

/** The label of a text in one of several languages, which says the language. */
export function localLabel(
  label: ReactNode,
  language: string,
  { languages }: FieldLanguages,
  t: (key: "inLanguage", values: { label: string; language: string }) => string,
): ReactNode {
  if (languages.length < 2) return label;
  return t("inLanguage", { label: typeof label === "string" ? label : "", language });
}
