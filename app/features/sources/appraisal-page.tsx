import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { type Kept, useKept } from "~/platform/kept";
import { useStudyWords } from "~/platform/study-words";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DataTable, type Column } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Meter } from "~/ui/meter";
import { PageHead } from "~/ui/page-head";
import { RadioGroup } from "~/ui/radio-group";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import type { AppraisalShown } from "./load-appraisal.server";

interface AppraisalPageProps {
  shown: AppraisalShown;
  base: string;
  mayWrite: boolean;
  problem: FormProblem | undefined;
}

/** One included source after the other, appraised on the protocol's criteria; below it how far everything is. */
export function AppraisalPage({ shown, base, mayWrite, problem }: AppraisalPageProps) {
  const t = useTranslations("sources");
  const kept = useKept(problem, undefined, { note: t("appraisalPage.note") });
  return (
    <>
      <PageHead
        title={t("appraisalPage.title")}
        lede={t(shown.screened ? "appraisalPage.ledeScreened" : "appraisalPage.lede")}
        crumbs={[{ label: t("heading"), href: `${base}/sources` }, { label: t("appraisalPage.title") }]}
      />
      <ErrorSummary errors={kept.summary} />
      <div className="gap">
        {shown.rows.length > 0 && <Meter measures={[{ label: t("appraisalPage.progress"), done: shown.done, total: shown.rows.length }]} />}
        {mayWrite && shown.source && <AppraiseSheet criteria={shown.criteria} source={shown.source} base={base} kept={kept} />}
        <ListSheet rows={shown.rows} base={base} mayWrite={mayWrite} />
      </div>
    </>
  );
}

interface AppraiseSheetProps extends Pick<AppraisalShown, "criteria"> {
  source: NonNullable<AppraisalShown["source"]>;
  base: string;
  kept: Kept;
}

function AppraiseSheet({ criteria, source, base, kept }: AppraiseSheetProps) {
  const t = useTranslations("sources.appraisalPage");
  const live = useLiveForm(async () => ({ form: (await import("./appraisal-schema")).appraisalForm(criteria) }));
  const { note } = source.appraisal;
  return (
    <Sheet
      title={<bdi lang={source.language}>{source.title}</bdi>}
      aside={<Link to={`${base}/sources/${source.code}`}>{source.code}</Link>}
      id="appraise"
    >
      <LiveForm live={live} className="fields" key={`${source.id} ${source.version}`}>
        <HiddenFields values={{ source: source.id, version: kept.value("version", String(source.version)) }} />
        {criteria.map((criterion) => (
          <CriterionFields key={criterion.id} criterion={criterion} found={source.appraisal.criteria[criterion.id]} kept={kept} />
        ))}
        <TextArea name="note" label={t("note")} optional rows={3} value={kept.value("note", note)} error={kept.error("note")} />
        <div>
          <Button variant="primary">{t("save")}</Button>
        </div>
      </LiveForm>
    </Sheet>
  );
}

interface CriterionFieldsProps {
  criterion: AppraisalShown["criteria"][number];
  found: { level: string | null; reason: string } | undefined;
  kept: Kept;
}

function CriterionFields({ criterion, found, kept }: CriterionFieldsProps) {
  const t = useTranslations("sources.appraisalPage");
  const words = useStudyWords();
  const { id, title, description, appliesIf, levels } = criterion;
  const hint = [words(description), words(appliesIf)].filter(Boolean).join(" · ") || undefined;
  const [level, reason] = [`level.${id}`, `reason.${id}`];
  return (
    <div className="gap">
      {levels.length > 0 && (
        <RadioGroup
          name={level}
          label={words(title)}
          hint={hint}
          optional
          options={levels.map(({ key, label }) => ({ value: key, label: words(label) }))}
          value={kept.value(level, found?.level ?? undefined)}
          error={kept.error(level)}
        />
      )}
      <TextArea
        name={reason}
        label={levels.length > 0 ? t("reasonOf", { title: words(title) }) : words(title)}
        hint={levels.length > 0 ? undefined : hint}
        optional
        rows={2}
        value={kept.value(reason, found?.reason ?? "")}
        error={kept.error(reason)}
      />
    </div>
  );
}

function ListSheet({ rows, base, mayWrite }: Pick<AppraisalShown, "rows"> & { base: string; mayWrite: boolean }) {
  const t = useTranslations("sources.appraisalPage");
  const columns: Column<AppraisalShown["rows"][number]>[] = [
    { key: "code", head: t("code"), cell: ({ code }) => <span className="num strong">{code}</span> },
    {
      key: "title",
      head: t("source"),
      narrow: "title",
      cell: ({ code, title }) => (
        <Link to={mayWrite ? `?source=${code}` : `${base}/sources/${code}`}>
          <bdi>{title}</bdi>
        </Link>
      ),
    },
    { key: "done", head: t("standing"), narrow: "meta", cell: ({ done }) => <StatusTag state={done ? "appraised" : "not-started"} /> },
  ];
  return (
    <Sheet title={t("list")} flush>
      <DataTable caption={t("list")} columns={columns} rows={rows} rowKey={({ code }) => code} empty={<EmptyState title={t("none")} />} />
    </Sheet>
  );
}
