import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { DataTable, type Column } from "~/ui/data-table";
import { Icon } from "~/ui/icon";
import { QuestionNumber } from "~/ui/statement-number";
import { TallyBar } from "~/ui/tally-bar";
import type { ListedFrameworks } from "./list-frameworks.server";
import type { ShownTally } from "./show-framework";

type Row = ListedFrameworks["frameworks"][number];

/** The frameworks beside each other: how far each is judged, how its levels divide, what is missing and what does not fit together. */
export function FrameworkSummary({ frameworks, base }: { frameworks: readonly Row[]; base: string }) {
  const t = useTranslations("alignments");
  const named = (key: string, head: string): Pick<Column<Row>, "key" | "head" | "narrow"> => ({ key, head, narrow: "named" });
  const columns: Column<Row>[] = [
    {
      key: "framework",
      head: t("framework"),
      narrow: "title",
      cell: ({ id, title, informs }) => (
        <span className="numbers">
          <Link to={`${base}/alignments/${id}`}>{title}</Link>{" "}
          {informs.map((code) => (
            <QuestionNumber key={code} code={code} href={`${base}/questions/${code}`} />
          ))}
        </span>
      ),
    },
    {
      ...named("judged", t("withLevel")),
      align: "right",
      cell: ({ summary }) => t("of", { judged: summary.judged, total: summary.subjects }),
    },
    { ...named("levels", t("levels")), cell: ({ summary }) => <Levels tally={summary} /> },
    {
      ...named("range", t("range")),
      cell: ({ summary, isOrdered }) => (isOrdered ? summary.range : <span className="soft">{t("noOrder")}</span>),
    },
    { ...named("gaps", t("gaps")), align: "right", cell: ({ gaps }) => <Flagged count={gaps} icon="octagon" label={t("gaps")} /> },
    {
      ...named("contradictions", t("contradictions")),
      align: "right",
      cell: ({ contradictions }) => <Flagged count={contradictions} icon="triangle" label={t("contradictions")} />,
    },
  ];
  return <DataTable caption={t("summary")} columns={columns} rows={frameworks} rowKey={({ id }) => id} />;
}

/** How the levels divide: the bar, and the same in words. */
export function Levels({ tally }: { tally: ShownTally }) {
  const t = useTranslations("alignments");
  const { levels, subjects, open, withoutWords } = tally;
  const words = [
    ...levels.map(({ label, count }) => `${label} ${count}`),
    ...(withoutWords === "" ? [] : [withoutWords]),
    ...(open > 0 ? [t("openCount", { count: open })] : []),
  ];
  return (
    <div className="tally-words">
      <TallyBar levels={levels} subjects={subjects} />
      <span className="small">{words.join(" · ")}</span>
    </div>
  );
}

function Flagged({ count, icon, label }: { count: number; icon: "octagon" | "triangle"; label: string }) {
  if (count === 0) return <span className="faint num">0</span>;
  return (
    <span className={icon === "octagon" ? "num flagged danger" : "num flagged"}>
      <Icon name={icon} label={label} /> {count}
    </span>
  );
}
