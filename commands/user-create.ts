// npm run user:create: makes an account, beside a running server or before the first start.
import { mailAddress, nameLine } from "~/domain/shapes";
import { languageIfAny } from "~/domain/tool-language";
import { createAccount } from "~/features/accounts/create-account.server";
import { closeDatabase, openDatabase } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { translator } from "~/platform/i18n.server";
import { newId } from "~/platform/ids.server";
import { ensureInstallation } from "~/platform/installation.server";
import { migrate } from "~/platform/migrate.server";
import { passwordProblem } from "~/platform/password-rule.server";
import { hashPassword } from "~/platform/password.server";
import { catchRefusal } from "~/platform/refusal.server";
import { CommandProblem, runCommand, say } from "./command";

const usage = `
npm run user:create -- --email ADDRESS --name NAME [--admin] [--may-start] [--language nl|en] --password-stdin [--json]

Makes an account. The password is read from standard input: on the command line others would see it.
  --admin      the account manages accounts; it gives no access to assessments
  --may-start  the account may start assessments
  --language   of its pages, nl unless said otherwise
--json gives one object {id, email}.

Exit codes: 0 made, 1 refused (the sentence says why), 2 wrong arguments or settings.
`;

const options = {
  email: { type: "string" },
  name: { type: "string" },
  admin: { type: "boolean" },
  "may-start": { type: "boolean" },
  language: { type: "string" },
  "password-stdin": { type: "boolean" },
} as const;

async function readPassword(): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) chunks.push(chunk);
  return Buffer.concat(chunks)
    .toString("utf8")
    .replace(/\r?\n$/u, "");
}

interface Wanted {
  email: string;
  name: string;
  language: "nl" | "en";
}

function wanted(values: { email?: string | undefined; name?: string | undefined; language?: string | undefined }): Wanted {
  const email = mailAddress.safeParse(values.email ?? "");
  const name = nameLine(120).safeParse(values.name ?? "");
  const language = languageIfAny(values.language ?? "nl");
  if (!email.success) throw new CommandProblem("--email must be a mail address.");
  if (!name.success) throw new CommandProblem("--name must be a name.");
  if (!language) throw new CommandProblem("--language can be nl or en.");
  return { email: email.data, name: name.data, language };
}

/** Opens the database, brought up to date when no server has it open; a running server has done that itself. */
async function open(at: Date): Promise<void> {
  const { databaseUrl, dataDir } = settings();
  await migrate({ url: databaseUrl, dataDir, at });
  await openDatabase(databaseUrl);
  await ensureInstallation({ at, request: newId(at), program: "Grondslag" });
}

await runCommand({
  usage,
  options,
  async run({ values }) {
    const account = wanted(values);
    if (values["password-stdin"] !== true)
      throw new CommandProblem("--password-stdin is needed: on the command line others would see the password.");
    const password = await readPassword();
    const problem = await passwordProblem(password, [account.name, account.email]);
    if (problem) throw new CommandProblem(`${translator("en", "problems")(problem)}.`, 1);
    const at = new Date();
    await open(at);
    const context = { by: { kind: "system", id: "user:create" }, at, request: newId(at) } as const;
    const rights = { administrator: values.admin === true, mayStart: values["may-start"] === true };
    const passwordHash = await hashPassword(password);
    const made = await catchRefusal(() => createAccount(context, { ...account, ...rights, passwordHash }), "invalid");
    await closeDatabase();
    if (!made.ok) throw new CommandProblem("This mail address has an account already.", 1);
    say(values.json === true ? { id: made.result, email: account.email } : `Made the account ${account.email}.`);
    return 0;
  },
});
