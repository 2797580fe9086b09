import { z } from "zod";
import { checkKey } from "~/domain/coverage/passing";
import { findStudy } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { readStudyHindrances } from "~/platform/study-gate.server";
import { Manifest } from "./manifest";
import { moveEdition, type NamedEdition } from "./move-edition.server";

/** Gives an edition to its readers. A concept may go out with sign-offs missing: each page of it says so. A final one needs every sign-off and the gate. */
export async function releaseEdition(context: ChangeContext, input: NamedEdition): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const edition = await moveEdition(tx, context, input, "release", { releasedAt: context.at, releasedById: context.by.id });
    const { sections, evidence } = Manifest.parse(JSON.parse(edition.manifest));
    const unsigned = sections.filter(({ signOff }) => signOff === "missing" || signOff === "stale").length;
    if (edition.purpose === "final") await requireFinal(tx, input.assessmentId, unsigned);
    const readers = await tx.member.count({ where: { assessmentId: input.assessmentId, role: "commissioner", removedAt: null } });
    const told = {
      purpose: Purpose.parse(edition.purpose),
      hash: edition.hash,
      readers,
      withheld: evidence.filter(({ withheld }) => withheld).length,
      unsigned,
    } as const;
    const subject = { type: "edition", id: edition.id, version: edition.version } as const;
    return {
      result: { version: edition.version },
      event: { action: "edition.release", subject, label: `${edition.number}.${edition.draft}`, change: told },
    };
  });
}

const Purpose = z.enum(["concept", "final"]);

/** Refuses (409) a final edition while a section of it is not signed off, something blocks the gate of the study or a warning has no reason. */
async function requireFinal(tx: Tx, assessmentId: string, unsigned: number): Promise<void> {
  const { protocol } = await findStudy(tx, assessmentId);
  const { blockers, unreasoned } = await readStudyHindrances(tx, assessmentId, protocol);
  if (unsigned + blockers.length + unreasoned.length === 0) return;
  throw refuse("wrong-state", { state: "final", unsigned, blockers: blockers.map(checkKey), unreasoned: unreasoned.map(checkKey) });
}
