import type { ServerBuild } from "@remix-run/node";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { answering } from "~/platform/answering.server";
import { closeContext, contextOf, openContext, requestIdHeader } from "~/platform/request-context.server";
import { db } from "~/platform/db.server";
import { findSavedIfAny } from "~/platform/saved.server";
import { findViewerIfAny } from "~/platform/viewer.server";
import type { RootData } from "~/platform/root-data";
import { loader as root } from "~/root";
import * as account from "~/routes/account";
import * as settings from "~/routes/assessments.$slug.settings";
import { type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenProtocol } from "../support/interview-scene";
import { ask, asked, sessionOf, type Sent } from "../support/request";

useDatabase();
let cast: Cast;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});

type Handler = Parameters<typeof ask>[0];

// What the server needs of a build: the actions, as it answers with them.
const build = answering({
  routes: { account: { id: "account", module: account }, settings: { id: "settings", module: settings } },
} as unknown as ServerBuild);
const actionOf = (name: "account" | "settings") => build.routes[name]?.module.action as Handler;

const opened: string[] = [];
afterEach(() => opened.splice(0).forEach(closeContext));

/** A request that came through the server, which knows it by its id. */
function received(path: string, sent: Sent, rendersPage = true): Request {
  const id = crypto.randomUUID();
  opened.push(id);
  openContext(id, "127.0.0.1", rendersPage);
  return asked(path, { ...sent, headers: { ...sent.headers, [requestIdHeader]: id } });
}

const nameForm = (name: string, version: number) => ({ intent: "change", version: String(version), name, language: "en" });

async function post(name: "account" | "settings", person: Person, sent: Sent, params = {}) {
  const request = received(`/${name}`, { ...sent, headers: { ...sent.headers, cookie: await sessionOf(person.id) } });
  const answer = await ask(actionOf(name), request, params);
  const cookies = [...answer.headers.getSetCookie(), ...contextOf(request).cookies];
  return { ...answer, word: cookies.find((one) => one.startsWith("saved="))?.split(";")[0] };
}

/** What the next page of a person tells. */
async function told(person: Person, word: string | undefined) {
  const cookie = [await sessionOf(person.id), word].filter(Boolean).join("; ");
  const { data } = await ask(root, received("/account", { headers: { cookie } }));
  return (data as RootData).saved;
}

describe("the page after a form that saved", () => {
  it("tells it in the words of the trail, and only to who did it", async () => {
    const { status, word } = await post("account", cast.lead, { form: nameForm("Lotte Leids", 1) });
    expect(status).toBe(302);
    expect(await told(cast.lead, word)).toMatchObject({ changed: true, text: "You changed the account of Lotte Leids." });
    expect(await told(cast.researcher, word)).toBeNull();
    expect(await told(cast.lead, undefined)).toBeNull();
  });

  it("tells that nothing changed", async () => {
    const { word } = await post("account", cast.lead, { form: nameForm("Lotte Leids", 2) });
    expect(await told(cast.lead, word)).toMatchObject({ changed: false, text: "What you sent was there already." });
  });

  it("tells of keys and mail, which no trail tells of", async () => {
    const { word } = await post("account", cast.lead, { form: { intent: "keys", shortcuts: "off" } });
    expect(await told(cast.lead, word)).toMatchObject({ changed: true, text: "You chose whether keys of one letter work." });
  });

  it("tells nothing after a form that was refused, or that saves by itself", async () => {
    const refused = await post("account", cast.lead, { form: { intent: "change", version: "2", name: "", language: "en" } });
    expect([refused.status, refused.word]).toEqual([422, undefined]);
    const itself = await post("account", cast.lead, { form: nameForm("Lotte Zelf", 2), headers: { "x-autosave": "1" } });
    expect([itself.status, itself.word]).toEqual([302, undefined]);
  });

  it("tells nothing by a word that was altered or is over a minute old", async () => {
    const { word = "" } = await post("account", cast.lead, { form: nameForm("Lotte Weer", 3) });
    const [body = "", mark = ""] = word.replace("saved=", "").split(".");
    const read = JSON.parse(Buffer.from(body, "base64url").toString()) as { at: number };
    const other = Buffer.from(JSON.stringify({ ...read, more: 9 })).toString("base64url");
    expect(await told(cast.lead, `saved=${other}.${mark}`)).toBeNull();
    expect(await told(cast.lead, word)).not.toBeNull();
    const request = () => received("/account", { headers: { cookie: word } });
    const lead = await findViewerIfAny(db, cast.lead.id, new Date());
    expect(await findSavedIfAny(db, request(), lead, new Date(read.at + 59_000))).toMatchObject({ more: 0 });
    expect(await findSavedIfAny(db, request(), lead, new Date(read.at + 60_000))).toBeNull();
  });
});
