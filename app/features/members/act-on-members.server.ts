import type { z } from "zod";
import { entriesOfForm } from "~/domain/overtaken";
import { fieldProblem } from "~/platform/form-problem";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { answerForm, type FormAnswer } from "~/platform/overtaken.server";
import { catchRefusal } from "~/platform/refusal.server";
import { addMember } from "./add-member.server";
import { changeMember } from "./change-member.server";
import { removeMember } from "./remove-member.server";
import type { MemberAct } from "./schema";

type Act = z.output<typeof MemberAct>;

/** Does what the lead asked; answers what is wrong with it, or what somebody kept meanwhile, for the form, or null. */
export async function actOnMembers(context: ChangeContext, assessmentId: string, act: Act): Promise<FormAnswer | null> {
  const record = act.intent === "change" ? { kind: "member", id: act.memberId } : null;
  const done = await catchRefusal(
    () => answerForm(db, context, { mine: entriesOfForm(act), record }, () => run(context, assessmentId, act)),
    "wrong-state",
  );
  return done.ok ? done.result : { status: 422, problem: fieldProblem(act, "role", String(done.refusal.details["reason"])) };
}

async function run(context: ChangeContext, assessmentId: string, act: Act): Promise<void> {
  if (act.intent === "add") {
    const { email, role, endsOn } = act;
    await addMember(context, { assessmentId, email, role, endsOn });
  } else if (act.intent === "change") {
    const { memberId: id, version, role, endsOn } = act;
    await changeMember(context, { assessmentId, id, version, role, endsOn });
  } else {
    await removeMember(context, { assessmentId, id: act.memberId, version: act.version });
  }
}
