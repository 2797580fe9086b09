import { describe, expect, it } from "vitest";
import { changeAccount } from "~/features/accounts/change-account.server";
import { changeOwnAccount } from "~/features/accounts/change-own-account.server";
import { choosePassword } from "~/features/accounts/choose-password.server";
import { createAccount } from "~/features/accounts/create-account.server";
import { deactivateAccount } from "~/features/accounts/deactivate-account.server";
import { endOtherSessions } from "~/features/accounts/end-other-sessions.server";
import { givePasswordLink } from "~/features/accounts/give-password-link.server";
import { reactivateAccount } from "~/features/accounts/reactivate-account.server";
import { setLanguage } from "~/features/accounts/set-language.server";
import { setPassword } from "~/features/accounts/set-password.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { passwordMatches } from "~/platform/password.server";
import { startSession } from "~/platform/session.server";
import { digestOf } from "~/platform/token.server";
import { as, loadCast, startOfStory, type Cast } from "../cast";
import { useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { verifyOpenDatabase } from "../support/verify";

useDatabase("per test");
let cast: Cast;
const nowhere = newId(startOfStory);
const days = (count: number) => new Date(startOfStory.getTime() + count * 24 * 60 * 60 * 1000);
const userOf = (id: string) => db.user.findUniqueOrThrow({ where: { id } });

/** Runs a change and gives the actions that it told the installation. */
async function told(run: () => Promise<unknown>): Promise<string[]> {
  const before = await eventsOf("installation");
  await run();
  return (await eventsOf("installation")).slice(before.length).map(({ action }) => action);
}
const staged = (name: string, tell: () => Promise<void>) =>
  it(name, async () => {
    cast = await loadCast();
    await tell();
  });

describe("making an account", () => {
  const input = { email: "Nieuw@Example.org", name: "Nora Nieuw", language: "en", administrator: false, mayStart: true } as const;

  staged("refuses a mail address that has one, however it is written", async () => {
    await expect(createAccount(as(cast.administrator), { ...input, email: " LEAD@example.ORG " })).rejects.toMatchObject({
      code: "invalid",
      details: { field: "email", problem: "email-taken" },
    });
  });
  staged("keeps the address as typed, gives no password, and tells it once about the person", async () => {
    let id = "";
    expect(await told(async () => (id = await createAccount(as(cast.administrator), input)))).toEqual(["user.create"]);
    expect(await userOf(id)).toMatchObject({
      email: "Nieuw@Example.org",
      emailFolded: "nieuw@example.org",
      passwordHash: null,
      mayStart: true,
      demo: false,
      version: 1,
    });
    const { seq } = await db.event.findFirstOrThrow({ where: { chain: "installation" }, orderBy: { seq: "desc" } });
    const detail = await db.eventDetail.findFirstOrThrow({ where: { chain: "installation", seq, part: "change" } });
    expect([detail.about, JSON.parse(detail.body)]).toMatchObject([
      id,
      { email: "Nieuw@Example.org", administrator: false, mayStart: true },
    ]);
    expect((await verifyOpenDatabase()).result).toBe("intact");
  });
});

describe("changing what an account may", () => {
  const input = (over: object = {}) => ({ id: cast.researcher.id, version: 1, administrator: false, mayStart: true, ...over });

  staged("is not found for an unknown account", async () => {
    await expect(changeAccount(as(cast.administrator), input({ id: nowhere }))).rejects.toMatchObject({ code: "not-found" });
  });
  staged("meets a conflict at another version", async () => {
    await expect(changeAccount(as(cast.administrator), input({ version: 2 }))).rejects.toMatchObject({
      code: "conflict",
      details: { theirs: { version: 1 } },
    });
  });
  staged("leaves the last administrator hers", async () => {
    await expect(changeAccount(as(cast.administrator), input({ id: cast.administrator.id }))).rejects.toMatchObject({
      code: "wrong-state",
      details: { reason: "last-administrator" },
    });
    await changeAccount(as(cast.administrator), input({ administrator: true }));
    await changeAccount(as(cast.administrator), input({ id: cast.administrator.id }));
    expect((await userOf(cast.administrator.id)).administrator).toBe(false);
  });
  staged("tells one event, and none when nothing changes", async () => {
    expect(await told(() => changeAccount(as(cast.administrator), input()))).toEqual(["user.change"]);
    expect(await told(() => changeAccount(as(cast.administrator), input({ version: 2 })))).toEqual([]);
    expect(await userOf(cast.researcher.id)).toMatchObject({ mayStart: true, version: 2 });
  });
});

describe("closing an account", () => {
  const input = (over: object = {}) => ({ id: cast.researcher.id, version: 1, ...over });

  staged("is not found, refused at another version, and never one's own", async () => {
    await expect(deactivateAccount(as(cast.administrator), input({ id: nowhere }))).rejects.toMatchObject({ code: "not-found" });
    await expect(deactivateAccount(as(cast.administrator), input({ version: 9 }))).rejects.toMatchObject({ code: "conflict" });
    await expect(deactivateAccount(as(cast.administrator), input({ id: cast.administrator.id }))).rejects.toMatchObject({
      code: "wrong-state",
      details: { reason: "own-account" },
    });
  });
  staged("ends its sessions and links at once, with one event, and can't be done twice", async () => {
    await startSession(cast.researcher.id, new Date());
    const { token } = await givePasswordLink(as(cast.administrator), { id: cast.researcher.id });
    expect(await told(() => deactivateAccount(as(cast.administrator), input()))).toEqual(["user.deactivate"]);
    expect(await db.session.count({ where: { userId: cast.researcher.id } })).toBe(0);
    expect((await db.passwordLink.findUniqueOrThrow({ where: { id: digestOf(token) } })).expiresAt).toEqual(as(cast.administrator).at);
    await expect(deactivateAccount(as(cast.administrator), input({ version: 2 }))).rejects.toMatchObject({ code: "wrong-state" });
    await expect(givePasswordLink(as(cast.administrator), { id: cast.researcher.id })).rejects.toMatchObject({ code: "wrong-state" });
  });
  staged("can be undone, once", async () => {
    await expect(reactivateAccount(as(cast.administrator), input())).rejects.toMatchObject({ code: "wrong-state" });
    await deactivateAccount(as(cast.administrator), input());
    await expect(reactivateAccount(as(cast.administrator), input())).rejects.toMatchObject({ code: "conflict" });
    expect(await told(() => reactivateAccount(as(cast.administrator), input({ version: 2 })))).toEqual(["user.reactivate"]);
    expect((await userOf(cast.researcher.id)).deactivatedAt).toBeNull();
  });
});

describe("a one-time link", () => {
  const passwordHash = "a-hash";

  staged("is stored as a digest for seven days, and a newer one ends it", async () => {
    const first = await givePasswordLink(as(cast.administrator, days(1)), { id: cast.researcher.id });
    expect(first.expiresAt).toEqual(days(8));
    const second = await givePasswordLink(as(cast.administrator, days(2)), { id: cast.researcher.id });
    const rows = await db.passwordLink.findMany({ orderBy: { createdAt: "asc" } });
    expect(rows.map(({ id, expiresAt }) => ({ id, expiresAt }))).toEqual([
      { id: digestOf(first.token), expiresAt: days(2) },
      { id: digestOf(second.token), expiresAt: days(9) },
    ]);
    const details = await db.eventDetail.findMany({ where: { chain: "installation" } });
    expect(JSON.stringify(details)).not.toContain(digestOf(second.token));
    await expect(givePasswordLink(as(cast.administrator), { id: nowhere })).rejects.toMatchObject({ code: "not-found" });
  });
  staged("sets a password once, within its time, for its own account, and ends the sessions", async () => {
    const { token } = await givePasswordLink(as(cast.administrator, days(1)), { id: cast.researcher.id });
    const means = { linkId: digestOf(token) };
    await expect(
      setPassword(as(cast.researcher, days(9)), { userId: cast.researcher.id, passwordHash, with: means }),
    ).rejects.toMatchObject({ code: "wrong-state", details: { reason: "link-over" } });
    await expect(setPassword(as(cast.lead, days(2)), { userId: cast.lead.id, passwordHash, with: means })).rejects.toMatchObject({
      code: "wrong-state",
    });
    await startSession(cast.researcher.id, new Date());
    expect(await told(() => setPassword(as(cast.researcher, days(2)), { userId: cast.researcher.id, passwordHash, with: means }))).toEqual([
      "user.set-password",
    ]);
    expect(await db.session.count({ where: { userId: cast.researcher.id } })).toBe(0);
    await expect(
      setPassword(as(cast.researcher, days(3)), { userId: cast.researcher.id, passwordHash, with: means }),
    ).rejects.toMatchObject({ code: "wrong-state" });
  });
});

describe("choosing a password", () => {
  staged("refuses one that is short, long, well known, or made of the person's own words", async () => {
    const choose = (password: string) => choosePassword(as(cast.lead), { userId: cast.lead.id, with: "self" }, password);
    expect(await choose("kort maar goed")).toBe("password-short");
    expect(await choose("é".repeat(257))).toBe("password-long");
    expect(await choose("aaaaaaaaaaaaaaaaaaa")).toBe("password-weak");
    expect(await choose("lottevanleiden123")).toBe("password-weak");
    expect(await choose("grondslaggrondslag")).toBe("password-weak");
    expect((await userOf(cast.lead.id)).passwordHash).toBeNull();
  });
  staged("stores an Argon2id hash of it as typed", async () => {
    const password = "  vier losse kranten boven ";
    expect(await choosePassword(as(cast.lead), { userId: cast.lead.id, with: "self" }, password)).toBeNull();
    const { passwordHash } = await userOf(cast.lead.id);
    expect(passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect(await passwordMatches(passwordHash, password)).toBe(true);
    expect(await passwordMatches(passwordHash, password.trim())).toBe(false);
    expect(JSON.stringify(await db.eventDetail.findMany())).not.toContain("argon2id");
  });
});

describe("one's own account", () => {
  const input = (over: object = {}) => ({ id: cast.lead.id, version: 1, name: "Lotte Nieuw", language: "en", ...over }) as const;

  staged("meets a conflict at another version", async () => {
    await expect(changeOwnAccount(as(cast.lead), input({ version: 3 }))).rejects.toMatchObject({ code: "conflict" });
  });
  staged("tells its name and its language each", async () => {
    expect(await told(() => changeOwnAccount(as(cast.lead), input()))).toEqual(["user.change", "user.set-language"]);
    expect(await told(() => changeOwnAccount(as(cast.lead), input({ version: 2 })))).toEqual([]);
    expect(await told(() => setLanguage(as(cast.lead), { userId: cast.lead.id, language: "nl" }))).toEqual(["user.set-language"]);
    expect(await userOf(cast.lead.id)).toMatchObject({ name: "Lotte Nieuw", language: "nl", version: 3 });
    await expect(setLanguage(as(cast.lead), { userId: nowhere, language: "nl" })).rejects.toMatchObject({ code: "not-found" });
  });
  staged("ends the other sessions and keeps this one", async () => {
    const token = await startSession(cast.lead.id, new Date());
    const input = { userId: cast.lead.id, keepId: digestOf(token) };
    expect(await told(() => endOtherSessions(as(cast.lead), input))).toEqual([]);
    await startSession(cast.lead.id, new Date());
    await startSession(cast.researcher.id, new Date());
    expect(await told(() => endOtherSessions(as(cast.lead), input))).toEqual(["session.end-others"]);
    expect(await db.session.count()).toBe(2);
  });
});
