import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { isEmptyColumn } from "~/domain/screening/flow";
import type { FlowTableRow } from "~/domain/screening/flow-table";
import type { FormProblem } from "~/platform/form-problem";
import { useStudyWords } from "~/platform/study-words";
import { DataTable, type Column } from "~/ui/data-table";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { PictureFigure } from "~/ui/picture-figure";
import { Sheet } from "~/ui/sheet";
import { CountsSheet } from "./counts-sheet";
import type { FlowShown } from "./load-flow.server";
import { NoScreening } from "./no-screening";

interface FlowPageProps {
  read: FlowShown | null;
  base: string;
  languages: readonly string[];
  mayCount: boolean;
  problem: FormProblem | undefined;
}

/** The flow of publications: the PRISMA 2020 diagram, its numbers as a table, what does not agree, and the counts by hand. */
export function FlowPage({ read, base, languages, mayCount, problem }: FlowPageProps) {
  const t = useTranslations("screening");
  const path = `${base}/sources`;
  return (
    <>
      <PageHead
        title={t("flow.title")}
        lede={t("flow.lede")}
        crumbs={[{ label: t("sources"), href: path }, { label: t("heading"), href: `${path}/screening` }, { label: t("flow.title") }]}
      />
      {read ? <Shown read={read} base={base} languages={languages} mayCount={mayCount} problem={problem} /> : <NoScreening base={base} />}
    </>
  );
}

function Shown({ read, base, languages, mayCount, problem }: FlowPageProps & { read: FlowShown }) {
  const t = useTranslations("screening.flow");
  const { flow } = read.shown;
  return (
    <div className="gap">
      {!read.isRecorded && <Notice title={t("notRecorded")}>{t("notRecordedHint")}</Notice>}
      {read.disagreeing.map(({ entered, accounted }, place) => (
        <Notice key={place} tone="stale" icon="triangle" title={t("disagrees", { entered, accounted })}>
          {t("disagreesHint")}
        </Notice>
      ))}
      {flow.withoutChannel.length > 0 && (
        <Notice title={t("withoutChannel", { count: flow.withoutChannel.length })}>
          <p>
            {t("withoutChannelHint")}{" "}
            {flow.withoutChannel.slice(0, 12).map((code, place) => (
              <span key={code}>
                {place > 0 && ", "}
                <Link to={`${base}/sources/${code}`}>{code}</Link>
              </span>
            ))}
            {flow.withoutChannel.length > 12 && " …"}
          </p>
        </Notice>
      )}
      {read.isRecorded && (
        <Sheet title={t("diagram")} footer={read.waiting.length > 0 && <Waiting waiting={read.waiting} base={base} />}>
          <PictureFigure content={{ kind: "flow", ...read.shown }} languages={languages} base={base} name="flow" bare />
        </Sheet>
      )}
      <NumbersSheet read={read} />
      <CountsSheet
        counts={read.counts}
        asked={mayCount ? read.asked : null}
        reasons={read.shown.reasons}
        mayCount={mayCount}
        problem={problem}
      />
    </div>
  );
}

/** What is not decided yet, and so in no box after its step. */
function Waiting({ waiting, base }: { waiting: FlowShown["waiting"]; base: string }) {
  const t = useTranslations("screening.flow");
  return (
    <p className="small">
      {t("waiting", { count: waiting.reduce((sum, { count }) => sum + count, 0) })}{" "}
      {waiting.map(({ step, count }, place) => (
        <span key={step}>
          {place > 0 && ", "}
          <Link to={`${base}/sources/screening/${step}`}>{t(`waitingAt.${step}`, { count })}</Link>
        </span>
      ))}
      .
    </p>
  );
}

function NumbersSheet({ read: { rows, shown } }: { read: FlowShown }) {
  const t = useTranslations("screening.flow");
  const word = useTranslations("evidence.data.flow");
  const words = useStudyWords();
  const labels = new Map(shown.reasons.map(({ key, label }) => [key, words(label)]));
  const label = ({ word: key, reason }: FlowTableRow) =>
    reason === undefined ? word(`rows.${key ?? "identified"}` as "rows.identified") : (labels.get(reason) ?? reason);
  const number = (key: "searched" | "other", head: string): Column<FlowTableRow> => ({
    key,
    head,
    align: "right",
    narrow: "named",
    cell: (row) => <span className="num">{row[key]}</span>,
  });
  const columns: Column<FlowTableRow>[] = [
    {
      key: "step",
      head: t("step"),
      narrow: "title",
      cell: (row) => <span className={row.depth > 0 ? "flow-below" : "strong"}>{label(row)}</span>,
    },
    number("searched", word("searched")),
    ...(isEmptyColumn(shown.flow.other) ? [] : [number("other", word("others"))]),
  ];
  return (
    <Sheet title={t("numbers")} flush>
      <DataTable caption={t("numbers")} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </Sheet>
  );
}
