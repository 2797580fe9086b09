import { cellText, columnLetter } from "~/domain/sheets/cell";
import type { Language } from "~/domain/tool-language";
import { db } from "~/platform/db.server";
import { limitedExport } from "~/platform/export-limits.server";
import { translator } from "~/platform/i18n.server";
import type { SheetKind } from "~/platform/sheet-kind";
import { spreadsheetResponse, writeSpreadsheet } from "~/platform/spreadsheet.server";
import { findSheet, type FoundSheet, readOf } from "./find-sheet.server";
import { headsOf } from "./guess-mapping.server";

type Wrong = Parameters<ReturnType<typeof translator<"sheets">>>[0];

/** The rows of a person's own spreadsheet that have errors, as a CSV to mend and send again: the columns as they were, and what is wrong in the last. */
export async function sendErrors(kind: SheetKind, userId: string, number: string | undefined, language: Language): Promise<Response> {
  const found = await findSheet(db, kind, userId, number);
  const content = await limitedExport(userId, () => writeErrors(kind, found, language));
  return spreadsheetResponse("csv", `import-${found.number}`, content);
}

async function writeErrors(kind: SheetKind, found: FoundSheet, language: Language): Promise<Uint8Array> {
  const t = translator(language, "sheets");
  const planned = await kind.plan(db, readOf(found));
  const wrong = planned.filter(({ outcome }) => outcome === "error");
  const rows = wrong.map(({ row, problems }) => {
    const cells = (found.rows[row] ?? []).map((cell) => cellText(cell));
    const said = problems.map(({ column, message, values }) => {
      const words = t(`wrong.${message}` as Wrong, { ...values, value: column === null ? "" : (cells[column] ?? "") });
      return column === null ? words : t("inColumn", { letter: columnLetter(column), words });
    });
    return [...cells, String(row + 1), said.join(" ")];
  });
  const heads = [...headsOf(found.rows, found.mapping.header), t("row"), t("whatIsWrong")];
  const table = { name: t("whatIsWrong"), widths: heads.map(() => 20), rows: [heads, ...rows] };
  return writeSpreadsheet({ format: "csv", language, tables: [table] });
}
