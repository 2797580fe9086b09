import type { AddressInfo } from "node:net";
import { simpleParser, type ParsedMail } from "mailparser";
import { SMTPServer } from "smtp-server";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { db } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { digestOf } from "~/platform/token.server";
import { type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenRecord } from "../support/fact-check-scene";
import { canary, givenProtocol } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { action, loader } from "../../app/routes/assessments.$slug.interviews.$code.fact-check";

useDatabase();
let cast: Cast;
let scene: Awaited<ReturnType<typeof givenRecord>>;
let refusing = false;
const received: { to: string[]; mail: ParsedMail }[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ["STARTTLS"],
  onData(stream, session, done) {
    simpleParser(stream).then(
      (mail) => {
        if (refusing) return done(new Error("no room"));
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail });
        done();
      },
      (error: unknown) => done(error instanceof Error ? error : new Error("unread")),
    );
  },
});

beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  settings().smtpUrl = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});
afterAll(async () => {
  settings().smtpUrl = null;
  await new Promise<void>((closed) => server.close(closed));
});
beforeEach(async () => {
  refusing = false;
  received.length = 0;
  scene = await givenRecord(cast);
});

const path = () => `/assessments/${cast.assessment.slug}/interviews/${scene.code}/fact-check`;
const params = () => ({ slug: cast.assessment.slug, code: scene.code });
const form = () => ({ intent: "make-link", participantId: scene.participantId, language: "nl", until: "31-12-2098", send: "mail" });
const send = async (who = cast.researcher) => ask(action, await signedIn(who.id, path(), { form: form() }), params());

it("goes to the interviewee by mail, with the link and nothing of the answers, and that is noted", async () => {
  const { status, data } = await send();
  expect([status, data]).toMatchObject([200, { made: { mailed: "sent" } }]);
  const [sent] = received;
  expect(sent?.to).toEqual([canary.contact]);
  expect(sent?.mail.subject).toBe("Controleer het verslag van het gesprek");
  const text = sent?.mail.text ?? "";
  const token = /\/f\/([\w-]{43})/u.exec(text)?.[1] ?? "";
  const link = await db.factCheckLink.findUniqueOrThrow({ where: { tokenDigest: digestOf(token) } });
  expect(link.mailedAt).not.toBeNull();
  expect(text).toContain("31 december 2098");
  expect(text).toContain(cast.researcher.email);
  for (const secret of [canary.name, canary.role, "Leidt de vereniging"]) expect(text).not.toContain(secret);
  const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id } });
  expect(details.map(({ body }) => body).join()).not.toContain(canary.contact);
});

it("says so when the mail was not taken, with the text to copy, and the link is there", async () => {
  refusing = true;
  const { status, data } = await send();
  expect(status).toBe(200);
  const { made } = data as { made: { mailed: string; address: string; text: string } };
  expect(made.mailed).toBe("failed");
  expect(made.text).toContain(made.address);
  const link = await db.factCheckLink.findFirstOrThrow({ where: { participantId: scene.participantId } });
  expect(link).toMatchObject({ mailedAt: null, revokedAt: null });
});

it("shows the mail address to those who may read it alone", async () => {
  const seen = async (who: { id: string }) => JSON.stringify((await ask(loader, await signedIn(who.id, path()), params())).data);
  expect(await seen(cast.researcher)).toContain(canary.contact);
  expect(await seen(cast.secondResearcher)).not.toContain(canary.contact);
  expect(await seen(cast.reviewer)).not.toContain(canary.contact);
});
