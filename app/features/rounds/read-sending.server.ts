import { groupBy } from "~/domain/evidence/graph";
import { textIn } from "~/domain/local-text";
import { findCriterion } from "~/domain/protocol/readers";
import { protocolVersion } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listJudgedThings } from "~/platform/judgement-subjects.server";
import type { RoundRow } from "~/platform/judgements.server";
import { readOwnCells, unfilledCells } from "~/platform/own-judgements.server";
import { ratePath } from "./rate-path";
import type { RoundStudy } from "./queries.server";

/** So many subjects that still lack something are listed; of the others only the number is told. */
const listed = 40;

/** How far a rater is with her own round: what sending it waits for, each with the way to it. Three queries. */
export async function readSending(db: Db, study: Pick<RoundStudy, "assessment" | "viewer" | "language">, round: RoundRow) {
  const { assessment, viewer, language } = study;
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language, assessment.languages);
  const protocol = await protocolVersion(assessment.id, round.protocolNumber);
  const unfilled = unfilledCells(round, await readOwnCells(db, viewer.id, [round.id]));
  const things = new Map(
    (await listJudgedThings(db, assessment.id, protocol, round.subjectKind, round.subjects)).map((thing) => [thing.id, thing]),
  );
  const bySubject = [...groupBy(unfilled, ({ subjectId }) => subjectId)];
  return {
    total: round.subjects.length * round.criteria.length,
    missing: unfilled.length,
    more: Math.max(0, bySubject.length - listed),
    subjects: bySubject.slice(0, listed).map(([id, cells]) => {
      const { code = "", name } = things.get(id) ?? {};
      return {
        code,
        name: say(name),
        cells: cells.map(({ criterion, missing }) => ({
          code: findCriterion(protocol, criterion)?.code ?? criterion,
          missing,
          path: `${ratePath(round, code)}#${criterion}`,
        })),
      };
    }),
  };
}

/** What sending a round waits for, as its page shows it. */
export type ShownSending = Awaited<ReturnType<typeof readSending>>;
