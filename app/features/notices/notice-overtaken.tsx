import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";

/** Somebody else dealt with the same notice meanwhile. */
export function NoticeOvertaken({ overtaken, number }: { overtaken: Overtaken; number: number }) {
  const t = useTranslations("notices");
  return (
    <OvertakenScreen what={t("title", { number })} overtaken={overtaken} fields={[{ name: "note", label: t("note"), kind: "lines" }]} />
  );
}
