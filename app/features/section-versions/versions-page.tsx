import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { EmptyState } from "~/ui/empty-state";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Pager } from "~/ui/pager";
import { Time, useTimeText } from "~/ui/time";
import type { VersionedHead } from "./find-section.server";
import type { loadVersions, VersionRun } from "./load-versions.server";

type Loaded = Awaited<ReturnType<typeof loadVersions>>;

/** The way to a section's versions, for the head of their pages. */
export function useVersionCrumbs(head: VersionedHead, page?: string) {
  const t = useTranslations("versions");
  const sections = useTranslations("sections");
  const list = { label: t("heading"), href: `${head.path}/versions` };
  return [
    { label: sections("heading"), href: `${head.base}/sections` },
    { label: head.number ?? head.code, href: head.path },
    ...(page === undefined ? [{ label: t("heading") }] : [list, { label: page }]),
  ];
}

/** The versions of a section by day, newest first; what one person saved in a row is one line that opens. */
export function VersionsPage({ loaded }: { loaded: Loaded }) {
  const t = useTranslations("versions");
  const { head, days, older, isFirst, from } = loaded;
  const keeping = from === null ? "" : `&from=${from}`;
  return (
    <>
      <PageHead title={t("title", { title: head.title })} crumbs={useVersionCrumbs(head)} />
      {from !== null && <Notice>{t("chooseOther", { number: from })}</Notice>}
      {days.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <div className="sheet versions">
          {days.map(({ day, runs }) => (
            <section key={day} aria-label={day}>
              <h2 className="day">
                <Time at={day} as="weekday" />
              </h2>
              <ol className="evs2">
                {runs.map((run) => (
                  <Run key={`${run[0].number} ${run[0].recordId}`} run={run} loaded={loaded} />
                ))}
              </ol>
            </section>
          ))}
        </div>
      )}
      <Pager older={older === null ? undefined : `?before=${older}${keeping}`} newer={isFirst ? undefined : `${head.path}/versions`} />
    </>
  );
}

function Run({ run, loaded }: { run: VersionRun; loaded: Loaded }) {
  const t = useTranslations("versions");
  const time = useTimeText();
  const [newest] = run;
  const oldest = run.at(-1) ?? newest;
  return (
    <li>
      <Step step={newest} loaded={loaded} />
      {run.length > 1 && (
        <details>
          <summary>{t("times", { count: run.length, from: time(oldest.at, "clock"), until: time(newest.at, "clock") })}</summary>
          <ol className="feed">
            {run.slice(1).map((step) => (
              <li key={step.number}>
                <Step step={step} loaded={loaded} />
              </li>
            ))}
          </ol>
        </details>
      )}
    </li>
  );
}

function Step({ step, loaded: { head, names, from } }: { step: VersionRun[0]; loaded: Loaded }) {
  const t = useTranslations("versions");
  const { number, at, byId, act, code, isData } = step;
  return (
    <p className="row wrap">
      <Link to={`${head.path}/versions/${number}`} className="num">
        {t("version", { number })}
      </Link>
      <Time at={at} as="clock" />
      <span>
        <bdi>{names[byId] ?? t("somebody")}</bdi> {t(`act.${act}`, { code: isData ? t("data") : code || t("text") })}
      </span>
      {from !== null && from !== number && (
        <Link className="small push" to={`${head.path}/versions/${Math.min(from, number)}/compare/${Math.max(from, number)}`}>
          {t("compareWith", { number: from })}
        </Link>
      )}
      {from === null && number > 1 && (
        <Link className="small push" to={`${head.path}/versions/${number - 1}/compare/${number}`}>
          {t("change")}
        </Link>
      )}
    </p>
  );
}
