import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { sumOf } from "~/domain/ranking/score";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { useStudyWords } from "~/platform/study-words";
import { Button } from "~/ui/button";
import { number } from "~/ui/format";
import { useLanguage } from "~/ui/intl";
import { NumberField } from "~/ui/number-field";
import { Sheet } from "~/ui/sheet";
import type { RankingShown } from "./load-ranking.server";

type Weight = RankingShown["weights"][number];

interface WeightsFormProps {
  shown: RankingShown;
  path: string;
  /** What the address asks: at another one the fields begin anew. */
  query: string;
  problem: FormProblem | null;
}

/** What if: other weights, tried at an address of their own and saved nowhere. */
export function WeightsForm({ shown, path, query, problem }: WeightsFormProps) {
  const t = useTranslations("ranking");
  const ordered = shown.weights.filter(({ isOrdered }) => isOrdered);
  const equal = new URLSearchParams({ of: shown.group, ...Object.fromEntries(ordered.map(({ field }) => [field, "1"])) });
  return (
    <Sheet title={t("whatIf")} intro={t("whatIfIntro")} id="weights">
      <Form method="get" action={path} className="fields" noValidate preventScrollReset key={query}>
        <input type="hidden" name="of" value={shown.group} />
        <WeightFields weights={ordered} problem={problem} />
        <div className="row wrap">
          <Button variant="primary">{t("rank")}</Button>
          <Link to={`?${equal.toString()}`} preventScrollReset>
            {t("equal")}
          </Link>
          <Link to={`?of=${shown.group}`} preventScrollReset>
            {t("ofProtocol")}
          </Link>
        </div>
      </Form>
    </Sheet>
  );
}

function WeightFields({ weights, problem }: { weights: readonly Weight[]; problem: FormProblem | null }) {
  const t = useTranslations("ranking");
  const say = useStudyWords();
  const language = useLanguage();
  const kept = useKept(problem);
  const whole = sumOf(weights.map(({ weight }) => weight));
  return weights.map(({ field, code, title, weight }) => (
    <NumberField
      key={field}
      name={field}
      label={`${code} ${say(title)}`}
      value={kept.value(field, number(weight, language))}
      error={kept.error(field)}
      unit={!problem && whole > 0 ? t("part", { share: Math.round((weight / whole) * 100) }) : undefined}
    />
  ));
}
