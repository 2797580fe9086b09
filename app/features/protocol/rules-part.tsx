import { useTranslations } from "use-intl";
import type { Rules } from "~/domain/protocol/rules";
import type { Scale } from "~/domain/protocol/scales";
import { Sheet } from "~/ui/sheet";
import { ScaleSheet } from "./criteria-part";
import { useTold } from "./told";

const kinds = ["ordinal", "nominal", "numeric", "yesNo"] as const;

/** What the study demands of its chain, fact check, confidence, review and coverage: a sentence per rule. */
export function RulesPart({ rules, scales }: { rules: Rules; scales: readonly Scale[] }) {
  const t = useTranslations("protocol.rules");
  const { factCheck, signOff, confidence } = rules;
  const scale = scales.find(({ id }) => id === confidence?.scale);
  return (
    <>
      <Sheet title={t("chainTitle")}>
        <ul className="gap">
          <li>{t(`chain.${rules.chain}`)}</li>
          <li>{t(rules.contradictionMustBeAddressed ? "contradiction" : "contradictionFree")}</li>
          <li>{t(`citable.${rules.citableWhen}`, { days: rules.citableAfterDays ?? 0 })}</li>
          <ConfidenceRule rules={rules} scales={scales} />
          <li>{t(rules.ownExpertise ? "ownExpertise" : "noOwnExpertise")}</li>
        </ul>
      </Sheet>
      <Sheet title={t("checkTitle")}>
        <ul className="gap">
          <li>{t(`factCheck.${factCheck.offer}`, { days: factCheck.days })}</li>
          {factCheck.offer !== "never" && <li>{t(`confirmed.${factCheck.confirmedWhen}`)}</li>}
          <li>{t(`signOff.${signOff.rule}`, { k: signOff.k ?? 1 })}</li>
          {kinds.map((kind) => (
            <li key={kind}>{t(`reconciliation.${kind}`, { way: t(`ways.${rules.reconciliation[kind] ?? "discussion"}`) })}</li>
          ))}
        </ul>
      </Sheet>
      <CoverageRules coverage={rules.coverage} />
      {scale && <ScaleSheet scale={scale} />}
    </>
  );
}

function ConfidenceRule({ rules: { confidence }, scales }: { rules: Rules; scales: readonly Scale[] }) {
  const t = useTranslations("protocol.rules");
  const told = useTold();
  if (!confidence) return <li>{t("noConfidence")}</li>;
  const scale = told(scales.find(({ id }) => id === confidence.scale)?.title);
  const statements = confidence.statements.map((kind) => t(`statements.${kind}`)).join(", ");
  return (
    <>
      <li>{t("confidence", { scale, statements })}</li>
      {confidence.components && <li>{t("components")}</li>}
    </>
  );
}

function CoverageRules({ coverage }: { coverage: Rules["coverage"] }) {
  const t = useTranslations("protocol.rules");
  return (
    <Sheet title={t("coverageTitle")}>
      {coverage.length === 0 && <p>{t("noCoverage")}</p>}
      <ul className="gap">
        {coverage.map(({ questions, minEvidence, minKinds, minOrigins, severity }, place) => {
          const needs = [
            minEvidence !== undefined && t("minEvidence", { count: minEvidence }),
            minKinds !== undefined && t("minKinds", { count: minKinds }),
            minOrigins !== undefined && t("minOrigins", { count: minOrigins }),
          ].filter((need) => need !== false);
          return (
            <li key={place}>
              {t("coverage", {
                which: questions ? t("coverageOf", { questions: questions.join(", ") }) : t("coverageOfAll"),
                needs: needs.join(", "),
              })}{" "}
              {t(`severity.${severity}`)}
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
