import type { Verdict } from "~/domain/trail/verify";
import { verifyTarget } from "~/platform/trail-verify.server";
import { CommandProblem, runCommand, say } from "./command";

const usage = `
npm run audit:verify -- FILE|DATABASE_URL [--json]

Verifies an audit trail without writing anything: a database file (also one in use), an export (folder or zip),
or a PostgreSQL database by its address. The last line is the verdict; --json gives one object
{result, chain, seq, reason, events, chains, checkpoints, unsigned}.

Exit codes: 0 intact, 1 altered (the first bad event is named), 2 unreadable or wrong arguments.
`;

function sentence({ result, chain, seq, reason, events, chains, unsigned }: Verdict): string {
  if (result === "intact") return `intact: ${events} events in ${chains} chains; ${unsigned} since the last checkpoint`;
  const place = [chain && `chain ${chain}`, seq !== null && `event ${seq}`].filter(Boolean).join(", ");
  return `altered: ${place ? `${place}: ` : ""}${reason}`;
}

const unreadable = { result: "unreadable", chain: null, seq: null, reason: null, events: 0, chains: 0, checkpoints: 0, unsigned: 0 };

await runCommand({
  usage,
  options: {},
  failure: 2,
  async run({ values, positionals: [target, ...more] }) {
    try {
      if (target === undefined || more.length > 0) throw new CommandProblem("Name one file or database to verify. Use --help to see how.");
      const verdict = await verifyTarget(target);
      say(values.json ? { ...verdict } : sentence(verdict));
      return verdict.result === "intact" ? 0 : 1;
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      if (values.json) process.stderr.write(`${problem}\n`);
      say(values.json ? unreadable : `unreadable: ${problem}`);
      return 2;
    }
  },
});
