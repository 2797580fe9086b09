import type { z } from "zod";
import type { FormProblem } from "~/platform/form-problem";
import { fieldProblem, refusedField } from "~/platform/form-problem";
import type { ChangeContext } from "~/platform/change.server";
import { catchRefusal } from "~/platform/refusal.server";
import { addMember } from "./add-member.server";
import { changeMember } from "./change-member.server";
import { removeMember } from "./remove-member.server";
import type { MemberAct } from "./schema";

type Act = z.output<typeof MemberAct>;

/** Does what the lead asked; answers what is wrong with it, for the form, or null. */
export async function actOnMembers(context: ChangeContext, assessmentId: string, act: Act): Promise<FormProblem | null> {
  const done = await catchRefusal(() => run(context, assessmentId, act), "invalid", "wrong-state");
  if (done.ok) return null;
  const { code, details } = done.refusal;
  return code === "invalid" ? refusedField(act, details) : fieldProblem(act, "role", String(details["reason"]));
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
