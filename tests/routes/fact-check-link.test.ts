import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { makeLink } from "~/features/fact-check/make-link.server";
import { revokeLink } from "~/features/fact-check/revoke-link.server";
import { saveReplies } from "~/features/fact-check/save-replies.server";
import { sendIn } from "~/features/fact-check/send-in.server";
import { dayAfter, dayAt } from "~/domain/day";
import { db } from "~/platform/db.server";
import { loggedPath } from "~/platform/log.server";
import { closeContext, openContext, requestIdHeader } from "~/platform/request-context.server";
import { digestOf, newToken } from "~/platform/token.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase, rawWriter } from "../support/database";
import { givenRecord, interviewee, reply } from "../support/fact-check-scene";
import { givenProtocol } from "../support/interview-scene";
import { ask, asked, signedIn } from "../support/request";
import { action as settling } from "../../app/routes/assessments.$slug.interviews.$code.fact-check";
import { loader as take } from "../../app/routes/f.$token";
import { action, loader as page } from "../../app/routes/fact-check";

useDatabase();
let cast: Cast;
let scene: Awaited<ReturnType<typeof givenRecord>>;
beforeAll(async () => {
  process.env["GRONDSLAG_RATE_LIMITS"] = "normal"; // twenty misses are to be counted as an installation counts them
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});
beforeEach(async () => {
  scene = await givenRecord(cast);
});

const now = () => new Date();
const given = (to = scene) =>
  makeLink(as(cast.researcher, now()), {
    assessmentId: cast.assessment.id,
    participantId: to.participantId,
    language: "en",
    until: dayAfter(dayAt(now()), 30),
  });

/** A request as the server hands it out, from an address of its own, so that misses of one test don't count in another. */
let address = 0;
function from(path: string, sent: Parameters<typeof asked>[1] = {}, ip = `10.0.0.${(address += 1)}`): Request {
  const id = crypto.randomUUID();
  openContext(id, ip);
  return asked(path, { ...sent, headers: { ...sent.headers, [requestIdHeader]: id } });
}

const open = (token: string, request = from(`/f/${token}`)) => ask(take, request, { token });
const cookieIn = (headers: Headers) =>
  headers
    .getSetCookie()
    .find((one) => one.startsWith("link="))
    ?.split(";")[0] ?? "";
const contact = { name: "Lotte van Leiden", email: "lead@example.org" };

describe("a link to check a record", () => {
  it("puts a cookie for twelve hours in place of the token, in its language, and changes nothing", async () => {
    const { id, token } = await given();
    const before = await db.factCheckLink.findUniqueOrThrow({ where: { id } });
    const events = await db.event.count();
    const answer = await open(token);
    expect([answer.status, answer.location]).toEqual([302, "/fact-check"]);
    const cookies = answer.headers.getSetCookie();
    expect(cookies.find((one) => one.startsWith("link="))).toMatch(/^link=[\w-]{43}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=43200$/u);
    expect(cookies.find((one) => one.startsWith("language="))).toContain("language=en");
    expect(cookies.join()).not.toContain(token);
    expect(await db.factCheckLink.findUniqueOrThrow({ where: { id } })).toEqual(before);
    expect(await db.event.count()).toBe(events);
  });

  it("opens for a scanner that asks for the head alone, as often as it likes", async () => {
    const { token } = await given();
    for (let time = 0; time < 30; time += 1)
      expect((await open(token, from(`/f/${token}`, { method: "HEAD" }, "10.9.9.9"))).status).toBe(302);
  });

  it("opens the record of its participant, and each request lets the cookie last anew", async () => {
    const cookie = cookieIn((await open((await given()).token)).headers);
    const request = from("/fact-check", { headers: { cookie } });
    const answer = await ask(page, request);
    expect(answer).toMatchObject({ status: 200, data: { record: { answers: [{ code: "1" }, { code: "2a" }, { code: "2b" }] } } });
    const row = await db.linkCookie.findFirstOrThrow({ orderBy: { expiresAt: "desc" } });
    expect(row.expiresAt.getTime() - Date.now()).toBeGreaterThan(11.9 * 3_600_000);
    closeContext(request.headers.get(requestIdHeader) ?? "");
  });

  it("shows neither notes, nor who else took part, nor answers that others gave", async () => {
    const other = await rawWriter().participant.findUniqueOrThrow({ where: { id: scene.participantId } });
    const second = { ...other, id: crypto.randomUUID(), intervieweeId: crypto.randomUUID(), number: 2 };
    await rawWriter().interviewee.create({
      data: {
        ...(await db.interviewee.findUniqueOrThrow({ where: { id: other.intervieweeId } })),
        id: second.intervieweeId,
        code: `X${address}`,
        role: '{"nl":"Penningmeester"}',
      },
    });
    await rawWriter().participant.create({ data: second });
    await rawWriter().interviewAnswer.update({
      where: { id: scene.answers["gq2:why"] },
      data: { givenBy: JSON.stringify([second.id]), notes: "fluistert" },
    });
    const cookie = cookieIn((await open((await given()).token)).headers);
    const { data } = await ask(page, from("/fact-check", { headers: { cookie } }));
    expect(data).toMatchObject({ record: { answers: [{ code: "1" }, { code: "2a" }] } });
    for (const secret of ["Penningmeester", "fluistert", "Niemand praat", second.id]) expect(JSON.stringify(data)).not.toContain(secret);
  });

  it("is not found when it is guessed, without a word on whom to write to", async () => {
    const { status, data } = await open(newToken());
    expect([status, data]).toEqual([404, { code: "not-found", details: {} }]);
  });

  it("is not found once it was taken back, with the contact of its study", async () => {
    const { id, token } = await given();
    const cookie = cookieIn((await open(token)).headers);
    await revokeLink(as(cast.researcher, now()), { assessmentId: cast.assessment.id, linkId: id, version: 1 });
    const over = { status: 404, data: { code: "not-found", details: { contact } } };
    expect(await open(token)).toMatchObject(over);
    expect(await ask(page, from("/fact-check", { headers: { cookie } }))).toMatchObject(over);
    expect(await ask(action, from("/fact-check", { headers: { cookie }, form: { intent: "send", version: "1" } }))).toMatchObject(over);
  });

  it("is not found once its participant took her consent back, with the contact of its study", async () => {
    const { token } = await given();
    const cookie = cookieIn((await open(token)).headers);
    await rawWriter().participant.update({ where: { id: scene.participantId }, data: { withdrawnAt: now() } });
    const over = { status: 404, data: { code: "not-found", details: { contact } } };
    expect(await open(token)).toMatchObject(over);
    expect(await ask(page, from("/fact-check", { headers: { cookie } }))).toMatchObject(over);
  });

  it("is not found once its date has passed, with the contact of its study", async () => {
    const { id, token } = await given();
    await rawWriter().factCheckLink.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1000) } });
    expect(await open(token)).toMatchObject({ status: 404, data: { details: { contact } } });
  });

  it("is not found with the cookie of another purpose, or of none", async () => {
    const { id } = await given();
    const cookie = newToken();
    const row = {
      id: digestOf(cookie),
      purpose: "password",
      linkId: id,
      expiresAt: new Date(Date.now() + 60_000),
    };
    await rawWriter().linkCookie.create({ data: row });
    expect((await ask(page, from("/fact-check", { headers: { cookie: `link=${cookie}` } }))).status).toBe(404);
    expect((await ask(page, from("/fact-check"))).status).toBe(404);
  });

  it("says nothing of another interview: its answers can't be spoken of", async () => {
    const other = await givenRecord(cast);
    const cookie = cookieIn((await open((await given()).token)).headers);
    const form = {
      version: "1",
      intent: "save",
      remarks: "",
      [`verdict.${other.answers.gq1}`]: "confirmed",
      [`seen.${other.answers.gq1}`]: "0".repeat(64),
    };
    expect((await ask(action, from("/fact-check", { headers: { cookie }, form }))).status).toBe(422);
    expect(await db.factCheckReply.count({ where: { answerId: other.answers.gq1 } })).toBe(0);
  });

  it("leaves a correction that can be taken over only as it was read", async () => {
    const link = { ...(await given()), participantId: scene.participantId, assessmentId: cast.assessment.id };
    const own = { ...link, linkId: link.id };
    const say = async (text: string, version: number) => {
      const replies = [await reply(scene.answers.gq1, "corrected", text)];
      await saveReplies(interviewee(link, now()), { ...own, version, replies, remarks: "" });
      return sendIn(interviewee(link, now()), { ...own, version: version + 1 });
    };
    await say("Leidt de bond.", 1);
    await say("Leidt iets anders.", 3);
    const { id: replyId } = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.id } });
    const path = `/assessments/${cast.assessment.slug}/interviews/${scene.code}/fact-check`;
    const settle = async (replyVersion: string) => {
      const form = { intent: "settle", replyId, replyVersion, version: "2", as: "taken-over", record: "", reason: "" };
      return ask(settling, await signedIn(cast.researcher.id, path, { form }), { slug: cast.assessment.slug, code: scene.code });
    };
    expect(await settle("1")).toMatchObject({ status: 409, data: { problem: { form: ["changed-meanwhile"] } } });
    expect((await settle("2")).status).toBe(302);
    expect((await db.interviewAnswer.findUniqueOrThrow({ where: { id: scene.answers.gq1 } })).record).toBe("Leidt iets anders.");
  });

  it("leaves a correction that can be sent back with a note, which is asked for", async () => {
    const link = { ...(await given()), participantId: scene.participantId, assessmentId: cast.assessment.id };
    const own = { ...link, linkId: link.id };
    const replies = [await reply(scene.answers.gq1, "corrected", "Leidt de bond.")];
    await saveReplies(interviewee(link, now()), { ...own, version: 1, replies, remarks: "" });
    await sendIn(interviewee(link, now()), { ...own, version: 2 });
    const { id: replyId } = await db.factCheckReply.findFirstOrThrow({ where: { linkId: link.id } });
    const path = `/assessments/${cast.assessment.slug}/interviews/${scene.code}/fact-check`;
    const settle = async (note: string) => {
      const form = { intent: "settle", replyId, replyVersion: "1", version: "2", as: "discussed", record: "", reason: note };
      return ask(settling, await signedIn(cast.researcher.id, path, { form }), { slug: cast.assessment.slug, code: scene.code });
    };
    expect(await settle(" ")).toMatchObject({ status: 422, data: { problem: { fields: { reason: ["required"] } } } });
    expect(await settle("Wat staat in de statuten?")).toMatchObject({ status: 302, location: `${path}#reply-${replyId}` });
    const cookie = cookieIn((await open(link.token)).headers);
    const { data } = await ask(page, from("/fact-check", { headers: { cookie } }));
    const answers = [{ reply: { verdict: "corrected", text: "Leidt de bond.", note: "Wat staat in de statuten?" } }, {}, {}];
    expect(data).toMatchObject({ record: { answers } });
  });

  it("refuses an address that guesses, after twenty misses in ten minutes", async () => {
    const { token } = await given();
    const ip = "10.20.20.20";
    for (let miss = 0; miss < 20; miss += 1) expect((await open(newToken(), from("/f/x", {}, ip))).status).toBe(404);
    const answer = await open(token, from(`/f/${token}`, {}, ip));
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(500);
    expect((await open(token, from(`/f/${token}`, {}, "10.20.20.21"))).status).toBe(302);
  });

  it("stands in the log without its token", async () => {
    const { token } = await given();
    expect([loggedPath(`/f/${token}`), loggedPath(`/f/${token}.data?x=1`)]).toEqual(["/f/…", "/f/…"]);
  });
});
