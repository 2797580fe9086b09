import { useTranslations } from "use-intl";
import type { GateCheck } from "~/domain/coverage/gate";

/** What a check of the gate finds, in words: "one interview, 2 asked". */
export function useCheckWords(): (check: Pick<GateCheck, "check" | "has" | "needs">) => string {
  const t = useTranslations("gate.checks");
  return ({ check, has, needs }) => {
    switch (check) {
      case "confidence":
        return t("confidence", { lacks: needs - has });
      case "ground":
      case "addressee":
      case "contradiction":
        return t(check, { has });
      default:
        return t(check, { has, needs });
    }
  };
}
