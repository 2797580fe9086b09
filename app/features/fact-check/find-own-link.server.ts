import { z } from "zod";
import { isGivenBy } from "~/domain/interviews/answer";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { opensRecord } from "~/platform/fact-check-link.server";
import { labelOfLink } from "~/platform/keep-check-link.server";
import { refuse } from "~/platform/refusal.server";

const Ids = z.array(z.string());

/**
 * The link of the interviewee who acts: not found to anyone else, once it is over or she took her consent back, or of another
 * assessment; refused at a stale version.
 */
export async function findOwnLink(tx: Tx, { by, at }: ChangeContext, input: { assessmentId: string; linkId: string; version: number }) {
  const link = await tx.factCheckLink.findFirst({
    where: { id: input.linkId, assessmentId: input.assessmentId },
    include: { replies: true },
  });
  if (!link || by.kind !== "link" || by.id !== link.participantId) throw refuse("not-found");
  if (!(await opensRecord(tx, link, at))) throw refuse("not-found");
  if (link.version !== input.version) throw refuse("conflict", { version: link.version });
  return { ...link, ...(await labelOfLink(tx, link)) };
}

/** A link as it was found for the interviewee who acts with it. */
export type OwnLink = Awaited<ReturnType<typeof findOwnLink>>;

/** The answers that an interviewee may speak of: those that she gave, or that name nobody. */
export async function listOwnAnswers(tx: Tx, { interviewId, participantId }: { interviewId: string; participantId: string }) {
  const rows = await tx.interviewAnswer.findMany({
    where: { interviewId, archivedAt: null },
    select: {
      id: true,
      code: true,
      record: true,
      value: true,
      language: true,
      givenBy: true,
      disputedAt: true,
      withdrawnAt: true,
      version: true,
    },
  });
  return rows.filter(({ givenBy }) => isGivenBy(Ids.parse(JSON.parse(givenBy)), participantId));
}

/** An answer that an interviewee may speak of. */
export type OwnAnswer = Awaited<ReturnType<typeof listOwnAnswers>>[number];
