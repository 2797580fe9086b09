import { openCommentRound } from "~/features/remarks/open-comment-round.server";
import { saveRemark, type SaveRemark } from "~/features/remarks/save-remark.server";
import { sendRemarks } from "~/features/remarks/send-remarks.server";
import { newId } from "~/platform/ids.server";
import { as, type Cast } from "../cast";
import { hour } from "./interview-scene";

/** A released edition, as remarks name it. */
export interface NamedEdition {
  assessmentId: string;
  editionId: string;
}

/** Opens a round of remarks on a released edition, by the lead of the cast. */
export async function givenCommentRound(cast: Cast, editionId: string, n = 100): Promise<NamedEdition> {
  const { id: assessmentId } = cast.assessment;
  const asked = { dueOn: "2099-12-31", note: { nl: "Graag uw reactie op hoofdstuk 3.", en: "Chapter 3, please." } };
  await openCommentRound(as(cast.lead, hour(n)), { assessmentId, editionId, ...asked });
  return { assessmentId, editionId };
}

/** A draft of the commissioner, on the whole edition unless said otherwise. */
export async function givenDraftRemark(cast: Cast, edition: NamedEdition, more: Partial<SaveRemark> = {}) {
  const id = more.id ?? newId(hour(101));
  const written = { about: "edition", passage: "", text: "Dat cijfer is van vorig jaar.", language: "nl", version: 0 };
  const made = await saveRemark(as(cast.commissioner, hour(101)), { ...edition, ...written, ...more, id });
  return { id, ...made };
}

/** A remark of the commissioner that was sent. */
export async function givenSentRemark(cast: Cast, edition: NamedEdition, more: Partial<SaveRemark> = {}) {
  const { id, version, code } = await givenDraftRemark(cast, edition, more);
  await sendRemarks(as(cast.commissioner, hour(102)), { ...edition, drafts: [{ id, version }] });
  return { id, code, version: version + 1 };
}
