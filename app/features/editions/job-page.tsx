import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button, ButtonLink } from "~/ui/button";
import { MetaFact } from "~/ui/meta-fact";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { Time } from "~/ui/time";
import { CompileSteps } from "./compile-steps";
import { useLanguageName } from "./language-name";
import type { OpenedJob } from "./open-job.server";
import { usePolling } from "./use-polling";

/** Between two looks at a draft that is being made, in milliseconds. */
const lookEvery = 1_000;

/** The same without script, in seconds: the whole page comes again. */
const comesAgain = 5;

/** A draft that was asked for: how far it is, or what became of it. */
export function JobPage({ job }: { job: OpenedJob }) {
  const t = useTranslations("editions.job");
  const all = useTranslations("editions");
  usePolling(job.isOpen, lookEvery);
  const title = job.edition && !job.isOpen ? all("draft", job.edition) : t(job.isOpen ? "title" : "titleEnded");
  return (
    <>
      {job.isOpen && (
        <noscript>
          <meta httpEquiv="refresh" content={String(comesAgain)} />
        </noscript>
      )}
      <PageHead
        title={title}
        crumbs={[{ label: all("heading"), href: job.path }, { label: title }]}
        meta={<Meta job={job} />}
        acts={<Acts job={job} />}
      />
      <div className="gap">
        <div role="status">
          <Outcome job={job} />
        </div>
        <Sheet title={t("steps")}>
          <CompileSteps steps={job.steps} done={job.done} of={job.of} />
          {job.isOpen && (
            <p className="small soft">
              {t("mayLeave")} <Link to=".">{t("lookAgain")}</Link>
            </p>
          )}
        </Sheet>
      </div>
    </>
  );
}

function Meta({ job }: { job: OpenedJob }) {
  const t = useTranslations("editions");
  const languageName = useLanguageName();
  return (
    <>
      <StatusTag state={looks[job.state]} />
      <span>{t(job.purpose === "final" ? "purpose_final" : "purpose_concept")}</span>
      <span>{job.languages.map(languageName).join(", ")}</span>
      <MetaFact icon="calendar">
        {t("job.asked")} <Time at={job.askedAt} as="date-time" /> {job.askedBy && t("by", { name: job.askedBy })}
      </MetaFact>
    </>
  );
}

/** The state of a job as one that can be shown. */
const looks = { queued: "waiting", running: "compiling", done: "ready", failed: "failed", cancelled: "called-off" } as const;

function Acts({ job }: { job: OpenedJob }) {
  const t = useTranslations("editions.job");
  if (job.isOpen)
    return job.mayCancel ? (
      <Form method="post">
        <Button icon="x" busyText={t("cancelling")}>
          {t("cancel")}
        </Button>
      </Form>
    ) : null;
  if (!job.edition)
    return (
      <ButtonLink to={`${job.path}/new`} variant="primary" icon="edition">
        {t("again")}
      </ButtonLink>
    );
  const { number, draft } = job.edition;
  return (
    <ButtonLink to={`${job.path}/${number}/drafts/${draft}`} variant="primary" icon="edition">
      {t("open", { number, draft })}
    </ButtonLink>
  );
}

/** What became of it, once it has ended; before that, what comes first. */
function Outcome({ job }: { job: OpenedJob }) {
  const t = useTranslations("editions.job");
  const all = useTranslations("editions");
  if (job.isOpen) return job.before > 0 ? <Notice icon="clock">{t("before", { count: job.before })}</Notice> : null;
  if (job.problem) {
    return (
      <Notice tone="danger" title={t("failed")}>
        <p>{all(`problems.${job.problem}`)}</p>
        <p>{t("earlierStay")}</p>
      </Notice>
    );
  }
  if (!job.edition) return <Notice icon="minus">{t("cancelled")}</Notice>;
  return <Notice tone="ok" title={t(job.unchanged ? "unchanged" : "ready", job.edition)} />;
}
