import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Checklist, type Check } from "~/ui/checklist";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { useCheckTitle } from "./check-line";
import type { StudyGateLine, StudyGateShown } from "./load-study-gate.server";

/** Before an edition: what of the evidence stops a final one, and which warnings have no reason, each with the way to it. */
export function StudyGateSheet({ gate: { blockers, unreasoned, base } }: { gate: StudyGateShown }) {
  const t = useTranslations("gate");
  const title = useCheckTitle();
  const check = (state: Check["state"]) => (line: StudyGateLine) => ({
    state,
    title: <Link to={line.href}>{title(line)}</Link>,
    detail: line.section !== null && <Link to={`${base}/sections/${line.section}`}>{t("inSection", { section: line.section })}</Link>,
  });
  const checks = [...blockers.map(check("blocks")), ...unreasoned.map(check("attention"))];
  return (
    <Sheet
      title={t("ofStudy")}
      intro={t("ofStudyIntro")}
      aside={<StudyVerdict blocked={blockers.length} unreasoned={unreasoned.length} />}
      flush={checks.length > 0}
    >
      {checks.length > 0 ? <Checklist checks={checks} /> : <p>{t("allInOrder")}</p>}
    </Sheet>
  );
}

function StudyVerdict({ blocked, unreasoned }: { blocked: number; unreasoned: number }) {
  if (blocked > 0) return <StatusTag state="blocks" detail={blocked} />;
  return unreasoned > 0 ? <StatusTag state="thin" detail={unreasoned} /> : <StatusTag state="in-order" />;
}
