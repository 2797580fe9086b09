import type { AssessmentRow } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { limitedExport } from "~/platform/export-limits.server";
import { translator } from "~/platform/i18n.server";
import type { RoundRow } from "~/platform/judgements.server";
import { refuse } from "~/platform/refusal.server";
import { type SpreadsheetTable, spreadsheetFormats, spreadsheetResponse, writeSpreadsheet } from "~/platform/spreadsheet.server";
import type { Viewer } from "~/platform/viewer.server";
import { readAgreement, type ToldAgreement } from "./read-agreement.server";

/** The agreement of a round as a file with the figures of its page; refused while the round is blind. */
export async function exportAgreement(
  db: Db,
  { viewer, assessment, round }: { viewer: Viewer; assessment: AssessmentRow; round: RoundRow },
  format: string | undefined,
): Promise<Response> {
  const known = spreadsheetFormats.find((each) => each === format);
  if (!known) throw refuse("not-found");
  const { language } = viewer;
  const content = await limitedExport(viewer.id, async () => {
    const agreement = await readAgreement(db, { assessment, language }, round);
    if (!agreement) throw refuse("wrong-state", { state: "blind" });
    return writeSpreadsheet({ format: known, language, tables: [measuresTable(agreement, viewer), methodTable(agreement, viewer)] });
  });
  return spreadsheetResponse(known, `${assessment.slug}-agreement-${round.number}`, content);
}

function measuresTable({ criteria }: ToldAgreement, { language }: Viewer): SpreadsheetTable {
  const say = translator(language, "rounds");
  const shared = translator(language, "evidence");
  const head = [
    ...(["code", "criterion", "measure"] as const).map((key) => say(`agreement.${key}`)),
    ...(["value", "low", "high", "failed", "reading", "subjects", "raters"] as const).map((key) => shared(`data.agreement.columns.${key}`)),
    say("agreement.notesHead"),
  ];
  const nothing = { name: "", value: "", low: "", high: "", failed: "" };
  const rows = criteria.flatMap(({ code, title, subjects, raters, notes, reason, figures }) =>
    (figures.length > 0 ? figures : [{ ...nothing, reading: reason ?? "" }]).map(({ name, value, low, high, failed, reading }) => [
      ...[code, title, name, value, low, high, failed, reading],
      ...[subjects, String(raters), notes.join(" ")],
    ]),
  );
  return {
    name: say("agreement.sheet"),
    widths: [8, 30, 32, 10, 10, 10, 12, 40, 16, 12, 30],
    rows: [head, ...rows],
  };
}

function methodTable({ method, conventions }: ToldAgreement, { language }: Viewer): SpreadsheetTable {
  const say = translator(language, "rounds");
  return {
    name: say("agreement.howSheet"),
    widths: [120],
    rows: [[say("agreement.how")], [method], [conventions], [say("agreement.sources")]],
  };
}
