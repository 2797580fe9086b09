import type { SectionState } from "~/domain/moves/section";
import { languagesOf, type SectionDigests } from "~/domain/sections/content";
import { isSignOffComplete } from "~/domain/sections/sign-off";
import { sendDrafts } from "~/platform/comments.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { passwordMatches } from "~/platform/password.server";
import { refuse } from "~/platform/refusal.server";
import { sectionBinder, type Binding } from "~/platform/section-binding.server";
import { keepVersion } from "~/platform/versions.server";
import type { Tx } from "~/platform/db.server";
import { findMovable, moveSection, type Movable, type MoveSection } from "./move-section.server";

/** A reviewer's approval of what she read. */
export interface SignOffSection extends MoveSection {
  /** Entered again with every sign-off; checked against the account before anything is written. */
  password: string;
  languages: readonly string[];
  /** The sentence that she agrees to, in her language. */
  meaning: string;
  remarks: string;
  /** The digests that her page showed: those of all languages of the section, also where she signs fewer. */
  read: SectionDigests;
}

/** What was signed, and the state of the section after it. */
export interface SignedOff {
  id: string;
  version: number;
  state: SectionState;
}

/**
 * Signs off a section: binds the exact content and the exact evidence in the languages covered. The last sign-off that the rule asks
 * for moves the section. Refuses a wrong password (403), her own work (403), and text or evidence that changed since she read it (409).
 */
export async function signOffSection(context: ChangeContext, input: SignOffSection): Promise<SignedOff> {
  await requirePassword(context, input.password);
  return change({ ...context, chain: input.assessmentId }, (tx) => signOne(tx, context, input));
}

/** One sign-off within a change, with its event. */
export async function signOne(tx: Tx, context: ChangeContext, input: Omit<SignOffSection, "password">) {
  const movable = await findMovable(tx, context, input, "sign-off");
  const { section, standing, move } = movable;
  const languages = languagesCovered(movable, input.languages);
  const bind = await sectionBinder(tx, movable.study, movable.document, [section.id]);
  requireRead(input.read, bind(section.id, languagesOf(section, movable.study.assessment.languages)));
  const binding = bind(section.id, languages);
  const signOff = { id: newId(context.at), at: signedAt(context, standing), languages, meaning: input.meaning, remarks: input.remarks };
  await keepSignOff(tx, context, movable, signOff, binding);
  const signers = [...standing.signOffs.filter(({ holds }) => holds).map(({ byId }) => byId), context.by.id];
  const complete = isSignOffComplete(movable.study.protocol.rules.signOff, standing.people.reviewerIds, signers);
  const version = complete ? await moveSection(tx, context, movable, null) : section.version;
  const state = complete ? move.to : section.state;
  const told = {
    state: { before: section.state, after: state },
    meaning: input.meaning,
    remarks: input.remarks,
    languages,
    sectionVersion: section.changes,
    ordinal: standing.signOffs.length + 1,
    ...binding.digests,
  };
  const event = {
    action: "section.sign-off",
    subject: { type: "section", id: section.id, version },
    label: section.code,
    change: told,
  } as const;
  const drafts = await sendDrafts(tx, context, { assessmentId: section.assessmentId, sectionId: section.id });
  return { result: { id: signOff.id, version, state }, event: [event, ...drafts] as const };
}

/** The moment of a sign-off: now, or just after the one before it where the clock was moved back, so that their order never changes. */
function signedAt({ at }: ChangeContext, { signOffs }: Movable["standing"]): Date {
  const last = signOffs.at(-1)?.at.getTime() ?? 0;
  return at.getTime() > last ? at : new Date(last + 1);
}

/** Reads outside the change, since comparing takes a tenth of a second and nothing else may wait for it. */
export async function requirePassword({ by }: ChangeContext, password: string): Promise<void> {
  const user = by.kind === "user" ? await db.user.findUnique({ where: { id: by.id }, select: { passwordHash: true } }) : null;
  if (!(await passwordMatches(user?.passwordHash, password))) throw refuse("forbidden", { reason: "wrong-password" });
}

function languagesCovered({ section, study }: Movable, wanted: readonly string[]): string[] {
  const possible = languagesOf(section, study.assessment.languages);
  const languages = possible.filter((language) => wanted.includes(language));
  if (languages.length === 0 || languages.length !== new Set(wanted).size)
    throw refuse("invalid", { field: "languages", message: "choose" });
  return languages;
}

function requireRead(read: SectionDigests, { digests }: Binding): void {
  if (read.content !== digests.content || read.evidence !== digests.evidence) throw refuse("conflict", { theirs: { ...digests } });
}

async function keepSignOff(
  tx: Tx,
  context: ChangeContext,
  { section }: Movable,
  signOff: { id: string; at: Date; languages: string[]; meaning: string; remarks: string },
  binding: Binding,
): Promise<void> {
  const { id, at, languages, meaning, remarks } = signOff;
  const said = {
    meaning,
    remarks,
    sectionChanges: section.changes,
    contentDigest: binding.digests.content,
    evidenceDigest: binding.digests.evidence,
  };
  const { assessmentId } = section;
  await tx.signOff.create({
    data: {
      id,
      assessmentId,
      sectionId: section.id,
      byId: context.by.id,
      at,
      languages: JSON.stringify(languages),
      ...said,
      content: binding.content,
      evidence: binding.evidence,
    },
  });
  await keepVersion(tx, {
    assessmentId,
    kind: "sign-off",
    recordId: id,
    number: 1,
    body: { sectionId: section.id, byId: context.by.id, languages, ...said },
    by: context.by,
    at: context.at,
  });
}
