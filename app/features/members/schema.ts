import { z } from "zod";
import { roles } from "~/domain/permissions";
import { idRead, mailAddress, optionalDay, versionRead } from "~/domain/shapes";

/** What the lead does with the people of an assessment. */
export const MemberAct = z.discriminatedUnion("intent", [
  z.strictObject({ intent: z.literal("add"), email: mailAddress, role: z.enum(roles), endsOn: optionalDay }),
  z.strictObject({ intent: z.literal("change"), memberId: idRead, version: versionRead, role: z.enum(roles), endsOn: optionalDay }),
  z.strictObject({ intent: z.literal("remove"), memberId: idRead, version: versionRead }),
]);
