// npm run user:create: makes an account, beside a running server or before the first start.
import { parseArgs } from "node:util";
import { createAccount } from "~/features/accounts/create-account.server";
import { closeDatabase, openDatabase } from "~/platform/db.server";
import { settings, SettingProblem } from "~/platform/environment.server";
import { newId } from "~/platform/ids.server";
import { ensureInstallation } from "~/platform/installation.server";
import { migrate } from "~/platform/migrate.server";
import { hashPassword } from "~/platform/password.server";
import { passwordProblem } from "~/platform/password-rule.server";
import { translator } from "~/platform/i18n.server";
import { Refusal } from "~/platform/refusal.server";
import { mailAddress, nameLine } from "~/domain/shapes";

const help = `npm run user:create -- --email ADDRESS --name NAME [--admin] [--may-start] [--language nl|en] --password-stdin
  --email           the mail address to sign in with
  --name            the name that others see
  --admin           the account manages accounts; it gives no access to assessments
  --may-start       the account may start assessments
  --language        of its pages: nl (default) or en
  --password-stdin  reads the password from standard input
Exit codes: 0 made, 1 refused (the sentence says why), 2 wrong arguments or settings.`;

function leave(sentence: string, code: number): never {
  console.error(sentence);
  process.exit(code);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        email: { type: "string" },
        name: { type: "string" },
        admin: { type: "boolean", default: false },
        "may-start": { type: "boolean", default: false },
        language: { type: "string", default: "nl" },
        "password-stdin": { type: "boolean", default: false },
        help: { type: "boolean", default: false },
      },
    });
    return values;
  } catch (error) {
    return leave(`${error instanceof Error ? error.message : String(error)}\n${help}`, 2);
  }
}

async function readPassword(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8").replace(/\r?\n$/u, "");
}

async function make(): Promise<string> {
  const values = readArguments();
  if (values.help) {
    console.log(help);
    process.exit(0);
  }
  const email = mailAddress.safeParse(values.email ?? "");
  const name = nameLine(120).safeParse(values.name ?? "");
  const language = values.language === "en" ? "en" : "nl";
  if (!email.success) return leave(`--email must be a mail address.\n${help}`, 2);
  if (!name.success) return leave(`--name must be a name.\n${help}`, 2);
  if (!values["password-stdin"]) return leave(`--password-stdin is needed: a password on the command line would be seen by others.\n${help}`, 2);
  const password = await readPassword();
  const problem = await passwordProblem(password, [name.data, email.data]);
  if (problem) return leave(translator("en", "problems")(problem), 1);
  const { databaseUrl, dataDir } = settings();
  const at = new Date();
  const request = newId(at);
  await migrate({ url: databaseUrl, dataDir, at });
  await openDatabase(databaseUrl);
  await ensureInstallation({ at, request, program: "Grondslag" });
  const context = { by: { kind: "system", id: "user:create" }, at, request } as const;
  await createAccount(context, { email: email.data, name: name.data, language, administrator: values.admin, mayStart: values["may-start"], passwordHash: await hashPassword(password) });
  return email.data;
}

try {
  console.log(`Made the account ${await make()}.`);
  await closeDatabase();
} catch (error) {
  await closeDatabase();
  if (error instanceof SettingProblem) leave(error.message, 2);
  if (error instanceof Refusal) leave(error.details["problem"] === "email-taken" ? "This mail address has an account already." : error.message, 1);
  throw error;
}
