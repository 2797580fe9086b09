import type { DataTable } from "~/domain/evidence/data-table";
import type { Db } from "../db.server";
import { readShownRemarks } from "../remarks.server";
import { column, plainWords, textWords, toolWords } from "./words";

/** Remarks on earlier editions whose responses were shown, with what was done with them, without who made them. */
export async function remarksTable(db: Db, assessmentId: string): Promise<DataTable> {
  const remarks = await readShownRemarks(db, assessmentId);
  return {
    block: "remarks",
    caption: toolWords("remarks"),
    columns: [column("remarkEdition"), column("code"), column("about"), column("remark"), column("response"), column("whatChanged")],
    rows: remarks.map(({ id, edition, code, sectionCode, statementCode, text, language, stance, response, changed }) => ({
      id,
      depth: 0,
      cells: [
        plainWords(edition),
        plainWords(code),
        plainWords(statementCode ?? sectionCode) ?? toolWords("wholeEdition"),
        textWords({ [language]: text }),
        stance === null ? null : toolWords(`stance-${stance}`),
        Object.keys(changed).length === 0 ? null : textWords(changed),
      ],
      below: [null, null, null, null, Object.keys(response).length === 0 ? null : textWords(response), null],
    })),
    notes: remarks.length === 0 ? [toolWords("noRemarks")] : [],
  };
}
