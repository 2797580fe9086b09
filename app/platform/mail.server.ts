import { createTransport } from "nodemailer";
import { settings } from "./environment.server";
import { log, loggedError } from "./log.server";

/** A mail in plain text to one address. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** How long the mail server may be silent. */
const patience = 10_000;

/** Whether this installation can send mail. */
export function isMailSetUp(): boolean {
  return settings().smtpUrl !== null;
}

/**
 * Sends a mail, after what it tells of was committed; says whether the mail server took it. The log has the code of what went wrong,
 * and nothing of the mail.
 */
export async function sendMail({ to, subject, text }: Mail): Promise<boolean> {
  const { smtpUrl, mailFrom } = settings();
  if (smtpUrl === null) return false;
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: patience,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  try {
    await transport.sendMail({
      from: mailFrom,
      to: { name: "", address: to },
      subject,
      text,
      headers: { "Auto-Submitted": "auto-generated" },
    });
    return true;
  } catch (error) {
    const { message: _, ...told } = loggedError(error);
    log().error({ error: told }, "mail was not sent");
    return false;
  } finally {
    transport.close();
  }
}
