import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { labelOfInterviewee } from "~/domain/attribution";
import type { Kept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import { Time } from "~/ui/time";
import type { NoticesPage as Page } from "./load-notices.server";

interface NoticesPageProps {
  slug: string;
  page: Page;
  kept: Kept;
}

/** What a released edition shows that is no longer agreed, one sheet each: what can be done about it, and what was done. */
export function NoticesPage({ slug, page, kept }: NoticesPageProps) {
  const t = useTranslations("notices");
  const editions = useTranslations("editions");
  const { number, notices } = page;
  const path = `/assessments/${slug}/editions`;
  const open = notices.some(({ settled }) => !settled);
  return (
    <>
      <PageHead
        title={t("title", { number })}
        lede={t("lede")}
        crumbs={[
          { label: editions("heading"), href: path },
          { label: editions("edition", { number }), href: `${path}/${number}` },
          { label: t("crumb") },
        ]}
        acts={
          page.may.settle && open ? (
            <>
              <ButtonLink to={`${path}/new`} icon="edition">
                {t("compile")}
              </ButtonLink>
              <ButtonLink to={`${path}/${number}/withdraw`} icon="undo">
                {editions("withdraw")}
              </ButtonLink>
            </>
          ) : undefined
        }
      />
      <ErrorSummary errors={kept.summary} />
      {notices.length === 0 ? (
        <EmptyState title={t("none")} />
      ) : (
        <div className="gap">
          {notices.map((notice) => (
            <NoticeSheet key={notice.id} slug={slug} page={page} notice={notice} kept={kept} />
          ))}
        </div>
      )}
    </>
  );
}

type Notice = Page["notices"][number];

function NoticeSheet({ slug, page, notice, kept }: NoticesPageProps & { notice: Notice }) {
  const t = useTranslations("notices");
  const { about, kind, at, settled } = notice;
  const label = useAboutLabel(page);
  return (
    <Sheet title={label(about)} aside={<StatusTag state={settled ? "in-order" : "open"} />}>
      <div className="gap">
        <div>
          <p>{t(`kinds.${kind}`)}</p>
          <p className="small soft">
            <Time at={at} as="date-time" />
            {about && (
              <>
                {" · "}
                <Link to={`/assessments/${slug}/interviews/${about.interview}/participants`}>
                  {t("agreement", { code: about.interview })}
                </Link>
              </>
            )}
          </p>
        </div>
        {settled ? <Settled settled={settled} /> : <SettleForm page={page} notice={notice} kept={kept} />}
      </div>
    </Sheet>
  );
}

/** Whom a notice is about: the code of the answer, or the person as far as this viewer may know. */
function useAboutLabel({ languages }: Page) {
  const t = useTranslations("notices");
  const unnamed = useTranslations("interviewees")("unnamed");
  const language = useLanguage();
  return (about: Notice["about"]) => {
    if (!about) return t("gone");
    if (!about.shown) return t("answer", { code: about.code });
    return `${about.code} ${labelOfInterviewee(about.shown, language, unnamed, languages)}`;
  };
}

function Settled({ settled }: { settled: NonNullable<Notice["settled"]> }) {
  const t = useTranslations("notices");
  return (
    <>
      <p className="keep-lines serif">{settled.note}</p>
      <p className="small soft">
        {t("settledBy", { name: settled.by ?? "" })} <Time at={settled.at} as="date-time" />
      </p>
    </>
  );
}

function SettleForm({ page, notice, kept }: { page: Page; notice: Notice; kept: Kept }) {
  const t = useTranslations("notices");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).SettleForm }));
  if (!page.may.settle) return <p className="small soft">{t("forLead")}</p>;
  const mine = kept.value("noticeId") === notice.id;
  const about = notice.about?.code ?? "";
  return (
    <>
      <ul className="follows">
        <li>{t("ways.withdraw")}</li>
        <li>{t("ways.compile")}</li>
        <li>{t("ways.leave")}</li>
      </ul>
      <LiveForm live={live} className="fields">
        <HiddenFields values={{ noticeId: notice.id, version: notice.version }} />
        <TextArea
          name="note"
          id={`f-note-${notice.id}`}
          label={t("note")}
          hint={t("noteHint")}
          rows={3}
          value={mine ? kept.value("note") : ""}
          error={mine ? kept.error("note") : undefined}
        />
        <div>
          <Button about={about}>{t("settle")}</Button>
        </div>
      </LiveForm>
    </>
  );
}
