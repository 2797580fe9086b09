import { useTranslations } from "use-intl";
import type { LocalText } from "~/domain/local-text";
import type { Overtaken } from "~/domain/overtaken";
import { ownReason, screeningDecisions } from "~/domain/screening/steps";
import { useStudyWords } from "~/platform/study-words";
import { OvertakenScreen, type OvertakenField } from "~/ui/overtaken-screen";

interface ScreeningOvertakenProps {
  overtaken: Overtaken;
  what: string;
  reasons: readonly { key: string; label: LocalText }[];
}

/** The same person decided on this publication in another window, or somebody else settled it meanwhile. */
export function ScreeningOvertaken({ overtaken, what, reasons }: ScreeningOvertakenProps) {
  const t = useTranslations("screening");
  const words = useStudyWords();
  const isSettling = overtaken.mine["intent"]?.[0] === "settle";
  const fields: OvertakenField[] = [
    {
      name: "decision",
      label: t("settleAs"),
      kind: "choice",
      options: screeningDecisions.map((decision) => ({ value: decision, label: t(`decide.${decision}`) })),
    },
    {
      name: "reason",
      label: t("reason"),
      kind: "choice",
      options: [...reasons.map(({ key, label }) => ({ value: key, label: words(label) })), { value: ownReason, label: t("ownReason") }],
    },
    { name: "ownReason", label: t("ownReasonWords") },
    isSettling ? { name: "why", label: t("why"), kind: "lines" } : { name: "note", label: t("note"), kind: "lines" },
  ];
  return <OvertakenScreen what={what} overtaken={overtaken} fields={fields} />;
}
