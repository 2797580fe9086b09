import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { Icon, type IconName } from "~/ui/icon";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import type { ComparedTwo } from "./compare-options.server";
import { CellOf } from "./compared-cell";

export interface ComparePageProps {
  compared: ComparedTwo;
  base: string;
}

/** Two options beside each other, criterion by criterion, and how they compare in a sentence. */
export function ComparePage({ compared, base }: ComparePageProps) {
  const t = useTranslations("options");
  const { first, second, pair, criteria } = compared;
  return (
    <>
      <PageHead
        title={second ? `${first.code} ${t("with")} ${second.code}` : t("compareTwo")}
        crumbs={[
          { label: t("heading"), href: `${base}/options` },
          { label: first.code, href: `${base}/options/${first.code}` },
          { label: t("compareTwo") },
        ]}
      />
      <Choose compared={compared} />
      {!second && <EmptyState title={t("chooseOther")} />}
      {second && (
        <div className="gap">
          {pair ? (
            <Notice icon="panes" title={pair.words}>
              {pair.leftOut}
            </Notice>
          ) : (
            <Notice>{t("otherKind", { first: first.code, second: second.code })}</Notice>
          )}
          {criteria.map((criterion) => (
            <CriterionPair key={criterion.id} criterion={criterion} compared={compared} base={base} />
          ))}
        </div>
      )}
    </>
  );
}

function Choose({ compared: { first, second, choices } }: { compared: ComparedTwo }) {
  const t = useTranslations("options");
  if (choices.length === 0) return <p className="soft">{t("noOther")}</p>;
  return (
    <Form method="get" className="flt free compare-choice" role="search" aria-label={t("compareTwo")}>
      <p className="strong">
        {first.code} {first.title}
      </p>
      <SelectField name="with" label={t("compareWith")} empty={t("chooseOther")} options={choices} value={second?.code ?? ""} />
      <Button icon="panes">{t("compare")}</Button>
    </Form>
  );
}

type Criterion = ComparedTwo["criteria"][number];

const sideIcons = { first: "arrow-up", second: "arrow-up", same: "minus" } as const satisfies Record<string, IconName>;

function CriterionPair({ criterion, compared: { first, second }, base }: ComparePageProps & { criterion: Criterion }) {
  const t = useTranslations("options");
  const { side } = criterion;
  const codes = { first: first.code, second: second?.code ?? "" };
  const icon = side === "first" || side === "second" || side === "same" ? sideIcons[side] : "circle";
  return (
    <Sheet
      title={criterion.title}
      intro={criterion.description || undefined}
      aside={
        side !== null && (
          <span className="row small strong">
            <Icon name={icon} /> {t(`sides.${side}`, codes)}
          </span>
        )
      }
    >
      <div className="pair">
        {[first, second].map(
          (option, at) =>
            option &&
            criterion.cells[at] && (
              <section key={option.id} aria-label={`${option.code}: ${criterion.title}`}>
                <h3 className="small">
                  <Link to={`${base}/options/${option.code}`}>
                    <span className="num">{option.code}</span> {option.title}
                  </Link>
                </h3>
                <CellOf cell={criterion.cells[at]} base={base} />
              </section>
            ),
        )}
      </div>
    </Sheet>
  );
}
