import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Notice } from "~/ui/notice";
import { Time } from "~/ui/time";
import type { listOpenJobs } from "./open-job.server";

/** The drafts of this study that wait or are being made, each with the way to its page. */
export function OpenJobs({ jobs, path }: { jobs: Awaited<ReturnType<typeof listOpenJobs>>; path: string }) {
  const t = useTranslations("editions");
  if (jobs.length === 0) return null;
  return (
    <Notice icon="clock" title={t("job.open_jobs", { count: jobs.length })}>
      <ul>
        {jobs.map(({ id, askedAt, askedBy }) => (
          <li key={id}>
            {t("job.asked")} <Time at={askedAt} as="clock" /> {askedBy && t("by", { name: askedBy })}.{" "}
            <Link to={`${path}/jobs/${id}`}>{t("job.see")}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
