import { beforeAll, describe, expect, it } from "vitest";
import { changeAccount } from "~/features/accounts/change-account.server";
import { deactivateAccount } from "~/features/accounts/deactivate-account.server";
import { db } from "~/platform/db.server";
import { hashPassword } from "~/platform/password.server";
import { digestOf } from "~/platform/token.server";
import { action, loader } from "~/routes/sign-in";
import { action as signOut } from "~/routes/sign-out";
import { loader as account } from "~/routes/account";
import { as, loadCast, type Cast, type Person } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { ask, asked, sessionOf, signedIn } from "../support/request";
import { eventsOf } from "../support/events";

useDatabase();
const password = "vier losse kranten boven";
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
  const passwordHash = await hashPassword(password);
  for (const person of [cast.lead, cast.researcher, cast.reviewer, cast.commissioner])
    await rawWriter().user.update({ where: { id: person.id }, data: { passwordHash } });
});

const attempt = (email: string, given = password, more: Record<string, string> = {}) =>
  ask(action, asked("/sign-in", { form: { email, password: given, ...more } }));
const cookieOf = (headers: Headers) => headers.get("set-cookie")?.split(";")[0] ?? "";

describe("signing in", () => {
  it("starts a session whose token is stored as its digest only, and leads to the page asked for", async () => {
    const before = await eventsOf("installation");
    const { status, headers, location } = await attempt(` ${cast.lead.email.toUpperCase()} `, password, { to: "/assessments?x=1" });
    expect([status, location]).toEqual([302, "/assessments?x=1"]);
    expect(headers.get("set-cookie")).toMatch(/^grondslag=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=46800$/);
    const token = cookieOf(headers).slice("grondslag=".length);
    const session = await db.session.findUniqueOrThrow({ where: { id: digestOf(token) } });
    expect(session.userId).toBe(cast.lead.id);
    expect(session.endsAt.getTime() - session.createdAt.getTime()).toBe(12 * 60 * 60 * 1000);
    expect(await eventsOf("installation")).toEqual([...before, { action: "session.sign-in", byId: cast.lead.id }]);
  });

  it.each([
    ["another site", "https://evil.example/x"],
    ["another host", "//evil.example"],
  ])("never leads to %s", async (_, to) => {
    expect((await attempt(cast.lead.email, password, { to })).location).toBe("/");
  });

  it("ends the session that the browser had before", async () => {
    const cookie = await sessionOf(cast.researcher.id);
    await ask(action, asked("/sign-in", { form: { email: cast.lead.email, password }, headers: { cookie } }));
    expect(await db.session.findUnique({ where: { id: digestOf(cookie.slice("grondslag=".length)) } })).toBeNull();
  });

  it("tells an unknown address, a wrong password, a missing one and a deactivated account in the same words", async () => {
    await deactivateAccount(as(cast.administrator), { id: cast.commissioner.id, version: 1 });
    const answers = [
      await attempt("nobody@example.org"),
      await attempt(cast.researcher.email, "wrong"),
      await attempt(cast.outsider.email),
      await attempt(cast.commissioner.email),
    ];
    for (const { status, data, headers } of answers) {
      expect(status).toBe(422);
      expect(data).toMatchObject({ fields: { email: ["sign-in"] }, form: [] });
      expect(JSON.stringify(data)).not.toContain("wrong");
      expect(headers.get("set-cookie")).toBeNull();
    }
  });

  it("is not asked of who is signed in", async () => {
    expect(await ask(loader, await signedIn(cast.lead.id, "/sign-in?to=/work"))).toMatchObject({ status: 302, location: "/work" });
  });
});

describe("a session", () => {
  const ageing = async (person: Person, data: { expiresAt?: Date; endsAt?: Date }) => {
    const cookie = await sessionOf(person.id);
    await rawWriter().session.update({ where: { id: digestOf(cookie.slice("grondslag=".length)) }, data });
    return ask(account, asked("/account", { headers: { cookie } }));
  };
  const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
  const ahead = (minutes: number) => new Date(Date.now() + minutes * 60_000);

  it("lasts two hours without use, renewed in its second half", async () => {
    expect((await ageing(cast.lead, {})).status).toBe(200);
    expect((await ageing(cast.lead, { expiresAt: ago(1) })).location).toBe("/sign-in?to=%2Faccount");
    const cookie = await sessionOf(cast.lead.id);
    const id = digestOf(cookie.slice("grondslag=".length));
    await rawWriter().session.update({ where: { id }, data: { expiresAt: ahead(50) } });
    await ask(account, asked("/account", { headers: { cookie } }));
    const { expiresAt } = await db.session.findUniqueOrThrow({ where: { id } });
    expect(expiresAt.getTime()).toBeGreaterThan(ahead(119).getTime());
  });

  it("ends twelve hours after sign-in, however often it was used", async () => {
    expect((await ageing(cast.lead, { endsAt: ago(1), expiresAt: ahead(100) })).status).toBe(302);
  });

  it("takes rights from the database at every request", async () => {
    const cookie = await sessionOf(cast.administrator.id);
    const { loader: accounts } = await import("~/routes/admin.accounts._index");
    expect((await ask(accounts, asked("/admin/accounts", { headers: { cookie } }))).status).toBe(200);
    await changeAccount(as(cast.administrator), { id: cast.reviewer.id, version: 1, administrator: true, mayStart: false });
    await changeAccount(as(cast.administrator), { id: cast.administrator.id, version: 1, administrator: false, mayStart: false });
    expect((await ask(accounts, asked("/admin/accounts", { headers: { cookie } }))).status).toBe(404);
  });

  it("ends with the account", async () => {
    const cookie = await sessionOf(cast.reviewer.id);
    await deactivateAccount(as(cast.lead), { id: cast.reviewer.id, version: 2 });
    expect((await ask(account, asked("/account", { headers: { cookie } }))).status).toBe(302);
  });

  it("is a token that nobody can make up", async () => {
    for (const token of ["", "x", "a".repeat(43)])
      expect((await ask(account, asked("/account", { headers: { cookie: `grondslag=${token}` } }))).status).toBe(302);
  });

  it("ends with signing out, once told", async () => {
    const cookie = await sessionOf(cast.researcher.id);
    const before = await eventsOf("installation");
    const { location, headers } = await ask(signOut, asked("/sign-out", { form: {}, headers: { cookie } }));
    expect([location, headers.get("set-cookie")]).toEqual(["/sign-in", "grondslag=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
    expect((await ask(account, asked("/account", { headers: { cookie } }))).status).toBe(302);
    expect(await eventsOf("installation")).toEqual([...before, { action: "session.sign-out", byId: cast.researcher.id }]);
  });
});

describe("nobody", () => {
  it("is sent to sign in with the way back, or told 401 where a script asks", async () => {
    expect((await ask(account, asked("/account?x=1"))).location).toBe("/sign-in?to=%2Faccount%3Fx%3D1");
    for (const headers of [{ accept: "application/json" }, { "x-autosave": "1" }]) {
      expect(await ask(account, asked("/account", { headers }))).toMatchObject({ status: 401, data: { code: "signed-out" } });
    }
  });
});
