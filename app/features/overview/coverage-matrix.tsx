import { Link } from "@remix-run/react";
import { Fragment } from "react";
import { useTranslations } from "use-intl";
import type { EvidenceKind } from "~/domain/evidence/kinds";
import type { GroundSegment } from "~/ui/ground-line";
import type { IconName } from "~/ui/icon";
import { Matrix, MatrixCell, MatrixOut, MatrixRow, NotAsked } from "~/ui/matrix";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { useCheckWords } from "~/ui/use-check-words";
import type { MatrixLine, MatrixMark } from "./queries.server";

const icons: Record<EvidenceKind, IconName> = {
  excerpt: "excerpt",
  "interview-answer": "interview",
  judgement: "matrix",
  alignment: "alignment",
  "actor-fact": "actor",
};

/** Research questions × kinds of evidence × statements, each question with its verdict and the reason for it. */
export function CoverageMatrix({ rows, columns, base }: { rows: readonly MatrixLine[]; columns: readonly EvidenceKind[]; base: string }) {
  const t = useTranslations("overview");
  const groups = [
    { label: t("evidence"), columns: columns.map((kind) => ({ key: kind, label: t(`kinds.${kind}`), icon: icons[kind] })) },
    {
      label: t("statements"),
      out: true,
      columns: (["findings", "answer", "conclusions"] as const).map((key) => ({ key, label: t(key) })),
    },
  ];
  return (
    <Matrix label={t("matrix")} corner={t("question")} groups={groups} last={t("coverage")}>
      {rows.map((row) => (
        <QuestionRow key={row.code} row={row} base={base} />
      ))}
    </Matrix>
  );
}

function QuestionRow({ row, base }: { row: MatrixLine; base: string }) {
  const t = useTranslations("overview");
  const path = `${base}/questions/${row.code}`;
  const words = useCheckWords();
  const lacking = row.shortages.map(words).join("; ");
  return (
    <MatrixRow
      code={row.code}
      title={row.text}
      href={path}
      top={row.top}
      gap={row.verdict === "gap"}
      last={row.verdict && <StatusTag state={row.verdict} />}
      reason={lacking}
    >
      {row.heading ? (
        <NotAsked span={row.cells.length}>{row.restsOn.length > 0 && t("restsOn", { questions: row.restsOn.join(", ") })}</NotAsked>
      ) : (
        row.cells.map((cell) => <EvidenceCell key={cell.kind} cell={cell} path={path} />)
      )}
      <MatrixOut>
        <CountLink count={row.findings} to={`${path}#findings`} />
      </MatrixOut>
      <MatrixOut>
        {row.answers.map(({ code, confidence }) => (
          <Fragment key={code}>
            <StatementNumber code={code} href={`${base}/statements/${code}`} />
            {confidence && <span className="why2">{confidence}</span>}
          </Fragment>
        ))}
      </MatrixOut>
      <MatrixOut>
        <CountLink count={row.conclusions} to={`${path}#conclusions`} />
      </MatrixOut>
    </MatrixRow>
  );
}

/** A number of statements that leads to them; nothing where there are none. */
function CountLink({ count, to }: { count: number; to: string }) {
  if (count === 0) return null;
  return (
    <span>
      <Link to={to}>{count}</Link>
    </span>
  );
}

function EvidenceCell({ cell, path }: { cell: MatrixMark; path: string }) {
  const t = useTranslations("overview");
  if (!cell.asked) return <NotAsked />;
  const { used, available, contradicting, context } = cell;
  return (
    <MatrixCell
      href={`${path}?kind=${cell.kind}#evidence`}
      count={used}
      of={available}
      segments={segmentsOf(cell)}
      label={t("cell", { kind: t(`kinds.${cell.kind}`), used, available, contradicting, context })}
    />
  );
}

/** One segment per piece that is used; the mark draws no more than five of them. */
function segmentsOf({ used, contradicting, context }: MatrixMark): GroundSegment[] {
  const times = (count: number, segment: GroundSegment) => Array.from({ length: Math.min(count, 5) }, () => segment);
  return [...times(used - contradicting - context, "supports"), ...times(context, "context"), ...times(contradicting, "contradicts")];
}
