import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Role } from "~/domain/permissions";
import type { StateKey } from "~/domain/states";
import { DataTable } from "~/ui/data-table";
import { StatusTag } from "~/ui/status-tag";
import { useTimeText } from "~/ui/time";

/** An assessment in a person's list. */
export interface AssessmentLineShown {
  slug: string;
  title: string;
  role: Role;
  startsOn: string | null;
  endsOn: string | null;
  state: StateKey;
  people: number;
}

/** The assessments of a person. */
export function AssessmentsTable({ assessments }: { assessments: readonly AssessmentLineShown[] }) {
  const t = useTranslations("assessments");
  const roles = useTranslations("members.roles");
  return (
    <DataTable
      caption={t("caption")}
      rows={assessments}
      rowKey={({ slug }) => slug}
      columns={[
        { key: "title", head: t("name"), narrow: "title", cell: ({ slug, title }) => <Link to={`/assessments/${slug}`}>{title}</Link> },
        { key: "role", head: t("role"), narrow: "meta", cell: ({ role }) => roles(role) },
        { key: "state", head: t("state"), narrow: "meta", cell: ({ state }) => <StatusTag state={state} /> },
        { key: "period", head: t("period"), narrow: "meta", cell: (line) => <Period {...line} /> },
        { key: "people", head: t("people"), narrow: "named", align: "right", cell: ({ people }) => <span className="num">{people}</span> },
      ]}
    />
  );
}

function Period({ startsOn, endsOn }: Pick<AssessmentLineShown, "startsOn" | "endsOn">) {
  const t = useTranslations("assessments");
  const day = useTimeText();
  const from = startsOn && day(startsOn, "long");
  const until = endsOn && day(endsOn, "long");
  if (from && until) return <>{t("fromUntil", { from, until })}</>;
  if (from) return <>{t("from", { from })}</>;
  return <>{until ? t("until", { until }) : t("noPeriod")}</>;
}
