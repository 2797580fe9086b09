import { textIn } from "~/domain/local-text";
import { LocalText } from "~/domain/local-text-schema";
import { standardMailChoice } from "~/domain/work/mail";
import type { Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import { readMailWishes } from "~/platform/mail-choice.server";
import { userOfMailOffIfAny } from "~/platform/mail-off-link.server";
import { isMailSetUp } from "~/platform/mail.server";
import { refuse } from "~/platform/refusal.server";

/** What a person chose about mail, with the assessments that she can leave out. */
export async function loadMail(db: Db, user: Viewer) {
  const wishes = (await readMailWishes(db, [user.id])).get(user.id);
  const rows = await db.assessment.findMany({
    where: { id: { in: Object.keys(user.roles) }, closedAt: null },
    select: { id: true, title: true, languages: true },
    orderBy: { createdAt: "asc" },
  });
  const { when, hour } = wishes ?? standardMailChoice;
  return {
    setUp: isMailSetUp(),
    when,
    hour,
    studies: rows.map(({ id, title, languages }) => ({
      id,
      title: textIn(LocalText.parse(JSON.parse(title)), user.language, JSON.parse(languages) as string[]),
      muted: wishes?.muted.has(id) ?? false,
    })),
  };
}

/** The person whose mail an address switches off; not found for an address that we did not sign. */
export async function findMailOff(db: Db, token: string | undefined) {
  const userId = userOfMailOffIfAny(token);
  const user = userId === null ? null : await db.user.findUnique({ where: { id: userId }, select: { id: true } });
  if (!user) throw refuse("not-found");
  return { userId: user.id, off: (await readMailWishes(db, [user.id])).get(user.id)?.when === "off" };
}
