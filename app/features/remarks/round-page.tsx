import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import type { RoundShown } from "./load-round.server";

/** Asking the readers of an edition for remarks; closing the round, and opening it again. */
export function RoundPage({ page, kept }: { page: RoundShown; kept: Kept }) {
  const t = useTranslations("remarks");
  const { path, number, round } = page;
  return (
    <>
      <PageHead
        title={t("round.title", { number })}
        crumbs={[
          { label: t("edition", { number }), href: path },
          { label: t("crumb"), href: `${path}/remarks` },
          { label: t("round.state") },
        ]}
        lede={t("round.lede")}
      />
      <ErrorSummary errors={kept.summary} />
      {!round && <OpenForm page={page} kept={kept} />}
      {round?.may.close && <CloseForm page={page} version={round.version} />}
      {round?.may.reopen && <ReopenForm page={page} round={round} kept={kept} />}
    </>
  );
}

function OpenForm({ page, kept }: { page: RoundShown; kept: Kept }) {
  const t = useTranslations("remarks.round");
  const { languages } = page;
  const live = useLiveForm(async () => ({ form: (await import("./schema")).roundForms(languages) }), "ask");
  return (
    <LiveForm live={live} className="gap">
      <HiddenFields values={{ intent: "ask" }} />
      <Sheet title={t("open")}>
        <div className="fields">
          <DateField name="dueOn" label={t("dueOn")} hint={t("dueHint")} value={kept.value("dueOn")} error={kept.error("dueOn")} />
          {languages.map((language) => (
            <TextArea
              key={language}
              name={`note@${language}`}
              label={t("note", { language: language.toUpperCase() })}
              rows={4}
              lang={language}
              value={kept.value(`note@${language}`)}
              error={kept.error(`note@${language}`)}
            />
          ))}
        </div>
      </Sheet>
      <div className="row wrap">
        <Button variant="primary" icon="send">
          {t("openAct")}
        </Button>
        <Cancel path={page.path} />
      </div>
    </LiveForm>
  );
}

function CloseForm({ page, version }: { page: RoundShown; version: number }) {
  const t = useTranslations("remarks.round");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).roundForms([]) }), "close");
  return (
    <LiveForm live={live} className="gap">
      <HiddenFields values={{ intent: "close", version }} />
      <Sheet title={t("close")}>
        <p>{t("closeEffect")}</p>
      </Sheet>
      <div className="row wrap">
        <Button variant="danger" icon="lock">
          {t("close")}
        </Button>
        <Cancel path={page.path} />
      </div>
    </LiveForm>
  );
}

function ReopenForm({ page, round, kept }: { page: RoundShown; round: NonNullable<RoundShown["round"]>; kept: Kept }) {
  const t = useTranslations("remarks.round");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).roundForms([]) }), "reopen");
  return (
    <LiveForm live={live} className="gap">
      <HiddenFields values={{ intent: "reopen", version: round.version }} />
      <Sheet title={t("reopen")}>
        <div className="fields">
          <DateField name="dueOn" label={t("dueOn")} hint={t("dueHint")} value={kept.value("dueOn")} error={kept.error("dueOn")} />
          <TextArea name="reason" label={t("reopenReason")} rows={3} value={kept.value("reason")} error={kept.error("reason")} />
        </div>
      </Sheet>
      <div className="row wrap">
        <Button variant="primary" icon="undo">
          {t("reopen")}
        </Button>
        <Cancel path={page.path} />
      </div>
    </LiveForm>
  );
}

function Cancel({ path }: { path: string }) {
  const t = useTranslations("ui.confirm");
  return (
    <ButtonLink to={`${path}/remarks`} variant="quiet">
      {t("cancel")}
    </ButtonLink>
  );
}
