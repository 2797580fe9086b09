import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { fileFormats } from "~/domain/document/file-formats";
import { verifyEditionFile } from "~/platform/verify-edition-file.server";
import { exampleFile, exampleLanguages, examplePath, exampleRecords } from "../support/example";
import { editInLibreOffice, replacing } from "../support/libreoffice";

const { statements } = exampleRecords(
  "evidence",
  z.looseObject({ statements: z.array(z.looseObject({ id: z.string(), nl: z.string() })) }),
);
const Report = z.looseObject({ statements: z.array(z.looseObject({ code: z.string(), verdict: z.string() })) });

/** What `npm run edition:verify` says of a file against the database in which it was compiled, and how it ends. */
function verifyByCommand(path: string) {
  const database = `file:${join(inject("example").data, "grondslag.sqlite")}`;
  const done = spawnSync("npx", ["tsx", "commands/edition-verify.ts", path, "--against", database, "--json"], { encoding: "utf8" });
  const said = Report.parse(JSON.parse(done.stdout)).statements;
  return { code: done.status, changed: said.filter(({ verdict }) => verdict !== "unchanged"), count: said.length };
}

describe.each(exampleLanguages)("the example in %s, verified", (language) => {
  it.each(fileFormats)("has every statement unchanged in %s", async (format) => {
    const { statements: found } = await verifyEditionFile(exampleFile(language, format), null);
    expect(found.map(({ code }) => code).toSorted()).toEqual(statements.map(({ id }) => id).toSorted());
    expect(found.filter(({ verdict }) => verdict !== "unchanged")).toEqual([]);
  });
});

describe("the example in Dutch, sent back", () => {
  it("is found whole by the command, which asks the database too", () => {
    expect(verifyByCommand(examplePath("nl", "docx"))).toEqual({ code: 0, changed: [], count: statements.length });
  });

  it.each(["docx", "odt"] as const)("as %s with one word changed in LibreOffice, has that statement named and no other", (format) => {
    const [word, other] = ["langdurig", "blijvend"];
    const having = statements.filter(({ nl }) => nl.includes(word)).map(({ id }) => id);
    expect(having).toEqual(["F9"]);
    const edited = editInLibreOffice(exampleFile("nl", format), format, replacing(word, other));
    const path = join(mkdtempSync(join(tmpdir(), "grondslag-sent-back-")), `edited.${format}`);
    writeFileSync(path, edited);
    const { code, changed, count } = verifyByCommand(path);
    expect({ code, count }).toEqual({ code: 1, count: statements.length });
    expect(changed).toEqual([expect.objectContaining({ code: "F9", verdict: "changed" })]);
  });
});
