import { useTranslations } from "use-intl";
import type { LocalText } from "~/domain/local-text";
import type { Overtaken } from "~/domain/overtaken";
import { OvertakenScreen } from "~/ui/overtaken-screen";
import { useCountName } from "./counts-sheet";

/** Somebody else gave the same count meanwhile. */
export function CountOvertaken({ overtaken, reasons }: { overtaken: Overtaken; reasons: readonly { key: string; label: LocalText }[] }) {
  const t = useTranslations("screening.counts");
  const name = useCountName(reasons);
  return (
    <OvertakenScreen
      what={name(overtaken.mine["kind"]?.[0] ?? "duplicates")}
      overtaken={overtaken}
      fields={[
        { name: "count", label: t("number") },
        { name: "note", label: t("note"), kind: "lines" },
      ]}
    />
  );
}
