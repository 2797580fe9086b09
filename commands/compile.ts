import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { compileEdition, type CompiledEdition } from "~/features/editions/compile-edition.server";
import { fileFormats } from "~/domain/document/file-formats";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { writtenFormats } from "~/platform/build-edition.server";
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { readStoredBytes } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { CommandProblem, runCommand, say } from "./command";

const usage = `
npm run compile -- ASSESSMENT --format ${fileFormats.join("|")}|all --lang nl|en|all --out FILE_OR_FOLDER [--json]

Compiles a draft of the next edition of an assessment (its slug) in a language, or in all of its languages, and writes the file of a format to
FILE. Where there are several files (all formats, or several languages) they are written into FOLDER, which is made where it is not there. The
draft has every format, and it and its event are recorded, beside a running server too. Reads DATABASE_URL and GRONDSLAG_DATA_DIR.

Exit codes: 0 written, 1 failed (nothing recorded), 2 wrong arguments or settings.
`;

/** What was asked for at the shell. */
interface Asked {
  slug: string;
  format: string;
  language: string;
  out: string;
}

await runCommand({
  usage,
  options: { format: { type: "string" }, lang: { type: "string" }, out: { type: "string" } },
  async run({ values: { format, lang, out, json }, positionals }) {
    const [slug, ...rest] = positionals;
    if (slug === undefined || rest.length > 0)
      throw new CommandProblem("compile takes one assessment, by its slug. Use --help to see the options.");
    if (format === undefined || (format !== "all" && !writtenFormats.some((one) => one === format)))
      throw new CommandProblem(`--format must be one of ${writtenFormats.join(", ")}, or all.`);
    if (lang === undefined || out === undefined) throw new CommandProblem("--lang and --out must be given. Use --help to see the options.");
    await openDatabase(settings().databaseUrl);
    try {
      const asked = { slug, format, language: lang, out };
      const { number, draft, hash, files } = await compileTo(asked);
      if (json) say({ number, draft, hash, files });
      else for (const { file } of files) say(`Edition ${number}, draft ${draft}, sha256 ${hash}: ${file}`);
      return 0;
    } finally {
      await closeDatabase();
    }
  },
});

async function compileTo({ slug, format, language, out }: Asked) {
  const assessment = await findAssessmentRowIfAny(db, slug);
  if (!assessment) throw new CommandProblem(`There is no assessment ${slug}.`);
  const languages = language === "all" ? assessment.languages : [language];
  if (!languages.every((one) => assessment.languages.includes(one)))
    throw new CommandProblem(`${slug} has no language ${language}: ${assessment.languages.join(", ")}.`);
  const at = new Date();
  const context = { by: { kind: "system", id: "compile" }, at, request: newId(at) } as const;
  const made = await compileEdition(context, { assessment, languages, purpose: "concept" });
  const files = made.files.filter((file) => format === "all" || file.format === format);
  const several = format === "all" || language === "all";
  if (several) await mkdir(out, { recursive: true });
  return { ...made, files: await write(files, (name) => (several ? join(out, name) : out)) };
}

async function write(files: CompiledEdition["files"], pathOf: (name: string) => string) {
  const written = [];
  for (const { format, language, name, sha256 } of files) {
    const file = pathOf(name);
    await writeFile(file, await readStoredBytes(sha256));
    written.push({ format, language, file, sha256 });
  }
  return written;
}
