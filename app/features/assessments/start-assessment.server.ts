import { randomBytes } from "node:crypto";
import { canonical } from "~/domain/canonical";
import type { LocalText } from "~/domain/local-text";
import type { Protocol } from "~/domain/protocol/schema";
import { outlineRows } from "~/domain/sections/from-outline";
import type { ChangeContext } from "~/platform/change.server";
import { change } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { keepAssessment } from "~/platform/keep-assessment.server";
import { keepSection } from "~/platform/keep-section.server";
import { refuse } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import { keepVersion } from "~/platform/versions.server";

/** A protocol without problems and the file it was read from, and what its assessment starts with. */
export interface StartAssessment {
  leadId: string;
  slug: string;
  startsOn: string | null;
  endsOn: string | null;
  /** Of the protocol's languages, its original among them. */
  languages: readonly string[];
  protocol: Protocol;
  file: string;
  fileName: string;
}

/** Starts an assessment from a protocol, with its sections as the outline has them; who starts it leads it. Answers its id. */
export async function startAssessment(context: ChangeContext, input: StartAssessment): Promise<string> {
  const id = newId(context.at);
  const languages = input.protocol.languages.filter((language) => input.languages.includes(language));
  if (!languages.includes(input.protocol.originalLanguage)) throw refuse("invalid", { field: "languages", problem: "original-language" });
  return change({ ...context, chain: id }, async (tx) => {
    if (await tx.assessment.findUnique({ where: { slug: input.slug } })) throw refuse("invalid", { field: "slug", problem: "slug-taken" });
    const title = inLanguages(input.protocol.title, languages);
    await createAssessment(tx, id, { ...input, languages }, context);
    await createLead(tx, id, input.leadId, context);
    await createProtocol(tx, id, input, context);
    await createSections(tx, id, input.protocol, context);
    const label = title[input.protocol.originalLanguage] ?? input.slug;
    const subject = { type: "assessment", id, version: 1 } as const;
    return {
      result: id,
      event: { action: "assessment.start", subject, label, change: { slug: input.slug, protocol: input.protocol.id, languages } },
    };
  });
}

function inLanguages(text: LocalText, languages: readonly string[]): LocalText {
  return Object.fromEntries(Object.entries(text).filter(([language]) => languages.includes(language)));
}

async function createAssessment(
  tx: Tx,
  id: string,
  { slug, startsOn, endsOn, languages, protocol }: StartAssessment,
  context: ChangeContext,
): Promise<void> {
  const notice = protocol.notice ? inLanguages(protocol.notice, languages) : null;
  await tx.assessment.create({
    data: {
      id,
      slug,
      startsOn,
      endsOn,
      title: JSON.stringify(inLanguages(protocol.title, languages)),
      languages: JSON.stringify(languages),
      originalLanguage: protocol.originalLanguage,
      notice: notice && JSON.stringify(notice),
      protocolNumber: 1,
      codeKey: randomBytes(32).toString("hex"),
      createdAt: context.at,
      version: 1,
    },
  });
  await keepAssessment(tx, context, id);
}

async function createLead(tx: Tx, assessmentId: string, userId: string, { by, at }: ChangeContext): Promise<void> {
  const member = { id: newId(at), assessmentId, userId, role: "lead", endsOn: null, version: 1 };
  await tx.member.create({ data: { ...member, addedAt: at } });
  const body = { userId, role: "lead", endsOn: null, removedAt: null };
  await keepVersion(tx, { assessmentId, kind: "member", recordId: member.id, number: 1, body, by, at });
}

async function createProtocol(
  tx: Tx,
  assessmentId: string,
  { protocol, file, fileName }: StartAssessment,
  { by, at }: ChangeContext,
): Promise<void> {
  const body = canonical(protocol);
  await tx.protocolVersion.create({
    data: { id: newId(at), assessmentId, number: 1, file, fileName, body, digest: sha256(body), createdAt: at, byId: by.id },
  });
}

async function createSections(tx: Tx, assessmentId: string, protocol: Protocol, context: ChangeContext): Promise<void> {
  const { at } = context;
  const rows = outlineRows(protocol);
  const ids = new Map(rows.map(({ node }) => [node, newId(at)]));
  const idOf = (node: string | null) => (node === null ? null : (ids.get(node) ?? null));
  await tx.section.createMany({
    data: rows.map(({ node, parentNode, translationOfNode, heading, ...row }) => ({
      ...row,
      id: ids.get(node) ?? newId(at),
      assessmentId,
      node,
      parentId: idOf(parentNode),
      translationOfId: idOf(translationOfNode),
      heading: JSON.stringify(heading),
      state: "not-started",
      changes: 0,
      version: 1,
    })),
  });
  for (const id of ids.values()) await keepSection(tx, context, id);
}
