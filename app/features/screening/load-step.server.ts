import { z } from "zod";
import { canMoveScreening, screeningStateFor } from "~/domain/moves/screening";
import { can, type Person } from "~/domain/permissions";
import { channelOf } from "~/domain/screening/channels";
import { stepStanding } from "~/domain/screening/standing";
import { agreedScreener, stepIfAny, type ScreeningStep } from "~/domain/screening/steps";
import { Author } from "~/domain/sources/author";
import { printedTitle } from "~/domain/sources/source";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { namesOfScreeners, readScreening, waitingFor, type ScreenedRow, type ShownScreening } from "./read-screening.server";

const Authors = z.array(Author);
const Bibliography = z.record(z.string(), z.string());

/** The step of an address; refuses one that there is not. */
export function requireStep(asked: string | undefined): ScreeningStep {
  const step = stepIfAny(asked);
  if (!step) throw refuse("not-found");
  return step;
}

interface Asked {
  step: ScreeningStep;
  /** A publication by its code; the next that waits when none is asked for. */
  code: string | null;
  /** The one that was decided on just now. */
  done: string | null;
}

/** One publication to decide on at a step, with what is left; null where the protocol asks for no screening. */
export async function loadStep(
  db: Db,
  assessment: { id: string; assessmentId: string; protocolNumber: number },
  person: Person,
  { step, code, done }: Asked,
) {
  const screening = await readScreening(db, assessment, person.id);
  if (!screening.design) return null;
  const waiting = waitingFor(screening, step);
  const row = code === null ? waiting[0] : screening.rows.find((one) => one.code === code);
  if (code !== null && !row) throw refuse("not-found");
  const last = screening.rows.find((one) => one.code === done);
  return {
    step,
    left: waiting.length,
    criteria: screening.design.criteria ?? [],
    reasons: screening.design.exclusionReasons,
    screeners: screening.design.screeners,
    languages: screening.languages,
    done: last ? { code: last.code, title: last.title, mayChange: last.mine?.step === step && last.mine.move === "change" } : null,
    source: row ? await publicationOf(db, row, { step, person, screening, assessmentId: assessment.assessmentId }) : null,
  };
}

/** A step of the screening, as its page shows it. */
export type StepShown = NonNullable<Awaited<ReturnType<typeof loadStep>>>;

/** A publication on which is decided, as the page shows it. */
export type Publication = NonNullable<StepShown["source"]>;

interface Around {
  step: ScreeningStep;
  person: Person;
  screening: ShownScreening;
  assessmentId: string;
}

async function publicationOf(db: Db, row: ScreenedRow, { step, person, screening, assessmentId }: Around) {
  const source = await db.source.findUniqueOrThrow({
    where: { id: row.id },
    select: {
      id: true,
      code: true,
      title: true,
      titleKind: true,
      authors: true,
      issued: true,
      bibliography: true,
      abstract: true,
      language: true,
      type: true,
    },
  });
  const names = await namesOfScreeners(db, [row]);
  const here = row.decisions.filter((one) => one.step === step);
  const mine = here.find(({ screener }) => screener === person.id) ?? null;
  const screeners = screening.design?.screeners ?? 1;
  const channel = channelOf(row.channel);
  const state = screeningStateFor({ decisions: row.decisions, channel, screeners, step, personId: person.id });
  const people = { assessmentId, screenerIds: here.map(({ screener }) => screener) };
  const { titleKind, authors, bibliography, ...shown } = source;
  return {
    ...shown,
    title: printedTitle(source.title, titleKind),
    authors: Authors.parse(JSON.parse(authors)),
    bibliography: Bibliography.parse(JSON.parse(bibliography)),
    state,
    mayDecide: canMoveScreening(state, "decide") || canMoveScreening(state, "change"),
    maySettle: canMoveScreening(state, "settle") && can(person, "screening.settle", people),
    mine,
    /** What others decided, once it may be seen; `decision` is null while it may not. */
    decisions: here.map(({ screener, decision, reason, note, byId, at }) => ({
      by: screener === agreedScreener ? (names.get(byId ?? "") ?? null) : (names.get(screener) ?? null),
      isAgreed: screener === agreedScreener,
      isMine: screener === person.id,
      decision,
      reason,
      note,
      at,
    })),
    agreedVersion: here.find(({ screener }) => screener === agreedScreener)?.version ?? 0,
    outcome: stepStanding(row.decisions, step, screeners).outcome,
  };
}
