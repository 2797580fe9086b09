import { useTranslations } from "use-intl";
import type { Answer, Condition } from "~/domain/protocol/fields";
import type { Scale } from "~/domain/protocol/scales";
import { useTold } from "./told";

/** The kind of an answer in words, with what it is limited to. */
export function AnswerWords({ answer, scales }: { answer: Answer; scales: readonly Scale[] }) {
  const t = useTranslations("protocol");
  const limits = useLimits(scales)(answer);
  return (
    <>
      {t(`answers.${answer.kind}`)}
      {limits !== "" && <span className="soft">: {limits}</span>}
    </>
  );
}

function useLimits(scales: readonly Scale[]): (answer: Answer) => string {
  const t = useTranslations("protocol");
  const told = useTold();
  return (answer) => {
    switch (answer.kind) {
      case "number":
        return [told(answer.unit), rangeOf(answer.min, answer.max)].filter((part) => part !== "").join(", ");
      case "money":
        return [answer.currencies.join(", "), rangeOf(answer.min, answer.max)].filter((part) => part !== "").join(", ");
      case "single-choice":
      case "multiple-choice":
        return answer.choices.map(({ label }) => told(label)).join(" · ");
      case "scale":
        return told(scales.find(({ id }) => id === answer.scale)?.title);
      case "table":
        return answer.columns.map(({ label }) => told(label)).join(" · ");
      case "reference":
        return t(`references.${answer.to}`);
      default:
        return "";
    }
  };
}

function rangeOf(min: number | undefined, max: number | undefined): string {
  if (min === undefined && max === undefined) return "";
  if (max === undefined) return `≥ ${min}`;
  return min === undefined ? `≤ ${max}` : `${min}–${max}`;
}

/** When something is asked, as a sentence. */
export function ConditionWords({ condition, names }: { condition: Condition; names: ReadonlyMap<string, string> }) {
  const t = useTranslations("protocol.onlyIf");
  const { question, part, field, answered, is, isNot, isAnyOf, atLeast, atMost } = condition;
  const subject = [names.get(question ?? field ?? "") ?? question ?? field ?? "", part].filter(Boolean).join(" ");
  const tests = [
    answered !== undefined && t(answered ? "answered" : "unanswered"),
    is !== undefined && t("is", { value: String(is) }),
    isNot !== undefined && t("isNot", { value: String(isNot) }),
    isAnyOf !== undefined && t("is", { value: isAnyOf.map(String).join(" / ") }),
    atLeast !== undefined && t("atLeast", { value: String(atLeast) }),
    atMost !== undefined && t("atMost", { value: String(atMost) }),
  ].filter((test) => test !== false);
  return <>{t("sentence", { subject, tests: tests.join(", ") })}</>;
}
