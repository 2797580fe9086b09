import { type FactCheckLinkMoments, isLinkOpen } from "~/domain/fact-check/link";
import { languageIfAny } from "~/domain/tool-language";
import type { ChangeContext } from "./change.server";
import type { Db } from "./db.server";
import { db } from "./db.server";
import { languageCookie } from "./language.server";
import { findByToken, giveLinkCookie, linkIdOfCookieIfAny, renewLinkCookie } from "./personal-link.server";
import { refuse } from "./refusal.server";
import { contextOf } from "./request-context.server";

/** Who may be written to about a link: a person of the team. */
export interface LinkContact {
  name: string;
  email: string;
}

/** Whom to write to about an assessment: the lead who was there first, or null where there is none. */
export async function findContactIfAny(db: Db, assessmentId: string): Promise<LinkContact | null> {
  const member = await db.member.findFirst({
    where: { assessmentId, role: "lead", removedAt: null },
    select: { userId: true },
    orderBy: [{ addedAt: "asc" }, { id: "asc" }],
  });
  return member && db.user.findUnique({ where: { id: member.userId }, select: { name: true, email: true } });
}

/** Whether a link opens the record to its participant: while it works, and for as long as she has not taken her consent back. */
export async function opensRecord(db: Db, link: FactCheckLinkMoments & { participantId: string }, at: Date): Promise<boolean> {
  if (!isLinkOpen(link, at)) return false;
  return (await db.participant.count({ where: { id: link.participantId, withdrawnAt: null } })) > 0;
}

/**
 * Takes the token of a link to check a record out of the address: answers the headers of a cookie that stands for it, and of the
 * language that the link was made in. A link that was real but is over is not found like any other, with whom to write to.
 */
export async function takeFactCheckLink(request: Request, token: string | undefined, at: Date): Promise<string[]> {
  const link = await findByToken(request, token, (tokenDigest) => db.factCheckLink.findUnique({ where: { tokenDigest } }));
  if (!(await opensRecord(db, link, at))) throw await linkOver(link.assessmentId);
  const language = languageIfAny(link.language);
  return [await giveLinkCookie("fact-check", link.id, at), ...(language ? [languageCookie(language)] : [])];
}

/** The refusal of a link that was real and is over. */
export async function linkOver(assessmentId: string) {
  const contact = await findContactIfAny(db, assessmentId);
  return refuse("not-found", { ...(contact && { contact }) });
}

/** A link to check a record as its cookie opens it. */
export type OpenLink = Awaited<ReturnType<typeof findFactCheckLink>>;

/** The link that the cookie of a request stands for; its cookie lasts anew. Not found without one; a link that is over tells whom to write to. */
export async function findFactCheckLink(request: Request, at: Date) {
  const id = await linkIdOfCookieIfAny(request, "fact-check", at);
  const link =
    id === null
      ? null
      : await db.factCheckLink.findUnique({
          where: { id },
          select: {
            id: true,
            assessmentId: true,
            interviewId: true,
            participantId: true,
            language: true,
            expiresAt: true,
            revokedAt: true,
            sentInAt: true,
            remarks: true,
            byId: true,
            version: true,
          },
        });
  if (!link) throw refuse("not-found");
  if (!(await opensRecord(db, link, at))) throw await linkOver(link.assessmentId);
  await renewLinkCookie(request, "fact-check", at);
  return link;
}

/** Who acts with a link to check a record: the participant, whose name stands nowhere in the trail. */
export function intervieweeContext(link: { participantId: string }, request: Request, at: Date): ChangeContext {
  return { by: { kind: "link", id: link.participantId, name: "", role: "interviewee" }, at, request: contextOf(request).id };
}
