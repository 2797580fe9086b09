import type { Db } from "~/platform/db.server";
import { textIn } from "~/domain/local-text";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { refuse } from "~/platform/refusal.server";
import { type RatingsStudy, readSubjectRatings } from "./read-subject-ratings.server";

/** The cell that an address names: `?cell=O7:K2`, of an intervention with `&of=interventions`. Not found when there is no such subject. */
export async function findCell(db: Db, { assessment, protocol, language }: RatingsStudy, query: URLSearchParams) {
  const list = query.get("of") === "interventions" ? ("interventions" as const) : ("actors" as const);
  const [code = "", criterion = ""] = (query.get("cell") ?? "").split(":");
  const things = await listJudgedThings(db, assessment.id, protocol, list === "actors" ? "actor" : "intervention");
  const found = things.find((one) => one.code === code);
  if (!found) throw refuse("not-found");
  return { list, criterion, subject: { id: found.id, code, name: textIn(found.name, language, assessment.languages) } };
}

/** The cell with what raters gave; not found when the protocol has no such criterion. */
export async function readCell(db: Db, study: RatingsStudy, cell: Awaited<ReturnType<typeof findCell>>) {
  const criteria = await readSubjectRatings(db, study, cell.list === "actors" ? "actor" : "intervention", cell.subject);
  const shown = criteria.find(({ code }) => code === cell.criterion);
  if (!shown) throw refuse("not-found");
  return { ...cell, shown };
}
