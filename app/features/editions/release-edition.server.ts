import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { Manifest } from "./manifest";
import { moveEdition, type NamedEdition } from "./move-edition.server";

/** Gives an edition to its readers. A concept may go out with sign-offs missing: each page of it says so. Refuses a final one, whose gate is not there yet. */
export async function releaseEdition(context: ChangeContext, input: NamedEdition): Promise<{ version: number }> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const edition = await moveEdition(tx, context, input, "release", { releasedAt: context.at, releasedById: context.by.id });
    if (edition.purpose !== "concept") throw refuse("wrong-state", { state: edition.purpose });
    const { sections, evidence } = Manifest.parse(JSON.parse(edition.manifest));
    const readers = await tx.member.count({ where: { assessmentId: input.assessmentId, role: "commissioner", removedAt: null } });
    const told = {
      purpose: edition.purpose,
      hash: edition.hash,
      readers,
      withheld: evidence.filter(({ withheld }) => withheld).length,
      unsigned: sections.filter(({ signOff }) => signOff === "missing" || signOff === "stale").length,
    } as const;
    const subject = { type: "edition", id: edition.id, version: edition.version } as const;
    return {
      result: { version: edition.version },
      event: { action: "edition.release", subject, label: `${edition.number}.${edition.draft}`, change: told },
    };
  });
}
