import { describe, expect, it } from "vitest";
import { readUpload } from "~/platform/read-upload.server";

const limit = 1000;

function uploaded(fill: (form: FormData) => void): Request {
  const form = new FormData();
  fill(form);
  return new Request("http://localhost:3000/", { method: "POST", body: form });
}
const file = (bytes: number, name = "x.yaml") => new File(["x".repeat(bytes)], name);

describe("readUpload", () => {
  it("gives the fields and the files, of a name only its last part", async () => {
    const read = await readUpload(
      uploaded((form) => {
        form.append("intent", "read");
        form.append("file", file(limit, "../../etc/passwd.yaml"));
      }),
      limit,
    );
    expect(read.fields).toEqual([["intent", "read"]]);
    expect(read.files.map(({ field, name, bytes }) => [field, name, bytes.length])).toEqual([["file", "passwd.yaml", limit]]);
  });

  it("refuses a file over the limit as too large, also where the body as a whole is not", async () => {
    await expect(
      readUpload(
        uploaded((form) => form.append("file", file(limit + 1))),
        limit,
      ),
    ).rejects.toMatchObject({
      code: "too-large",
      status: 413,
      details: { limit },
    });
  });

  it("refuses more files or parts than any page sends", async () => {
    const many = (count: number, value: () => string | File) =>
      uploaded((form) => {
        for (let place = 0; place < count; place += 1) form.append(`x${place}`, value());
      });
    await expect(
      readUpload(
        many(21, () => file(1)),
        limit,
      ),
    ).rejects.toMatchObject({ code: "too-large" });
    await expect(
      readUpload(
        many(1100, () => "x"),
        limit,
      ),
    ).rejects.toMatchObject({ code: "too-large" });
  });

  it("refuses a field named after an object's insides", async () => {
    await expect(
      readUpload(
        uploaded((form) => form.append("__proto__", "x")),
        limit,
      ),
    ).rejects.toMatchObject({ code: "invalid" });
  });

  it("refuses what is no form with files, or a broken one", async () => {
    const sent = (body: string, kind: string) =>
      readUpload(new Request("http://localhost:3000/", { method: "POST", body, headers: { "content-type": kind } }), limit);
    await expect(sent("a=b", "application/x-www-form-urlencoded")).rejects.toMatchObject({ code: "wrong-kind", status: 415 });
    for (const body of ["", "no boundary at all", "--b\r\nContent-Disposition"])
      await expect(sent(body, "multipart/form-data; boundary=b")).rejects.toMatchObject({ code: "invalid", status: 422 });
    await expect(sent("x", "multipart/form-data")).rejects.toMatchObject({ code: "invalid" });
    await expect(sent(`--b\r\nX: ${"y".repeat(20_000)}`, "multipart/form-data; boundary=b")).rejects.toMatchObject({ status: 422 });
  });
});
