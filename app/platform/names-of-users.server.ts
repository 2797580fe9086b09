import type { Db } from "./db.server";

/** The names of users by id; one who is not there is left out. One query, none where nobody is asked for. */
export async function namesOfUsers(db: Db, ids: Iterable<string>): Promise<Map<string, string>> {
  const asked = [...new Set(ids)];
  const users = asked.length === 0 ? [] : await db.user.findMany({ where: { id: { in: asked } }, select: { id: true, name: true } });
  return new Map(users.map(({ id, name }) => [id, name]));
}
