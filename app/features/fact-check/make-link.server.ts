import { dayAt, endOfDay } from "~/domain/day";
import { languageIfAny } from "~/domain/tool-language";
import { findStudy } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { endCheckLinks } from "~/platform/end-check-links.server";
import { newId } from "~/platform/ids.server";
import { keepLink, labelOfLink } from "~/platform/keep-check-link.server";
import { requireConsents } from "~/platform/missing-consents.server";
import { refuse } from "~/platform/refusal.server";
import { digestOf, newToken } from "~/platform/token.server";
import { listOpenItems } from "~/platform/open-items.server";
import { findInterviewToCheck } from "./find-interview.server";

/** A link for a participant to check the record, until a day (`yyyy-mm-dd`) that is included. */
export interface MakeLink {
  assessmentId: string;
  participantId: string;
  language: string;
  until: string;
}

/** A link as it is handed over once: its token is stored nowhere. */
export interface MadeLink {
  id: string;
  token: string;
  version: number;
}

/** Makes a link for a participant, in place of those that she had: there is one for each at a time. Refused while a question is open or a consent is still to be recorded. */
export async function makeLink(context: ChangeContext, input: MakeLink): Promise<MadeLink> {
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { assessmentId, participantId, language, until } = input;
    const participant = await tx.participant.findFirst({ where: { id: participantId, assessmentId } });
    if (!participant) throw refuse("not-found");
    const interview = await findInterviewToCheck(tx, context, assessmentId, participant.interviewId);
    const { protocol } = await findStudy(tx, assessmentId);
    if (protocol.rules.factCheck.offer === "never" || participant.withdrawnAt) throw refuse("invalid", { field: "participantId" });
    if (!languageIfAny(language)) throw refuse("invalid", { field: "language" });
    if (until < dayAt(context.at)) throw refuse("invalid", { field: "until", problem: "in-past" });
    const open = (await listOpenItems(tx, assessmentId, interview.id)).map(({ code }) => code);
    if (open.length > 0) throw refuse("invalid", { open });
    await requireConsents(tx, interview.id);
    const ended = await endCheckLinks(tx, context, participantId);
    const [id, token] = [newId(context.at), newToken()];
    await tx.factCheckLink.create({
      data: {
        ...{ id, assessmentId, participantId, language },
        interviewId: interview.id,
        tokenDigest: digestOf(token),
        expiresAt: endOfDay(until),
        createdAt: context.at,
        byId: context.by.id,
        remarks: "",
        version: 1,
      },
    });
    await keepLink(tx, context, id);
    const subject = { type: "fact-check", id, version: 1 } as const;
    const told = { language, until, replaced: ended.length };
    const made = { action: "fact-check.make-link", subject, ...(await labelOfLink(tx, { participantId })), change: told } as const;
    return { result: { id, token, version: 1 }, event: [made, ...ended] };
  });
}
