import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signOut } from "~/features/accounts/sign-out.server";
import { removeMember } from "~/features/members/remove-member.server";
import { saveBlock } from "~/features/sections/save-block.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { currentDatabase, db } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { closeLive, lookAround, openLive } from "~/platform/live-hub.server";
import { openSignal, type Signal } from "~/platform/live-signal.server";
import { newId } from "~/platform/ids.server";
import { forgetPresence, notePresence, readPresent } from "~/platform/presence.server";
import { digestOf } from "~/platform/token.server";
import { loader } from "~/routes/assessments.$slug.sections.$code.live";
import { action } from "~/routes/assessments.$slug.sections.$code.presence";
import { as, type Cast, loadCast, type Person } from "../cast";
import { dialect, rawWriter, useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { ask, asked, sessionOf, signedIn } from "../support/request";
import { givenBlock, givenSections, sectionNow, type SectionScene } from "../support/section-scene";

useDatabase();
let cast: Cast;
let scene: SectionScene;
beforeAll(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
});
beforeEach(openLive);
afterEach(closeLive);

/** A page of a person that listens to a section: what it was sent so far, and whether its stream has ended. */
async function opened(who: Person, { code = "3.1", since = "", at = new Date() } = {}) {
  const cookie = await sessionOf(who.id, at);
  const leaving = new AbortController();
  const path = `/assessments/cast-study/sections/${code}/live?since=${since}`;
  const request = new Request(asked(path, { headers: { cookie } }), { signal: leaving.signal });
  const response = await loader({ request, params: { slug: "cast-study", code }, context: { nonce: "", requestId: "" } });
  const page = { text: "", over: false, sessionId: digestOf(cookie.split("=")[1] ?? ""), response, leave: () => leaving.abort() };
  void (async () => {
    const decoder = new TextDecoder();
    for await (const piece of response.body ?? []) page.text += decoder.decode(piece);
    page.over = true;
  })();
  return page;
}

const save = (block: { id: string }, version: number, text: string, by = cast.researcher) =>
  saveBlock(as(by, hour(3)), { assessmentId: cast.assessment.id, id: block.id, version, text: { text } });
const changesIn = (text: string) =>
  [...text.matchAll(/^event: change\ndata: (.*)$/gmu)].flatMap(
    ([, data]) => (JSON.parse(data ?? "{}") as { changes: Record<string, unknown>[] }).changes,
  );

describe("a page that listens to a section", () => {
  it("is told which block has which version and by whom, and no word of it; other sections are not told", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const [page, other] = [await opened(cast.reviewer), await opened(cast.reviewer, { code: "5" })];
    expect(page.response.headers.get("cache-control")).toBe("no-store, no-transform");
    await save(block, 1, "Kranen werken vier jaar.");
    await vi.waitFor(() =>
      expect(changesIn(page.text)).toMatchObject([
        { what: "block", id: block.id, version: 2, label: block.code, by: cast.researcher.name },
      ]),
    );
    expect(page.text).not.toContain("vier jaar");
    expect(page.text).toMatch(/^id: \d+$/mu);
    expect(changesIn(other.text)).toEqual([]);
  });

  it("goes on where it was: what happened since is told first", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const seen = (await rawWriter().chainHead.findUniqueOrThrow({ where: { chain: cast.assessment.id } })).seq;
    await save(block, 1, "Kranen werken vier jaar.");
    const page = await opened(cast.reviewer, { since: String(seen) });
    await vi.waitFor(() => expect(changesIn(page.text)).toMatchObject([{ id: block.id, version: 2 }]));
  });

  it("is read from the trail once per commit, however many listen", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const pages = await Promise.all(Array.from({ length: 12 }, () => opened(cast.reviewer)));
    const reads = vi.spyOn(currentDatabase().reader.eventDetail, "findMany");
    await save(block, 1, "Kranen werken vier jaar.");
    await vi.waitFor(() => expect(pages.every(({ text }) => changesIn(text).length === 1)).toBe(true));
    expect(reads).toHaveBeenCalledTimes(1);
    expect(new Set(pages.map(({ text }) => /"wait":(\d+)/u.exec(text)?.[1])).size).toBe(12);
  });

  it("ends with the session, at signing out, when its person is removed from the study, and when the server stops", async () => {
    const [byTime, byAct, removed, last] = [
      await opened(cast.lead, { at: new Date(Date.now() - 11 * 60 * 60_000) }),
      await opened(cast.researcher),
      await opened(cast.secondResearcher),
      await opened(cast.reviewer),
    ];
    await lookAround(new Date(Date.now() + 90 * 60_000));
    await vi.waitFor(() => expect(byTime.over).toBe(true));
    expect([byAct.over, removed.over]).toEqual([false, false]);
    await signOut(as(cast.researcher, hour(3)), { userId: cast.researcher.id, sessionId: byAct.sessionId });
    await vi.waitFor(() => expect(byAct.over).toBe(true));
    const where = { assessmentId: cast.assessment.id, userId: cast.secondResearcher.id };
    const { id, version } = await rawWriter().member.findFirstOrThrow({ where });
    await removeMember(as(cast.lead, hour(3)), { assessmentId: cast.assessment.id, id, version });
    await vi.waitFor(() => expect(removed.over).toBe(true));
    expect(removed.text).toContain("event: over");
    await closeLive();
    await vi.waitFor(() => expect(last.over).toBe(true));
  });

  it("is told that the section moved", async () => {
    const page = await opened(cast.reviewer);
    const { version } = await sectionNow(scene.section("3.1"));
    await sendToReview(as(cast.researcher, hour(4)), { assessmentId: cast.assessment.id, id: scene.section("3.1"), version });
    await vi.waitFor(() =>
      expect(changesIn(page.text)).toMatchObject([{ what: "move", move: "send-to-review", by: cast.researcher.name }]),
    );
  });

  it("is one of six that a person may have open; one that was left counts no more", async () => {
    settings().rateLimits = "normal";
    try {
      const pages: Awaited<ReturnType<typeof opened>>[] = [];
      for (let n = 0; n < 6; n += 1) pages.push(await opened(cast.reviewer));
      await expect(opened(cast.reviewer)).rejects.toMatchObject({ status: 429 });
      expect((await opened(cast.lead)).over).toBe(false);
      pages[0]?.leave();
      await vi.waitFor(() => expect(pages[0]?.over).toBe(true));
      expect((await opened(cast.reviewer)).over).toBe(false);
    } finally {
      settings().rateLimits = "test";
    }
  });
});

describe("a page that could not begin to listen", () => {
  const away = () => new Error("the database is away");

  it("keeps nobody from listening afterwards", async () => {
    vi.spyOn(currentDatabase().reader.chainHead, "findUnique").mockRejectedValueOnce(away());
    await expect(opened(cast.reviewer)).rejects.toThrow("the database is away");
    const block = await givenBlock(cast, scene.section("5"));
    const page = await opened(cast.reviewer, { code: "5" });
    await save(block, 1, "Kranen werken zes jaar.");
    await vi.waitFor(() => expect(changesIn(page.text)).toMatchObject([{ id: block.id, version: 2 }]));
  });

  it("is none of the six that its person may have open", async () => {
    settings().rateLimits = "normal";
    try {
      for (let n = 0; n < 6; n += 1) {
        vi.spyOn(currentDatabase().reader.presence, "findMany").mockRejectedValueOnce(away());
        await expect(opened(cast.reviewer)).rejects.toThrow("the database is away");
      }
      expect((await opened(cast.reviewer)).over).toBe(false);
    } finally {
      settings().rateLimits = "test";
    }
  });
});

describe("who is there", () => {
  const pageId = "11111111-1111-4111-8111-111111111111";
  const say = async (who: Person, form: Record<string, string>) =>
    (
      await ask(action, await signedIn(who.id, "/assessments/cast-study/sections/3.1/presence", { form }), {
        slug: "cast-study",
        code: "3.1",
      })
    ).status;
  const people = (text: string) =>
    [...text.matchAll(/^event: people\ndata: (.*)$/gmu)].map(
      ([, data]) => JSON.parse(data ?? "[]") as { name: string; blockId: string | null }[],
    );

  it("is told when somebody comes, moves and leaves, and not when nothing is new; only members are named", async () => {
    const page = await opened(cast.reviewer);
    expect(await say(cast.researcher, { page: pageId })).toBe(204);
    await vi.waitFor(() => expect(people(page.text).at(-1)).toMatchObject([{ name: cast.researcher.name, blockId: null }]));
    expect(await say(cast.researcher, { page: pageId })).toBe(204);
    const block = newId(hour(3));
    await say(cast.researcher, { page: pageId, block });
    await vi.waitFor(() => expect(people(page.text).at(-1)).toMatchObject([{ blockId: block }]));
    expect(await say(cast.lead, { page: pageId, leaving: "yes" })).toBe(204); // the page of somebody else stays
    const before = people(page.text).length;
    await say(cast.researcher, { page: pageId, leaving: "yes" });
    await vi.waitFor(() => expect(people(page.text).at(-1)).toEqual([]));
    expect([before, people(page.text).length]).toEqual([3, 4]);
    expect(await say(cast.reviewer, { page: "nobody" })).toBe(422);
  });

  it("is over a minute after the last sign of life", async () => {
    const place = { id: pageId, userId: cast.lead.id, assessmentId: cast.assessment.id, sectionId: scene.section("3.1"), blockId: null };
    await notePresence(db, place, hour(3));
    const at = (seconds: number) => new Date(hour(3).getTime() + seconds * 1000);
    const there = async (seconds: number) => (await readPresent(db, cast.assessment.id, at(seconds))).has(scene.section("3.1"));
    expect([await there(59), await there(61)]).toEqual([true, false]);
    expect([await notePresence(db, place, at(10)), await notePresence(db, place, at(90))]).toEqual([false, true]);
    await forgetPresence(place);
    expect(await there(91)).toBe(false);
  });

  it("keeps no session alive", async () => {
    const cookie = await sessionOf(cast.lead.id);
    const id = digestOf(cookie.split("=")[1] ?? "");
    const late = new Date(Date.now() + 30 * 60_000);
    await rawWriter().session.update({ where: { id }, data: { expiresAt: late } });
    const form = { page: pageId };
    const request = asked("/assessments/cast-study/sections/3.1/presence", { form, headers: { cookie } });
    expect(await ask(action, request, { slug: "cast-study", code: "3.1" })).toMatchObject({ status: 204 });
    expect((await db.session.findUniqueOrThrow({ where: { id } })).expiresAt).toEqual(late);
  });
});

describe("the signal between processes", () => {
  const signals: Signal[] = [];
  afterEach(() => Promise.all(signals.splice(0).map((signal) => signal.close())));
  async function processOf() {
    const heard: string[] = [];
    const signal = await openSignal(currentDatabase(), (chain, number) => heard.push(`${chain} ${number}`));
    signals.push(signal);
    return { signal, heard };
  }

  it("tells its own process what it watches, once", async () => {
    const one = await processOf();
    await one.signal.watch("a-1");
    one.signal.tell("a-1", 7);
    one.signal.tell("b-2", 3);
    one.signal.unwatch("a-1");
    one.signal.tell("a-1", 8);
    expect(one.heard).toEqual(["a-1 7"]);
    await one.signal.watch("a-1"); // waits until the server has answered all that was asked before
    expect(one.heard).toEqual(["a-1 7"]);
  });

  if (dialect !== "postgresql") return;
  it("tells every other process, and says so when something may have been missed", async () => {
    const [one, other] = [await processOf(), await processOf()];
    await Promise.all([one.signal.watch("a-1"), other.signal.watch("a-1")]);
    one.signal.tell("a-1", 7);
    await vi.waitFor(() => expect(other.heard).toEqual(["a-1 7"]));
    await rawWriter().$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'grondslag live' AND datname = current_database()`;
    for (const { heard } of [one, other]) await vi.waitFor(() => expect(heard).toEqual(["a-1 7", "a-1 null"]), 10_000);
    one.signal.tell("a-1", 8);
    await vi.waitFor(() => expect(other.heard).toEqual(["a-1 7", "a-1 null", "a-1 8"]), 10_000);
  });

  it("tells the others, once it is back, what it could not while its connection was lost", async () => {
    const other = await processOf();
    const started = new Date();
    const one = await processOf();
    await Promise.all([one.signal.watch("a-1"), other.signal.watch("a-1")]);
    await rawWriter().$executeRaw`SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE application_name = 'grondslag live' AND datname = current_database() AND backend_start >= ${started}`;
    one.signal.tell("a-1", 8);
    await vi.waitFor(() => expect(one.heard).toEqual(["a-1 8", "a-1 null"]), 10_000);
    await vi.waitFor(() => expect(other.heard).toEqual(["a-1 8"]), 10_000);
  });
});
