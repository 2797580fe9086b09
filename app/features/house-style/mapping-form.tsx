import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { stylesFor } from "~/domain/house-style/propose-mapping";
import { slotGroups } from "~/domain/house-style/slot-groups";
import type { StyleMapping, StyleSlot } from "~/domain/house-style/slots";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { useLookText } from "./look-text";
import type { HouseStyleShown } from "./open-house-style.server";
import { slotField } from "./schema";

/** Chooses for each of our styles which style of the template stands for it. */
export function MappingForm({
  style,
  mapping,
  kept,
  mayManage,
}: {
  style: HouseStyleShown;
  mapping: StyleMapping;
  kept: Kept;
  mayManage: boolean;
}) {
  const t = useTranslations("houseStyle");
  const refused = mayManage ? undefined : t("refusedAct");
  return (
    <Sheet title={t("mapping")} intro={t("mappingIntro")}>
      <Form method="post" className="stack" noValidate key={`${style.sha256} ${style.version}`}>
        <HiddenFields values={{ version: style.version }} />
        {slotGroups.map(({ name, slots }) => (
          <fieldset key={name} className="slots">
            <legend>{t(`groups.${name}`)}</legend>
            <div className="slot-grid">
              {slots.map((slot) => (
                <SlotField key={slot} slot={slot} styles={style.facts.styles} chosen={mapping[slot]} kept={kept} />
              ))}
            </div>
          </fieldset>
        ))}
        <div className="row wrap">
          <Button variant="primary" name="intent" value="save" refused={refused}>
            {t("save")}
          </Button>
          {mayManage && (
            <Button name="intent" value="preview">
              {t("preview")}
            </Button>
          )}
        </div>
      </Form>
    </Sheet>
  );
}

function SlotField({
  slot,
  styles,
  chosen,
  kept,
}: {
  slot: StyleSlot;
  styles: HouseStyleShown["facts"]["styles"];
  chosen: string | undefined;
  kept: Kept;
}) {
  const t = useTranslations("houseStyle");
  const lookText = useLookText();
  const name = slotField(slot);
  const fitting = stylesFor(slot, styles);
  const found = fitting.find(({ id }) => id === chosen);
  return (
    <SelectField
      name={name}
      label={t(`slots.${slot}`)}
      hint={found ? lookText(found) || undefined : t("ownLook")}
      options={fitting.map((one) => ({ value: one.id, label: one.name }))}
      empty={t("own")}
      value={kept.value(name, chosen ?? "")}
      error={kept.error(name)}
    />
  );
}
