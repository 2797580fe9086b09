import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { Difference } from "~/ui/difference";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { OnBehalfOf } from "~/ui/on-behalf-of";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import { Time } from "~/ui/time";
import type { SuggestionView } from "./load-suggestion.server";

/** A suggestion with what it changes, and the decision of a writer. */
export function SuggestionPage({ view, problem }: { view: SuggestionView; problem: FormProblem | undefined }) {
  const t = useTranslations("suggestions");
  const s = useTranslations("sections");
  const { heading, path, number, on } = view;
  return (
    <>
      <PageHead
        title={t("suggestion", { number })}
        lede={[heading.number, heading.heading].filter(Boolean).join(" ")}
        crumbs={[
          { label: s("heading"), href: `${view.base}/sections` },
          { label: heading.number ?? heading.code, href: path },
          { label: t("suggestion", { number }) },
        ]}
        meta={
          <>
            <StatusTag state={view.state} />
            {on.code === null ? (
              <Link to={`${path}#block-${on.id}`}>{t("onText")}</Link>
            ) : (
              <StatementNumber code={on.code} href={`${view.base}/statements/${on.code}`} />
            )}
            <span>
              <bdi>{view.by}</bdi>, <Time at={view.at} as="date-time" />
            </span>
          </>
        }
      />
      <ErrorSummary errors={useKept(problem).summary} />
      <MainAside label={t("decision")} aside={<Decision view={view} problem={problem} />}>
        <Words view={view} />
        <Sheet title={t("reason")}>
          <p className="quote prewrap">{view.reason}</p>
          <OnBehalfOf name={view.outside} />
        </Sheet>
      </MainAside>
    </>
  );
}

function Words({ view: { suggested, now, collides, lost, language, by, waits, on } }: { view: SuggestionView }) {
  const t = useTranslations("suggestions");
  return (
    <Sheet title={t("changes")}>
      <div className="suggested">
        {on.gone && waits && <Notice tone="stale">{t("gone")}</Notice>}
        {collides && <Notice tone="stale">{t("collides")}</Notice>}
        {lost.length > 0 && <Notice tone="stale">{t("lost", { codes: lost.join(", "), count: lost.length })}</Notice>}
        <p className="small soft">{t("changesBy", { name: by })}</p>
        <p className="doc prewrap" lang={language}>
          <Difference {...suggested} lang={language} />
        </p>
        {now && (
          <>
            <p className="small soft">{t("changesNow")}</p>
            <p className="doc prewrap" lang={language}>
              <Difference {...now} lang={language} />
            </p>
          </>
        )}
      </div>
    </Sheet>
  );
}

function Decision({ view, problem }: { view: SuggestionView; problem: FormProblem | undefined }) {
  const t = useTranslations("suggestions");
  const { settled, waits, settles, mine } = view;
  return (
    <Sheet title={t("decision")}>
      {settled && (
        <>
          <p>
            {t(`settledAs.${view.state}`, { name: settled.by })} <Time at={settled.at} as="date-time" />
          </p>
          {settled.note !== "" && <p className="quote prewrap">{settled.note}</p>}
        </>
      )}
      {waits && !settles && !mine && <p className="soft">{t("waitsForWriter")}</p>}
      {waits && settles && <Settle view={view} problem={problem} />}
      {waits && mine && <Withdraw view={view} />}
    </Sheet>
  );
}

function Settle({ view, problem }: { view: SuggestionView; problem: FormProblem | undefined }) {
  const t = useTranslations("suggestions");
  const kept = useKept(problem, "reject");
  const identity = { id: view.id, version: view.version };
  const refused = view.writable ? (view.collides ? t("cannotMerge") : undefined) : t("notWritable");
  return (
    <div className="stack">
      {!view.on.gone && (
        <>
          <p className="small">{t("acceptHint", { name: view.by })}</p>
          <Form method="post">
            <HiddenFields values={identity} />
            <Button name="intent" value="accept" variant="primary" icon="check" refused={refused}>
              {t("accept")}
            </Button>
          </Form>
        </>
      )}
      <details className="more" open={kept.error("reason") !== undefined || undefined}>
        <summary>{t("reject")}</summary>
        <Form method="post" className="stack">
          <HiddenFields values={identity} />
          <TextArea name="reason" label={t("rejectReason")} value={kept.value("reason")} error={kept.error("reason")} rows={3} />
          <div>
            <Button name="intent" value="reject">
              {t("rejectAct")}
            </Button>
          </div>
        </Form>
      </details>
    </div>
  );
}

function Withdraw({ view: { id, version } }: { view: SuggestionView }) {
  const t = useTranslations("suggestions");
  return (
    <Form method="post" className="stack">
      <HiddenFields values={{ id, version }} />
      <p className="small soft">{t("mineHint")}</p>
      <div>
        <Button name="intent" value="withdraw" variant="quiet" icon="undo">
          {t("withdraw")}
        </Button>
      </div>
    </Form>
  );
}
