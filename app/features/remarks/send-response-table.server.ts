import { mediaTypes } from "~/domain/document/file-formats";
import { textIn } from "~/domain/local-text";
import { stateKeyIfAny } from "~/domain/states";
import { languageIfAny } from "~/domain/tool-language";
import { progressOf } from "~/domain/remarks/remark";
import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { documentWords } from "~/platform/document-words.server";
import { downloadOf } from "~/platform/download.server";
import { writeTableDocx } from "~/platform/docx/write-table-docx.server";
import { limitedExport } from "~/platform/export-limits.server";
import { authorize, type Viewer } from "~/platform/guard.server";
import { translator } from "~/platform/i18n.server";
import { refuse } from "~/platform/refusal.server";
import { spreadsheetFormats, spreadsheetResponse, writeSpreadsheet } from "~/platform/spreadsheet.server";
import { findRemarkedEdition, readPlaces, readRoundIfAny } from "./open-remarks.server";
import { listForTeam, type ShownRemark } from "./queries.server";
import { spreadsheetRows, tableBlock, type TableWords } from "./response-table";

/** The table of responses as a file, `nl.docx` or `en.csv`, in a language of the assessment: for the team alone. */
export async function sendResponseTable(
  db: Db,
  user: Viewer,
  assessment: AssessmentRow,
  { number, name }: { number: string | undefined; name: string | undefined },
): Promise<Response> {
  authorize(user, "remark.read", assessment);
  const edition = await findRemarkedEdition(db, user, assessment, number);
  const [language = "", format = ""] = (name ?? "").split(".");
  const spreadsheet = spreadsheetFormats.find((one) => one === format);
  if (!assessment.languages.includes(language) || (!spreadsheet && format !== "docx")) throw refuse("not-found");
  const [round, places] = await Promise.all([readRoundIfAny(db, edition), readPlaces(db, edition, language)]);
  const asked = { assessmentId: assessment.id, editionId: edition.id, dueOn: round?.dueOn ?? null, places };
  const remarks = await listForTeam(db, asked);
  const file = `${assessment.slug}-${edition.number}-remarks-${language}`;
  return limitedExport(user.id, async () => {
    if (!spreadsheet) return downloadOf(`${file}.docx`, mediaTypes.docx, await makeDocx(assessment, edition.number, remarks, language));
    const tool = languageIfAny(language) ?? "en";
    const table = {
      name: translator(tool, "remarks")("crumb"),
      widths: [10, 20, 22, 30, 40, 60, 14, 18, 60, 40, 14],
      rows: spreadsheetRows(remarks, wordsIn(language)),
    };
    return spreadsheetResponse(spreadsheet, file, await writeSpreadsheet({ format: spreadsheet, language: tool, tables: [table] }));
  });
}

function wordsIn(language: string): TableWords {
  const tool = languageIfAny(language) ?? "en";
  const states = translator(tool, "states");
  return { language, say: translator(tool, "remarks"), state: ({ state }) => states(stateKeyIfAny(state) ?? "open") };
}

function makeDocx(assessment: AssessmentRow, number: number, remarks: readonly ShownRemark[], language: string): Promise<Uint8Array> {
  const say = translator(languageIfAny(language) ?? "en", "remarks");
  const words = documentWords(language);
  const { done, total } = progressOf(remarks);
  return writeTableDocx({
    language,
    title: say("title", { number }),
    intro: [say("table.of", { done, total })],
    table: tableBlock(remarks, wordsIn(language)),
    head: textIn(assessment.title, language, [assessment.originalLanguage]),
    notice: assessment.notice && textIn(assessment.notice, language, [assessment.originalLanguage]),
    page: words("page"),
    of: words("of"),
  });
}
