import { redirect } from "@remix-run/node";
import type { Permission, SubjectOf } from "~/domain/permissions";
import { can, rolesWith } from "~/domain/permissions";
import type { AssessmentRow } from "./assessment.server";
import { findAssessmentRowIfAny } from "./assessment.server";
import type { ChangeContext } from "./change.server";
import { db } from "./db.server";
import { parkForm } from "./parked-form.server";
import { readForm } from "./read-form.server";
import { refuse } from "./refusal.server";
import { contextOf, oncePerRequest } from "./request-context.server";
import { findExpiredUserIfAny, findSessionIfAny } from "./session.server";
import { countUse, useOf } from "./use-limits.server";
import type { Viewer as Person } from "./viewer.server";
import { findViewerIfAny } from "./viewer.server";

/** The signed-in person of a request, in the session that she acts in. */
export interface Viewer extends Person {
  sessionId: string;
}

/** The signed-in person, or null. Looked up once per request. */
export function findUserIfAny(request: Request, how: { quiet?: boolean } = {}): Promise<Viewer | null> {
  return oncePerRequest(request, "user", async () => {
    const session = await findSessionIfAny(request, how);
    const person = session && (await findViewerIfAny(db, session.userId, new Date()));
    if (!session || !person) return null;
    contextOf(request).userId = person.id;
    return { ...person, sessionId: session.sessionId };
  });
}

/**
 * The signed-in person. Anyone else is sent to sign in and comes back to the page asked for; a form that was posted is kept for the person
 * whose session had ended. A request that says it can't follow (`Accept: application/json`, or the header `x-autosave`) gets 401, as does
 * what a page asks by itself (`quiet`), which does not renew the session either.
 */
export async function requireUser(request: Request, how: { quiet?: boolean } = {}): Promise<Viewer> {
  const user = await findUserIfAny(request, how);
  if (user) return counted(request, user);
  contextOf(request).signedOut = true;
  if (how.quiet || request.headers.has("x-autosave") || request.headers.get("accept")?.startsWith("application/json"))
    throw refuse("signed-out");
  throw redirect(`/sign-in?to=${encodeURIComponent(await wayBack(request))}`);
}

/** The person, once what she asks has been counted among what she may do so often only. */
async function counted(request: Request, user: Viewer): Promise<Viewer> {
  const use = useOf(request);
  if (use) await oncePerRequest(request, "use", () => countUse(use, user.id));
  return user;
}

async function wayBack(request: Request): Promise<string> {
  const url = new URL(request.url);
  const path = url.pathname + url.search;
  if (request.method === "GET" || request.method === "HEAD") return path;
  const userId = await findExpiredUserIfAny(request);
  const fields = userId && (await readForm(request).catch(() => null));
  if (!userId || !fields) return path;
  url.searchParams.set("parked", await parkForm(userId, url.pathname, fields, new Date()));
  return url.pathname + url.search;
}

/** Permissions to see a thing: to a person without them it does not exist. */
const isRead = (permission: Permission) => /\.(read|list|read-notes)$/.test(permission);

/** Refuses what the person may not do: a read as *not found*, anything else as *forbidden* with the roles that may. */
export function authorize<Name extends Permission>(user: Viewer, permission: Name, subject: SubjectOf<Name>): void {
  if (can(user, permission, subject)) return;
  throw isRead(permission) ? refuse("not-found") : refuse("forbidden", { permission, roles: rolesWith(permission) });
}

/** The assessment of an address; not found for anyone who is not a member of it today. */
export async function findAssessment(user: Viewer, slug: string | undefined): Promise<AssessmentRow> {
  const row = slug === undefined ? null : await findAssessmentRowIfAny(db, slug);
  const role = row && user.roles[row.id];
  if (!row || !role) throw refuse("not-found");
  return { ...row, role };
}

/** Who does a change, when and in which request: what the trail keeps of it. */
export function changeContext(user: Viewer, request: Request, assessment?: { id: string }): ChangeContext {
  const { id, ip } = contextOf(request);
  const role = assessment ? user.roles[assessment.id] : user.administrator ? "administrator" : undefined;
  return {
    by: { kind: "user", id: user.id, name: user.name, role: role ?? "none", ...(ip !== undefined && { ip }) },
    at: new Date(),
    request: id,
  };
}
