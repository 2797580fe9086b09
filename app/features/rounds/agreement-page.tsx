import { Fragment } from "react";
import { useTranslations } from "use-intl";
import { type Column, DataTable } from "~/ui/data-table";
import { Notice } from "~/ui/notice";
import { Sheet } from "~/ui/sheet";
import { Time } from "~/ui/time";
import type { ToldAgreement, ToldCriterion, ToldHeadline } from "./read-agreement.server";

/** The round that is told of. */
interface AgreedRound {
  number: number;
  sent: number;
  raters: number;
  dueOn: string | null;
}

export interface AgreementPageProps {
  round: AgreedRound;
  /** Null while the round is blind. */
  agreement: ToldAgreement | null;
}

/** How far the raters of a round agree: first α per criterion, then every measure of each, and how it was computed. Nothing as long as it is blind. */
export function AgreementPage({ round, agreement }: AgreementPageProps) {
  const t = useTranslations("rounds.agreement");
  if (!agreement) return <Blind round={round} />;
  if (round.raters < 2) return <Notice title={t("oneRater")}>{t("oneRaterHint")}</Notice>;
  const { criteria, headline, method, conventions } = agreement;
  return (
    <div className="gap">
      <Sheet title={t("overview")} intro={headline ? <Headline headline={headline} /> : t("none")} flush>
        <Overview criteria={criteria} />
      </Sheet>
      {criteria
        .filter(({ figures }) => figures.length > 0)
        .map((criterion) => (
          <Measures key={criterion.code} criterion={criterion} />
        ))}
      <Sheet title={t("how")}>
        <div className="gap small">
          <p>{method}</p>
          <p>{conventions}</p>
          <p>{t("sources")}</p>
        </div>
      </Sheet>
    </div>
  );
}

function Blind({ round: { sent, raters, dueOn } }: { round: AgreedRound }) {
  const t = useTranslations("rounds.agreement");
  return (
    <Notice icon="eye-off" title={t("blind")}>
      <p>
        {t("blindUntil", { sent, raters })}
        {dueOn !== null && <> {t.rich("due", { day: () => <Time at={dueOn} /> })}</>}
      </p>
    </Notice>
  );
}

/** The lowest and the highest α in one line. */
export function Headline({ headline }: { headline: ToldHeadline }) {
  const t = useTranslations("rounds.agreement");
  const { low, lowest, high, highest, count, total } = headline;
  return (
    <>
      {count === 1 ? t("headlineOne", { low, lowest }) : t("headline", { low, lowest, high, highest })}
      {count < total && <> {t("headlineOf", { count, total })}</>}
    </>
  );
}

function Overview({ criteria }: { criteria: readonly ToldCriterion[] }) {
  const t = useTranslations("rounds.agreement");
  const shared = useTranslations("evidence.data.agreement.columns");
  const columns: Column<ToldCriterion>[] = [
    { key: "code", head: t("code"), cell: ({ code }) => <span className="num">{code}</span> },
    {
      key: "title",
      head: t("criterion"),
      narrow: "title",
      cell: ({ title, code, figures }) => (figures.length > 0 ? <a href={`#${code}`}>{title}</a> : title),
    },
    { key: "subjects", head: shared("subjects"), narrow: "named", align: "right", cell: ({ subjects }) => subjects },
    { key: "raters", head: shared("raters"), narrow: "named", align: "right", cell: ({ raters }) => raters },
    { key: "value", head: t("alpha"), narrow: "named", align: "right", cell: ({ headline }) => headline?.value || "–" },
    { key: "interval", head: shared("interval"), narrow: "named", cell: ({ headline }) => headline?.interval },
    { key: "reading", head: shared("reading"), cell: ({ headline, reason }) => reason ?? headline?.reading },
  ];
  return <DataTable caption={t("overview")} columns={columns} rows={criteria} rowKey={({ code }) => code} />;
}

function Measures({ criterion }: { criterion: ToldCriterion }) {
  const t = useTranslations("rounds.agreement");
  const shared = useTranslations("evidence.data.agreement.columns");
  const columns: Column<ToldCriterion["figures"][number]>[] = [
    { key: "name", head: t("measure"), narrow: "title", cell: ({ name }) => name },
    { key: "value", head: shared("value"), narrow: "named", align: "right", cell: ({ value }) => value || "–" },
    { key: "interval", head: shared("interval"), narrow: "named", cell: ({ interval }) => interval },
    { key: "reading", head: shared("reading"), cell: ({ reading }) => reading },
  ];
  const { code, title, subjects, raters, notes, figures } = criterion;
  const heading = `${code} ${title}`;
  return (
    <Sheet
      title={heading}
      id={code}
      intro={
        <>
          {t("counts", { subjects, raters })}
          {notes.map((note) => (
            <Fragment key={note}> {note}</Fragment>
          ))}
        </>
      }
      flush
    >
      <DataTable caption={heading} columns={columns} rows={figures} rowKey={({ id }) => id} />
    </Sheet>
  );
}
