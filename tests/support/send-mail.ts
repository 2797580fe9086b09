// One round of the post in a process of its own, on the database and the mail server of its environment.
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { settings } from "~/platform/environment.server";
import { sendDueMail } from "~/platform/mail-sender.server";

await openDatabase(settings().databaseUrl);
process.stdout.write("ready\n");
await new Promise((begin) => process.stdin.once("data", begin));
process.stdout.write(`sent ${await sendDueMail(db, new Date(process.env["MAIL_AT"] ?? ""))}\n`);
await closeDatabase();
process.exit(0);
