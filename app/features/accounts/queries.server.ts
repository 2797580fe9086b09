import type { Language } from "~/domain/tool-language";
import { languageIfAny } from "~/domain/tool-language";
import type { Db } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";

/** An account as the administrator sees it: nothing of a study. */
export interface AccountShown {
  id: string;
  name: string;
  email: string;
  administrator: boolean;
  mayStart: boolean;
  hasPassword: boolean;
  deactivatedAt: Date | null;
  createdAt: Date;
  version: number;
}

const columns = {
  id: true,
  name: true,
  email: true,
  administrator: true,
  mayStart: true,
  passwordHash: true,
  deactivatedAt: true,
  createdAt: true,
  version: true,
} as const;
type Row = Omit<AccountShown, "hasPassword"> & { passwordHash: string | null };
const shown = ({ passwordHash, ...account }: Row): AccountShown => ({ ...account, hasPassword: passwordHash !== null });

/** All accounts, by name; the closed ones last. */
export async function listAccounts(db: Db): Promise<AccountShown[]> {
  const rows = await db.user.findMany({ select: columns });
  const names = new Intl.Collator("nl");
  return rows
    .map(shown)
    .sort((a, b) => Number(a.deactivatedAt !== null) - Number(b.deactivatedAt !== null) || names.compare(a.name, b.name));
}

/** One account. */
export async function findAccount(db: Db, id: string | undefined): Promise<AccountShown> {
  const row = id === undefined ? null : await db.user.findUnique({ where: { id }, select: columns });
  if (!row) throw refuse("not-found");
  return shown(row);
}

/** A person's own account as she may change it. */
export async function findOwnAccount(db: Db, id: string): Promise<{ name: string; email: string; language: Language; version: number }> {
  const { name, email, language, version } = await db.user.findUniqueOrThrow({ where: { id } });
  return { name, email, language: languageIfAny(language) ?? "nl", version };
}
