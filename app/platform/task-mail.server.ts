import { textIn } from "~/domain/local-text";
import { groupBy } from "~/domain/evidence/graph";
import type { WaitingTask } from "~/domain/work/task";
import { taskValues } from "~/domain/work/task-words";
import type { AssessmentRow } from "./assessment.server";
import { settings } from "./environment.server";
import { translator } from "./i18n.server";
import { mailOffAddress } from "./mail-off-link.server";
import type { Mail } from "./mail.server";
import type { Viewer } from "./viewer.server";

/** A task to tell a person of. */
export interface MailedTask {
  assessment: AssessmentRow;
  task: WaitingTask;
}

/** The mail that tells a person what newly waits for her, in her language: of each task its sentence and the link to it, and nothing of what is written there. */
export function taskMail(viewer: Pick<Viewer, "id" | "name" | "email" | "language">, mailed: readonly MailedTask[]): Mail {
  const t = translator(viewer.language, "mails");
  const off = mailOffAddress(viewer.id);
  const studies = [...groupBy(mailed, ({ assessment }) => assessment.id).values()].map((own) => studyPart(own, viewer.language));
  const [only] = mailed.length === 1 ? mailed : [];
  return {
    to: viewer.email,
    subject: only ? titleOf(only, viewer.language) : t("tasks.subject", { count: mailed.length }),
    text: t("tasks.text", {
      name: viewer.name,
      count: mailed.length,
      tasks: studies.join("\n\n"),
      account: `${settings().origin}/account#mail`,
      off,
    }),
    headers: { "List-Unsubscribe": `<${off}>`, "List-Unsubscribe-Post": "List-Unsubscribe=One-Click" },
  };
}

function studyPart(mailed: readonly MailedTask[], language: Viewer["language"]): string {
  const [first] = mailed;
  const title = first ? textIn(first.assessment.title, language, first.assessment.languages) : "";
  const lines = mailed.map((one) => `- ${titleOf(one, language)}\n  ${addressOf(one)}`);
  return [title, ...lines].join("\n");
}

const addressOf = ({ assessment, task }: MailedTask) => `${settings().origin}/assessments/${assessment.slug}${task.path}`;

function titleOf({ assessment, task }: MailedTask, language: Viewer["language"]): string {
  const t = translator(language, "work");
  const name = textIn(task.name, language, assessment.languages);
  return t(
    `tasks.${task.kind}.title`,
    taskValues(task, name, (values) => t("annex", values)),
  );
}
