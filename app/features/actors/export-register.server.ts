import { textsIn } from "./table-words.server";
import type { AssessmentRow } from "~/platform/assessment.server";
import { protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { limitedExport } from "~/platform/export-limits.server";
import { refuse } from "~/platform/refusal.server";
import { spreadsheetFormats, spreadsheetResponse, writeSpreadsheet } from "~/platform/spreadsheet.server";
import type { Viewer } from "~/platform/viewer.server";
import { askedOfRegister } from "./page-of-register.server";
import { levelNamer } from "./level-words.server";
import { readRegister, type ShownRegister } from "./read-register.server";

/** The register as a file, narrowed and ordered as the page that it is asked from. */
export async function exportRegister(viewer: Viewer, assessment: AssessmentRow, format: string | undefined, query: URLSearchParams) {
  const known = spreadsheetFormats.find((each) => each === format);
  if (!known) throw refuse("not-found");
  const study = { assessment, protocol: await protocolOf(assessment), language: viewer.language };
  const { filter, sorting } = askedOfRegister(study, query);
  const content = await limitedExport(viewer.id, async () => {
    const register = await readRegister(db, study, filter, sorting);
    const { say } = textsIn(viewer.language);
    const table = {
      name: say("register"),
      widths: [8, 40, 30, 24, 24, 50, 20, 16, 24, 40, 8, 12, 14, 10],
      rows: rowsOf(register, say, levelNamer(viewer.language)),
    };
    return writeSpreadsheet({ format: known, language: viewer.language, tables: [table] });
  });
  return spreadsheetResponse(known, `${assessment.slug}-actors`, content);
}

type Say = ReturnType<typeof textsIn>["say"];

function rowsOf({ heads, rows }: ShownRegister, say: Say, levels: ReturnType<typeof levelNamer>): string[][] {
  const money = heads.money === null ? [] : [heads.money];
  const first = [say("code"), say("name"), say("otherNames"), say("kind"), say("levels"), say("focus")];
  const last = [say("countries"), say("facts"), say("withoutSource"), say("ownStatements"), say("relations")];
  return [
    [...first, ...money, ...heads.numbers, ...last],
    ...rows.map((row) => [
      ...[row.code, row.name, row.otherNames.join("; "), row.kind, levels(row.levels).join(", "), row.focus],
      ...(heads.money === null ? [] : [row.money]),
      ...row.figures,
      row.countries.map(({ name }) => name).join(", "),
      ...[row.facts, row.unsourced, row.own, row.relations].map(String),
    ]),
  ];
}
