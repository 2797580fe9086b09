import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import { catchRefusal, refuse } from "~/platform/refusal.server";
import { requirePassword, signOne, type SignOffSection } from "./sign-off-section.server";

/** Several sections of one chapter that a reviewer signs off together, each at the version and with the digests that she read. */
export interface SignOffChapter extends Pick<SignOffSection, "assessmentId" | "password" | "meaning" | "remarks"> {
  sections: readonly Pick<SignOffSection, "id" | "version" | "languages" | "read">[];
}

/** The refusals that are about one of the sections; they name it. */
const ofOneSection = ["conflict", "wrong-state", "forbidden", "invalid"] as const;

/**
 * Signs off the sections of a chapter with one password: one sign-off and one event for each, or none when one of them is refused, which is
 * then named by its id (`sectionId`).
 */
export async function signOffChapter(context: ChangeContext, { sections, password, ...said }: SignOffChapter): Promise<{ signed: number }> {
  await requirePassword(context, password);
  return change({ ...context, chain: said.assessmentId }, async (tx) => {
    const events = [];
    for (const section of sections) {
      const signed = await catchRefusal(() => signOne(tx, context, { ...said, ...section }), ...ofOneSection);
      if (!signed.ok) throw refuse(signed.refusal.code, { ...signed.refusal.details, sectionId: section.id });
      events.push(...signed.result.event);
    }
    return { result: { signed: sections.length }, event: asEvents(events) };
  });
}
