import { wrongInMapping } from "~/domain/house-style/propose-mapping";
import { styleSlots, type StyleMapping } from "~/domain/house-style/slots";
import { TemplateFacts } from "~/domain/house-style/template";
import { requireMay } from "~/platform/acting.server";
import { change, type ChangeContext } from "~/platform/change.server";
import { refuse } from "~/platform/refusal.server";
import { findChangeableHouseStyle, keepHouseStyle, type NamedHouseStyle } from "./keep-house-style.server";
import { slotField } from "./schema";

/** Chooses which styles of the template stand for ours. */
export async function mapHouseStyle(context: ChangeContext, input: NamedHouseStyle & { mapping: StyleMapping }): Promise<void> {
  const { assessmentId, mapping } = input;
  requireMay(context, assessmentId, "house-style.manage", "house-style.read");
  return change({ ...context, chain: assessmentId }, async (tx) => {
    const { id, version, fileName, facts, mapping: before } = await findChangeableHouseStyle(tx, input);
    const [wrong] = wrongInMapping(TemplateFacts.parse(JSON.parse(facts)), mapping);
    if (wrong) throw refuse("invalid", { field: slotField(wrong), problem: "choose" });
    const changed = styleSlots.filter((slot) => before[slot] !== mapping[slot]);
    if (changed.length === 0) return { result: undefined, event: "nothing changed" };
    await tx.houseStyle.update({ where: { id }, data: { mapping: JSON.stringify(mapping), version: version + 1 } });
    await keepHouseStyle(tx, context, id);
    const said = (chosen: StyleMapping) => changed.flatMap((slot) => (chosen[slot] === undefined ? [] : [`${slot}: ${chosen[slot]}`]));
    const subject = { type: "house-style", id, version: version + 1 } as const;
    const told = { styles: { before: said(before), after: said(mapping) } };
    return { result: undefined, event: { action: "house-style.map", subject, label: fileName, change: told } };
  });
}
