import { z } from "zod";
import { type Verdict, verdicts } from "~/domain/fact-check/status";
import { optionalProse, versionRead } from "~/domain/shapes";

/** What is said of one answer; `seen` is the digest of the record that stood on the page. */
export interface ReplyGiven {
  answerId: string;
  verdict: Verdict;
  text: string;
  remark: string;
  seen: string;
}

/** The name of a field of one answer. */
export const replyEntry = (field: "verdict" | "text" | "remark" | "seen", answerId: string) => `${field}.${answerId}`;

/**
 * The form with which an interviewee goes through these answers; whoever says that one must be changed says how. What was withdrawn
 * since the page was read comes along in the form, and is let go.
 */
export function replyForm(answers: readonly { id: string; record: string; withdrawn: boolean }[]) {
  const shape = Object.fromEntries(
    answers.flatMap(({ id, withdrawn }): [string, z.ZodType][] => [
      [replyEntry("verdict", id), z.enum(verdicts, "choose").optional()],
      [replyEntry("text", id), optionalProse(20_000)],
      [replyEntry("remark", id), optionalProse(2000)],
      [replyEntry("seen", id), withdrawn ? z.string().optional() : z.string().regex(/^[0-9a-f]{64}$/u, "unknown")],
    ]),
  );
  return z
    .strictObject({
      ...shape,
      intent: z.enum(["save", "check"]).default("save"),
      version: versionRead,
      remarks: optionalProse(5000),
    })
    .transform(({ intent, version, remarks, ...rest }, context) => {
      const given: Readonly<Record<string, unknown>> = rest;
      const of = (field: "text" | "remark" | "seen", id: string) => {
        const value = given[replyEntry(field, id)];
        return typeof value === "string" ? value : "";
      };
      const replies = answers.flatMap(({ id, record, withdrawn }): ReplyGiven[] => {
        const verdict = given[replyEntry("verdict", id)] as Verdict | undefined; // the shape above has read it
        if (!verdict || withdrawn) return [];
        const reply = {
          answerId: id,
          verdict,
          text: verdict === "corrected" ? of("text", id) : "",
          remark: of("remark", id),
          seen: of("seen", id),
        };
        const same = reply.text.trim() === record.trim() && reply.remark.trim() === "";
        const wrong = verdict === "corrected" && (!/\S/u.test(reply.text) ? "required" : same ? "say-what-differs" : null);
        if (wrong) context.addIssue({ code: "custom", path: [replyEntry("text", id)], message: wrong });
        return [reply];
      });
      return { intent, version, remarks, replies };
    });
}

/** The acts that are sent from a page of their own, once she has seen what they do. */
export const ConfirmForm = z.strictObject({ intent: z.enum(["withdraw", "send"]), version: versionRead });
