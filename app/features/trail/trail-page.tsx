import { useTranslations } from "use-intl";
import { EmptyState } from "~/ui/empty-state";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { PageHead } from "~/ui/page-head";
import { Pager } from "~/ui/pager";
import { SelectField } from "~/ui/select-field";
import { MainAside, Sheet } from "~/ui/sheet";
import { TextField } from "~/ui/text-field";
import { EventDays } from "./event-list";
import type { TrailAsk, TrailShown } from "./load-trail.server";
import { HistorySheet, kindWord, WholeSheet, type Verified } from "./trail-aside";

export interface TrailPageProps {
  trail: TrailShown;
  ask: TrailAsk;
  subjects: string[];
  historyKinds: string[];
  history: { kind: string; code: string; missing: boolean };
  base: string;
  verified: Verified | undefined;
}

/** The trail of a study: every change as a sentence, by day, newest first. */
export function TrailPage({ trail, ask, subjects, historyKinds, history, base, verified }: TrailPageProps) {
  const t = useTranslations("trail.page");
  const filtered = ask.who !== "" || ask.what !== "" || ask.record !== "" || ask.from !== "" || ask.until !== "";
  const older = trail.older === null ? undefined : `${base}/trail?${query({ ...ask, before: String(trail.older) })}`;
  const newer = ask.before === "" ? undefined : `${base}/trail?${query({ ...ask, before: "" })}`;
  const aside = (
    <>
      <WholeSheet head={trail.head} firstAt={trail.firstAt} verified={verified} />
      <HistorySheet kinds={historyKinds} {...history} />
    </>
  );
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} />
      <MainAside label={t("beside")} aside={aside}>
        <Sheet title={t("entries")} footer={(older ?? newer) && <Pager older={older} newer={newer} />} flush>
          <FilterBar label={t("filter")}>
            <SelectField
              name="who"
              label={t("who")}
              empty={t("everyone")}
              options={trail.people.map(({ id, name }) => ({ value: id, label: name }))}
              value={ask.who}
            />
            <SelectField
              name="what"
              label={t("what")}
              empty={t("everything")}
              options={subjects.map((one) => ({ value: one, label: kindWord(one, t) }))}
              value={ask.what}
            />
            <TextField name="record" label={t("record")} value={ask.record} {...(trail.wrongRecord && { error: t("noSuch") })} />
            <TextField name="from" label={t("from")} value={ask.from} inputMode="numeric" />
            <TextField
              name="until"
              label={t("until")}
              value={ask.until}
              inputMode="numeric"
              {...(trail.wrongDates && { error: t("wrongDate") })}
            />
          </FilterBar>
          <FilterCount clearHref={filtered ? `${base}/trail` : undefined}>
            {t(filtered ? "fitting" : ask.before === "" ? "newest" : "olderShown")}
          </FilterCount>
          {trail.days.length === 0 ? <EmptyState title={t(filtered ? "noneFit" : "none")} /> : <EventDays days={trail.days} base={base} />}
        </Sheet>
      </MainAside>
    </>
  );
}

function query(ask: TrailAsk): string {
  return new URLSearchParams(Object.entries(ask).filter(([, value]) => value !== "")).toString();
}
