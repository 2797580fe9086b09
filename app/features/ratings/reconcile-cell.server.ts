import type { Db } from "~/platform/db.server";
import { textIn } from "~/domain/local-text";
import { judgedSubjects } from "~/domain/protocol/criteria";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { refuse } from "~/platform/refusal.server";
import { roundAsked } from "./round-asked";
import { type RatingsStudy, readSubjectRatings } from "./read-subject-ratings.server";

/** The cell that an address names: `?cell=O7:K2`, of another kind than actors with `&of=intervention`. Not found when there is no such subject. */
export async function findCell(db: Db, { assessment, protocol, language }: RatingsStudy, query: URLSearchParams) {
  const kind = judgedSubjects.find((one) => one === query.get("of")) ?? "actor";
  const cell = query.get("cell") ?? "";
  const [code, criterion] = [cell.slice(0, cell.lastIndexOf(":")), cell.slice(cell.lastIndexOf(":") + 1)];
  const things = await listJudgedThings(db, assessment.id, protocol, kind);
  const found = things.find((one) => one.code === code);
  if (!found) throw refuse("not-found");
  return {
    kind,
    criterion,
    round: roundAsked(query),
    subject: { id: found.id, code, name: textIn(found.name, language, assessment.languages) },
  };
}

/**
 * The cell with what raters gave; not found when the protocol has no such criterion. Who gave what stays with letters until names are asked
 * for.
 */
export async function readCell(db: Db, study: RatingsStudy, cell: Awaited<ReturnType<typeof findCell>>, withNames: boolean) {
  const criteria = await readSubjectRatings(db, study, cell.kind, cell.subject, cell.round);
  const shown = criteria.find(({ code }) => code === cell.criterion);
  if (!shown) throw refuse("not-found");
  const ratings = withNames ? shown.ratings : shown.ratings.map((rating) => ({ ...rating, by: "" }));
  return { ...cell, withNames, shown: { ...shown, ratings } };
}

/** A difference as the page that settles it shows it. */
export type ShownCell = Awaited<ReturnType<typeof readCell>>;
