import type { Db } from "~/platform/db.server";
import { textIn } from "~/domain/local-text";
import { judgedSubjects } from "~/domain/protocol/criteria";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import { refuse } from "~/platform/refusal.server";
import { type RatingsStudy, readSubjectRatings } from "./read-subject-ratings.server";

/** The cell that an address names: `?cell=O7:K2`, of another kind than actors with `&of=intervention`. Not found when there is no such subject. */
export async function findCell(db: Db, { assessment, protocol, language }: RatingsStudy, query: URLSearchParams) {
  const kind = judgedSubjects.find((one) => one === query.get("of")) ?? "actor";
  const [code = "", criterion = ""] = (query.get("cell") ?? "").split(":");
  const things = await listJudgedThings(db, assessment.id, protocol, kind);
  const found = things.find((one) => one.code === code);
  if (!found) throw refuse("not-found");
  return { kind, criterion, subject: { id: found.id, code, name: textIn(found.name, language, assessment.languages) } };
}

/** The cell with what raters gave; not found when the protocol has no such criterion. */
export async function readCell(db: Db, study: RatingsStudy, cell: Awaited<ReturnType<typeof findCell>>) {
  const criteria = await readSubjectRatings(db, study, cell.kind, cell.subject);
  const shown = criteria.find(({ code }) => code === cell.criterion);
  if (!shown) throw refuse("not-found");
  return { ...cell, shown };
}

/** Where the agreed value is seen: at the criterion on the page of an actor or an intervention, else in the list of differences. */
export function pageOf({ kind, criterion, subject }: Awaited<ReturnType<typeof findCell>>): string {
  if (kind === "actor") return `/actors/${subject.code}#${criterion}`;
  return kind === "intervention" ? `/interventions/${subject.code}#${criterion}` : "/actors/reconcile";
}
