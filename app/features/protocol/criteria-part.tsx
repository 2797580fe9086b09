import { useTranslations } from "use-intl";
import { type Consideration, type Criterion, judgedSubjects } from "~/domain/protocol/criteria";
import type { ScreeningDesign } from "~/domain/protocol/screening";
import { extraValuesOf, levelsOf, type Scale } from "~/domain/protocol/scales";
import { EmptyState } from "~/ui/empty-state";
import { QuestionNumber } from "~/ui/statement-number";
import { Sheet } from "~/ui/sheet";
import { Described } from "./questions-part";
import { ScreeningSheet } from "./screening-part";
import { Told } from "./told";

interface CriteriaPartProps {
  criteria: readonly Criterion[];
  scales: readonly Scale[];
  sourceCriteria: readonly Consideration[];
  screening: ScreeningDesign | null;
  base: string;
}

/** What is judged on what, by subject, and every scale with what its levels mean. */
export function CriteriaPart({ criteria, scales, sourceCriteria, screening, base }: CriteriaPartProps) {
  const t = useTranslations("protocol");
  if (criteria.length + scales.length + sourceCriteria.length === 0 && !screening) return <EmptyState title={t("noCriteria")} />;
  return (
    <>
      {judgedSubjects.map((subject) => {
        const judged = criteria.filter((criterion) => criterion.subject === subject);
        return (
          judged.length > 0 && (
            <Sheet key={subject} title={t(`subjects.${subject}`)}>
              <ul className="gap">
                {judged.map((criterion) => (
                  <CriterionItem
                    key={criterion.id}
                    criterion={criterion}
                    scale={scales.find(({ id }) => id === criterion.scale)}
                    base={base}
                  />
                ))}
              </ul>
            </Sheet>
          )
        );
      })}
      {scales.map((scale) => (
        <ScaleSheet key={scale.id} scale={scale} />
      ))}
      {screening && <ScreeningSheet screening={screening} />}
      {sourceCriteria.length > 0 && <Described title={t("sourceCriteria")} items={sourceCriteria} />}
    </>
  );
}

function CriterionItem({ criterion, scale, base }: { criterion: Criterion; scale: Scale | undefined; base: string }) {
  const t = useTranslations("protocol");
  const { code, title, description, weight, informs } = criterion;
  return (
    <li id={code}>
      <p>
        <span className="code num">{code}</span>{" "}
        <b>
          <Told of={title} />
        </b>
        {weight !== undefined && <span className="soft small"> · {t("weight", { weight })}</span>}
      </p>
      {description && (
        <p className="small">
          <Told of={description} />
        </p>
      )}
      <p className="chips small">
        {scale && (
          <a href={`#scale-${scale.id}`}>
            <Told of={scale.title} />
          </a>
        )}
        {(informs ?? []).map((question) => (
          <QuestionNumber key={question} code={question} href={`${base}/questions/${question}`} />
        ))}
      </p>
    </li>
  );
}

/** A scale with the meaning of its levels, and its answers without a level. */
export function ScaleSheet({ scale }: { scale: Scale }) {
  const t = useTranslations("protocol");
  const rows = [
    ...levelsOf(scale).map(({ key, label, anchor, value }) => ({ key, value: value === null ? "" : String(value), label, anchor })),
    ...(scale.kind === "numeric"
      ? (scale.anchors ?? []).map(({ at, text }) => ({ key: String(at), value: String(at), label: text, anchor: null }))
      : []),
    ...extraValuesOf(scale).map(({ key, label, anchor }) => ({ key, value: t("withoutLevel"), label, anchor: anchor ?? null })),
  ];
  const range = scale.kind === "numeric" ? t("range", { min: scale.min, max: scale.max, step: scale.step }) : "";
  return (
    <Sheet
      id={`scale-${scale.id}`}
      title={<Told of={scale.title} />}
      aside={<span className="soft small">{t(`scaleKinds.${scale.kind}`)}</span>}
      intro={
        <>
          <Told of={scale.description} /> {range}
        </>
      }
      flush
    >
      <table className="t">
        <caption className="vh">{t("levels")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("value")}</th>
            <th scope="col">{t("level")}</th>
            <th scope="col">{t("meaning")}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <td className="num">{row.value}</td>
              <th scope="row">
                <Told of={row.label} />
              </th>
              <td>
                <Told of={row.anchor} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  );
}
