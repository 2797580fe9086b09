import { useTranslations } from "use-intl";
import { styleSlots } from "~/domain/house-style/slots";
import { slotField } from "./schema";

/** What the fields of the mapping are called on their page. */
export function useSlotNames(): Record<string, string> {
  const t = useTranslations("houseStyle");
  return Object.fromEntries(styleSlots.map((slot) => [slotField(slot), t(`slots.${slot}`)]));
}
