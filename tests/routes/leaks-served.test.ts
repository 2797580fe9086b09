import type { AddressInfo } from "node:net";
import { simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { db } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { dialect, rawWriter, useDatabase } from "../support/database";
import { furtherPages, trailEntries } from "../support/leak-pages";
import { forbidden, mayGet, sentinels, whatOf } from "../support/leak-rule";
import { givenLeakScene, secret, type LeakScene } from "../support/leak-scene";
import { searchesFor, wholeSearches } from "../support/leak-searches";
import { cookieOf, everyStop, walkers, type Leak, type Stop, type Walker } from "../support/leak-walk";
import { leaksIn, textOf } from "../support/leaks";
import { logLines, serve, type Sent, type Served } from "../support/served";

useDatabase();

let scene: LeakScene;
let served: Served;
let pages: Stop[];
let lines: readonly string[];
beforeAll(async () => {
  scene = await givenLeakScene();
  served = await serve();
  const searched = await Promise.all(["subsidie", "loket", "kade"].map((words) => wholeSearches(scene, words)));
  const asked = [...(await everyStop(scene)), ...(await furtherPages(scene)), ...(await newestEntries()), ...searched.flat()];
  pages = [...new Map(asked.filter(({ method }) => method === "GET").map((stop) => [stop.path, stop])).values()];
}, 240_000);
afterAll(() => served.close());
beforeEach(() => {
  lines = logLines();
});

/** Of every action that stands in the trail the newest entry. */
async function newestEntries(): Promise<Stop[]> {
  const { id: chain } = scene.cast.assessment;
  const events = await db.event.findMany({ where: { chain }, select: { seq: true, action: true }, orderBy: { seq: "asc" } });
  const newest = new Set(new Map(events.map(({ action, seq }) => [action, String(seq)])).values());
  return (await trailEntries(scene)).filter(({ params }) => newest.has(params["entry"] ?? ""));
}

/** All that was sent, as text: what stands in the source of a page too. */
const sourceOf = ({ status, headers, body }: Sent) =>
  textOf(new Response([204, 304].includes(status) ? null : new Uint8Array(body), { headers: flat(headers) }));
const flat = (headers: Sent["headers"]) => Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]);

const leaksOf = (to: Walker, where: string, text: string): Leak[] => leaksIn(text, sentinels).map(({ what }) => ({ to, what, where }));
const loggedLeaks = () => leaksIn(lines.join(""), sentinels);

/** What a page shows of its data does not hang on the database, which both are asked for in the walk past the loaders: so the one is read by two. */
const readers = dialect === "sqlite" ? walkers : (["researcher", "reviewer"] as const);

/** Who has no part in the study gets the same page at every address of a route, so one of each is enough. */
const strangers: readonly Walker[] = ["nobody", "administrator", "outsider"];
const pagesOf = (walker: Walker) => (strangers.includes(walker) ? [...new Map(pages.map((stop) => [stop.handler, stop])).values()] : pages);

describe("what a protected person said and who she is", () => {
  it.each(readers)(
    "stands in the source of the pages of %s only as far as it may, and in no line of the log",
    async (walker) => {
      const cookie = await cookieOf(scene, walker);
      const leaks: Leak[] = [];
      const asked = pagesOf(walker);
      for (const { path } of asked) leaks.push(...leaksOf(walker, path, await sourceOf(await served.ask(path, cookie))));
      expect(forbidden(leaks)).toEqual([]);
      expect(whatOf(leaks)).toEqual(mayGet(walker));
      expect(lines.length).toBeGreaterThanOrEqual(asked.length);
      expect(loggedLeaks()).toEqual([]);
    },
    240_000,
  );
});

describe("a line of the log", () => {
  const everything = sentinels.map(({ text }) => text).join(" ");

  it("holds nothing of what was searched for or filled in", async () => {
    const cookie = await cookieOf(scene, "researcher");
    const posts = (await everyStop(scene)).filter(({ method, path }) => method === "POST" && path !== "/sign-out");
    const filled = { intent: everything, q: everything, name: everything, record: everything, version: everything };
    for (const { path } of posts) await served.ask(path, cookie, filled);
    for (const { path } of await searchesFor(scene, everything)) await served.ask(path, cookie);
    expect(lines.length).toBeGreaterThan(posts.length);
    expect(loggedLeaks()).toEqual([]);
  }, 240_000);

  it("tells that the database refused, and not what", async () => {
    await refuseIdentities(secret.name.text);
    const cookie = await cookieOf(scene, "lead");
    const [{ interview } = fail()] = scene.variants;
    const path = `/assessments/${scene.cast.assessment.slug}/interviewees/${interview.interviewee.code}`;
    const { version } = await db.identity.findUniqueOrThrow({ where: { intervieweeId: interview.interviewee.id } });
    const filled = { intent: "identity", name: secret.hiddenName.text, contact: "", version: String(version) };
    const { status } = await served.ask(path, cookie, filled);
    expect(status).toBe(500);
    expect(lines.filter((line) => line.includes('"level":"error"'))).toHaveLength(1);
    expect(loggedLeaks()).toEqual([]);
  });
});

const fail = (): never => {
  throw new Error("A scene has a study.");
};

/** From here on the database refuses whatever is filled in of who somebody is, and says so in these words. */
async function refuseIdentities(words: string): Promise<void> {
  const trigger = `CREATE TRIGGER refuse_identities BEFORE UPDATE ON "Identity"`;
  if (dialect === "sqlite") await rawWriter().$executeRawUnsafe(`${trigger} BEGIN SELECT RAISE(ABORT, '${words}'); END`);
  else {
    const body = `BEGIN RAISE EXCEPTION '${words}'; END`;
    await rawWriter().$executeRawUnsafe(`CREATE FUNCTION refuse_identities() RETURNS trigger LANGUAGE plpgsql AS $$ ${body} $$`);
    await rawWriter().$executeRawUnsafe(`${trigger} FOR EACH ROW EXECUTE FUNCTION refuse_identities()`);
  }
}

describe("the mail with the link of a fact check", () => {
  const received: { to: string[]; text: string }[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS"],
    onRcptTo: ({ address }, _session, done) => done(refusing ? new Error(`${address} of ${secret.hiddenName.text} is not known`) : null),
    onData(stream, session, done) {
      const keep = async () => {
        const { subject, text, html, headerLines } = await simpleParser(stream);
        const headers = headerLines.filter(({ key }) => key !== "to").map(({ line }) => line);
        received.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: [...headers, subject, text, html].join("\n"),
        });
      };
      keep().then(
        () => done(),
        (error: unknown) => done(error instanceof Error ? error : new Error("unread")),
      );
    },
  });
  beforeAll(async () => {
    await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
    settings().smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  });
  afterAll(async () => {
    settings().smtpUrl = null;
    await new Promise<void>((closed) => server.close(closed));
  });

  const send = async () => {
    const { cast, variants } = scene;
    const { code, participantId } = (variants[1] ?? fail()).interview;
    const filled = { intent: "make-link", participantId, language: "nl", until: "31-12-2098", send: "mail" };
    const path = `/assessments/${cast.assessment.slug}/interviews/${code}/fact-check`;
    return sourceOf(await served.ask(path, await cookieOf(scene, "secondResearcher"), filled));
  };

  it("goes to her address and holds nothing else of her, and the log does not have the address", async () => {
    const page = await send();
    expect(received.map(({ to }) => to)).toEqual([[secret.hiddenContact.text]]);
    const [{ text } = fail()] = received;
    expect(text).toContain("31 december 2098");
    expect(leaksIn(text, sentinels)).toEqual([]);
    expect(forbidden(leaksOf("secondResearcher", "the page of the link", page))).toEqual([]);
    expect(loggedLeaks()).toEqual([]);
  });

  it("is told in the log not to have been sent, and not to whom, where the mail server says that", async () => {
    refusing = true;
    await send();
    expect(lines.join("")).toContain("mail was not sent");
    expect(loggedLeaks()).toEqual([]);
  });
});

describe("the looking itself", () => {
  it("reports the page of one who may see it as soon as somebody else gets it", async () => {
    const cookie = await cookieOf(scene, "researcher");
    const source = await sourceOf(await served.ask(`/assessments/${scene.cast.assessment.slug}/interviewees/P1`, cookie));
    expect(source).toContain("<!DOCTYPE html>");
    expect(forbidden(leaksOf("researcher", "P1", source))).toEqual([]);
    expect(whatOf(leaksOf("reviewer", "P1", source))).toEqual(expect.arrayContaining([secret.name.what, secret.contact.what]));
    expect(forbidden(leaksOf("reviewer", "P1", source))).not.toEqual([]);
  });

  it("reads what is logged", async () => {
    await served.ask(`/assessments/${secret.place.words[1]}`, "");
    expect(loggedLeaks()).toEqual([secret.place]); // an address that somebody made up is logged as it was asked
  });
});
