import { z } from "zod";
import { stances } from "~/domain/remarks/remark";
import { openCommentRound } from "~/features/remarks/open-comment-round.server";
import { respondToRemark } from "~/features/remarks/respond-to-remark.server";
import { saveRemark } from "~/features/remarks/save-remark.server";
import { sendRemarks } from "~/features/remarks/send-remarks.server";
import { showResponses } from "~/features/remarks/show-responses.server";
import { db } from "~/platform/db.server";
import { newId } from "~/platform/ids.server";
import type { Agenda } from "./agenda";
import { Both, both, readRecords, type SeededStudy } from "./study";

const Said = z.strictObject({
  about: z.string(),
  passage: z.string(),
  nl: z.string(),
  sent: z.string().optional(),
  response: z
    .strictObject({
      stance: z.enum(stances),
      nl: z.string(),
      en: z.string(),
      changed: z.record(z.string(), z.string()),
      statements: z.array(z.string()),
      shown: z.boolean(),
    })
    .optional(),
});
type Said = z.infer<typeof Said>;

const Records = z.strictObject({ round: z.strictObject({ due: z.string(), note: Both }), remarks: z.array(Said) });

interface Days {
  lead: string;
  researcher: string;
  commissioner: string;
  asked: string;
  answered: string;
  shown: string;
}

/** The newest edition of the study that was released. */
const released = (study: SeededStudy) =>
  db.edition.findFirstOrThrow({ where: { assessmentId: study.id, state: "released" }, orderBy: { number: "desc" }, select: { id: true } });

/** The commissioner says something of the concept: some of it is answered and shown, some answered only, some waits, and one is still a draft. */
export function planRemarks(agenda: Agenda, study: SeededStudy, folder: string, days: Days): void {
  const { round, remarks } = readRecords(folder, "remarks", Records);
  const where = async () => ({ assessmentId: study.id, editionId: (await released(study)).id });
  agenda.spread(days.asked, 10, [round], async ({ due, note }, at) =>
    openCommentRound(study.as(days.lead, at), { ...(await where()), dueOn: due, note: both(note) }),
  );
  const made = new Map<Said, string>();
  for (const said of remarks)
    agenda.spread(said.sent ?? "2022-03-28", 13, [said], async ({ about, passage, nl: text, sent }, at) => {
      const id = newId(at);
      made.set(said, id);
      const own = study.as(days.commissioner, at);
      const { version } = await saveRemark(own, { ...(await where()), id, version: 0, about, passage, text, language: "nl" });
      if (sent) await sendRemarks(own, { ...(await where()), drafts: [{ id, version }] });
    });
  const answered = remarks.filter(({ response }) => response !== undefined);
  agenda.spread(days.answered, 10, answered, (said, at) => respond(study, days.researcher, said, made.get(said) ?? "", at));
  agenda.spread(days.shown, 14, [answered.filter(({ response }) => response?.shown)], async (shown, at) =>
    showResponses(study.as(days.lead, at), {
      ...(await where()),
      remarks: shown.map((said) => ({ id: made.get(said) ?? "", version: 3 })),
    }),
  );
}

async function respond(study: SeededStudy, person: string, { response }: Said, id: string, at: Date): Promise<void> {
  if (!response) return;
  const { stance, nl, en, changed } = response;
  const codes = { assessmentId: study.id, code: { in: response.statements } };
  const statements = (await db.statement.findMany({ where: codes, select: { id: true } })).map((row) => row.id);
  await respondToRemark(study.as(person, at), {
    assessmentId: study.id,
    id,
    version: 2,
    stance,
    response: { nl, en },
    changed,
    statements,
  });
}
