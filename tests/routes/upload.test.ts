import { readdir, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { sizeLimits } from "~/domain/files/kinds";
import { db } from "~/platform/db.server";
import { incomingFolder, readStoredBytes } from "~/platform/files.server";
import { clearIncoming } from "~/platform/upload-stream.server";
import { action, loader as page } from "~/routes/assessments.$slug.attachments.new";
import { loader as download } from "~/routes/assessments.$slug.attachments.$id._index";
import { loader as interview } from "~/routes/assessments.$slug.interviews.$code._index";
import { type Cast, loadCast, type Person } from "../cast";
import { formWith, givenAttachment, pdf, uploadOf } from "../support/attachment-scene";
import { useDatabase } from "../support/database";
import { actionsSince, givenHeldInterview, givenProtocol, lastSeq } from "../support/interview-scene";
import { ask, sessionOf, signedIn } from "../support/request";
import { docx, docxBomb, docxOfParts, docxWithFlag, jpeg, lyingBomb, png } from "../support/sample-files";
import { givenSource } from "../support/source-scene";

const database = useDatabase();
let cast: Cast;
let held: Awaited<ReturnType<typeof givenHeldInterview>>;
let seq: number;
beforeAll(async () => {
  cast = await loadCast();
  await givenProtocol(cast.assessment.id, cast.lead.id);
  held = await givenHeldInterview(cast);
  await givenSource(cast);
});
beforeEach(async () => {
  seq = await lastSeq(cast.assessment.id);
});

const params = () => ({ slug: cast.assessment.slug });
const address = (holder: string) => `/assessments/${cast.assessment.slug}/attachments/new?holder=${holder}`;
const ofInterview = () => `interview:${held.code}`;

async function send(person: Person, form: FormData, holder = ofInterview(), headers: Record<string, string> = {}) {
  return ask(action, uploadOf(address(holder), form, { cookie: await sessionOf(person.id), ...headers }), params());
}
const sendFile = (name: string, bytes: Uint8Array, holder?: string) => send(cast.researcher, formWith({ name, bytes }), holder);
const filesThere = async () => {
  const all = await readdir(join(database.current.dataDir, "files"), { recursive: true, withFileTypes: true }).catch(() => []);
  return all.filter((entry) => entry.isFile()).map(({ name }) => name);
};
const zeros = (bytes: number, head: string) => {
  const buffer = Buffer.alloc(bytes);
  buffer.write(head, "latin1");
  return buffer;
};
const wav = (bytes: number) => {
  const buffer = zeros(bytes, "RIFF");
  buffer.write("WAVE", 8, "latin1");
  return buffer;
};

describe("a file that is sent", () => {
  it("is stored under its hash with exactly one event, which does not tell the name of one of an interview", async () => {
    const { status, location } = await send(cast.researcher, formWith({ name: "Goudvink é.pdf", bytes: pdf }, { note: "Ondertekend" }));
    expect([status, location]).toEqual([302, `/assessments/${cast.assessment.slug}/interviews/${held.code}#files`]);
    const row = await db.attachment.findFirstOrThrow({ where: { holderId: held.id } });
    expect(row).toMatchObject({ name: "Goudvink é.pdf", type: "application/pdf", bytes: pdf.length, note: "Ondertekend", number: 1 });
    expect(Buffer.from(await readStoredBytes(row.sha256))).toEqual(pdf);
    expect(await actionsSince(cast.assessment.id, seq)).toEqual(["attachment.add"]);
    const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, seq: { gt: seq } } });
    expect(details.map(({ body }) => body).join()).not.toMatch(/Goudvink|Ondertekend/);
    expect(details.find(({ part }) => part === "change")?.body).toContain(row.sha256);
  });

  it("of a consent leads back to the files of that participant", async () => {
    const of = held.interviewee.code;
    const { status, location } = await sendFile("brief.pdf", pdf, `participant:${held.code}:${of}`);
    expect([status, location]).toEqual([302, `/assessments/${cast.assessment.slug}/interviews/${held.code}/participants#files-${of}`]);
  });

  it("of a source is told by its name", async () => {
    expect((await sendFile("kranen.pdf", pdf, "source:S01")).status).toBe(302);
    const details = await db.eventDetail.findMany({ where: { chain: cast.assessment.id, seq: { gt: seq }, part: "change" } });
    expect(details[0]?.body).toContain("kranen.pdf");
  });

  it("answers a page with script with where to go on", async () => {
    const { status, data } = await send(cast.researcher, formWith({ name: "a.docx", bytes: docx() }), undefined, { "x-upload": "1" });
    expect([status, data]).toMatchObject([200, { to: `/assessments/${cast.assessment.slug}/interviews/${held.code}#files` }]);
  });

  it("leaves what tells where and by whom a picture was made", async () => {
    for (const [name, bytes] of [["a.jpg", jpeg(40, 30)] as const, ["b.png", png(40, 30)] as const]) {
      expect((await sendFile(name, bytes)).status).toBe(302);
      const row = await db.attachment.findFirstOrThrow({ where: { name } });
      const kept = Buffer.from(await readStoredBytes(row.sha256));
      expect(kept.length).toBe(row.bytes);
      expect(kept.toString("latin1")).not.toContain("canary");
    }
  });
});

describe("a file that is refused", () => {
  const big = sizeLimits.document + 1;
  const cases: [string, string, () => Uint8Array, number, string][] = [
    ["a kind that is not taken", "virus.exe", () => Buffer.from("MZ"), 415, "kind"],
    ["a page", "page.html", () => Buffer.from("<html>"), 415, "kind"],
    ["a PDF that is not one", "report.pdf", () => Buffer.from("<html>not a pdf</html>"), 415, "content"],
    ["a PDF that breaks off", "report.pdf", () => pdf.subarray(0, 40), 415, "pdfBroken"],
    ["a program under the name of a picture", "photo.jpg", () => Buffer.from("MZ\u0090"), 415, "content"],
    ["a picture that breaks off", "photo.jpg", () => jpeg(40, 30).subarray(0, 30), 415, "imageBroken"],
    ["a picture of 41 million pixels", "photo.png", () => png(8200, 5000), 413, "imageLarge"],
    ["a picture of 41 million pixels as JPEG", "photo.jpg", () => jpeg(8200, 5000), 413, "imageLarge"],
    ["an archive under the name of a document", "notes.docx", () => docx({}).subarray(0, 200), 415, "zipBroken"],
    ["a sheet under the name of a document", "notes.odt", () => docx(), 415, "content"],
    ["a document with a path that leads outside", "notes.docx", () => docx({ "../up.txt": Buffer.from("x") }), 415, "zipPaths"],
    ["a document with an absolute path", "notes.docx", () => docx({ "/etc/passwd": Buffer.from("x") }), 415, "zipPaths"],
    ["a locked document", "notes.docx", () => docxWithFlag(0), 415, "zipLocked"],
    ["a document of 2,001 parts", "notes.docx", () => docxOfParts(2001), 413, "zipMany"],
    ["a zip bomb with a document's name", "notes.docx", () => docxBomb(20), 413, "zipBomb"],
    ["a zip bomb that lies about its size", "notes.docx", () => lyingBomb(20), 413, "zipBomb"],
    ["text with controls in it", "table.csv", () => Buffer.from("a;b\n\u0000"), 415, "textBroken"],
    ["an empty file", "empty.pdf", () => new Uint8Array(), 422, "empty"],
    ["a name that turns round", "photo\u202Egpj.pdf", () => pdf, 422, "name"],
    ["a document over 25 MB", "large.pdf", () => zeros(big, "%PDF-1.4"), 413, "large"],
  ];

  it.each(cases)("%s", async (_told, name, bytes, status, problem) => {
    const before = await filesThere();
    const rows = await db.attachment.count();
    const answer = await sendFile(name, bytes());
    expect(answer.status).toBe(status);
    expect(answer.data).toMatchObject({ file: problem });
    expect(await filesThere()).toEqual(before);
    expect(await db.attachment.count()).toBe(rows);
    expect(await actionsSince(cast.assessment.id, seq)).toEqual([]);
  });

  it("keeps the note that was typed with it", async () => {
    const { data } = await send(cast.researcher, formWith({ name: "x.exe", bytes: pdf }, { note: "Getypt" }));
    expect(data).toMatchObject({ form: { values: { note: ["Getypt"] } } });
    expect((await send(cast.researcher, formWith(null))).data).toMatchObject({ file: "missing" });
  });

  it("takes a recording with an interview only, and of more than a document may have", async () => {
    expect((await sendFile("gesprek.wav", wav(big))).status).toBe(302);
    expect((await sendFile("gesprek.wav", wav(100), "source:S01")).data).toMatchObject({ file: "kindForHolder" });
  });

  it("takes a document of 2,000 parts", async () => {
    expect((await sendFile("many.docx", docxOfParts(2000))).status).toBe(302);
  });

  it.each([
    ["a long recording", "a.wav", 200_000],
    ["a body that ends in its first bytes", "a.wav", 400],
    ["a file that is refused by its name", "a.exe", 200_000],
  ])("leaves nothing when the sender breaks off: %s", async (_, name, sent) => {
    const before = await filesThere();
    const whole = await new Response(formWith({ name, bytes: wav(300_000) })).arrayBuffer();
    const boundary = /^--(.+?)\r\n/.exec(Buffer.from(whole).toString("latin1"))?.[1] ?? "";
    const request = new Request(new URL(address(ofInterview()), "http://localhost:3000"), {
      method: "POST",
      body: whole.slice(0, sent),
      headers: { "content-type": `multipart/form-data; boundary=${boundary}`, cookie: await sessionOf(cast.researcher.id) },
    });
    expect((await ask(action, request, params())).status).toBe(422);
    expect(await filesThere()).toEqual(before);
  });

  it("is told before anything is read, to someone who may not add one", async () => {
    for (const [person, status] of [
      [cast.reviewer, 403],
      [cast.secondResearcher, 403],
      [cast.commissioner, 404],
      [cast.outsider, 404],
    ] as const) {
      const request = uploadOf(address(ofInterview()), formWith({ name: "a.pdf", bytes: pdf }), { cookie: await sessionOf(person.id) });
      expect([person.name, (await ask(action, request, params())).status]).toEqual([person.name, status]);
      expect(request.bodyUsed).toBe(false);
    }
    expect((await ask(page, await signedIn(cast.lead.id, address("interview:I99")), params())).status).toBe(404);
  });

  it("is refused as a form that is none", async () => {
    const sent = async (body: string, kind: string) =>
      ask(
        action,
        new Request(new URL(address(ofInterview()), "http://localhost:3000"), {
          method: "POST",
          body,
          headers: { "content-type": kind, cookie: await sessionOf(cast.researcher.id) },
        }),
        params(),
      );
    expect((await sent("a=b", "application/x-www-form-urlencoded")).status).toBe(415);
    expect((await sent("x", "multipart/form-data")).status).toBe(422);
    expect((await sent("--b\r\nContent-Disposition", "multipart/form-data; boundary=b")).status).toBe(422);
  });
});

describe("a file that is asked for", () => {
  const get = async (person: Person, id: string, headers: Record<string, string> = {}) =>
    ask(download, await signedIn(person.id, "/", { headers }), { ...params(), id });

  it("is a download in a sandbox, under its name in safe letters", async () => {
    const { id } = await givenAttachment(cast, "interview", held.id, { name: 'Hé "é";\u{1F600}.pdf' });
    const { status, headers } = await get(cast.researcher, id);
    expect(status).toBe(200);
    expect(headers.get("content-disposition")).toBe(
      "attachment; filename=\"He_ _e____.pdf\"; filename*=UTF-8''H%C3%A9%20%22%C3%A9%22%3B%F0%9F%98%80.pdf",
    );
    expect(headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  it("of an interview or a consent is not found by who may not read the notes or the identity, nor named on a page", async () => {
    const ofNotes = await givenAttachment(cast, "interview", held.id);
    const ofConsent = await givenAttachment(cast, "participant", held.participantId);
    const statuses = async (person: Person) => [(await get(person, ofNotes.id)).status, (await get(person, ofConsent.id)).status];
    expect(await statuses(cast.researcher)).toEqual([200, 200]);
    expect(await statuses(cast.lead)).toEqual([404, 200]); // the raw notes are for who holds it
    for (const person of [cast.secondResearcher, cast.reviewer, cast.commissioner, cast.outsider, cast.administrator])
      expect([person.name, await statuses(person)]).toEqual([person.name, [404, 404]]);
    const seen = async (person: Person) =>
      JSON.stringify((await ask(interview, await signedIn(person.id, "/"), { ...params(), code: held.code })).data).includes(
        "Goudvink toest",
      );
    expect([await seen(cast.researcher), await seen(cast.lead), await seen(cast.reviewer)]).toEqual([true, false, false]);
  });

  it("may be asked for in parts when it is a recording", async () => {
    await sendFile("deel.wav", wav(1000));
    const { id } = await db.attachment.findFirstOrThrow({ where: { name: "deel.wav" } });
    const part = async (range: string) => {
      const { status, headers } = await get(cast.researcher, id, { range });
      return [status, headers.get("content-range"), headers.get("content-length")];
    };
    expect(await part("bytes=0-99")).toEqual([206, "bytes 0-99/1000", "100"]);
    expect(await part("bytes=990-5000")).toEqual([206, "bytes 990-999/1000", "10"]);
    expect(await part("bytes=-10")).toEqual([206, "bytes 990-999/1000", "10"]);
    expect(await part("bytes=1000-")).toEqual([416, "bytes */1000", null]);
    expect(await part("bytes=0-1,5-6")).toEqual([200, null, "1000"]);
  });
});

describe("what a stopped server left", () => {
  it("is thrown away once it is a day old", async () => {
    const folder = await incomingFolder();
    const [old, young] = [join(folder, "old.part"), join(folder, "young.part")];
    for (const path of [old, young]) await writeFile(path, "x");
    const now = new Date();
    const yesterday = new Date(now.getTime() - 25 * 3_600_000);
    await utimes(old, yesterday, yesterday);
    await clearIncoming(now);
    expect(await readdir(folder)).toEqual(["young.part"]);
  });
});
