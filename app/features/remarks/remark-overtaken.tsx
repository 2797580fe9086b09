import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";

/** A draft that its writer changed meanwhile, in another window. */
export function RemarkOvertaken({ overtaken }: { overtaken: Overtaken }) {
  const t = useTranslations("remarks");
  return (
    <OvertakenScreen
      what={t("new")}
      overtaken={overtaken}
      fields={[
        { name: "about", label: t("about") },
        { name: "passage", label: t("passage"), kind: "lines" },
        { name: "text", label: t("text"), kind: "lines" },
      ]}
    />
  );
}
