import type { By } from "~/platform/change.server";
import type { Tx } from "~/platform/db.server";
import { refuse } from "~/platform/refusal.server";
import { keepVersion } from "~/platform/versions.server";

/** What a change reads of an account. */
export interface AccountState {
  id: string;
  name: string;
  email: string;
  language: string;
  administrator: boolean;
  mayStart: boolean;
  deactivatedAt: Date | null;
  version: number;
}

/** The account of an id; not found is refused. */
export async function findAccountState(tx: Tx, id: string): Promise<AccountState> {
  const user = await tx.user.findUnique({ where: { id } });
  if (!user) throw refuse("not-found");
  return user;
}

/** The account at the version that the form was read at: another version is a conflict, with what stands there now. */
export async function findAccountAt(tx: Tx, id: string, version: number): Promise<AccountState> {
  const state = await findAccountState(tx, id);
  if (state.version !== version) throw refuse("conflict", { theirs: { name: state.name, version: state.version } });
  return state;
}

/** Writes fields of an account as its next version and keeps it; answers the version. */
export async function writeAccount(
  tx: Tx,
  state: AccountState,
  data: Partial<Omit<AccountState, "id" | "version">>,
  act: { by: By; at: Date },
): Promise<number> {
  const version = state.version + 1;
  const { count } = await tx.user.updateMany({ where: { id: state.id, version: state.version }, data: { ...data, version } });
  if (count === 0) throw refuse("conflict");
  await keepAccount(tx, { ...state, ...data, version }, act);
  return version;
}

/** Keeps what an account holds now; never its password. */
export async function keepAccount(tx: Tx, state: AccountState, { by, at }: { by: By; at: Date }): Promise<void> {
  const { id, name, email, language, administrator, mayStart, deactivatedAt, version } = state;
  const body = { name, email, language, administrator, mayStart, deactivatedAt: deactivatedAt?.toISOString() ?? null };
  await keepVersion(tx, { assessmentId: "installation", kind: "user", recordId: id, number: version, body, by, at });
}
