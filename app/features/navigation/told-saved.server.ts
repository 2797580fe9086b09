import { sentenceKey } from "~/domain/trail/sentence-key";
import { tell } from "~/domain/trail/told-event";
import type { Language } from "~/domain/tool-language";
import { db } from "~/platform/db.server";
import { translator } from "~/platform/i18n.server";
import { findSavedIfAny } from "~/platform/saved.server";
import type { TrailEvent } from "~/platform/trail.server";
import type { Viewer } from "~/platform/viewer.server";
import type { ToldSaved } from "~/ui/status-line";

/** What the form before this page saved, in words, or null: the sentences that the trail tells it with, said to who did it. */
export async function findToldSavedIfAny(
  request: Request,
  user: Viewer | null,
  { language, now }: { language: Language; now: Date },
): Promise<ToldSaved | null> {
  const saved = await findSavedIfAny(db, request, user, now);
  if (!saved) return null;
  const say = translator(language, "house");
  const sentences = [...new Set(saved.events.map((event) => sentenceOf(event, language)))];
  const own = saved.own.map((word) => say(`saved.${word}`));
  const more = saved.more > 0 ? [say("saved.more", { count: saved.more })] : [];
  const told = own.length > 0 ? own : [...sentences, ...more];
  return { id: saved.id, changed: told.length > 0, text: told.length > 0 ? told.join(" ") : say("saved.same") };
}

/** What stands in a sentence for a word that its event does not hold. */
const unknown = { target: "…", level: "…", question: "…", language: "…", round: "…" };

function sentenceOf(event: TrailEvent, language: Language): string {
  const { action, values } = tell(event);
  const you = translator(language, "house")("saved.you");
  const label = event.label ?? translator(language, "trail")("page.erased");
  const words = { ...unknown, ...values, by: you, label, kind: values["kind"] ?? "other", leveled: "no" };
  const sentence = translator(language, "trail")(sentenceKey(action), words as never); // each sentence names some of these words
  return /[.!?]$/u.test(sentence) ? sentence : `${sentence}.`;
}
