import type { RegisterEntry } from "~/domain/document/model";
import { flagIfAny, groundOf, languageOf, lineOf, placeIfAny, textOf, wordOf, type Printing } from "./printing";
import type { PrintedBlock, PrintedEntry } from "./printed";

/** The register of evidence: code with its place, what the ground is as far as consent allows, and links back to what stands on it. */
export function printRegister(printing: Printing, register: readonly RegisterEntry[]): PrintedBlock {
  return {
    k: "register",
    empty: wordOf(printing, "register-empty"),
    head: ["register-code", "register-what", "register-bears"].map((key) => wordOf(printing, key)),
    entries: register.map((entry) => entryOf(printing, entry)),
  };
}

function entryOf(printing: Printing, entry: RegisterEntry): PrintedEntry {
  return {
    code: textOf(printing, entry.code),
    at: entry.anchor,
    label: lineOf(printing, entry.label, printing.language),
    lang: languageOf(entry.language),
    text: entry.text ? lineOf(printing, entry.text, entry.language) : null,
    flag: flagIfAny(printing, entry.flag),
    asides: [
      ...(entry.withheld ? [{ text: textOf(printing, entry.withheld), withheld: true }] : []),
      ...entry.remarks.map((remark) => ({ text: textOf(printing, remark), withheld: false })),
    ],
    stands: wordOf(printing, "stands-on"),
    grounds: entry.grounds.map((ground) => groundOf(printing, ground)),
    bears: entry.bears.map((each) => bearingOf(printing, each)),
  };
}

function bearingOf(printing: Printing, { code, to, relation }: RegisterEntry["bears"][number]): PrintedEntry["bears"][number] {
  return {
    text: textOf(printing, code),
    to: placeIfAny(printing, to),
    aside: relation === "supports" ? null : wordOf(printing, relation),
    contradicts: relation === "contradicts",
  };
}
