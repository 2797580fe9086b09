import { askChanges } from "~/features/sections/ask-changes.server";
import { assignSection } from "~/features/sections/assign-section.server";
import { reopenSection } from "~/features/sections/reopen-section.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { setDue } from "~/features/sections/set-due.server";
import { signOffSection } from "~/features/sections/sign-off-section.server";
import { findStudy } from "~/platform/acting.server";
import { db } from "~/platform/db.server";
import { readDocument } from "~/platform/evidence-graph.server";
import { translator } from "~/platform/i18n.server";
import { sectionBinder } from "~/platform/section-binding.server";
import { demoPassword } from "./people";
import { giveReasons } from "./gate";
import type { SeededStudy } from "./study";

const sectionOf = (study: SeededStudy, node: string) =>
  db.section.findUniqueOrThrow({
    where: { assessmentId_node: { assessmentId: study.id, node } },
    select: { id: true, version: true, language: true },
  });

/** The languages in which a section is signed: its own, or those of the study. */
const languagesOf = (study: SeededStudy, language: string | null) => (language === null ? study.protocol.languages : [language]);

export async function assign(
  study: SeededStudy,
  node: string,
  people: { writers: readonly string[]; reviewers: readonly string[]; lead: string; dueOn?: string },
  at: Date,
): Promise<void> {
  const { id, version } = await sectionOf(study, node);
  await assignSection(study.as(people.lead, at), {
    assessmentId: study.id,
    id,
    version,
    writerIds: people.writers.map(study.user),
    reviewerIds: people.reviewers.map(study.user),
  });
  if (people.dueOn) await setDue(study.as(people.lead, at), { assessmentId: study.id, id, version: version + 1, dueOn: people.dueOn });
}

export async function sendForReview(
  study: SeededStudy,
  node: string,
  person: string,
  at: Date,
  asked: { dueOn?: string; note?: string } = {},
): Promise<void> {
  const { id, version } = await sectionOf(study, node);
  await giveReasons(study, id, person, at);
  await sendToReview(study.as(person, at), { assessmentId: study.id, id, version, ...asked });
}

export async function signOff(study: SeededStudy, node: string, person: string, at: Date): Promise<void> {
  const { id, version, language } = await sectionOf(study, node);
  const meaning = translator("nl", "sections")("meaning");
  const languages = languagesOf(study, language);
  const bind = await sectionBinder(db, await findStudy(db, study.id), await readDocument(db, study.id), [id]);
  await signOffSection(study.as(person, at), {
    assessmentId: study.id,
    id,
    version,
    password: demoPassword,
    languages,
    meaning,
    remarks: "",
    read: bind(id, languages).digests,
  });
}

export async function ask(study: SeededStudy, node: string, person: string, reason: string, at: Date): Promise<void> {
  const { id, version } = await sectionOf(study, node);
  await askChanges(study.as(person, at), { assessmentId: study.id, id, version, reason });
}

export async function reopen(study: SeededStudy, node: string, person: string, reason: string, at: Date): Promise<void> {
  const { id, version } = await sectionOf(study, node);
  await reopenSection(study.as(person, at), { assessmentId: study.id, id, version, reason });
}
