import { writeFile } from "node:fs/promises";
import { compileEdition } from "~/features/editions/compile-edition.server";
import { prepareEdition } from "~/features/editions/prepare-edition.server";
import { findAssessmentRowIfAny } from "~/platform/assessment.server";
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { readStoredBytes } from "~/platform/files.server";
import { newId } from "~/platform/ids.server";
import { CommandProblem, runCommand, say } from "./command";

const usage = `
npm run compile -- ASSESSMENT --format docx --lang nl|en --out FILE [--json]

Compiles a draft of the next edition of an assessment (its slug) and writes its document to FILE. The draft and its event are
recorded, beside a running server too. Reads DATABASE_URL and GRONDSLAG_DATA_DIR.

Exit codes: 0 written, 1 failed (nothing recorded), 2 wrong arguments or settings.
`;

await runCommand({
  usage,
  options: { format: { type: "string" }, lang: { type: "string" }, out: { type: "string" } },
  async run({ values: { format, lang, out, json }, positionals }) {
    const [slug, ...rest] = positionals;
    if (slug === undefined || rest.length > 0)
      throw new CommandProblem("compile takes one assessment, by its slug. Use --help to see the options.");
    if (format !== "docx") throw new CommandProblem("--format must be docx.");
    if (lang === undefined || out === undefined) throw new CommandProblem("--lang and --out must be given. Use --help to see the options.");
    await openDatabase(settings().databaseUrl);
    try {
      const made = await compileTo(slug, lang, out);
      if (json) say(made);
      else say(`Edition ${made.number}, draft ${made.draft}, sha256 ${made.hash}: ${out}`);
      return 0;
    } finally {
      await closeDatabase();
    }
  },
});

async function compileTo(slug: string, language: string, out: string) {
  const assessment = await findAssessmentRowIfAny(db, slug);
  if (!assessment) throw new CommandProblem(`There is no assessment ${slug}.`);
  if (!assessment.languages.includes(language))
    throw new CommandProblem(`${slug} has no language ${language}: ${assessment.languages.join(", ")}.`);
  const at = new Date();
  const made = await compileEdition(
    { by: { kind: "system", id: "compile" }, at, request: newId(at) },
    { assessment, languages: [language], purpose: "concept", prepare: prepareEdition },
  );
  const [file] = made.files;
  if (!file) throw new Error("The edition has no file.");
  await writeFile(out, await readStoredBytes(file.sha256));
  return { number: made.number, draft: made.draft, hash: made.hash, file: out, fileSha256: file.sha256 };
}
