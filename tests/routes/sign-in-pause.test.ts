import { beforeAll, describe, expect, it } from "vitest";
import { hashPassword } from "~/platform/password.server";
import { loader as link } from "~/routes/p.$token";
import { action } from "~/routes/sign-in";
import { loadCast, type Cast } from "../cast";
import { rawWriter, useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { ask, asked } from "../support/request";

// The limits themselves: this file's process counts as an installation does, not as a test.
useDatabase();
const password = "vier losse kranten boven";
let cast: Cast;
beforeAll(async () => {
  process.env["GRONDSLAG_RATE_LIMITS"] = "normal";
  cast = await loadCast();
  await rawWriter().user.update({ where: { id: cast.lead.id }, data: { passwordHash: await hashPassword(password) } });
});

const attempt = (email: string, given: string) => ask(action, asked("/sign-in", { form: { email, password: given } }));

describe("ten failures", () => {
  it("pause the account in the same words, with one event, and pause no other", async () => {
    const before = await eventsOf("installation");
    for (let count = 0; count < 10; count += 1) expect((await attempt(cast.lead.email, "wrong")).status).toBe(422);
    const { status, data } = await attempt(cast.lead.email, password);
    expect([status, data]).toEqual([422, { fields: { email: ["sign-in"] }, form: [], values: { email: [cast.lead.email], to: [""] } }]);
    expect(await eventsOf("installation")).toEqual([...before, { action: "session.pause", byId: cast.lead.id }]);
    await rawWriter().user.update({ where: { id: cast.researcher.id }, data: { passwordHash: await hashPassword(password) } });
    expect((await attempt(cast.researcher.email, password)).status).toBe(302);
  });
});

describe("twenty unknown links from one address", () => {
  it("are answered with how long to wait", async () => {
    const open = (count: number) => ask(link, asked(`/p/${count}`), { token: `unknown-${count}` });
    for (let count = 0; count < 20; count += 1) expect((await open(count)).status).toBe(404);
    const { status, data, headers } = await open(20);
    expect([status, data]).toEqual([429, { code: "too-many", details: { retryAfter: Number(headers.get("retry-after")) } }]);
    expect(Number(headers.get("retry-after"))).toBeGreaterThan(590);
  });
});
