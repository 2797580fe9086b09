import { useTranslations } from "use-intl";
import type { Language } from "~/domain/tool-language";
import { languages } from "~/domain/tool-language";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { RadioGroup } from "~/ui/radio-group";
import { Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";

interface OwnAccountFormProps {
  account: { name: string; language: Language; version: number };
  kept: Kept;
}

/** Name and language of a person. */
export function OwnAccountForm({ account, kept }: OwnAccountFormProps) {
  const t = useTranslations("accounts");
  const names = useTranslations("ui.frame.languages");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).OwnAccountAct }), "change");
  return (
    <Sheet title={t("own.details")}>
      <LiveForm live={live} className="fields" reloadDocument>
        <input type="hidden" name="version" value={account.version} />
        <TextField name="name" label={t("name")} value={kept.value("name", account.name)} error={kept.error("name")} autoComplete="name" />
        <RadioGroup
          name="language"
          label={t("own.language")}
          value={kept.value("language", account.language)}
          error={kept.error("language")}
          options={languages.map((language) => ({ value: language, label: <span lang={language}>{names(language)}</span> }))}
        />
        <div>
          <Button variant="primary" name="intent" value="change">
            {t("own.save")}
          </Button>
        </div>
      </LiveForm>
    </Sheet>
  );
}
