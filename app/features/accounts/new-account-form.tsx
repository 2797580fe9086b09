import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox-group";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";

/** A new account: name, mail address and what its person may. */
export function NewAccountForm({ kept }: { kept: Kept }) {
  const t = useTranslations("accounts");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).NewAccount }), "create");
  return (
    <Sheet title={t("new")} intro={t("newIntro")}>
      <LiveForm live={live} className="fields">
        <TextField name="name" label={t("name")} value={kept.value("name")} error={kept.error("name")} />
        <TextField name="email" type="email" label={t("email")} value={kept.value("email")} error={kept.error("email")} />
        <Checkbox name="mayStart" label={t("mayStart")} hint={t("mayStartHint")} checked={kept.value("mayStart") === "yes"} />
        <Checkbox
          name="administrator"
          label={t("administrator")}
          hint={t("administratorHint")}
          checked={kept.value("administrator") === "yes"}
        />
        <div>
          <Button variant="primary" name="intent" value="create">
            {t("create")}
          </Button>
        </div>
      </LiveForm>
    </Sheet>
  );
}
