import { spawn } from "node:child_process";
import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import pg from "pg";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { addComment } from "~/features/comments/add-comment.server";
import { assignSection } from "~/features/sections/assign-section.server";
import { recallSection } from "~/features/sections/recall-section.server";
import { sendToReview } from "~/features/sections/send-to-review.server";
import { changeExcerpt } from "~/features/sources/change-excerpt.server";
import { makeSuggestion } from "~/features/suggestions/make-suggestion.server";
import { currentDatabase, db } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { newId } from "~/platform/ids.server";
import { headOf } from "~/platform/live-events.server";
import { setMailWishes } from "~/platform/mail-choice.server";
import { catchUpMail, newPost, noteCommitted, postRound } from "~/platform/mail-loop.server";
import { mailOffAddress } from "~/platform/mail-off-link.server";
import { gatherMail } from "~/platform/mail-outbox.server";
import { dropWaitingMail, sendDueMail } from "~/platform/mail-sender.server";
import { afterCommit } from "~/platform/after-commit.server";
import { action as accountAction, loader as accountLoader } from "~/routes/account";
import { action as offAction, loader as offLoader } from "~/routes/mail.off.$token";
import { as, type Cast, loadCast, type Person } from "../cast";
import { dialect, rawWriter, useDatabase } from "../support/database";
import { hour } from "../support/interview-scene";
import { ask, asked, signedIn } from "../support/request";
import { givenBlock, givenInReview, givenSections, sectionNow, sign, type SectionScene } from "../support/section-scene";

const database = useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let takes: "all" | "refuses" | "hangs up" = "all";
const received: { to: string[]; mail: ParsedMail }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    simpleParser(stream).then((mail) => {
      if (takes === "refuses") return done(new Error("no room"));
      received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
      if (takes === "hangs up")
        return server.connections.forEach((one) => (one as unknown as { _socket: { destroy(): void } })._socket.destroy());
      done();
    }, done);
  },
});
server.on("error", () => undefined);

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  settings().smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  settings().smtpUrl = null;
  await new Promise<void>((closed) => server.close(closed));
});
beforeEach(async () => {
  takes = "all";
  received.length = 0;
  cast = await loadCast();
  scene = await givenSections(cast);
  await gatherMail(db, cast.assessment.id, { at: hour(2), known: true });
  for (const { id } of [cast.lead, cast.researcher, cast.reviewer]) await wants(id, "instant");
});

const wants = (userId: string, when: "instant" | "daily" | "off", muted: string[] = []) =>
  setMailWishes(userId, { when, hour: 8, muted, among: [cast.assessment.id] }, hour(2));
const gather = async (at = hour(5), after?: number) => (await gatherMail(db, cast.assessment.id, { at, after })).told;
const comment = (who: Person, at: Date, code: string, threadId?: string) =>
  addComment(as(who, at), {
    ...{ assessmentId: cast.assessment.id, sectionId: scene.section(code), text: "Waar blijkt dit uit?", mentions: [], draft: false },
    ...(threadId !== undefined && { threadId }),
  });
/** How many mails a person gets of what happened until a moment. */
const mailsTo = async ({ email }: Person, at: Date) => {
  await gather(at);
  await sendDueMail(db, at);
  return received.splice(0).filter(({ to }) => to.includes(email)).length;
};
const addressees = () => received.flatMap(({ to }) => to).toSorted();
const outbox = (userId: string) => db.mailOutbox.findMany({ where: { userId, at: { gt: hour(2) } } });

describe("mail about what waits", () => {
  it("tells the reviewer of a section once, with its sentence and link in her language and no word of what is written", async () => {
    await givenInReview(cast, scene);
    await gather();
    await gather(hour(6));
    expect(await sendDueMail(db, hour(6))).toBe(1);
    expect(await sendDueMail(db, hour(7))).toBe(0);
    expect(addressees()).toEqual([cast.reviewer.email]);
    const mail = received[0]?.mail;
    expect(mail?.subject).toBe("Beoordeel 3.1 Wat werkt");
    expect(mail?.text).toContain(`${settings().origin}/assessments/cast-study/sections/3.1`);
    expect(mail?.text).not.toContain("Kranen");
    expect(mail?.html).toBe(false);
    const off = mailOffAddress(cast.reviewer.id);
    const header = (name: string) =>
      mail?.headerLines
        .find(({ key }) => key === name)
        ?.line.replace(/^[^:]*:\s*/u, "")
        .replaceAll(/\s+/gu, "");
    expect(header("list-unsubscribe")).toBe(`<${off}>`);
    expect(header("list-unsubscribe-post")).toBe("List-Unsubscribe=One-Click");
    expect(await outbox(cast.reviewer.id)).toMatchObject([{ kind: "task", droppedAt: null, tries: 1 }]);
  });

  it("tells again of a task that was over and waits anew, and not of one that is over before the mail goes", async () => {
    const { version } = await givenInReview(cast, scene);
    await gather();
    const input = { assessmentId: cast.assessment.id, id: scene.section("3.1") };
    await recallSection(as(cast.researcher, hour(6)), { ...input, version });
    expect(await sendDueMail(db, hour(6))).toBe(0);
    await sendToReview(as(cast.researcher, hour(7)), { ...input, version: (await sectionNow(input.id)).version });
    await gather(hour(7));
    expect(await sendDueMail(db, hour(7))).toBe(1);
    expect((await outbox(cast.reviewer.id)).map(({ sentAt }) => sentAt !== null).toSorted()).toEqual([false, true]);
  });

  it("goes when its person wants it: at once, at her hour, not of a study that she left out, or never", async () => {
    await givenInReview(cast, scene);
    await wants(cast.reviewer.id, "daily");
    await gather();
    expect(await sendDueMail(db, hour(5))).toBe(0);
    await wants(cast.reviewer.id, "instant", [cast.assessment.id]);
    expect((await outbox(cast.reviewer.id)).every(({ droppedAt }) => droppedAt !== null)).toBe(true);
    await rawWriter().mailOutbox.deleteMany({ where: { at: { gt: hour(2) } } });
    await wants(cast.reviewer.id, "daily");
    await gather();
    const [row] = await outbox(cast.reviewer.id);
    expect(row?.dueAt.toISOString()).toBe("2026-09-02T06:00:00.000Z");
    expect(await sendDueMail(db, row?.dueAt ?? hour(0))).toBe(1);
  });

  it("does not tell anyone of what she did herself, nor who left or whose account is closed", async () => {
    const { assessment, lead } = cast;
    const after = await headOf(db, assessment.id);
    const { id, version } = await sectionNow(scene.section("5"));
    const people = { writerIds: [lead.id], reviewerIds: [cast.reviewer.id] };
    await assignSection(as(lead, hour(3)), { assessmentId: assessment.id, id, version, ...people });
    await gather(hour(3), after);
    expect(await outbox(lead.id)).toMatchObject([{ droppedAt: hour(3), key: expect.stringContaining("write 5") as string }]);
    await rawWriter().mailOutbox.deleteMany({ where: { at: { gt: hour(2) } } });
    await givenInReview(cast, scene);
    expect(await gather(hour(5), after)).toBe(2);
    await rawWriter().user.update({ where: { id: cast.reviewer.id }, data: { deactivatedAt: hour(5) } });
    expect(await sendDueMail(db, hour(6))).toBe(1);
    expect(addressees()).toEqual([lead.email]);
    await rawWriter().user.update({ where: { id: cast.reviewer.id }, data: { deactivatedAt: null } });
    await rawWriter().member.updateMany({ where: { userId: cast.reviewer.id }, data: { removedAt: hour(5) } });
    await rawWriter().mailOutbox.deleteMany({ where: { at: { gt: hour(2) } } });
    await gather(hour(6));
    expect(await outbox(cast.reviewer.id)).toEqual([]);
  });

  it("is tried again, so often as one that is refused, when what it is to say can't be read", async () => {
    await givenInReview(cast, scene);
    await gather();
    const failOnce = () =>
      vi.spyOn(currentDatabase().reader.personalSetting, "findMany").mockRejectedValueOnce(new Error("the database is away"));
    failOnce();
    expect(await sendDueMail(db, hour(5))).toBe(0);
    expect(await outbox(cast.reviewer.id)).toMatchObject([{ tries: 1, droppedAt: null, dueAt: new Date(hour(5).getTime() + 5 * 60_000) }]);
    expect([await sendDueMail(db, hour(6)), await sendDueMail(db, hour(7))]).toEqual([1, 0]);
    await rawWriter().mailOutbox.updateMany({ where: { sentAt: { not: null } }, data: { sentAt: null, tries: 5 } });
    failOnce();
    expect([await sendDueMail(db, hour(8)), await sendDueMail(db, hour(90))]).toEqual([0, 0]);
  });

  it("goes to who acted too, once somebody else did, in this process or in another", async () => {
    const post = newPost();
    await catchUpMail(post, hour(2));
    await givenInReview(cast, scene); // of which this process does not hear
    const forget = afterCommit((committed) => noteCommitted(post, committed));
    await comment(cast.reviewer, hour(5), "5");
    forget();
    await postRound(post, hour(5));
    expect(addressees()).toEqual([cast.researcher.email, cast.reviewer.email]);
  });

  it("tells once of each comment and each suggestion, whichever of them is settled first", async () => {
    const noor = cast.researcher;
    const block = await givenBlock(cast, scene.section("3.1"));
    await mailsTo(noor, hour(3));
    const first = await comment(cast.reviewer, hour(3.1), "3.1");
    await comment(cast.reviewer, hour(3.2), "3.1");
    expect(await mailsTo(noor, hour(4))).toBe(1);
    const third = await comment(cast.lead, hour(4.1), "3.1");
    expect(await mailsTo(noor, hour(5))).toBe(1);
    for (const { id } of [third, first]) {
      await comment(noor, hour(5.1), "3.1", id);
      expect(await mailsTo(noor, hour(6))).toBe(0);
    }
    for (const at of [hour(7), hour(8)]) {
      const words = { text: { text: `Kranen werken tot ${at.toISOString()}.` }, reason: "Korter." };
      await makeSuggestion(as(cast.reviewer, at), { assessmentId: cast.assessment.id, blockId: block.id, version: 1, ...words });
      expect([await mailsTo(noor, at), await mailsTo(noor, at)]).toEqual([1, 0]);
    }
  });

  it("tells a signer each time that a section becomes stale, and once while it is", async () => {
    await givenInReview(cast, scene);
    await sign(cast, scene.section("3.1"));
    const { text } = await db.excerpt.findUniqueOrThrow({ where: { id: scene.excerpt } });
    const counts: number[] = [];
    for (const [n, words] of ["Eén.", "Twee.", text ?? "", "Eén."].entries()) {
      const excerpt = { id: scene.excerpt, version: n + 1, form: "quoted", text: words, language: "nl", place: "p. 1" } as const;
      await changeExcerpt(as(cast.secondResearcher, hour(6 + n)), { assessmentId: cast.assessment.id, ...excerpt });
      counts.push(await mailsTo(cast.reviewer, hour(6 + n)));
    }
    expect(counts).toEqual([1, 0, 0, 1]);
  });

  it("is offered again later when the mail server refuses it, and not when nobody knows whether it went", async () => {
    await givenInReview(cast, scene);
    await gather();
    takes = "refuses";
    expect(await sendDueMail(db, hour(5))).toBe(0);
    expect(await sendDueMail(db, hour(5))).toBe(0);
    const [row] = await outbox(cast.reviewer.id);
    expect(row).toMatchObject({ tries: 1, droppedAt: null, dueAt: new Date(hour(5).getTime() + 5 * 60_000) });
    takes = "hangs up";
    expect(await sendDueMail(db, hour(6))).toBe(0);
    takes = "all";
    expect(await sendDueMail(db, hour(30))).toBe(0);
    expect(received).toHaveLength(1);
  });

  it("is gathered after each commit and at a start; without a mail server nothing is kept for later", async () => {
    const post = newPost();
    const forget = afterCommit((committed) => noteCommitted(post, committed));
    await givenInReview(cast, scene);
    forget();
    await postRound(post, hour(5));
    expect(addressees()).toEqual([cast.reviewer.email]);
    await rawWriter().mailOutbox.deleteMany({});
    await catchUpMail(newPost(), hour(6));
    expect(await sendDueMail(db, hour(6))).toBe(0);
    await rawWriter().mailOutbox.updateMany({ data: { droppedAt: null } });
    await dropWaitingMail(hour(7));
    expect(await sendDueMail(db, hour(8))).toBe(0);
  });
});

describe("switching it off", () => {
  const token = (id: string) => mailOffAddress(id).split("/").at(-1) ?? "";
  const when = async (id: string) => (await db.personalSetting.findUnique({ where: { userId_key: { userId: id, key: "mail" } } }))?.value;

  it("takes one post of the signed address and no session; a look at it changes nothing, and a forged one is not found", async () => {
    const path = { token: token(cast.reviewer.id) };
    expect((await ask(offLoader, asked("/mail/off/x"), path)).data).toEqual({ off: false });
    expect(await when(cast.reviewer.id)).toBe("instant 8");
    const forged = { token: path.token.replace(/^[^.]+/u, token(cast.lead.id).split(".")[0] ?? "") };
    for (const handler of [offLoader, offAction]) expect((await ask(handler, asked("/mail/off/x", { form: {} }), forged)).status).toBe(404);
    await ask(offAction, asked("/mail/off/x", { form: { "List-Unsubscribe": "One-Click" } }), path);
    expect([await when(cast.reviewer.id), await when(cast.lead.id)]).toEqual(["off 8", "instant 8"]);
  });

  it("can be chosen on the account page, as the hour and the studies left out can", async () => {
    const form = { intent: "mail", when: "daily", hour: "17", muted: [cast.assessment.id] };
    expect(await ask(accountAction, await signedIn(cast.reviewer.id, "/account", { form }))).toMatchObject({ status: 302 });
    const { data } = await ask(accountLoader, await signedIn(cast.reviewer.id, "/account"));
    expect(data).toMatchObject({ mail: { setUp: true, when: "daily", hour: 17, studies: [{ id: cast.assessment.id, muted: true }] } });
    const wrong = { intent: "mail", when: "daily", hour: "25" };
    expect(await ask(accountAction, await signedIn(cast.reviewer.id, "/account", { form: wrong }))).toMatchObject({ status: 422 });
  });
});

// Only a PostgreSQL is shared by processes.
if (dialect === "postgresql")
  describe("two processes", () => {
    it("never send the same mail", async () => {
      const sectionId = scene.section("3"); // whose writers write 3.1 too
      const people = Array.from({ length: 3 }, (_, n) => ({ id: newId(hour(2)), email: `writer${n}@example.org` }));
      for (const { id, email } of people) {
        const account = {
          name: "Schrijver",
          language: "nl",
          administrator: false,
          mayStart: false,
          demo: false,
          createdAt: hour(2),
          version: 1,
        };
        await rawWriter().user.create({ data: { id, email, emailFolded: email, ...account } });
        await rawWriter().member.create({
          data: { id: newId(hour(2)), assessmentId: cast.assessment.id, userId: id, role: "researcher", addedAt: hour(2), version: 1 },
        });
        await rawWriter().sectionAssignment.create({
          data: { id: newId(hour(2)), assessmentId: cast.assessment.id, sectionId, userId: id, part: "write" },
        });
        await wants(id, "instant");
      }
      await givenBlock(cast, scene.section("3.1")); // an event after the rows that were made by hand
      expect(await gather()).toBeGreaterThanOrEqual(3);
      const env = {
        ...process.env,
        DATABASE_URL: database.current.url,
        GRONDSLAG_DATA_DIR: database.current.dataDir,
        GRONDSLAG_SMTP_URL: settings().smtpUrl ?? "",
        MAIL_AT: hour(6).toISOString(),
      };
      const other = await started(env);
      // Both have read what is due before either can claim it: the rows are held until both wait for them.
      const held = new pg.Client({ connectionString: database.current.url });
      await held.connect();
      await held.query(`BEGIN; SELECT "id" FROM "MailOutbox" FOR UPDATE`);
      const both = Promise.all([sendDueMail(db, hour(6)), other.run()]);
      const waiting = () => rawWriter().$queryRaw<unknown[]>`
        SELECT 1 AS "one" FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
      await vi.waitFor(async () => expect(await waiting()).toHaveLength(2), 60_000);
      await held.query("COMMIT");
      await held.end();
      const [here, there] = await both;
      expect(here + there).toBe(received.length);
      expect(addressees()).toEqual([...new Set(addressees())]);
      expect(addressees()).toEqual(expect.arrayContaining(people.map(({ email }) => email)));
    }, 120_000);
  });

/** A process that is ready to send what is due, and does so when it is told; says how many mails it sent. */
async function started(env: NodeJS.ProcessEnv) {
  const file = new URL("../support/send-mail.ts", import.meta.url).pathname;
  const child = spawn(process.execPath, ["--import", "tsx", file], { env, stdio: ["pipe", "pipe", "inherit"] });
  let out = "";
  child.stdout.on("data", (piece) => (out += String(piece)));
  const ended = new Promise((resolve) => child.once("exit", resolve));
  await vi.waitFor(() => expect(out).toContain("ready"), 60_000);
  return {
    run: async () => {
      child.stdin.write("go\n");
      await ended;
      return Number(/sent (\d+)/u.exec(out)?.[1]);
    },
  };
}
