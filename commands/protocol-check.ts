import { readFileSync, statSync, writeFileSync } from "node:fs";
import type { ProtocolProblem, ProtocolRemark } from "~/domain/protocol/file-problem";
import { isUnreadable } from "~/domain/protocol/file-problem";
import { protocolJsonSchema } from "~/domain/protocol/json-schema";
import { languageIfAny, type Language } from "~/domain/tool-language";
import { translator } from "~/platform/i18n.server";
import { mostProtocolBytes, readProtocolFile } from "~/platform/protocol-file.server";
import { CommandProblem, runCommand, say } from "./command";

const usage = `
npm run protocol:check -- FILE [--lang en|nl] [--json]
npm run protocol:check -- --write-schema

Checks a protocol file and tells every mistake with line, column, what is wrong and what would be right; remarks refuse
nothing. --json gives one object {file, result, problems, remarks}, each with {code, line, column, path, details, sentence}.
--write-schema writes protocols/protocol.schema.json, which editors use for completion. Writes nothing else.

Exit codes: 0 no problems, 1 problems, 2 unreadable or wrong arguments.
`;

const schemaFile = new URL("../protocols/protocol.schema.json", import.meta.url);

function told(found: readonly (ProtocolProblem | ProtocolRemark)[], language: Language) {
  const say = translator(language, "protocolCheck");
  return found.map((each) => ({ ...each, sentence: say(each.code, each.details) }));
}

function contentOf(file: string): Uint8Array {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new CommandProblem(`There is no file ${file}.`);
  if (!found.isFile()) throw new CommandProblem(`${file} is not a file.`);
  // One byte more than may be read tells that it is too big, without taking it all into memory.
  return found.size > mostProtocolBytes ? new Uint8Array(mostProtocolBytes + 1) : readFileSync(file);
}

function check(file: string, language: Language, json: boolean): number {
  const { problems, remarks } = readProtocolFile(contentOf(file));
  const result = problems.some(isUnreadable) ? "unreadable" : problems.length > 0 ? "problems" : "fine";
  const [wrong, noted] = [told(problems, language), told(remarks, language)];
  const words = translator(language, "protocolCheck");
  if (json) say({ file, result, problems: wrong, remarks: noted });
  else {
    for (const { line, column, sentence } of wrong) say(`${line}:${column} ${sentence}`);
    for (const { line, column, sentence } of noted) say(`${line}:${column} ${words("remark")}: ${sentence}`);
    if (result === "problems") say(words("summary-problems", { problems: problems.length }));
    if (result === "fine") say(words("summary-fine", { remarks: remarks.length }));
  }
  return { fine: 0, problems: 1, unreadable: 2 }[result];
}

function writeSchema(): number {
  writeFileSync(schemaFile, `${JSON.stringify(protocolJsonSchema(), null, 2)}\n`);
  return 0;
}

function languageOf(given: string | undefined): Language {
  const language = given === undefined ? "en" : languageIfAny(given);
  if (!language) throw new CommandProblem(`--lang can be en or nl, not ${given}.`);
  return language;
}

await runCommand({
  usage,
  options: { lang: { type: "string" }, "write-schema": { type: "boolean" } },
  run({ values, positionals: [file, ...more] }) {
    if (values["write-schema"] === true) return Promise.resolve(writeSchema());
    if (file === undefined || more.length > 0) throw new CommandProblem("Name one FILE. Use --help to see the options.");
    return Promise.resolve(check(file, languageOf(values.lang), values.json === true));
  },
});
