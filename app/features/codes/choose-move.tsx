import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { CheckboxGroup } from "~/ui/checkbox-group";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { PageHead } from "~/ui/page-head";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import type { MovePage } from "./load-move.server";

/** What is to be moved: the marks, unless it is all of them, and to which code. Nothing changes yet. */
export function ChooseMove({ page, problem }: { page: MovePage; problem: FormProblem | undefined }) {
  const t = useTranslations("codes");
  const { base, act, code, title, marks, asked, missing } = page;
  const kept = useKept(problem ?? problemOf(missing), undefined, { to: t("move.to"), marks: t("passages") });
  const name = t(`move.${act}.title`, { code: title });
  const back = `${base}/codes/${code}`;
  const ofMark = (mark: MovePage["marks"][number]) => ({
    value: mark.id,
    label: <bdi lang={mark.language}>{mark.passage}</bdi>,
    hint: [`${mark.code} ${mark.from}`, mark.note].filter(Boolean).join(" · "),
  });
  return (
    <>
      <PageHead
        title={name}
        lede={t(`move.${act}.lede`)}
        crumbs={[{ label: t("title"), href: `${base}/codes` }, { label: title, href: back }, { label: t(`move.${act}.short`) }]}
      />
      <ErrorSummary errors={kept.summary} />
      <Sheet title={t(`move.${act}.choose`)}>
        {marks.length === 0 ? (
          <EmptyState title={t("noPassages")} />
        ) : (
          <Form method="get" className="fields" noValidate>
            {act === "split" && (
              <CheckboxGroup
                name="marks"
                label={t("passages")}
                layout="list"
                options={marks.map(ofMark)}
                values={asked.marks}
                error={kept.error("marks")}
              />
            )}
            <SelectField
              name="to"
              label={t("move.to")}
              empty={t("choose")}
              options={page.codes}
              value={asked.to ?? ""}
              error={kept.error("to")}
            />
            <div className="row wrap">
              <Button variant="primary">{t("move.show")}</Button>
              <ButtonLink to={back} variant="quiet">
                {t("move.leave")}
              </ButtonLink>
            </div>
          </Form>
        )}
      </Sheet>
    </>
  );
}

function problemOf(missing: MovePage["missing"]): FormProblem | undefined {
  if (missing.length === 0) return undefined;
  return { fields: Object.fromEntries(missing.map(({ field, problem }) => [field, [problem]])), form: [], values: {} };
}
