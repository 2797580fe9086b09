import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { labelOfInterviewee } from "~/domain/attribution";
import { textIn } from "~/domain/local-text";
import type { ListedInterviewee } from "~/platform/listed-interviewees.server";
import { DataTable, type Column } from "~/ui/data-table";
import { Icon } from "~/ui/icon";
import { useLanguage } from "~/ui/intl";

/** Interviewees by code, each as far as this person may know; a lock says that there is more. */
export function IntervieweesTable({
  slug,
  rows,
  languages,
}: {
  slug: string;
  rows: readonly ListedInterviewee[];
  languages: readonly string[];
}) {
  const t = useTranslations("interviewees");
  return <DataTable caption={t("title")} rows={rows} rowKey={({ code }) => code} columns={useColumns(slug, languages)} />;
}

function useColumns(slug: string, languages: readonly string[]): Column<ListedInterviewee>[] {
  const t = useTranslations("interviewees");
  const language = useLanguage();
  return [
    {
      key: "person",
      head: t("columns.person"),
      narrow: "title",
      cell: (row) => (
        <Link to={`/assessments/${slug}/interviewees/${row.code}`}>
          <span className="num">{row.code}</span> {labelOfInterviewee(row.shown, language, t("unnamed"), languages)}{" "}
          {row.viewer !== "identity" && <Icon name="lock" label={t("locked")} />}
        </Link>
      ),
    },
    { key: "kind", head: t("columns.kind"), narrow: "hidden", cell: ({ shown }) => textIn(shown.kind?.title, language, languages) },
    {
      key: "level",
      head: t("columns.level"),
      narrow: "meta",
      cell: ({ interviews, shown }) => (interviews.length === 0 ? "" : t(`levels.${shown.level}`)),
    },
    { key: "consent", head: t("columns.consent"), narrow: "named", cell: (row) => t(`consents.${consentOf(row)}`) },
    {
      key: "interviews",
      head: t("columns.interviews"),
      narrow: "named",
      cell: ({ interviews }) => (
        <span className="row wrap">
          {interviews.map(({ code }) => (
            <Link key={code} to={`/assessments/${slug}/interviews/${code}`} className="num target">
              {code}
            </Link>
          ))}
        </span>
      ),
    },
  ];
}

/** Whether consent was recorded in every interview of a person. */
export function consentOf({ interviews }: Pick<ListedInterviewee, "interviews">): "none" | "withdrawn" | "yes" | "no" {
  if (interviews.length === 0) return "none";
  if (interviews.some(({ withdrawn }) => withdrawn)) return "withdrawn";
  return interviews.every(({ consented }) => consented) ? "yes" : "no";
}
