import { beforeAll, describe, expect, it } from "vitest";
import type { RemarksShown } from "~/features/remarks/load-remarks.server";
import { closeCommentRound } from "~/features/remarks/move-comment-round.server";
import { respondToRemark } from "~/features/remarks/respond-to-remark.server";
import { showResponses } from "~/features/remarks/show-responses.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import { action as post, loader as room } from "~/routes/assessments.$slug.editions.$n.read.$section";
import { loader as page } from "~/routes/assessments.$slug.editions.$n.remarks._index";
import { action as respond, loader as one } from "~/routes/assessments.$slug.editions.$n.remarks.$code";
import { loader as file } from "~/routes/assessments.$slug.editions.$n.remarks.files.$name";
import { as, type Cast, loadCast, type Person } from "../cast";
import { useDatabase } from "../support/database";
import { givenReleased } from "../support/edition-scene";
import { givenProtocol, hour } from "../support/interview-scene";
import { textOf } from "../support/leaks";
import { givenCommentRound, givenSentRemark, type NamedEdition } from "../support/remark-scene";
import { ask, signedIn, type Sent } from "../support/request";
import { givenWrittenSection } from "../support/section-scene";

useDatabase();
let cast: Cast;
let edition: NamedEdition;
let section: string;
let statement: string;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  ({ section, statement } = await givenWrittenSection(cast));
  edition = await givenCommentRound(cast, (await givenReleased(cast)).id);
}, 60_000);

type Handler = Parameters<typeof ask>[0];
const base = () => ({ slug: cast.assessment.slug, n: "1" });
const path = "/assessments/cast-study/editions/1";
const get = async (handler: Handler, person: Person, more: Record<string, string> = {}, query = "") =>
  ask(handler, await signedIn(person.id, `${path}/remarks${query}`), { ...base(), ...more });
const save = async (form: Record<string, string>, headers: Sent["headers"] = {}) =>
  ask(post, await signedIn(cast.commissioner.id, `${path}/read/${section}?in=nl`, { form: { intent: "save", ...form }, headers }), {
    ...base(),
    section,
  });

/** The remark of that code as its reader sees it. */
async function seen(code: string) {
  const { remarks } = (await get(page, cast.commissioner)).data as RemarksShown;
  return remarks.find((remark) => remark.code === code);
}

describe("a remark in the reading room", () => {
  it("is kept by itself under the id of its form, and leads back to the page by its button", async () => {
    const id = newId(hour(200));
    const written = { id, about: `statement:${statement}`, passage: "", text: "Van vorig jaar." };
    const kept = await save({ ...written, version: "0" }, { "x-autosave": "1" });
    expect(kept).toMatchObject({ status: 200, data: { saved: { version: 1 } } });
    const again = await save({ ...written, version: "1", text: "Van twee jaar terug." });
    expect(again).toMatchObject({ status: 302, location: `${path}/read/${section}?in=nl#remark-${id}` });
    const stale = await save({ ...written, version: "1", text: "Uit een ander venster." });
    expect(stale).toMatchObject({ status: 409, data: { overtaken: { version: 2, mine: { text: ["Uit een ander venster."] } } } });
    const empty = await save({ ...written, version: "2", text: " " });
    expect(empty).toMatchObject({ status: 422, data: { problem: { fields: { text: ["required"] } } } });
  });

  it("is offered on the page of its statement to readers, and not to the team", async () => {
    const shown = async (person: Person) =>
      (await ask(room, await signedIn(person.id, `${path}/read/${section}?about=${statement}`), { ...base(), section })).data;
    expect(await shown(cast.commissioner)).toMatchObject({ remarks: { about: `statement:${statement}`, drafts: [{ code: "M1" }] } });
    expect(await shown(cast.lead)).toMatchObject({ remarks: null });
  });
});

describe("the table of responses", () => {
  it("shows readers a response once it was shown, and the team its progress, filter and file", async () => {
    const { id, code } = await givenSentRemark(cast, edition, { about: `section:${section}`, text: "Dit mist een bron." });
    const form = { version: "2", stance: "partly", "response@nl": "Half waar.", "changed@nl": "Bron erbij." };
    const params = { ...base(), code };
    const done = await ask(respond, await signedIn(cast.researcher.id, `${path}/remarks/${code}`, { form }), params);
    expect(done).toMatchObject({ status: 302, location: `${path}/remarks/${code}` });
    expect(JSON.stringify((await get(page, cast.commissioner)).data)).not.toContain("Half waar.");
    const late = await ask(
      respond,
      await signedIn(cast.lead.id, `${path}/remarks/${code}`, { form: { ...form, "response@nl": "Niet." } }),
      params,
    );
    expect(late).toMatchObject({ status: 409, data: { overtaken: { theirs: { "response@nl": ["Half waar."] } } } });
    expect((await get(page, cast.reviewer)).data).toMatchObject({ progress: { done: 1, total: 1, toShow: 1 }, remarks: [{ code }] });
    expect((await get(page, cast.reviewer, {}, "?show=open")).data).toMatchObject({ remarks: [] });
    expect((await get(one, cast.reviewer, { code })).data).toMatchObject({ mayRespond: false });
    const csv = await file({
      request: await signedIn(cast.lead.id, path),
      params: { ...base(), name: "nl.csv" },
      context: { nonce: "", requestId: "" },
    });
    expect(await textOf(csv)).toContain("Deels overgenomen");
    await showResponses(as(cast.lead, hour(300)), { ...edition, remarks: [{ id, version: 3 }] });
    expect(await seen(code)).toMatchObject({ code, state: "shown", response: { nl: "Half waar." } });
    await respondToRemark(as(cast.lead, hour(301)), {
      ...{ assessmentId: edition.assessmentId, id, version: 4, stance: "noted" },
      ...{ response: { nl: "Anders." }, changed: {}, statements: [] },
    });
    expect(await seen(code)).toMatchObject({ code, isChanged: true });
  });
});

describe("a round that was closed", () => {
  it("refuses what is written then with words, and gives it back", async () => {
    const { version } = await db.commentRound.findUniqueOrThrow({ where: { editionId: edition.editionId } });
    await closeCommentRound(as(cast.lead, hour(400)), { ...edition, version });
    const refused = await save({ id: newId(hour(401)), version: "0", about: "edition", passage: "", text: "Te laat bedacht." });
    expect(refused).toMatchObject({ status: 409, data: { problem: { form: ["remarks-closed"], values: { text: ["Te laat bedacht."] } } } });
  });
});
