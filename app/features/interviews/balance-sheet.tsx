import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type Balance, type BalanceCounts, isEmpty } from "~/domain/interviews/balance";
import type { WorkLevel } from "~/domain/levels";
import { type LocalText, textIn } from "~/domain/local-text";
import { type Column, DataTable } from "~/ui/data-table";
import { useLanguage } from "~/ui/intl";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { notKnown } from "./interview-filter";
import { OneSidedNotice } from "./one-sided-notice";
import { type NamedPerspectives, usePerspectiveTitle } from "./perspective-title";

interface BalanceSheetProps extends NamedPerspectives {
  balance: Balance;
  questions: readonly { id: string; text: LocalText }[];
}

/** Whether the choice is balanced: what is one-sided in words, then perspectives by levels and by research questions, each count a link to its interviews. */
export function BalanceSheet(props: BalanceSheetProps) {
  const t = useTranslations("interviews.balance");
  const { balance } = props;
  return (
    <Sheet title={t("title")} intro={t("intro")} id="balance" flush>
      <div className="body">
        <OneSidedNotice {...props} />
      </div>
      {balance.perspectives.length > 0 && <ByLevel {...props} />}
      {balance.perspectives.length > 0 && balance.byQuestion.length > 0 && <ByQuestion {...props} />}
    </Sheet>
  );
}

function ByLevel({ balance, ...words }: BalanceSheetProps) {
  const t = useTranslations("interviews");
  const levels = useTranslations("ui.workLevels");
  const titleOf = usePerspectiveTitle(words);
  const levelOf = (level: WorkLevel | null) => (level === null ? t("noLevel") : levels(level));
  const caption = t("balance.byLevel");
  const columns: Column<Balance["byLevel"][number]>[] = [
    { key: "perspective", head: t("columns.perspective"), narrow: "title", cell: ({ head }) => titleOf(head) },
    ...balance.levels.map((level, place): Column<Balance["byLevel"][number]> => ({
      key: String(level),
      head: levelOf(level),
      narrow: "named",
      cell: ({ head, cells }) => (
        <Counts
          sought={head !== null && level !== null}
          counts={cells[place]?.counts}
          query={{ perspective: head ?? notKnown, level: level ?? notKnown }}
          of={`${titleOf(head)}, ${levelOf(level)}`}
        />
      ),
    })),
  ];
  return <DataTable caption={caption} showCaption rows={balance.byLevel} rowKey={({ head }) => String(head)} columns={columns} />;
}

function ByQuestion({ balance, questions, ...words }: BalanceSheetProps) {
  const t = useTranslations("interviews");
  const language = useLanguage();
  const titleOf = usePerspectiveTitle(words);
  const textOf = (id: string) => textIn(questions.find((one) => one.id === id)?.text, language, words.languages);
  const columns: Column<Balance["byQuestion"][number]>[] = [
    {
      key: "question",
      head: t("columns.question"),
      narrow: "title",
      cell: ({ head }) => (
        <>
          <span className="num">{head}</span> {textOf(head)}
        </>
      ),
    },
    ...balance.perspectives.map((perspective, place): Column<Balance["byQuestion"][number]> => ({
      key: String(perspective),
      head: titleOf(perspective),
      narrow: "named",
      cell: ({ head, cells }) => (
        <Counts
          sought={perspective !== null}
          counts={cells[place]?.counts}
          query={{ perspective: perspective ?? notKnown, question: head }}
          of={`${head}, ${titleOf(perspective)}`}
        />
      ),
    })),
  ];
  const caption = t("balance.byQuestion");
  return <DataTable caption={caption} showCaption rows={balance.byQuestion} rowKey={({ head }) => head} columns={columns} />;
}

interface CountsProps {
  /** The row and the column stand for something that the study looks for: without any it is a gap. */
  sought: boolean;
  counts: BalanceCounts | undefined;
  query: Readonly<Record<string, string>>;
  /** Of what, for those who hear the link. */
  of: string;
}

/** How many are held and planned, as a link to them; a combination without any is marked as a gap. */
function Counts({ sought, counts, query, of }: CountsProps) {
  const t = useTranslations("interviews.balance");
  if (!counts) return null;
  const { candidates, planned, held } = counts;
  const parts = [
    held > 0 && t("held", { count: held }),
    planned > 0 && t("planned", { count: planned }),
    candidates > 0 && t("candidates", { count: candidates }),
  ].filter(Boolean);
  return (
    <>
      {sought && isEmpty(counts) && <StatusTag state="gap" />}{" "}
      {parts.length > 0 && (
        <Link to={`?${new URLSearchParams(query)}`}>
          {parts.join(", ")}
          <span className="vh"> ({of})</span>
        </Link>
      )}
    </>
  );
}
