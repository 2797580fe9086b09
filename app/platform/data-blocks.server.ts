import type { DataTable } from "~/domain/evidence/data-table";
import type { DataReference } from "~/domain/sections/data-reference";
import type { Protocol } from "~/domain/protocol/schema";
import { approvalsTable, registerTable } from "./data-blocks/document-tables.server";
import { agreementTables } from "./data-blocks/agreement-tables.server";
import { alignmentViews, interventionViews, optionViews } from "./data-blocks/judgement-views.server";
import { colophonTable } from "./data-blocks/colophon-table.server";
import { deviationsInMethod, deviationsTable } from "./data-blocks/deviation-tables.server";
import { fieldworkTables } from "./data-blocks/fieldwork-tables.server";
import { guideTable, methodTables, questionsTable } from "./data-blocks/protocol-tables.server";
import { ratingTables } from "./data-blocks/rating-tables.server";
import { rankingTables } from "./data-blocks/ranking-tables.server";
import { actorsTable, answeredTable, intervieweesTable, sourcesTable } from "./data-blocks/record-tables.server";
import { countriesTable } from "./data-blocks/place-tables.server";
import { remarksTable } from "./data-blocks/remark-tables.server";
import { screeningTables } from "./data-blocks/screening-tables.server";
import type { Db } from "./db.server";
import { listEarlierItems } from "./earlier-questions.server";
import { readDocument, type StudyDocument } from "./evidence-graph.server";

/**
 * What a data block shows, from the records themselves, as a document may show it: interviewees at their level of attribution,
 * judgements of open rounds only. Page, edition and sign-off use this one function. The number of queries does not grow with the data.
 */
export async function dataBlockValues(db: Db, study: ShownStudy, reference: DataReference, known?: StudyDocument): Promise<DataTable[]> {
  const tables = await readTables(db, study, reference, known);
  return reference.show === "pictures" ? tables.map((table) => ({ ...table, picturesOnly: true })) : tables;
}

interface ShownStudy {
  assessment: { id: string };
  protocol: Protocol;
}

async function readTables(
  db: Db,
  { assessment, protocol }: ShownStudy,
  reference: DataReference,
  known: StudyDocument | undefined,
): Promise<DataTable[]> {
  const { id } = assessment;
  const { block, of } = reference;
  switch (block) {
    case "colophon":
      return [await colophonTable(db, id, protocol)];
    case "questions":
      return [questionsTable(protocol)];
    case "method":
      return [
        ...methodTables(protocol),
        ...(await fieldworkTables(db, id, protocol)),
        ...(await screeningTables(db, id, protocol)),
        ...(await agreementTables(db, id, protocol.languages)),
        ...(await deviationsInMethod(db, id, protocol)),
      ];
    case "guide":
      return [guideTable(protocol, await listEarlierItems(db, id, protocol))];
    case "actors":
      return [await actorsTable(db, id, protocol.languages)];
    case "countries":
      return [await countriesTable(db, id, protocol)];
    case "ratings":
      return ratingTables(db, id, protocol, of);
    case "ranking":
      return rankingTables(db, id, protocol, of);
    case "alignment":
      return alignmentViews(db, { assessment, protocol }, of);
    case "options":
      return optionViews(db, { assessment, protocol }, of);
    case "interventions":
      return interventionViews(db, { assessment, protocol }, of);
    case "interviewees":
      return [await intervieweesTable(db, id, protocol)];
    case "sources":
      return [await sourcesTable(db, id)];
    case "evidence-register":
      return [await registerTable(db, assessment, protocol, known ?? (await readDocument(db, id)))];
    case "approvals":
      return [await approvalsTable(db, id, known ?? (await readDocument(db, id)))];
    case "deviations":
      return [await deviationsTable(db, id, protocol)];
    case "remarks":
      return [await remarksTable(db, id)];
    case "table":
      return answeredTable(db, id, protocol, reference);
  }
}
