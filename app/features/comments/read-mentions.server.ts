import { can, roles, type Person } from "~/domain/permissions";
import { mentionedIn } from "~/domain/comments/mentions";
import { listActiveMembers } from "~/platform/active-members.server";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";

/** Who can be named in a comment of an assessment, and who is a member without being able to read it. */
export async function listMentionable(db: Db, assessmentId: string, today: string) {
  const members = await listActiveMembers(db, assessmentId, today);
  return members.map(({ id, name, role }) => ({
    id,
    name,
    reads: can(personWith(id, role, assessmentId), "comment.read", { assessmentId }),
  }));
}

function personWith(id: string, stored: string, assessmentId: string): Person {
  const role = roles.find((one) => one === stored);
  return { id, administrator: false, mayStart: false, roles: role ? { [assessmentId]: role } : {} };
}

/** The ids of the people whom a comment names, in its text or beside it. Refuses someone who can't read the comment. */
export async function readMentions(
  db: Db,
  { assessmentId, text, mentions, by, at }: { assessmentId: string; text: string; mentions: readonly string[]; by: string; at: Date },
): Promise<string[]> {
  const people = await listMentionable(db, assessmentId, at.toISOString().slice(0, 10));
  const chosen = mentions.filter((id) => id !== "").map((id) => people.find((one) => one.id === id));
  const named = mentionedIn(text, people);
  if (chosen.some((one) => !one?.reads)) throw refuse("invalid", { field: "mentions", problem: "mention-cannot-read" });
  if (named.some((one) => !one.reads)) throw refuse("invalid", { field: "text", problem: "mention-cannot-read" });
  const ids = new Set([...named, ...chosen].flatMap((one) => (one && one.id !== by ? [one.id] : [])));
  return [...ids].toSorted();
}
