import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db.server";
import { findParkedFormIfAny } from "~/platform/parked-form.server";
import { digestOf } from "~/platform/token.server";
import { action } from "~/routes/account";
import { loadCast, type Cast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { ask, asked, sessionOf } from "../support/request";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
});
const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000);
const idOf = (cookie: string) => digestOf(cookie.slice("grondslag=".length));

/** Posts the form of the own account with a session that ended a minute ago. */
async function postLate(form: Record<string, string | readonly string[]>) {
  const cookie = await sessionOf(cast.lead.id);
  await rawWriter().session.update({ where: { id: idOf(cookie) }, data: { expiresAt: ago(1) } });
  return ask(action, asked("/account", { form, headers: { cookie } }));
}

/** The id of the parked form in the way back, and that way without it. */
function parkedIn(location: string | null): { id: string | null; path: string } {
  const back = new URL(new URL(location ?? "", "http://localhost:3000").searchParams.get("to") ?? "", "http://localhost:3000");
  return { id: back.searchParams.get("parked"), path: back.pathname };
}

describe("a form that is posted after its session has ended", () => {
  const form = { intent: "change", version: "1", name: "Kanarie in de kooi", tags: ["a", "b"], newPassword: "secret-canary" };

  it("is not executed, and comes back to its person in the page it was posted to", async () => {
    const { status, location } = await postLate(form);
    expect(status).toBe(302);
    const { id, path } = parkedIn(location);
    expect(path).toBe("/account");
    expect((await db.user.findUniqueOrThrow({ where: { id: cast.lead.id } })).name).toBe(cast.lead.name);
    const values = await findParkedFormIfAny(id ?? "", cast.lead.id, "/account", new Date());
    expect(values).toEqual({ intent: ["change"], version: ["1"], name: ["Kanarie in de kooi"], tags: ["a", "b"] });
  });

  it("comes back with a field that is named like a property of every object", async () => {
    const { id } = parkedIn((await postLate({ intent: "change", toString: "as typed" })).location);
    const values = await findParkedFormIfAny(id ?? "", cast.lead.id, "/account", new Date());
    expect(Object.entries(values ?? {})).toEqual([
      ["intent", ["change"]],
      ["toString", ["as typed"]],
    ]);
  });

  it("is kept unreadable, without passwords", async () => {
    const { id } = parkedIn((await postLate(form)).location);
    const row = await db.parkedForm.findUniqueOrThrow({ where: { id: id ?? "" } });
    const stored = JSON.stringify(row) + Buffer.from(row.body, "base64").toString("latin1");
    expect(stored).not.toMatch(/Kanarie|secret-canary/);
  });

  it("comes back to nobody else, to no other page and not after an hour", async () => {
    const { id } = parkedIn((await postLate(form)).location);
    const later = new Date(Date.now() + 61 * 60_000);
    expect(await findParkedFormIfAny(id ?? "", cast.researcher.id, "/account", new Date())).toBeNull();
    expect(await findParkedFormIfAny(id ?? "", cast.lead.id, "/work", new Date())).toBeNull();
    expect(await findParkedFormIfAny(id ?? "", cast.lead.id, "/account", later)).toBeNull();
  });

  it("that nobody posted is not kept", async () => {
    const before = await db.parkedForm.count();
    const { location } = await ask(action, asked("/account", { form }));
    expect(location).toBe("/sign-in?to=%2Faccount");
    const ended = await sessionOf(cast.lead.id);
    await rawWriter().session.delete({ where: { id: idOf(ended) } });
    expect(parkedIn((await ask(action, asked("/account", { form, headers: { cookie: ended } }))).location).id).toBeNull();
    expect(await db.parkedForm.count()).toBe(before);
  });

  it("is refused with 401 where a script sent it, for the page still has it", async () => {
    const cookie = await sessionOf(cast.lead.id);
    await rawWriter().session.update({ where: { id: idOf(cookie) }, data: { expiresAt: ago(1) } });
    expect((await ask(action, asked("/account", { form, headers: { cookie, "x-autosave": "1" } }))).status).toBe(401);
  });
});
