import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { ButtonLink } from "~/ui/button";
import { MetaFact } from "~/ui/meta-fact";
import { PageHead } from "~/ui/page-head";
import { StatusTag } from "~/ui/status-tag";
import { useTimeText } from "~/ui/time";

export interface OverviewHeadProps {
  study: {
    title: string;
    startsOn: string | null;
    endsOn: string | null;
    protocolNumber: number;
    frozenAt: Date | null;
    closedAt: Date | null;
  };
  people: number;
  base: string;
  mayCompile: boolean;
}

/** Title and facts of a study: when it runs, under which protocol, with how many people. */
export function OverviewHead({ study, people, base, mayCompile }: OverviewHeadProps) {
  const t = useTranslations("overview");
  const time = useTimeText();
  const { title, startsOn, endsOn, protocolNumber, frozenAt, closedAt } = study;
  const day = (on: string | null) => (on ? time(on, "long") : t("notSet"));
  const meta = (
    <>
      <StatusTag state={closedAt ? "closed" : frozenAt ? "fieldwork" : "preparation"} />
      {(startsOn ?? endsOn) && <MetaFact icon="calendar">{t("period", { from: day(startsOn), to: day(endsOn) })}</MetaFact>}
      <MetaFact icon="protocol">
        <Link to={`${base}/protocol`}>{t("protocol", { number: protocolNumber })}</Link>,{" "}
        {frozenAt ? t("frozen", { on: time(frozenAt, "long") }) : t("notFrozen")}
      </MetaFact>
      <MetaFact icon="team">{t("people", { count: people })}</MetaFact>
    </>
  );
  const act = mayCompile && (
    <ButtonLink to={`${base}/editions/new`} variant="primary" icon="edition">
      {t("compile")}
    </ButtonLink>
  );
  return <PageHead title={title} meta={meta} acts={act} />;
}
