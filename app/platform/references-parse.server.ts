import { plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import { namesGiven, unknownNames } from "~/domain/sources/bibtex-abbreviations";
import { splitBibtex } from "~/domain/sources/bibtex-records";
import { withLetters } from "~/domain/sources/bibtex-letters";
import { bibtexCsl } from "~/domain/sources/bibtex-to-csl";
import { sourceFromCsl } from "~/domain/sources/csl";
import { decodeText } from "~/domain/sources/decode-text";
import { splitJson } from "~/domain/sources/json-records";
import type { ReadRecord, RecordProblem } from "~/domain/sources/read-source";
import { guessFormat, importLimits, type ReferenceFormat } from "~/domain/sources/reference-formats";
import { completedCsl, risKind, risLines } from "~/domain/sources/ris-to-csl";
import { risFromEndnote, risFromMedline } from "~/domain/sources/ris-dialects";
import { endnoteDialect, medlineDialect, risDialect, splitTagged, type Tags } from "~/domain/sources/tagged-records";

/** What was read from a file: its format and its records, or why it can't be read. */
export type ReadReferences =
  | { ok: true; format: ReferenceFormat; records: ReadRecord[] }
  | { ok: false; problem: "empty" | "unknown-format" | "no-records" | "too-many" };

/** A record before it is a source. */
interface RawRecord {
  line: number;
  problems: RecordProblem[];
  csl(): unknown;
}

/**
 * Reads references in any of the formats, record by record: one that is damaged takes no other with it, and what is amiss is told at its line. Refuses a
 * file without a record and one with more than `importLimits.records`. It takes long: run it in the thread for it.
 */
export function parseReferences(bytes: Uint8Array, chosen: ReferenceFormat | null): ReadReferences {
  const text = decodeText(bytes);
  if (text.trim() === "") return { ok: false, problem: "empty" };
  const format = chosen ?? guessFormat(text);
  if (format === null) return { ok: false, problem: "unknown-format" };
  const raw = rawRecords[format](text);
  if (raw.length === 0) return { ok: false, problem: "no-records" };
  if (raw.length > importLimits.records) return { ok: false, problem: "too-many" };
  return { ok: true, format, records: raw.map((record, at) => readRecord(record, at + 1)) };
}

function readRecord(raw: RawRecord, place: number): ReadRecord {
  const { line, problems } = raw;
  const csl = attempt(() => raw.csl());
  if (csl === undefined) return { place, line, source: null, problems: problems.length > 0 ? problems : [{ key: "not-read", line }] };
  const read = sourceFromCsl(csl);
  return { place, line, source: read.source, problems: [...problems, ...read.problems] };
}

/** The libraries throw errors of any kind at text that they don't take; what they say helps nobody, so the record counts as not read. */
function attempt(read: () => unknown): unknown {
  try {
    return read();
  } catch {
    return undefined;
  }
}

const rawRecords: { [Format in ReferenceFormat]: (text: string) => RawRecord[] } = {
  ris: (text) => splitTagged(text, risDialect).map((record) => tagged(record, record.tags)),
  medline: (text) => splitTagged(text, medlineDialect).map((record) => tagged(record, risFromMedline(record.tags))),
  endnote: (text) => splitTagged(text, endnoteDialect).map((record) => tagged(record, risFromEndnote(record.tags))),
  bibtex: (text) => {
    const { records, abbreviations } = splitBibtex(text);
    // A damaged abbreviation would take every entry with it.
    const usable = abbreviations.filter((one) => attempt(() => readBibtex(`${one}\n@misc{any, title = {any}}`)) !== undefined);
    const [before, given] = [usable.join("\n"), namesGiven(usable)];
    return records.map(({ line, text: entry, problems }) => ({
      line,
      problems: problems.length > 0 ? problems : unknownNames(entry, line, given),
      csl: () => readBibtex(`${before}\n${entry}`),
    }));
  },
  "csl-json": (text) => splitJson(text).map(({ line, value, problems }) => ({ line, problems, csl: () => value })),
};

function tagged({ line, problems }: { line: number; problems: RecordProblem[] }, tags: Tags): RawRecord {
  const kind = risKind(tags, problems);
  const read = () => plugins.input.chain(risLines(tags, kind), { forceType: "@ris/file", generateGraph: false })[0];
  return { line, problems, csl: () => completedCsl(read() ?? {}, tags, kind) };
}

function readBibtex(entry: string): unknown {
  const read = plugins.input.chain(withLetters(entry), { forceType: "@biblatex/text", generateGraph: false })[0];
  return read && bibtexCsl(read);
}
