import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type LocalText, textIn } from "~/domain/local-text";
import { DataTable } from "~/ui/data-table";
import { useLanguage } from "~/ui/intl";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { useIntervieweeLabels } from "./interviewee-label";
import type { ListedInterview } from "./list-interviews.server";

interface InterviewsTableProps {
  slug: string;
  interviews: readonly ListedInterview[];
  perspectives: readonly { id: string; title: LocalText }[];
  languages: readonly string[];
  /** In place of progress: why it did not take place. */
  notHeld?: boolean;
}

/** Interviews by code: who as far as agreed, by whom, when, and how far the record is. */
export function InterviewsTable({ slug, interviews, perspectives, languages, notHeld = false }: InterviewsTableProps) {
  const t = useTranslations("interviews");
  const language = useLanguage();
  const { all } = useIntervieweeLabels(languages);
  const title = (row: ListedInterview) => textIn(row.title, language, languages) || all(row.people);
  const progress = notHeld
    ? { key: "reason", head: t("columns.reason"), narrow: "meta" as const, cell: (row: ListedInterview) => row.stateReason ?? "" }
    : {
        key: "progress",
        head: t("columns.progress"),
        narrow: "named" as const,
        align: "right" as const,
        cell: (row: ListedInterview) => t("progress", { done: row.done, asked: row.asked }),
      };
  return (
    <DataTable
      caption={t(notHeld ? "notHeldCaption" : "title")}
      rows={interviews}
      rowKey={(row) => row.code}
      columns={[
        {
          key: "title",
          head: t("columns.interview"),
          narrow: "title",
          cell: (row) => (
            <Link to={`/assessments/${slug}/interviews/${row.code}`}>
              <span className="num">{row.code}</span> {title(row)}
            </Link>
          ),
        },
        { key: "people", head: t("columns.people"), narrow: "hidden", cell: (row) => all(row.people) },
        ...(perspectives.length === 0
          ? []
          : [
              {
                key: "perspective",
                head: t("columns.perspective"),
                narrow: "meta" as const,
                cell: (row: ListedInterview) => textIn(perspectives.find(({ id }) => id === row.perspective)?.title, language, languages),
              },
            ]),
        { key: "state", head: t("columns.state"), narrow: "meta", cell: (row) => <StatusTag state={row.state} /> },
        { key: "day", head: t("columns.day"), narrow: "meta", cell: (row) => <Day row={row} /> },
        { key: "interviewers", head: t("columns.interviewers"), narrow: "hidden", cell: (row) => row.interviewers.join(", ") },
        progress,
      ]}
    />
  );
}

function Day({ row }: { row: ListedInterview }) {
  const day = row.heldOn ?? row.plannedOn;
  return day ? <Time at={day} as="table" /> : null;
}
