import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { languages } from "~/domain/tool-language";
import { OvertakenScreen } from "~/ui/overtaken-screen";

/** Somebody else changed the account meanwhile: its name and language, or what it may do. */
export function AccountOvertaken({ overtaken, name }: { overtaken: Overtaken; name: string }) {
  const t = useTranslations("accounts");
  const names = useTranslations("ui.frame.languages");
  const isOwn = overtaken.mine["name"] !== undefined;
  return (
    <OvertakenScreen
      what={name}
      overtaken={overtaken}
      fields={
        isOwn
          ? [
              { name: "name", label: t("name") },
              {
                name: "language",
                label: t("own.language"),
                kind: "choice",
                options: languages.map((language) => ({ value: language, label: names(language) })),
              },
            ]
          : [
              { name: "mayStart", label: t("mayStart"), kind: "tick" },
              { name: "administrator", label: t("administrator"), kind: "tick" },
            ]
      }
    />
  );
}
