import { screeningSteps, type ScreeningStep } from "~/domain/screening/steps";
import { isReached, stepsFor, stepStanding } from "~/domain/screening/standing";
import { isAppraised } from "~/domain/screening/appraisal";
import { protocolOf } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { namesOfScreeners, readScreening, waitingFor, type ScreenedRow, type ShownScreening } from "./read-screening.server";

/** How far one step is. */
export interface StepProgress {
  step: ScreeningStep;
  reached: number;
  settled: number;
  /** Those that one of two people has decided on. */
  second: number;
  /** Those that wait for the person who looks. */
  mine: number;
}

/** The overview of the screening as one person sees it; null where the protocol has none. */
export async function loadOverview(db: Db, assessment: { id: string; protocolNumber: number }, viewerId: string) {
  const screening = await readScreening(db, assessment, viewerId);
  if (!screening.design) return null;
  const { screeners } = screening.design;
  const names = await namesOfScreeners(db, screening.rows);
  return {
    screeners,
    total: screening.rows.length,
    steps: screeningSteps.map((step) => progressOf(screening, step, screeners)),
    conflicts: screening.rows.filter(({ standing }) => standing.key === "conflict").map(brief),
    withoutChannel: screening.rows.filter(({ channel }) => channel === "unknown").length,
    people: progressByPerson(screening, names),
    appraisal: await appraisalProgress(db, assessment, screening.rows),
  };
}

/** The overview of the screening, as its page shows it. */
export type ScreeningOverview = NonNullable<Awaited<ReturnType<typeof loadOverview>>>;

const brief = ({ code, title, standing }: ScreenedRow) => ({ code, title, step: standing.step });

function progressOf(screening: ShownScreening, step: ScreeningStep, screeners: number): StepProgress {
  const at = screening.rows.filter(({ decisions, channel }) => isReached(decisions, channel, screeners, step));
  const states = at.map(({ decisions }) => stepStanding(decisions, step, screeners));
  return {
    step,
    reached: at.length,
    settled: states.filter(({ outcome }) => outcome !== null).length,
    second: at.filter(({ standing }) => standing.key === "second" && standing.step === step).length,
    mine: waitingFor(screening, step).length,
  };
}

/** How many publications each person has decided on at each step; how, is not told. */
function progressByPerson({ rows }: ShownScreening, names: ReadonlyMap<string, string>) {
  const counted = new Map<string, Record<ScreeningStep, number>>();
  for (const { decisions, channel } of rows) {
    for (const { screener, step } of decisions) {
      if (!names.has(screener) || !stepsFor(channel).includes(step)) continue;
      const own = counted.get(screener) ?? { "title-abstract": 0, retrieval: 0, "full-text": 0 };
      counted.set(screener, { ...own, [step]: own[step] + 1 });
    }
  }
  return [...counted]
    .map(([id, done]) => ({ id, name: names.get(id) ?? "", done }))
    .toSorted((one, other) => one.name.localeCompare(other.name, "en"));
}

/** How many of the included publications were appraised. */
async function appraisalProgress(db: Db, assessment: { id: string; protocolNumber: number }, rows: readonly ScreenedRow[]) {
  const protocol = await protocolOf(assessment);
  const required = (protocol.sourceCriteria ?? []).filter(({ appliesIf }) => appliesIf === undefined);
  const included = rows.filter(({ standing }) => standing.key === "included").map(({ id }) => id);
  const stored = await db.source.findMany({
    where: { assessmentId: assessment.id, archivedAt: null },
    select: { id: true, appraisal: true },
  });
  const appraised = new Map(stored.map(({ id, appraisal }) => [id, isAppraised(appraisal, required)]));
  return { total: included.length, done: included.filter((id) => appraised.get(id)).length };
}
