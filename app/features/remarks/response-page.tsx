import { Link } from "@remix-run/react";
import type { KeyboardEvent } from "react";
import { useTranslations } from "use-intl";
import { stances } from "~/domain/remarks/remark";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { RadioGroup } from "~/ui/radio-group";
import { ReferenceField } from "~/ui/reference-field";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import { Time, useTimeText } from "~/ui/time";
import type { ResponseShown } from "./load-response.server";
import { RemarkWords, ResponseWords } from "./remark-item";
import { ChangesSheet } from "./changes-sheet";

/** One remark and the response to it, for the team. */
export function ResponsePage({ page, kept }: { page: ResponseShown; kept: Kept }) {
  const t = useTranslations("remarks");
  const { path, number, remark } = page;
  const title = t("respond.title", { code: remark.code });
  return (
    <>
      <PageHead
        title={title}
        crumbs={[{ label: t("edition", { number }), href: path }, { label: t("crumb"), href: `${path}/remarks` }, { label: remark.code }]}
        meta={<Meta page={page} />}
      />
      <ErrorSummary errors={kept.summary} />
      <MainAside label={t("respond.remark")} aside={<Aside page={page} />}>
        <Standing page={page} />
        {page.mayRespond ? (
          <ResponseForm key={`${remark.id} ${remark.version}`} page={page} kept={kept} />
        ) : (
          <Sheet title={t("respond.form")}>
            {remark.stance === null && Object.keys(remark.response).length === 0 ? (
              <p className="soft">{t("respond.readOnly")}</p>
            ) : (
              <ResponseWords remark={remark} />
            )}
          </Sheet>
        )}
      </MainAside>
    </>
  );
}

function Meta({ page: { remark } }: { page: ResponseShown }) {
  return (
    <>
      <StatusTag state={remark.state} />
      {remark.isLate && <StatusTag state="late" />}
      <span>
        {remark.by}, <Time at={remark.sentAt ?? remark.at} as="date-time" />
      </span>
    </>
  );
}

function Standing({ page: { remark, mayRespond } }: { page: ResponseShown }) {
  const t = useTranslations("remarks.respond");
  const time = useTimeText();
  if (remark.withdrawnAt) return <Notice icon="box">{t("withdrawn")}</Notice>;
  if (!remark.shownAt) return null;
  return <Notice icon="eye">{mayRespond ? t("shown", { at: time(remark.shownAt, "long") }) : t("leadOnly")}</Notice>;
}

function Aside({ page }: { page: ResponseShown }) {
  const t = useTranslations("remarks.respond");
  const { remark, path, previous, next } = page;
  const { sectionCode, statementCode } = remark;
  const read = sectionCode === null ? `${path}/read` : `${path}/read/${sectionCode}${statementCode === null ? "" : `#${statementCode}`}`;
  return (
    <>
      <Sheet title={t("remark")}>
        <RemarkWords remark={remark} />
        <p className="small">
          <Link to={read}>{t("read")}</Link>
        </p>
      </Sheet>
      <ChangesSheet page={page} />
      <p className="row wrap small">
        {previous && <Link to={`${path}/remarks/${previous}`}>{t("previousRemark", { code: previous })}</Link>}
        {next && <Link to={`${path}/remarks/${next}`}>{t("nextRemark", { code: next })}</Link>}
      </p>
    </>
  );
}

function ResponseForm({ page, kept }: { page: ResponseShown; kept: Kept }) {
  const t = useTranslations("remarks.respond");
  const { remark, nextOpen } = page;
  const live = useLiveForm(async () => ({ form: (await import("./schema")).responseForm(page.languages) }));
  return (
    <LiveForm live={live} className="gap" onKeyDown={sendByKey}>
      <HiddenFields values={{ version: remark.version }} />
      <Sheet title={t("form")}>
        <ResponseFields page={page} kept={kept} />
      </Sheet>
      <div className="row wrap">
        {nextOpen === null ? null : (
          <Button variant="primary" icon="check" name="act" value="next">
            {t("next")}
          </Button>
        )}
        <Button variant={nextOpen === null ? "primary" : "plain"} icon="check" name="act" value="save">
          {t("save")}
        </Button>
        {nextOpen !== null && <span className="small soft">{t("shortcut")}</span>}
      </div>
    </LiveForm>
  );
}

/** `Ctrl Enter` does what the first button does. */
function sendByKey(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.querySelector<HTMLButtonElement>('button[name="act"]')?.click();
}

function ResponseFields({ page, kept }: { page: ResponseShown; kept: Kept }) {
  const t = useTranslations("remarks.respond");
  const words = useTranslations("remarks");
  const { remark, languages, statements } = page;
  const text = (name: "response" | "changed", rows: number) =>
    languages.map((language) => (
      <TextArea
        key={`${name} ${language}`}
        name={`${name}@${language}`}
        label={t(name, { language: language.toUpperCase() })}
        rows={rows}
        lang={language}
        value={kept.value(`${name}@${language}`, remark[name][language])}
        error={kept.error(`${name}@${language}`) ?? (language === languages[0] ? kept.error(name) : undefined)}
      />
    ));
  return (
    <div className="fields">
      <RadioGroup
        name="stance"
        label={t("stance")}
        hint={t("stanceHint")}
        value={kept.value("stance", remark.stance ?? "")}
        options={[...stances.map((value) => ({ value, label: words(`stances.${value}`) })), { value: "", label: t("noStance") }]}
        error={kept.error("stance")}
      />
      {text("response", 5)}
      {text("changed", 3)}
      <ReferenceField
        name="statements"
        several
        optional
        label={t("statements")}
        options={statements.map(({ id, code }) => ({ value: id, label: code }))}
        values={kept.values("statements", remark.statementIds)}
        error={kept.error("statements")}
      />
    </div>
  );
}
