import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/radio-group";
import { Sheet } from "~/ui/sheet";

/** Switches the keys of one letter on or off: who dictates, or types with a stick, may press them by accident. */
export function ShortcutsForm({ on }: { on: boolean }) {
  const t = useTranslations("accounts.keys");
  return (
    <Sheet title={t("title")} intro={t("intro")}>
      <Form method="post" className="fields" reloadDocument>
        <RadioGroup
          name="shortcuts"
          label={t("label")}
          value={on ? "on" : "off"}
          options={[
            { value: "on", label: t("on") },
            { value: "off", label: t("off") },
          ]}
        />
        <div>
          <Button name="intent" value="keys">
            {t("save")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
