import { asEvents, change, type ChangeContext } from "~/platform/change.server";
import { requirePassword, signOne, type SignOffSection } from "./sign-off-section.server";

/** Several sections of one chapter that a reviewer signs off together, each at the version and with the digests that she read. */
export interface SignOffChapter extends Pick<SignOffSection, "assessmentId" | "password" | "meaning" | "remarks"> {
  sections: readonly Pick<SignOffSection, "id" | "version" | "languages" | "read">[];
}

/** Signs off the sections of a chapter with one password: one sign-off and one event for each, or none when one of them is refused. */
export async function signOffChapter(context: ChangeContext, { sections, password, ...said }: SignOffChapter): Promise<{ signed: number }> {
  await requirePassword(context, password);
  return change({ ...context, chain: said.assessmentId }, async (tx) => {
    const events = [];
    for (const section of sections) events.push(...(await signOne(tx, context, { ...said, ...section })).event);
    return { result: { signed: sections.length }, event: asEvents(events) };
  });
}
