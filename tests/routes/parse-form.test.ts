import { describe, expect, it } from "vitest";
import { z } from "zod";
import { mailAddress, nameLine, optionalDay, prose, tick, versionRead } from "~/domain/shapes";
import { parseForm } from "~/platform/parse-form.server";

const Shape = z.strictObject({
  name: nameLine(20),
  text: prose(40),
  tags: z.array(z.string()),
  on: optionalDay,
  agreed: tick,
  version: versionRead,
});

function posted(
  body: string | FormData,
  headers: Record<string, string> = { "content-type": "application/x-www-form-urlencoded" },
): Request {
  return new Request("http://localhost:3000/", { method: "POST", body, headers: typeof body === "string" ? headers : {} });
}
const good = "name=Noor&text=Een%0D%0Atwee&on=14-3-2022&version=3";
const parse = (body: string | FormData, headers?: Record<string, string>) => parseForm(posted(body, headers), Shape);

describe("parseForm", () => {
  it("gives the value of a form that fits", async () => {
    const value = { name: "Noor", text: "Een\ntwee", tags: [], on: "2022-03-14", agreed: false, version: 3 };
    await expect(parse(good)).resolves.toEqual({ ok: true, value });
    await expect(parse(`${good}&tags=a&tags=b&agreed=yes`)).resolves.toEqual({
      ok: true,
      value: { ...value, tags: ["a", "b"], agreed: true },
    });
  });

  it("reads multipart fields alike", async () => {
    const form = new FormData();
    for (const [name, value] of new URLSearchParams(good)) form.append(name, value);
    await expect(parse(form)).resolves.toMatchObject({ ok: true, value: { name: "Noor", text: "Een\ntwee" } });
  });

  it.each([
    ["nothing at all", "", { name: ["required"], text: ["required"], version: ["required"] }],
    ["an empty name", "name=+&text=x&version=1", { name: ["required"] }],
    ["a long name", `name=${"n".repeat(21)}&text=x&version=1`, { name: ["too-long"] }],
    ["a day that is none", "name=N&text=x&version=1&on=31-2-2022", { on: ["date"] }],
    ["a month alone", "name=N&text=x&version=1&on=3-2022", { on: ["date"] }],
    ["a version that is no number", "name=N&text=x&version=1.5", { version: ["unknown"] }],
    ["a field twice that is no list", "name=N&name=M&text=x&version=1", { name: ["more-than-once"] }],
    ["a NUL", "name=N&text=a%00b&version=1", { text: ["characters"] }],
    ["a name that turns the direction of writing", "name=N%E2%80%AE&text=x&version=1", { name: ["invisible"] }],
    ["a tick that is neither", "name=N&text=x&version=1&agreed=no", { agreed: ["unknown"] }],
  ])("refuses %s at its field", async (_, body, fields) => {
    await expect(parse(body)).resolves.toMatchObject({ ok: false, problem: { fields } });
  });

  it.each(["toString", "hasOwnProperty", "valueOf"])("takes %s for the name of a field like another", async (name) => {
    const result = await parse(`${good}&${name}=a&${name}=b`);
    expect(result).toMatchObject({ ok: false, problem: { form: ["unknown-field"] } });
    const { values } = result.ok ? { values: {} } : result.problem;
    expect(Object.entries(values)).toContainEqual([name, ["a", "b"]]);
  });

  it("refuses a field that it does not know, and hands back what was typed", async () => {
    const result = await parse(`${good}&administrator=yes&tags=a&tags=b`);
    expect(result).toMatchObject({
      ok: false,
      problem: { form: ["unknown-field"], values: { name: ["Noor"], tags: ["a", "b"], administrator: ["yes"] } },
    });
  });

  it("never hands back a password", async () => {
    const result = await parseForm(posted("email=x&newPassword=secret"), z.strictObject({ email: mailAddress, newPassword: z.string() }));
    expect(result).toEqual({ ok: false, problem: { fields: { email: ["email"] }, form: [], values: { email: ["x"] } } });
  });

  it.each(["__proto__", "constructor", "a.prototype", "list[__proto__]"])("refuses a field named %s whatever the schema", async (name) => {
    await expect(parse(`${good}&${encodeURIComponent(name)}=1`)).rejects.toMatchObject({ code: "invalid", status: 422 });
  });

  it("refuses what is not UTF-8", async () => {
    await expect(parse("name=%FF&text=x&version=1")).rejects.toMatchObject({ code: "invalid" });
    const raw = (head: string, tail: string) => Buffer.concat([Buffer.from(head), Buffer.from([0xff, 0xfe]), Buffer.from(tail)]);
    const send = (body: Buffer, kind: string) =>
      parseForm(
        new Request("http://localhost:3000/", { method: "POST", body: new Uint8Array(body), headers: { "content-type": kind } }),
        Shape,
      );
    await expect(send(raw("name=", "&text=x&version=1"), "application/x-www-form-urlencoded")).rejects.toMatchObject({ code: "invalid" });
    const part = raw('--b\r\nContent-Disposition: form-data; name="name"\r\n\r\n', "\r\n--b--\r\n");
    await expect(send(part, "multipart/form-data; boundary=b")).rejects.toMatchObject({ code: "invalid" });
  });

  it("refuses more than 1,000 fields and more than 1 MiB, also when the length is not told", async () => {
    await expect(parse(`${good}${"&tags=a".repeat(1001)}`)).rejects.toMatchObject({ code: "too-large", status: 413 });
    await expect(parse(`text=${"x".repeat(1024 * 1024)}`)).rejects.toMatchObject({ code: "too-large" });
    const stream = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(65536).fill(97)) });
    const endless = new Request("http://localhost:3000/", {
      method: "POST",
      body: stream,
      duplex: "half",
      headers: { "content-type": "application/x-www-form-urlencoded" },
    });
    await expect(parseForm(endless, Shape)).rejects.toMatchObject({ code: "too-large" });
  });

  it("reads what is too large to its end, so that the browser that sends it gets the answer and no broken connection", async () => {
    let left = 32;
    const stream = new ReadableStream<Uint8Array>({
      pull: (controller) => (left-- > 0 ? controller.enqueue(new Uint8Array(65536).fill(97)) : controller.close()),
    });
    const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": String(32 * 65536) };
    const large = new Request("http://localhost:3000/", { method: "POST", body: stream, duplex: "half", headers });
    await expect(parseForm(large, Shape)).rejects.toMatchObject({ code: "too-large" });
    expect(left).toBe(-1);
  });

  it("refuses a file where a form is asked, and what is no form", async () => {
    const form = new FormData();
    form.append("name", new File(["x"], "x.txt"));
    await expect(parse(form)).rejects.toMatchObject({ code: "wrong-kind", status: 415 });
    await expect(parse("{}", { "content-type": "application/json" })).rejects.toMatchObject({ code: "wrong-kind" });
  });

  it("takes lists from the member of a union that the form names", async () => {
    const Act = z.discriminatedUnion("intent", [
      z.strictObject({ intent: z.literal("tag"), tags: z.array(z.string()) }),
      z.strictObject({ intent: z.literal("name"), tags: z.string() }),
    ]);
    await expect(parseForm(posted("intent=tag&tags=a&tags=b"), Act)).resolves.toEqual({
      ok: true,
      value: { intent: "tag", tags: ["a", "b"] },
    });
    await expect(parseForm(posted("intent=tag"), Act)).resolves.toEqual({ ok: true, value: { intent: "tag", tags: [] } });
    await expect(parseForm(posted("intent=name&tags=a"), Act)).resolves.toEqual({ ok: true, value: { intent: "name", tags: "a" } });
    await expect(parseForm(posted("intent=other"), Act)).resolves.toMatchObject({ ok: false });
  });
});
