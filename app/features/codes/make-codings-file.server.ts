import { textIn } from "~/domain/local-text";
import { nodeKey } from "~/domain/evidence/kinds";
import { type AssessmentRow, protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { readEvidence, whichOf } from "~/platform/evidence.server";
import { evidenceView, readingOf } from "~/platform/evidence-view.server";
import { translator } from "~/platform/i18n.server";
import { type SpreadsheetFormat, writeSpreadsheet } from "~/platform/spreadsheet.server";
import type { ReadingOrder } from "~/platform/thread-reader.server";
import type { Viewer } from "~/platform/viewer.server";
import { readCodings } from "./read-codings.server";

/** A file of the marked passages that is asked for, of one code or of all, in the language of this person. */
export interface CodingsOrder extends ReadingOrder {
  assessment: AssessmentRow;
  viewer: Viewer;
  code: string | null;
  format: SpreadsheetFormat;
}

/** Reads the passages and makes the file, which names who said them as a document does, whoever asks for it. Run it in the thread for it. */
export async function makeCodingsFile({ assessment, viewer, code, format }: CodingsOrder): Promise<Uint8Array> {
  const protocol = await protocolOf(assessment);
  const codings = await readCodings(db, { assessment, protocol, viewer }, code === null ? {} : { code });
  const which = whichOf(codings.map(({ evidence }) => evidence));
  const toReaders = await readEvidence(db, { assessment, protocol, viewer: "reader", which });
  const reading = readingOf(viewer.language, assessment);
  const say = translator(reading.tool, "codes");
  const titles = new Map((protocol.codebook ?? []).map(({ id, title }) => [id, textIn(title, reading.language, reading.fallback)]));
  const columns = ["code", "title", "text", "from", "passage", "language", "note", "behind"] as const;
  const rows = codings.map(({ code: id, passage, language, note, place, evidence }) => {
    const shown = toReaders.get(nodeKey(evidence));
    const from = shown ? evidenceView(shown, reading, "").from : "";
    return [id, titles.get(id) ?? "", evidence.code, from, passage, language, note, place ? "" : say("file.isBehind")];
  });
  const head = columns.map((column) => say(`file.${column}`));
  const table = { name: say("title"), widths: [14, 24, 12, 40, 80, 8, 40, 14], rows: [head, ...rows] };
  return writeSpreadsheet({ format, language: reading.tool, tables: [table] });
}
