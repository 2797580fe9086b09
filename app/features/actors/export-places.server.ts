import { actorsIn, type Place } from "~/domain/actors/places";
import { compareCodes } from "~/domain/evidence/codes";
import { type AssessmentRow, protocolOf } from "~/platform/assessment.server";
import { db } from "~/platform/db.server";
import { limitedExport } from "~/platform/export-limits.server";
import { refuse } from "~/platform/refusal.server";
import { spreadsheetFormats, spreadsheetResponse, type SpreadsheetTable, writeSpreadsheet } from "~/platform/spreadsheet.server";
import type { Viewer } from "~/platform/viewer.server";
import { placeFilterFrom, readPlacesPage } from "./read-places.server";
import { textsIn } from "./table-words.server";

type Named = Place & { name: string };
type Say = ReturnType<typeof textsIn>["say"];

/** Countries against actors as a file: a list with a line for each actor or relation in a country, and in a workbook the table too. */
export async function exportPlaces(viewer: Viewer, assessment: AssessmentRow, format: string | undefined, query: URLSearchParams) {
  const known = spreadsheetFormats.find((each) => each === format);
  if (!known) throw refuse("not-found");
  const study = { assessment, protocol: await protocolOf(assessment), language: viewer.language };
  const content = await limitedExport(viewer.id, async () => {
    const { places } = await readPlacesPage(db, study, placeFilterFrom(query));
    const { say } = textsIn(viewer.language);
    return writeSpreadsheet({ format: known, language: viewer.language, tables: [listTable(places, say), crossTable(places, say)] });
  });
  return spreadsheetResponse(known, `${assessment.slug}-countries`, content);
}

function listTable(places: readonly Named[], say: Say): SpreadsheetTable {
  const rows = places.flatMap(({ name, actors, partners }) => [
    ...actors.map((actor) => [name, actor.code, actor.name, say("worksHere"), "", "", "", ""]),
    ...partners.map(({ relation, from, to }) => [
      ...[name, from.code, from.name, say(`sides.${relation.kind}`), to.code, to.name, relation.code],
      [relation.unsourced ? say("withoutSource") : "", relation.ownStatement ? say("ownStatements") : ""].filter(Boolean).join("; "),
    ]),
  ]);
  const head = [say("country"), say("code"), say("oneActor"), say("how"), say("code"), say("otherActor"), say("relation"), say("mark")];
  return { name: say("placesList"), widths: [24, 8, 36, 22, 8, 36, 10, 20], rows: [head, ...rows] };
}

/** Countries down, actors across; a cell says how: by its own record, or in which relations. */
function crossTable(places: readonly Named[], say: Say): SpreadsheetTable {
  const actors = actorsIn(places, compareCodes);
  const cell = (place: Named, id: string) => [
    ...(place.actors.some((actor) => actor.id === id) ? [say("worksHere")] : []),
    ...place.partners.filter(({ from, to }) => from.id === id || to.id === id).map(({ relation }) => relation.code),
  ];
  return {
    name: say("places"),
    widths: [24, ...actors.map(() => 18)],
    rows: [
      [say("country"), ...actors.map(({ code, name }) => `${code} ${name}`)],
      ...places.map((place) => [place.name, ...actors.map(({ id }) => cell(place, id).join(", "))]),
    ],
  };
}
