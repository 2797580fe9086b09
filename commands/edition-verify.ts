import { readFile } from "node:fs/promises";
import type { VerifiedStatement } from "~/domain/document/verify-file";
import type { Origin } from "~/platform/edition-origin.server";
import { UnreadableFile } from "~/platform/unreadable-file";
import { verifyEditionFile, type FileReport } from "~/platform/verify-edition-file.server";
import { CommandProblem, runCommand, say } from "./command";

const usage = `
npm run edition:verify -- FILE [--against DATABASE|EXPORT] [--json]

Reads a file of an edition as somebody sent it back (DOCX, ODT, PDF or HTML) and says per statement: unchanged, changed in the
file, missing, unknown, or grounds missing. What it compares with is what the file itself carries; --against asks a database
(its file or address) or an export of a trail whether that edition was compiled there and whether the file tells the truth
about it; a database also counts the fingerprint of the text in the colophon again. Nothing is written and no server is needed.

Exit codes: 0 everything unchanged, 1 something differs, 2 unreadable or wrong arguments.
`;

/** Why a file can't be read, in a sentence; keys that aren't here are shown as they are. */
const problems: Readonly<Record<string, string>> = {
  content: "This is no DOCX, ODT, PDF or HTML file of an edition, or it is damaged.",
  "no-origin": "The file says nothing of its origin: it is no file of an edition, or a program left that out when it saved the file.",
  "origin-broken": "What the file says of its origin can't be read.",
  "too-large": "The file is larger than a file of an edition can be.",
  doctype: "The file names other files in it, which no document does.",
  zipBroken: "The file is damaged: it can't be unpacked.",
  zipLocked: "The file is locked with a password.",
  zipPaths: "The file holds paths that lead outside it.",
  zipMany: "The file holds too many parts.",
  zipBomb: "The file would grow too large when it is unpacked.",
};

await runCommand({
  usage,
  options: { against: { type: "string" } },
  failure: 2,
  async run({ values: { against, json }, positionals: [path, ...more] }) {
    if (path === undefined || more.length > 0) throw new CommandProblem("Name one file to verify. Use --help to see how.");
    const report = await verify(path, against ?? null);
    if (json) say({ ...report });
    else for (const line of linesOf(report)) say(line);
    return isWhole(report) ? 0 : 1;
  },
});

async function verify(path: string, against: string | null): Promise<FileReport> {
  const bytes = await readFile(path).catch(() => {
    throw new CommandProblem(`There is no file ${path} that can be read.`);
  });
  try {
    return await verifyEditionFile(bytes, against);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new CommandProblem(problems[error.problem] ?? error.message);
    throw error;
  }
}

function isWhole({ statements, origin }: FileReport): boolean {
  const trusted =
    origin === null ||
    (origin.compiled && origin.provenanceHolds !== false && origin.fingerprintHolds !== false && origin.trail.result === "intact");
  return trusted && statements.every(({ verdict }) => verdict === "unchanged");
}

function* linesOf({ edition, statements, origin }: FileReport): Generator<string> {
  yield `${edition["dcterms:title"]}, edition ${edition["grondslag:edition"]}, draft ${edition["grondslag:draft"]} (${edition["grondslag:purpose"]}, ${edition["dcterms:language"]}), sha256 ${edition["grondslag:sha256"]}`;
  if (origin) yield* originLines(origin);
  for (const statement of statements) yield* statementLines(statement);
  const differing = statements.filter(({ verdict }) => verdict !== "unchanged").length;
  yield differing === 0 ? `unchanged: all ${statements.length} statements` : `differs: ${differing} of ${statements.length} statements`;
}

function* originLines({ trail, compiled, provenanceHolds, fingerprintHolds }: Origin): Generator<string> {
  yield trail.result === "intact" ? `trail: intact, ${trail.events} events` : `trail: ${trail.result}, run audit:verify`;
  if (!compiled) yield "origin: unknown there: the edition is of another installation, or was never compiled";
  else if (provenanceHolds === false) yield "origin: compiled there, but the file tells something else of it than was recorded";
  else yield provenanceHolds ? "origin: compiled there, and the file tells what was recorded" : "origin: compiled there";
  if (fingerprintHolds !== null)
    yield `fingerprint of the text: ${fingerprintHolds ? "as the colophon says" : "another than the colophon says"}`;
}

function* statementLines({ code, verdict, before, after, grounds }: VerifiedStatement): Generator<string> {
  const words = {
    unchanged: "unchanged",
    changed: "changed in the file",
    missing: "missing",
    unknown: "unknown",
    "grounds-missing": "grounds missing",
  };
  yield `${code}: ${words[verdict]}${grounds ? `: ${grounds.join(", ")}` : ""}`;
  if (verdict === "changed") {
    yield `  was: ${before ?? ""}`;
    yield `  is:  ${after ?? ""}`;
  }
}
