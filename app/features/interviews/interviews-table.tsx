import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type LocalText, textIn } from "~/domain/local-text";
import { type InterviewStage, stageOf } from "~/domain/moves/interview";
import { type Column, DataTable } from "~/ui/data-table";
import { useLanguage } from "~/ui/intl";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { useIntervieweeLabels } from "./interviewee-label";
import type { ListedInterview } from "./list-interviews.server";
import { StateReason } from "./state-reason";

interface InterviewsTableProps {
  slug: string;
  stage: InterviewStage;
  interviews: readonly ListedInterview[];
  perspectives: readonly { id: string; title: LocalText }[];
  languages: readonly string[];
}

/** The interviews of one stage by code: who as far as agreed, from which perspective, agreed by whom and when, and what comes next. */
export function InterviewsTable(props: InterviewsTableProps) {
  const t = useTranslations("interviews");
  const columns = useColumns(props);
  return <DataTable caption={t(`stages.${props.stage}.title`)} rows={props.interviews} rowKey={({ code }) => code} columns={columns} />;
}

function useColumns({ slug, stage, interviews, perspectives, languages }: InterviewsTableProps): Column<ListedInterview>[] {
  const t = useTranslations("interviews");
  const language = useLanguage();
  const { all } = useIntervieweeLabels(languages);
  const title = (row: ListedInterview) => textIn(row.title, language, languages) || all(row.people);
  const people = (row: ListedInterview) => (textIn(row.title, language, languages) === "" ? null : all(row.people));
  return [
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
    ...(interviews.some(({ title: own }) => own !== null)
      ? [{ key: "people", head: t("columns.people"), narrow: "hidden" as const, cell: people }]
      : []),
    {
      key: "perspective",
      head: t("columns.perspective"),
      narrow: "meta",
      cell: (row) => (
        <Perspective row={row} title={textIn(perspectives.find(({ id }) => id === row.perspective)?.title, language, languages)} />
      ),
    },
    { key: "state", head: t("columns.state"), narrow: "meta", cell: (row) => <State row={row} /> },
    stage === "candidate"
      ? {
          key: "why",
          head: t("columns.why"),
          narrow: "named",
          cell: (row) => textIn(row.selectionReason, language, languages),
        }
      : { key: "agreed", head: t("columns.agreed"), narrow: "named", cell: (row) => <Agreed row={row} /> },
    { key: "day", head: t("columns.day"), narrow: "meta", cell: (row) => <Day row={row} /> },
    { key: "interviewers", head: t("columns.interviewers"), narrow: "hidden", cell: (row) => row.interviewers.join(", ") },
    ...lastColumn(stage, t),
    { key: "next", head: t("columns.next"), narrow: "meta", cell: (row) => <Next slug={slug} row={row} /> },
  ];
}

/** Of what was held how far the record is, of what was not held why. */
function lastColumn(stage: InterviewStage, t: ReturnType<typeof useTranslations<"interviews">>): Column<ListedInterview>[] {
  if (stage === "notHeld") return [{ key: "reason", head: t("columns.reason"), narrow: "named", cell: (row) => <StateReason {...row} /> }];
  if (stage !== "held") return [];
  const progress = ({ done, asked }: ListedInterview) => t("progress", { done, asked });
  return [
    { key: "progress", head: t("columns.progress"), narrow: "named", align: "right", cell: progress },
    { key: "check", head: t("columns.check"), narrow: "named", cell: (row) => <Confirmed {...row} /> },
  ];
}

/** The state, and of a held interview that a consent is still to be recorded. */
function State({ row: { state, unconsented } }: { row: ListedInterview }) {
  const t = useTranslations("interviews.noConsent");
  const language = useLanguage();
  return (
    <>
      <StatusTag state={state} />
      {unconsented.length > 0 && (
        <span className="small soft"> {t("short", { codes: new Intl.ListFormat(language).format(unconsented) })}</span>
      )}
    </>
  );
}

/** How many answers were confirmed, once the record was sent to anybody. */
function Confirmed({ check }: ListedInterview) {
  const t = useTranslations("factCheck");
  return check && t("confirmedOf", { done: check.confirmed, total: check.total });
}

function Perspective({ row, title }: { row: ListedInterview; title: string }) {
  const levels = useTranslations("ui.workLevels");
  return (
    <>
      {title}
      {row.levels.length > 0 && <span className="small soft"> {row.levels.map((level) => levels(level)).join(", ")}</span>}
    </>
  );
}

function Agreed({ row: { agreedWith, agreedOn, state } }: { row: ListedInterview }) {
  const t = useTranslations("interviews");
  if (agreedWith === null) return <span className="soft">{t(stageOf(state) === "notHeld" ? "agreedNever" : "agreedNotYet")}</span>;
  return (
    <>
      {agreedWith}
      {agreedOn && (
        <>
          , <Time at={agreedOn} as="table" />
        </>
      )}
    </>
  );
}

function Day({ row }: { row: ListedInterview }) {
  const day = row.heldOn ?? row.plannedOn;
  return day ? <Time at={day} as="table" /> : null;
}

/** What can be done next, on the page where it is done. */
function Next({ slug, row: { code, next } }: { slug: string; row: ListedInterview }) {
  const t = useTranslations("interviews");
  if (next === null) return null;
  return (
    <Link to={`/assessments/${slug}/interviews/${code}#moves`}>
      {t(`moves.${next}`)}
      <span className="vh"> {code}</span>
    </Link>
  );
}
