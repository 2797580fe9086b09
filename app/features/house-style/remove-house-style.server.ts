import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { findChangeableHouseStyle, keepHouseStyle, type NamedHouseStyle } from "./keep-house-style.server";

/** Takes the house style of a study out of use: what is compiled from now on has the plain style. What was compiled stays as it is. */
export async function removeHouseStyle(context: ChangeContext, input: NamedHouseStyle): Promise<void> {
  requireMay(context, input.assessmentId, "house-style.manage", "house-style.read");
  return change({ ...context, chain: input.assessmentId }, async (tx) => {
    const { id, version, fileName, sha256 } = await findChangeableHouseStyle(tx, input);
    await tx.houseStyle.update({ where: { id }, data: { archivedAt: context.at, version: version + 1 } });
    await keepHouseStyle(tx, context, id);
    const subject = { type: "house-style", id, version: version + 1 } as const;
    return { result: undefined, event: { action: "house-style.remove", subject, label: fileName, change: { sha256 } } };
  });
}
