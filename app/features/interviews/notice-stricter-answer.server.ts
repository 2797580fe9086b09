import { AttributionLevel, levelOfAnswer, strictnessOf } from "~/domain/attribution";
import type { ChangeContext } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { noticeEditions } from "~/platform/notices.server";
import { storedIds } from "./about-givers.server";

interface Stored {
  attribution: string | null;
  givenBy: string;
}

/** Tells the lead of the released editions that still show an answer as it was agreed before, when it may be shown at a stricter level only. */
export async function noticeStricterAnswer(
  tx: Tx,
  context: ChangeContext,
  { before, after }: { before: Stored & { id: string; code: string; assessmentId: string }; after: Stored },
  participants: readonly { id: string; attribution: AttributionLevel }[],
): Promise<void> {
  const strictness = ({ attribution, givenBy }: Stored) => {
    const own = attribution === null ? null : AttributionLevel.parse(attribution);
    return strictnessOf(levelOfAnswer({ attribution: own, givenBy: storedIds(givenBy) }, participants));
  };
  if (strictness(after) <= strictness(before)) return;
  const about = { kind: "interview-answer", id: before.id } as const;
  const { assessmentId } = before;
  await noticeEditions(tx, context, { assessmentId, answers: [before], listedSince: null, kind: "answer-stricter-level", about });
}
