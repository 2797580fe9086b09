import { useTranslations } from "use-intl";
import type { EvidenceKind } from "~/domain/evidence/kinds";
import { Time } from "~/ui/time";
import { useCheckWords } from "~/ui/use-check-words";
import type { GateLine } from "./load-gate.server";

/** A check in one line: "Question 1b: one interview, 2 asked". */
export function useCheckTitle(): (line: Pick<GateLine, "about" | "subject" | "check" | "has" | "needs">) => string {
  const t = useTranslations("gate");
  const words = useCheckWords();
  return (line) => `${line.about === "question" ? t("question", { code: line.subject }) : line.subject}: ${words(line)}`;
}

/** What follows from a check that is not met: what could be added, and the reason that was given or is asked. */
export function CheckDetail({ line }: { line: GateLine }) {
  const t = useTranslations("gate");
  const missing = useMissing();
  const { state, reason, unused } = line;
  return (
    <>
      {state === "blocked" && <b>{t("stops")}. </b>}
      {state === "asks-reason" && <b>{t("asksReason")}. </b>}
      {missing(line)} {unused > 0 && `${t("unused", { count: unused })}.`}
      {reason && <GivenReason reason={reason} />}
    </>
  );
}

/** The reason for which a warning is taken as it is, with who gave it and when. */
function GivenReason({ reason }: { reason: NonNullable<GateLine["reason"]> }) {
  const t = useTranslations("gate");
  return (
    <span className="given">
      <q className="serif" lang={reason.language}>
        {reason.text}
      </q>{" "}
      <span className="faint">
        {t.rich("reasonBy", { name: () => <bdi>{reason.by}</bdi>, at: () => <Time at={reason.at} as="date-time" /> })}
      </span>
    </span>
  );
}

/** What could be added, by name. */
function useMissing(): (line: GateLine) => string {
  const t = useTranslations("gate");
  return ({ check, missing }) => {
    if (missing.length === 0) return "";
    if (check === "kinds") return t("missing.kinds", { names: missing.map((kind) => t(`kinds.${kind as EvidenceKind}`)).join(", ") });
    return check === "perspectives" ? t("missing.perspectives", { names: missing.join(", ") }) : "";
  };
}
