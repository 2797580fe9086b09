import { chooseInMerge, type MergeChoice } from "~/domain/text/merge";
import { nodesOfPlain } from "~/domain/text/merge-place";
import type { BlockText } from "~/domain/text/read-block-text";
import { db } from "~/platform/db.server";
import type { PostedEdit } from "./act-on-edit.server";
import { choiceAt, versionsOf } from "./find-conflict.server";
import { listWriters } from "./merge-words.server";
import { findOpenPlaces, type OpenPlaces, type TwoVersions } from "./open-places.server";
import type { EditForm } from "./schema";

type ChooseForm = Extract<EditForm, { intent: "choose" }>;

/** The text that was chosen, place by place; or the places at which nothing was chosen, or what can't stand there. */
export async function readChoices(
  posted: PostedEdit,
  form: ChooseForm,
): Promise<{ text: BlockText; combined: string[] } | { wrong: number[] }> {
  const of = versionsOf(posted);
  if (!of) return { wrong: [] };
  const found = await findOpenPlaces(db, of);
  const choices = found.merge.places.map((_, at) => choiceOf(found, form, at));
  const wrong = choices.flatMap((choice, at) => (choice === null ? [at] : []));
  if (wrong.length > 0) return { wrong };
  const chosen = chooseInMerge(
    found.merge,
    choices.flatMap((choice) => choice ?? []),
  );
  if (!chosen) return { wrong: choices.flatMap((choice, at) => (typeof choice === "object" ? [at] : [])) };
  return { text: { doc: JSON.stringify(chosen) }, combined: await listWriters(db, found.written, posted.context.by.id) };
}

/** The versions to choose from after a refusal: a text that was chosen begins from the version that it was chosen from. */
export async function versionsNow(posted: PostedEdit): Promise<TwoVersions | null> {
  const { form } = posted;
  const of = versionsOf(posted);
  if (form.intent !== "choose" || !of) return of;
  const chosen = await readChoices(posted, form);
  const { assessmentId, blockId, language } = of;
  return "wrong" in chosen ? of : { assessmentId, blockId, language, base: form.version, mine: chosen.text };
}

function choiceOf({ merge, links }: OpenPlaces, form: ChooseForm, at: number): MergeChoice | null {
  const chosen = choiceAt(form.choices, at);
  const place = merge.places[at];
  if (chosen === "theirs" || chosen === "mine" || chosen === "both") return chosen;
  if (chosen !== "own" || !place) return null;
  const own = nodesOfPlain(place.level, form.own[at] ?? "", (code) => links.find((link) => link.code === code)?.linkId);
  return own && { own };
}
