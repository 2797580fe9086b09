import { beforeEach, describe, expect, it } from "vitest";
import { dayAt } from "~/domain/day";
import { listSections } from "~/features/sections/list-sections.server";
import { linkEvidence } from "~/features/sections/link-evidence.server";
import { loadEdit } from "~/features/sections/load-edit.server";
import { loadOverview } from "~/features/overview/queries.server";
import { loadReview } from "~/features/sections/load-review.server";
import { loadSection } from "~/features/sections/load-section.server";
import { setConfidence } from "~/features/sections/set-confidence.server";
import { listStatements } from "~/features/statements/list-statements.server";
import { loadStatement } from "~/features/statements/load-statement.server";
import type { Role } from "~/domain/permissions";
import type { AssessmentRow } from "~/platform/assessment.server";
import { db, type Db } from "~/platform/db.server";
import type { Viewer } from "~/platform/guard.server";
import * as editRoute from "~/routes/assessments.$slug.sections.$code.edit";
import { findParkedFormIfAny } from "~/platform/parked-form.server";
import * as signInRoute from "~/routes/sign-in";
import * as reviewRoute from "~/routes/assessments.$slug.sections.$code.review";
import { listSources } from "~/features/sources/list-sources.server";
import { loadWork } from "~/features/work/load-work.server";
import { listEvents } from "~/platform/trail.server";
import { as, type Cast, loadCast, type Person } from "../cast";
import { queriesOf } from "../support/counting-db";
import { useDatabase } from "../support/database";
import { eventsOf } from "../support/events";
import { hour } from "../support/interview-scene";
import { ask, asked, sessionOf, signedIn } from "../support/request";
import { givenBlock, givenInReview, givenSections, password, sign, type SectionScene } from "../support/section-scene";

useDatabase("per test");
let cast: Cast;
let scene: SectionScene;
let assessmentId: string;
beforeEach(async () => {
  cast = await loadCast();
  scene = await givenSections(cast);
  assessmentId = cast.assessment.id;
});

type Handler = Parameters<typeof ask>[0];
type Form = Record<string, string | string[]>;
const post = async (who: Person, action: Handler, path: string, form: Form, headers: Record<string, string> = {}) =>
  ask(action, await signedIn(who.id, `/assessments/cast-study/sections/${path}`, { form, headers }), {
    slug: "cast-study",
    code: path.split("/")[0] ?? "",
  });
const get = async (who: Person, loader: Handler, path: string) =>
  ask(loader, await signedIn(who.id, `/assessments/cast-study/sections/${path}`), { slug: "cast-study", code: path.split("/")[0] ?? "" });

describe("writing a block", () => {
  const form = (id: string, more: Form = {}) => ({ intent: "block", id, version: "1", text: "Kranen werken vier jaar.", ...more });

  it("leads back to it without script, and answers version and time to a form that saves by itself", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const plain = await post(cast.researcher, editRoute.action, "3.1/edit", form(block.id, { act: "save" }));
    expect(plain).toMatchObject({ status: 302, location: `/assessments/cast-study/sections/3.1/edit#block-${block.id}` });
    const saved = await post(
      cast.researcher,
      editRoute.action,
      "3.1/edit",
      form(block.id, { version: "2", text: "Kranen werken vijf jaar." }),
      { "x-autosave": "1" },
    );
    expect(saved).toMatchObject({ status: 200, data: { saved: { version: 3 } } });
  });
  it("answers a stale version with theirs, mine and where both started, and nothing is lost", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    await post(cast.lead, editRoute.action, "3.1/edit", form(block.id, { text: "Van de leider." }));
    const answer = await post(cast.researcher, editRoute.action, "3.1/edit", form(block.id, { text: "Van de schrijver." }));
    expect(answer).toMatchObject({
      status: 409,
      data: {
        conflict: {
          label: "F1",
          theirs: { version: 2, by: cast.lead.name },
          base: { version: 1 },
          places: [{ theirs: "Van de leider.", mine: "Van de schrijver.", base: "Kranen werken drie jaar.", chosen: undefined }],
          wrong: [],
        },
      },
    });
  });
  it("merges what does not touch, and leads back to a page that tells whose words came", async () => {
    const block = await givenBlock(cast, scene.section("3.1"), { text: { text: "Kranen werken in de regel drie jaar." } });
    await post(cast.lead, editRoute.action, "3.1/edit", form(block.id, { text: "Kranen in Mali werken in de regel drie jaar." }));
    const mine = form(block.id, { text: "Kranen werken in de regel vier jaar." });
    const plain = await post(cast.researcher, editRoute.action, "3.1/edit", mine);
    const query = `merged=${block.id}+1+3`;
    expect(plain).toMatchObject({ status: 302, location: `/assessments/cast-study/sections/3.1/edit?${query}#block-${block.id}` });
    const page = await get(cast.researcher, editRoute.loader, `3.1/edit?${query}`);
    expect(page.data).toMatchObject({ merged: { by: [cast.lead.name], taken: [{ after: "in Mali " }] } });
    const again = form(block.id, { text: "Kranen werken in de regel drie lange jaren." });
    await post(
      cast.lead,
      editRoute.action,
      "3.1/edit",
      form(block.id, { version: "3", text: "Alle kranen in Mali werken in de regel vier jaar." }),
    );
    const saved = await post(
      cast.researcher,
      editRoute.action,
      "3.1/edit",
      { ...again, version: "3", text: "Kranen in Mali werken in de regel vier hele jaren." },
      { "x-autosave": "1" },
    );
    expect(saved).toMatchObject({ status: 200, data: { saved: { version: 5, merged: { by: [cast.lead.name] } } } });
    expect(JSON.stringify(saved.data)).toContain("Alle kranen in Mali werken in de regel vier hele jaren.");
  });
  it("saves what was chosen at each place, and asks again where nothing was", async () => {
    const block = await givenBlock(cast, scene.section("3.1"), { text: { text: "Kranen werken in de regel drie jaar." } });
    await post(cast.lead, editRoute.action, "3.1/edit", form(block.id, { text: "Kranen werken in de regel twee jaar." }));
    const { data } = await post(
      cast.researcher,
      editRoute.action,
      "3.1/edit",
      form(block.id, { text: "Kranen in Mali werken in de regel vier jaar." }),
    );
    const { hidden, places, theirs } = (data as { conflict: { hidden: Form; places: object[]; theirs: { version: number } } }).conflict;
    expect(places).toHaveLength(1);
    const choose = { ...hidden, version: String(theirs.version), own: "zes" };
    expect(await post(cast.researcher, editRoute.action, "3.1/edit", choose)).toMatchObject({
      status: 422,
      data: { conflict: { wrong: [0], places: [{ own: "zes" }] } },
    });
    const done = await post(cast.researcher, editRoute.action, "3.1/edit", { ...choose, "choice-0": "own" });
    expect(done).toMatchObject({ status: 302 });
    const { document } = await db.block.findUniqueOrThrow({ where: { id: block.id } });
    expect(document).toContain("Kranen in Mali werken in de regel zes jaar.");
    const event = await db.event.findFirstOrThrow({ where: { action: "block.save" }, orderBy: { seq: "desc" } });
    const detail = await db.eventDetail.findFirstOrThrow({ where: { chain: event.chain, seq: event.seq, part: "change" } });
    expect(JSON.parse(detail.body)).toMatchObject({ mergedWith: [cast.lead.name] });
    // A third version that was saved meanwhile is taken in, or asked for.
    expect(await post(cast.researcher, editRoute.action, "3.1/edit", { ...choose, "choice-0": "mine" })).toMatchObject({
      status: 409,
      data: { conflict: { theirs: { version: 3 } } },
    });
  });
  it("takes the same words sent twice for one saving", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const sent = form(block.id);
    await post(cast.researcher, editRoute.action, "3.1/edit", sent, { "x-autosave": "1" });
    expect(await post(cast.researcher, editRoute.action, "3.1/edit", sent)).toMatchObject({ status: 302 });
    expect(await db.version.count({ where: { kind: "block", recordId: block.id } })).toBe(2);
  });
  it("saves what was typed before it moves or removes", async () => {
    const first = await givenBlock(cast, scene.section("3.1"));
    const second = await givenBlock(cast, scene.section("3.1"));
    expect(await post(cast.researcher, editRoute.action, "3.1/edit", form(second.id, { act: "up" }))).toMatchObject({ status: 302 });
    const rows = await db.block.findMany({ where: { id: { in: [first.id, second.id] } } });
    expect(rows.toSorted((one, other) => (one.sort < other.sort ? -1 : 1)).map(({ id }) => id)).toEqual([second.id, first.id]);
    expect(rows.find(({ id }) => id === second.id)?.document).toContain("vier jaar");
  });
  it("refuses a field that it does not know", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    expect(await post(cast.researcher, editRoute.action, "3.1/edit", form(block.id, { state: "signed-off" }))).toMatchObject({
      status: 422,
    });
  });
});

describe("weighing a statement that another weighed meanwhile", () => {
  const none = { level: null, reason: "", components: {}, contradiction: "" };
  const byLead = (blockId: string, said: object) => setConfidence(as(cast.lead), { assessmentId, blockId, version: 1, ...none, ...said });
  const autosave = (code: string, id: string, more: Form) =>
    post(
      cast.researcher,
      editRoute.action,
      `${code}/edit`,
      { intent: "block", id, version: "1", text: "Kranen werken drie jaar.", weighed: "yes", ...more },
      { "x-autosave": "1" },
    );
  const stored = (blockId: string) => db.statement.findUniqueOrThrow({ where: { blockId } });

  it("leaves theirs where the form did not touch it, also one version on, and refuses where both did", async () => {
    const { id } = await givenBlock(cast, scene.section("3.1"));
    await byLead(id, { level: "high", reason: "Twee bronnen." });
    expect(await autosave("3.1", id, {})).toMatchObject({ status: 200, data: { saved: { version: 2 } } });
    expect(await stored(id)).toMatchObject({ confidence: "high", confidenceReason: "Twee bronnen." });
    const both = await autosave("3.1", id, { level: "low" });
    expect(both).toMatchObject({ status: 422, data: { refused: { message: "weighed-meanwhile" } } });
    expect(await stored(id)).toMatchObject({ confidence: "high" });
  });
  it("takes what she saved herself for her own, also where the answer to it never came", async () => {
    const { id } = await givenBlock(cast, scene.section("3.1"));
    const text = "Kranen werken vier jaar.";
    expect(await autosave("3.1", id, { text, level: "low" })).toMatchObject({ status: 200, data: { saved: { version: 3 } } });
    expect(await autosave("3.1", id, { text, level: "high" })).toMatchObject({ status: 200, data: { saved: { version: 4 } } });
    expect(await stored(id)).toMatchObject({ confidence: "high" });
  });
  it("does the same with who should act on a recommendation", async () => {
    const text = { text: "Kranen werken drie jaar." };
    const recommendation = () => givenBlock(cast, scene.section("5"), { kind: "recommendation", text });
    const addressed = (to: string) => ({ addressedIn: ["nl"], addressedTo: [to] });
    const { id } = await recommendation();
    await byLead(id, { addressedTo: { nl: "Het ministerie" } });
    expect(await autosave("5", id, addressed(""))).toMatchObject({ status: 200 });
    expect(await stored(id)).toMatchObject({ addressedTo: '{"nl":"Het ministerie"}' });
    const other = await recommendation();
    await byLead(other.id, { contradiction: "Gemeten na vier jaar." });
    expect(await autosave("5", other.id, addressed("De gemeente"))).toMatchObject({ status: 422 });
    expect(await autosave("5", other.id, {})).toMatchObject({ status: 200 });
    expect(await stored(other.id)).toMatchObject({ contradictionAnswer: "Gemeten na vier jaar.", addressedTo: "" });
  });
});

describe("the evidence panel", () => {
  it("finds by words, marks what is cited, and never shows a blind judgement", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const found = await get(cast.researcher, editRoute.loader, `3.1/edit?cite=${block.code}&q=kranen`);
    expect(found.data).toMatchObject({
      panel: { label: "F1", found: [{ code: "S01:1", linkedHere: null, allowed: ["supports", "contradicts", "context"] }] },
    });
    await post(cast.researcher, editRoute.action, `3.1/edit?cite=${block.code}&q=kranen`, {
      intent: "cite",
      blockId: block.id,
      toKind: "excerpt",
      toId: scene.excerpt,
      kind: "supports",
    });
    const again = await get(cast.researcher, editRoute.loader, `3.1/edit?cite=${block.code}&q=kranen`);
    expect(again.data).toMatchObject({ panel: { found: [{ code: "S01:1", linkedHere: "supports", citedIn: ["F1"] }] } });
    for (const words of ["Kwetsbaar", "O1:K1", ""]) {
      expect(JSON.stringify((await get(cast.researcher, editRoute.loader, `3.1/edit?cite=F1&q=${words}`)).data)).not.toContain(
        "Kwetsbaar oordeel",
      );
    }
  });
  it("says why something can't be cited", async () => {
    const block = await givenBlock(cast, scene.section("3.1"));
    const cite = { intent: "cite", blockId: block.id, toKind: "excerpt", toId: scene.archivedExcerpt, kind: "supports" };
    expect(await post(cast.researcher, editRoute.action, "3.1/edit", cite)).toMatchObject({
      status: 422,
      data: { refused: { message: "archived", code: "S01:3", id: block.id } },
    });
  });
});

describe("signing off", () => {
  it("keeps the form after a wrong password, without it", async () => {
    await givenInReview(cast, scene);
    const { data } = await get(cast.reviewer, reviewRoute.loader, "3.1/review");
    const { head, binds } = data as Awaited<ReturnType<typeof loadReview>>;
    const form = {
      intent: "sign-off",
      version: String(head.version),
      content: binds.content,
      evidence: binds.evidence,
      languages: ["nl", "en"],
      remarks: "Helder.",
    };
    const refused = await post(cast.reviewer, reviewRoute.action, "3.1/review", { ...form, password: "geraden" });
    expect(refused).toMatchObject({ status: 403, data: { fields: { password: ["password-wrong"] }, values: { remarks: ["Helder."] } } });
    expect(JSON.stringify(refused.data)).not.toContain("geraden");
    expect(await post(cast.reviewer, reviewRoute.action, "3.1/review", { ...form, password })).toMatchObject({ status: 302 });
    expect(await db.signOff.count()).toBe(1);
  });

  describe("with wrong passwords", () => {
    const url = "/assessments/cast-study/sections/3.1/review?decide=sign-off";
    const params = { slug: "cast-study", code: "3.1" };
    const remarks = "Helder.";
    const inOneSession = async () => {
      await givenInReview(cast, scene);
      const cookie = await sessionOf(cast.reviewer.id);
      const { data } = await ask(reviewRoute.loader, asked(url, { headers: { cookie } }), params);
      const { head, binds } = data as Awaited<ReturnType<typeof loadReview>>;
      const { content, evidence } = binds;
      const form = { intent: "sign-off", version: String(head.version), content, evidence, languages: ["nl", "en"], remarks };
      return (given: string) => ask(reviewRoute.action, asked(url, { form: { ...form, password: given }, headers: { cookie } }), params);
    };

    it("ends the session at the fifth in a row with one event, and the form waits behind the sign-in page", async () => {
      const attempt = await inOneSession();
      const before = await eventsOf("installation");
      for (let count = 0; count < 4; count += 1) expect((await attempt("geraden")).status).toBe(403);
      const ended = await attempt("geraden");
      expect([ended.status, ended.headers.get("set-cookie")]).toEqual([302, "grondslag=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"]);
      expect(await eventsOf("installation")).toEqual([...before, { action: "session.end-wrong-password", byId: cast.reviewer.id }]);
      expect(await db.session.count({ where: { userId: cast.reviewer.id } })).toBe(0);
      expect((await attempt(password)).location).toContain("/sign-in");
      expect(await db.signOff.count()).toBe(0);

      const shown = await ask(signInRoute.loader, asked(ended.location ?? ""));
      expect(shown.data).toMatchObject({ ended: true, parked: true });
      const to = new URL((shown.data as { to: string }).to, "http://localhost:3000");
      expect(to.searchParams.get("decide")).toBe("sign-off");
      const parked = await findParkedFormIfAny(to.searchParams.get("parked") ?? "", cast.reviewer.id, to.pathname, new Date());
      expect(parked).toMatchObject({ intent: ["sign-off"], remarks: [remarks] });
      expect(JSON.stringify(parked)).not.toContain("geraden");
    });

    it("counts anew after a right one", async () => {
      const attempt = await inOneSession();
      for (let count = 0; count < 4; count += 1) expect((await attempt("geraden")).status).toBe(403);
      expect((await attempt(password)).status).toBe(302);
      expect(await db.signOff.count()).toBe(1);
      expect((await attempt("geraden")).status).not.toBe(302);
      expect(await db.session.count({ where: { userId: cast.reviewer.id } })).toBe(1);
    });
  });
});

describe("the questions that a page puts to the database", () => {
  const viewer = ({ id, email, name }: Person, role: Role): Viewer => ({
    id,
    email,
    name,
    administrator: false,
    mayStart: false,
    roles: { [assessmentId]: role },
    language: "nl",
    demo: false,
    sessionId: "s",
  });
  const assessment = (): AssessmentRow => ({
    id: assessmentId,
    assessmentId,
    slug: "cast-study",
    title: { nl: "Studie" },
    languages: ["nl", "en"],
    originalLanguage: "nl",
    startsOn: null,
    endsOn: null,
    notice: null,
    protocolNumber: 1,
    frozenAt: null,
    closedAt: null,
    version: 1,
    role: "lead",
  });
  const pages: Record<string, (counted: Db) => Promise<unknown>> = {
    "the outline": (counted) => listSections(counted, viewer(cast.lead, "lead"), assessment(), { state: "", mine: false }),
    "a section": (counted) => loadSection(counted, viewer(cast.lead, "lead"), assessment(), "3.1", dayAt(hour(6))),
    writing: (counted) => loadEdit(counted, viewer(cast.lead, "lead"), assessment(), "3.1", new URLSearchParams()),
    reviewing: (counted) => loadReview(counted, viewer(cast.lead, "lead"), assessment(), "3.1", { asked: null, readAt: hour(6) }),
    "the statements": (counted) => listStatements(counted, viewer(cast.lead, "lead"), assessment(), { kind: "", ground: "", section: "" }),
    "a statement": (counted) => loadStatement(counted, viewer(cast.lead, "lead"), assessment(), "F1"),
    "the overview": (counted) => loadOverview(counted, viewer(cast.lead, "lead"), assessment()),
    "my work": (counted) => loadWork(counted, viewer(cast.lead, "lead"), hour(8)),
    "the sources": (counted) =>
      listSources(
        counted,
        assessmentId,
        { type: "", reading: "", channel: "", import: "", find: "" },
        { sort: { key: "code", descending: false }, after: "" },
      ),
    "the trail": (counted) => listEvents(counted, { chain: assessmentId, limit: 50 }),
  };

  it("do not grow with blocks, links and signed sections", async () => {
    await givenInReview(cast, scene);
    await sign(cast, scene.section("3.1"));
    const count = async () =>
      Object.fromEntries(await Promise.all(Object.entries(pages).map(async ([name, run]) => [name, await queriesOf(db, run)] as const)));
    // The first to ask reads what is then kept for all until the next change.
    const first = await count();
    const few = await count();
    for (let at = 0; at < 6; at += 1) {
      const block = await givenBlock(cast, scene.section("5"));
      for (const id of [scene.excerpt, scene.otherExcerpt])
        await linkEvidence(as(cast.researcher, hour(6)), {
          assessmentId,
          blockId: block.id,
          to: { kind: "excerpt", id },
          kind: "supports",
        });
    }
    await givenInReview(cast, scene, "3");
    await sign(cast, scene.section("3"));
    const anew = await count();
    expect(await count()).toEqual(few);
    for (const asked of [first, few, anew].flatMap((pages) => Object.values(pages))) expect(asked).toBeLessThan(70);
  });
});
