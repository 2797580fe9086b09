import { z } from "zod";
import { styleSlots, type StyleMapping, type StyleSlot } from "~/domain/house-style/slots";

/** The name of the field in which a style is chosen. */
export function slotField(slot: StyleSlot): `style_${StyleSlot}` {
  return `style_${slot}`;
}

const chosen = z.string().max(255, { error: "too-long" }).default("");
const fields = Object.fromEntries(styleSlots.map((slot) => [slotField(slot), chosen])) as Record<`style_${StyleSlot}`, typeof chosen>; // one for each slot

const version = z.coerce.number().int();

/** Which styles of a template stand for ours; `preview` keeps nothing. */
export const MappingFields = z.strictObject({ intent: z.enum(["save", "preview"]), version, ...fields });

/** Removing a house style. */
export const RemoveFields = z.strictObject({ version });

/** A mapping as it was chosen in a form; what is left empty stays ours. */
export function mappingOf(form: z.output<typeof MappingFields>): StyleMapping {
  return Object.fromEntries(styleSlots.flatMap((slot) => (form[slotField(slot)] === "" ? [] : [[slot, form[slotField(slot)]]])));
}
