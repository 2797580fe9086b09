import { z } from "zod";
import { canMoveScreening, screeningStateFor } from "~/domain/moves/screening";
import type { LocalText } from "~/domain/local-text";
import type { ScreeningDesign } from "~/domain/protocol/screening";
import { channelOf, type FlowChannel } from "~/domain/screening/channels";
import { standingOf, stepsFor, type Standing } from "~/domain/screening/standing";
import type { ScreeningStep } from "~/domain/screening/steps";
import { Author, shortAuthors } from "~/domain/sources/author";
import { printedTitle } from "~/domain/sources/source";
import { protocolOf } from "~/platform/assessment.server";
import type { Db } from "~/platform/db.server";
import { listDecisions, type ShownDecision } from "~/platform/screening.server";

/** A publication in the screening, as one person sees it. */
export interface ScreenedRow {
  id: string;
  code: string;
  title: string;
  authors: string;
  issued: string | null;
  channel: FlowChannel;
  standing: Standing;
  decisions: readonly ShownDecision[];
  /** The step at which she can decide now, or has decided and can change it. */
  mine: { step: ScreeningStep; move: "decide" | "change" } | null;
}

/** The screening of a study: how the protocol wants it, and every publication in use as far as the person may see it. */
export interface ShownScreening {
  design: ScreeningDesign | null;
  languages: readonly string[];
  rows: ScreenedRow[];
}

const Authors = z.array(Author);

/** Reads the screening for a person: three queries, however many publications there are. Without a screening in the protocol there are no rows. */
export async function readScreening(db: Db, assessment: { id: string; protocolNumber: number }, viewerId: string): Promise<ShownScreening> {
  const protocol = await protocolOf(assessment);
  const { screening } = protocol;
  if (!screening) return { design: null, languages: protocol.languages, rows: [] };
  const [sources, decisions] = await Promise.all([
    db.source.findMany({
      where: { assessmentId: assessment.id, archivedAt: null },
      orderBy: { number: "asc" },
      select: { id: true, code: true, title: true, titleKind: true, authors: true, issued: true, channel: true },
    }),
    listDecisions(db, assessment.id, viewerId),
  ]);
  const rows = sources.map(({ titleKind, ...source }): ScreenedRow => {
    const channel = channelOf(source.channel);
    const own = decisions.get(source.id) ?? [];
    return {
      ...source,
      channel,
      title: printedTitle(source.title, titleKind),
      authors: shortAuthors(Authors.parse(JSON.parse(source.authors))),
      standing: standingOf(own, channel, screening.screeners),
      decisions: own,
      mine: ownMove(own, channel, screening.screeners, viewerId),
    };
  });
  return { design: screening, languages: protocol.languages, rows };
}

/** The last step at which a person can decide, or change what she decided. */
function ownMove(decisions: readonly ShownDecision[], channel: FlowChannel, screeners: number, personId: string): ScreenedRow["mine"] {
  for (const step of stepsFor(channel).toReversed()) {
    const state = screeningStateFor({ decisions, channel, screeners, step, personId });
    if (canMoveScreening(state, "decide")) return { step, move: "decide" };
    if (canMoveScreening(state, "change")) return { step, move: "change" };
  }
  return null;
}

/** What waits for a person at a step: what another has decided already comes first, then in the order of the list. */
export function waitingFor({ rows }: Pick<ShownScreening, "rows">, step: ScreeningStep): ScreenedRow[] {
  const open = rows.filter(({ mine }) => mine?.step === step && mine.move === "decide");
  const isBegun = ({ decisions }: ScreenedRow) => decisions.some((one) => one.step === step);
  return [...open.filter(isBegun), ...open.filter((row) => !isBegun(row))];
}

/** The names of everyone who decided on something, by id. */
export async function namesOfScreeners(db: Db, rows: readonly ScreenedRow[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(rows.flatMap(({ decisions }) => decisions.flatMap(({ screener, byId }) => [screener, byId ?? screener])));
  const users = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}

/** The label of a reason in all its languages; `null` for own words. */
export function labelOfReason(design: ScreeningDesign | null, reason: string | null): LocalText | null {
  return design?.exclusionReasons.find(({ key }) => key === reason)?.label ?? null;
}
