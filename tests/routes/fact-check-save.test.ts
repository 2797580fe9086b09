import { createElement } from "react";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { dayAfter, dayAt } from "~/domain/day";
import type { RecordRefused } from "~/features/fact-check/act-on-record.server";
import { makeLink } from "~/features/fact-check/make-link.server";
import type { RecordPage } from "~/features/fact-check/record-page";
import { RecordSteps } from "~/features/fact-check/record-steps";
import { saveReplies } from "~/features/fact-check/save-replies.server";
import { sendIn } from "~/features/fact-check/send-in.server";
import { recordAnswer } from "~/features/interviews/record-answer.server";
import { withdrawAnswer } from "~/features/interviews/withdraw-answer.server";
import { db } from "~/platform/db.server";
import { closeContext, openContext, requestIdHeader } from "~/platform/request-context.server";
import { as, type Cast, loadCast } from "../cast";
import { useDatabase } from "../support/database";
import { givenRecord, interviewee, reply } from "../support/fact-check-scene";
import { givenProtocol } from "../support/interview-scene";
import { ask, asked } from "../support/request";
import { renderOnServer } from "../ui/render";
import { loader as take } from "../../app/routes/f.$token";
import { action, loader, shouldRevalidate } from "../../app/routes/fact-check";

useDatabase();
let cast: Cast;
let scene: Awaited<ReturnType<typeof givenRecord>>;
let link: { linkId: string; assessmentId: string; participantId: string };
let cookie: string;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
});
beforeEach(async () => {
  scene = await givenRecord(cast);
  const { participantId } = scene;
  const here = { assessmentId: cast.assessment.id, participantId };
  const made = await makeLink(as(cast.researcher, now()), { ...here, language: "en", until: dayAfter(dayAt(now()), 30) });
  link = { ...here, linkId: made.id };
  const { headers } = await request(take, `/f/${made.token}`, undefined, { token: made.token });
  cookie = headers.getSetCookie().find((one) => one.startsWith("link=")) ?? "";
  // She has sent in, so the record can be changed while she looks at it again.
  await saveReplies(interviewee(link, now()), { ...link, version: 1, replies: [await said("gq2:why")], remarks: "" });
  await sendIn(interviewee(link, now()), { ...link, version: 2 });
});

const now = () => new Date();
const said = (key: keyof typeof scene.answers) => reply(scene.answers[key], "confirmed");
async function request(handler: Parameters<typeof ask>[0], path: string, form?: Record<string, string>, params = {}) {
  const id = crypto.randomUUID();
  openContext(id, "10.30.0.1");
  const headers = { [requestIdHeader]: id, ...(cookie && { cookie: cookie.split(";")[0] ?? "" }) };
  const answer = await ask(handler, asked(path, { headers, ...(form && { form }) }), params);
  closeContext(id);
  return answer;
}
const shown = async () => (await request(loader, "/fact-check")).data as RecordPage; // what the loader of the page gives
const post = (form: Record<string, string>) => request(action, "/fact-check", form);
/** What stands on her page, with a verdict for each answer. */
function formOf(page: RecordPage, text = "The quiet.") {
  const [first, second, third] = page.record.answers;
  if (!first || !second || !third) throw new Error("three answers are on the page");
  const seen = Object.fromEntries(page.record.answers.map(({ id, digest }) => [`seen.${id}`, digest]));
  const own = { [`verdict.${first.id}`]: "confirmed", [`verdict.${second.id}`]: "corrected", [`text.${second.id}`]: text };
  return { intent: "save", version: String(page.version), remarks: "Two things.", ...seen, ...own };
}
const refusedOf = ({ data }: { data: unknown }) => (data as { refused: RecordRefused }).refused; // the answer of the action to what it refuses
const rewrite = () =>
  recordAnswer(as(cast.researcher, now()), {
    ...{ assessmentId: cast.assessment.id, interviewId: scene.id, question: "gq1", part: "", version: 1 },
    ...{ state: "answered", reason: null, value: null, record: "Leidde de vereniging.", timeMark: null, attribution: null, givenBy: [] },
  } as const);

describe("a save of an interviewee that could not be kept whole", () => {
  it("tells the version of what was kept, and what was typed, so that saving again keeps the rest", async () => {
    const form = formOf(await shown());
    await rewrite();
    const answer = await post(form);
    const refused = refusedOf(answer);
    expect(answer.status).toBe(409);
    expect(refused).toMatchObject({ version: 4, conflict: false, overtaken: [scene.answers.gq1] });
    expect(refused.values).toMatchObject({ [`text.${scene.answers["gq2:which"]}`]: ["The quiet."], remarks: ["Two things."] });
    const page = await shown();
    expect(page.version).toBe(4);
    const html = await renderOnServer(createElement(RecordSteps, { page, refused, step: "" }), "en", "/fact-check");
    expect(html).toContain('name="version" value="4"');
    expect(html).toContain(`name="seen.${scene.answers.gq1}" value="${page.record.answers[0]?.digest}"`);
    for (const typed of ["The quiet.", "Two things.", "The record was changed while this page was open"]) expect(html).toContain(typed);
    expect(await post(formOf(page))).toMatchObject({ status: 302, location: "/fact-check" });
    const kept = await db.factCheckReply.findMany({
      where: { linkId: link.linkId, answerId: { not: scene.answers["gq2:why"] } },
      orderBy: { verdict: "asc" },
    });
    expect(kept.map(({ verdict, recordDigest, text }) => [verdict, recordDigest, text])).toEqual([
      ["confirmed", page.record.answers[0]?.digest, ""],
      ["corrected", page.record.answers[1]?.digest, "The quiet."],
    ]);
  });

  it("tells the version of what was saved elsewhere, and each record that is another now", async () => {
    const form = formOf(await shown());
    await rewrite();
    const replies = [await reply(scene.answers["gq2:why"], "corrected", "Nobody dares.")];
    await saveReplies(interviewee(link, now()), { ...link, version: 3, replies, remarks: "" });
    const answer = await post(form);
    expect(answer.status).toBe(409);
    expect(refusedOf(answer)).toMatchObject({ version: 4, conflict: true, overtaken: [scene.answers.gq1] });
    expect(refusedOf(answer).values).toMatchObject({ remarks: ["Two things."] });
    expect((await post(formOf(await shown()))).status).toBe(302);
  });

  it("tells the version too where she was about to send", async () => {
    const { version } = await shown();
    await saveReplies(interviewee(link, now()), { ...link, version, replies: [await said("gq1")], remarks: "" });
    const answer = await post({ intent: "send", version: String(version) });
    expect([answer.status, refusedOf(answer).version]).toEqual([409, version + 1]);
  });

  it("lets go what she said of an answer that was withdrawn meanwhile, and keeps the rest", async () => {
    const form = formOf(await shown());
    const taken = { assessmentId: cast.assessment.id, answerId: scene.answers["gq2:which"], version: 1, reason: "Op verzoek." };
    await withdrawAnswer(as(cast.researcher, now()), taken);
    expect(await post({ ...form, [`verdict.${scene.answers["gq2:why"]}`]: "confirmed" })).toMatchObject({ status: 302 });
    const fresh = formOf(await shown());
    const gone = scene.answers["gq2:which"];
    const without = Object.fromEntries(Object.entries(fresh).filter(([name]) => !name.endsWith(gone))); // as the page is made now
    expect(await post({ ...without, remarks: "Three things." })).toMatchObject({ status: 302 });
    const kept = await db.factCheckReply.findMany({ where: { linkId: link.linkId } });
    expect(new Set(kept.map(({ answerId }) => answerId))).toEqual(new Set([scene.answers.gq1, scene.answers["gq2:why"]]));
  });
});

it("has the page read again after an act that was refused, so that it holds what stands now", () => {
  const url = new URL("http://localhost:3000/fact-check");
  const args = { currentUrl: url, nextUrl: url, currentParams: {}, nextParams: {}, defaultShouldRevalidate: false };
  expect(shouldRevalidate({ ...args, formMethod: "POST" })).toBe(true);
  expect(shouldRevalidate(args)).toBe(false);
});
