import { createTransport } from "nodemailer";
import { settings } from "./environment.server";
import { log, loggedError } from "./log.server";

/** A mail in plain text to one address. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  /** More headers, such as how to be sent no more. */
  headers?: Readonly<Record<string, string>>;
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
export async function sendMail(mail: Mail): Promise<boolean> {
  return (await deliver(mail)) === "sent";
}

/** Offers a mail to the mail server: it took it, it surely did not take it, or nobody knows. */
export async function deliver({ to, subject, text, headers }: Mail): Promise<"sent" | "refused" | "in doubt"> {
  const { smtpUrl, mailFrom } = settings();
  if (smtpUrl === null) return "refused";
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
      headers: { ...headers, "Auto-Submitted": "auto-generated" },
    });
    return "sent";
  } catch (error) {
    const { message: _, ...told } = loggedError(error);
    log().error({ error: told }, "mail was not sent");
    return isRefused(error) ? "refused" : "in doubt";
  } finally {
    transport.close();
  }
}

/** The mail server answered with a refusal, or was never reached; a mail of which neither is known may have gone. */
function isRefused(error: unknown): boolean {
  const { responseCode, code, syscall, timeoutType } = error as Readonly<Record<string, unknown>>;
  if (typeof responseCode === "number" || code === "EDNS" || syscall === "connect") return true;
  return timeoutType === "CONNECTION_TIMEOUT" || timeoutType === "GREETING_TIMEOUT";
}
