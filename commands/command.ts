import { parseArgs } from "node:util";
import type { ParseArgsConfig } from "node:util";
import { SettingProblem } from "~/platform/environment.server";
import { LockHeld } from "~/platform/lock.server";
import { MigrationProblem } from "~/platform/migrate-files.server";

type Options = NonNullable<ParseArgsConfig["options"]>;
type Parsed<O extends Options> = ReturnType<typeof parseArgs<{ options: O & typeof common; allowPositionals: true; strict: true }>>;

const common = { help: { type: "boolean" }, json: { type: "boolean" } } as const;

/** A sentence for the person at the shell, and the exit code that goes with it (2 = wrong arguments). */
export class CommandProblem extends Error {
  constructor(
    message: string,
    readonly exitCode = 2,
  ) {
    super(message);
    this.name = "CommandProblem";
  }
}

/** A command of the operator: what `--help` shows, its options beside `--help` and `--json`, and what it does (giving the exit code). */
export interface Command<O extends Options> {
  usage: string;
  options: O;
  run(given: Parsed<O>): Promise<number>;
  /** Exit code of a failure that has no code of its own; 1 unless said otherwise. */
  failure?: number;
}

/** Prints one line for people, or one JSON object for programs. */
export function say(line: string | Readonly<Record<string, unknown>>): void {
  process.stdout.write(`${typeof line === "string" ? line : JSON.stringify(line)}\n`);
}

/**
 * Runs a command: `--help` exits 0, wrong arguments 2, a held data folder 3; a problem is told in one sentence on standard error.
 * Who reads what it prints may stop before the end, as `head` does: the command ends then without a word.
 */
export async function runCommand<const O extends Options>(command: Command<O>, args = process.argv.slice(2)): Promise<void> {
  process.stdout.on("error", endWithReader);
  process.exitCode = await exitCodeOf(command, args);
}

function endWithReader(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
  process.exit();
}

async function exitCodeOf<O extends Options>(command: Command<O>, args: string[]): Promise<number> {
  try {
    const given = readArguments(command.options, args);
    if (given.values.help !== true) return await command.run(given as Parsed<O>);
    say(command.usage.trim());
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return codeOf(error) ?? command.failure ?? 1;
  }
}

function readArguments(options: Options, args: string[]) {
  try {
    return parseArgs({ args, options: { ...options, ...common }, allowPositionals: true, strict: true });
  } catch (error) {
    const [sentence] = (error instanceof Error ? error.message : String(error)).split(/\n|\. To specify/u);
    throw new CommandProblem(`${sentence}. Use --help to see the options.`);
  }
}

function codeOf(error: unknown): number | null {
  if (error instanceof CommandProblem || error instanceof LockHeld) return error.exitCode;
  if (error instanceof SettingProblem || error instanceof MigrationProblem) return 2;
  return null;
}
