import { beforeAll, describe, expect, it } from "vitest";
import { db } from "~/platform/db.server";
import { action, loader } from "~/routes/assessments.$slug.sources.$code_.read.$id";
import { type Cast, loadCast, type Person } from "../cast";
import { givenAttachment } from "../support/attachment-scene";
import { rawWriter, useDatabase } from "../support/database";
import { givenHeldInterview, givenProtocol } from "../support/interview-scene";
import { ask, signedIn } from "../support/request";
import { givenSource } from "../support/source-scene";

useDatabase();
let cast: Cast;
let source: { id: string; code: string };
let other: { id: string; code: string };
let file: { id: string };

beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  source = await givenSource(cast);
  other = await givenSource(cast);
  file = await givenAttachment(cast, "source", source.id, { name: "Rapport.pdf" });
});

const params = (code: string, id: string) => ({ slug: cast.assessment.slug, code, id });
const look = async (person: Person, code: string, id: string) => ask(loader, await signedIn(person.id, "/x"), params(code, id));
const excerpt = { intent: "add-excerpt", form: "quoted", text: "Vier van de vijf.", place: "p. 12", language: "nl" };
const post = async (form: Record<string, string>, code = source.code) =>
  ask(action, await signedIn(cast.researcher.id, "/x", { form }), params(code, file.id));

describe("the page for reading a PDF", () => {
  it("is there for a PDF of that source, and says whether excerpts can be made", async () => {
    expect((await look(cast.researcher, source.code, file.id)).data).toMatchObject({
      file: { name: "Rapport.pdf" },
      excerpts: 0,
      mayWrite: true,
    });
    expect((await look(cast.reviewer, source.code, file.id)).data).toMatchObject({ mayWrite: false });
  });

  it("is not there for a file of another source, of an interview, or of another kind", async () => {
    expect((await look(cast.lead, other.code, file.id)).status).toBe(404);
    const held = await givenHeldInterview(cast);
    const consent = await givenAttachment(cast, "interview", held.id);
    expect((await look(cast.lead, source.code, consent.id)).status).toBe(404);
    const table = await givenAttachment(cast, "source", source.id, { name: "Tabel.csv" });
    await rawWriter().attachment.update({ where: { id: table.id }, data: { type: "text/csv" } });
    expect((await look(cast.lead, source.code, table.id)).status).toBe(404);
  });

  it("makes an excerpt and stays, and keeps what was typed where something is missing", async () => {
    const missing = await post({ ...excerpt, text: "" });
    expect([missing.status, missing.data]).toMatchObject([
      422,
      { problem: { fields: { text: ["required"] }, values: { place: ["p. 12"] } } },
    ]);
    const done = await post(excerpt);
    expect([done.status, done.location]).toEqual([
      302,
      `/assessments/${cast.assessment.slug}/sources/${source.code}/read/${file.id}#${source.code}:1`,
    ]);
    const rows = await db.excerpt.findMany({ where: { sourceId: source.id } });
    expect(rows).toMatchObject([{ text: "Vier van de vijf.", place: "p. 12", form: "quoted" }]);
  });

  it("takes no other form than that of an excerpt", async () => {
    expect((await post({ intent: "archive", version: "1" })).status).toBe(422);
    expect((await post(excerpt, other.code)).status).toBe(404);
  });
});
