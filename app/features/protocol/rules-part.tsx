import { useTranslations } from "use-intl";
import type { CoverageRule, Rules } from "~/domain/protocol/rules";
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
        {coverage.map((rule, place) => (
          <CoverageLine key={place} rule={rule} />
        ))}
      </ul>
    </Sheet>
  );
}

const least = ["minEvidence", "minKinds", "minOrigins", "minInterviews", "minPerspectives"] as const;

function CoverageLine({ rule }: { rule: CoverageRule }) {
  const t = useTranslations("protocol.rules");
  const { questions, statements, ground, confidence, addressee, severity } = rule;
  const counts = least.flatMap((key) => (rule[key] === undefined ? [] : [t(key, { count: rule[key] })]));
  const said = [ground && t("ground"), confidence && t(`confidenceAsked.${confidence}`), addressee && t("addressee")];
  const needs = [...counts, ...said.filter((one) => one !== undefined)].join(", ");
  const kinds = statements?.map((kind) => t(`statements.${kind}`)).join(", ");
  const which = kinds
    ? t("coverageOfStatements", { kinds })
    : questions
      ? t("coverageOf", { questions: questions.join(", ") })
      : t("coverageOfAll");
  return (
    <li>
      {t("coverage", { which, needs })} {t(`severity.${severity}`)}
    </li>
  );
}
