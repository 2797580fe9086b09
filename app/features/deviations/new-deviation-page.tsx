import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import { countAffected } from "~/domain/protocol/affected";
import type { FormProblem } from "~/platform/form-problem";
import { type Kept, useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { DateField } from "~/ui/date-field";
import { ErrorSummary } from "~/ui/error-summary";
import { Field, fieldId } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { CheckSummary, FileSheet, RemarksSheet } from "~/ui/protocol-file";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import { TextField } from "~/ui/text-field";
import { useTimeText } from "~/ui/time";
import { ChangesView, useCounts } from "./changes-view";
import type { loadNewDeviation } from "./new-deviation.server";

export type NewDeviationPageProps = Awaited<ReturnType<typeof loadNewDeviation>> & {
  problem: FormProblem | undefined;
  overtaken: Overtaken | undefined;
};

/** Reads another protocol file after freezing, shows what it changes and what that concerns, and records it as a deviation. */
export function NewDeviationPage(props: NewDeviationPageProps) {
  const { checked, frozen, start, base, problem, overtaken } = props;
  const t = useTranslations("deviations");
  const kept = useKept(overtaken ? { fields: {}, form: [], values: valuesOf(overtaken) } : problem);
  const fine = checked !== null && checked.problems.length === 0;
  return (
    <>
      <PageHead
        title={t("new.title")}
        lede={t("new.lede")}
        crumbs={[
          { label: t("protocol"), href: `${base}/protocol` },
          { label: t("title"), href: `${base}/protocol/deviations` },
          { label: t("new.act") },
        ]}
      />
      <ErrorSummary errors={kept.summary} />
      {!frozen && <NotFrozen base={base} />}
      {overtaken && <DeviationOvertaken overtaken={overtaken} base={base} />}
      <div className="gap">
        {checked && checked.problems.length > 0 && <CheckSummary problems={checked.problems} />}
        {fine && <ChangesSheet {...props} checked={checked} />}
        {fine && checked.changes.length > 0 && <RecordSheet {...props} checked={checked} kept={kept} />}
        {frozen && <ReadFile kept={kept} again={checked !== null} base={base} />}
        {start !== null && <StartFromForce start={start} inForce={props.inForce} base={base} />}
        {checked && checked.remarks.length > 0 && <RemarksSheet remarks={checked.remarks} />}
        {checked && checked.excerpt.length > 0 && checked.problems.length > 0 && (
          <FileSheet excerpt={checked.excerpt} problems={checked.problems} all={checked.all} otherHref={checked.otherHref} />
        )}
      </div>
    </>
  );
}

/** What was typed goes on with the version that stands now. */
function valuesOf({ mine }: Overtaken): Record<string, string[]> {
  return Object.fromEntries(Object.entries(mine).map(([name, values]) => [name, [...values]]));
}

type Checked = NonNullable<NewDeviationPageProps["checked"]>;

function NotFrozen({ base }: { base: string }) {
  const t = useTranslations("deviations.new");
  return (
    <Notice tone="stale" className="kept" title={t("notFrozen")}>
      <p>{t("notFrozenHow")}</p>
      <p className="row wrap">
        <ButtonLink to={`${base}/protocol/replace`}>{t("replace")}</ButtonLink>
        <ButtonLink to={`${base}/protocol/freeze`}>{t("freeze")}</ButtonLink>
      </p>
    </Notice>
  );
}

/** Somebody put another protocol in force or changed the settings meanwhile: file and words are here still. */
function DeviationOvertaken({ overtaken, base }: { overtaken: Overtaken; base: string }) {
  const t = useTranslations("deviations.new");
  const time = useTimeText();
  const { by, at, base: before, theirs } = overtaken;
  const number = theirs["protocolNumber"]?.[0] ?? "";
  const replaced = before?.["protocolNumber"]?.[0] !== number;
  return (
    <Notice
      tone="stale"
      className="kept"
      live
      title={t(replaced ? "overtaken" : "overtakenSettings", { who: by ?? "", time: time(new Date(at), "clock"), number })}
    >
      <p>{t("overtakenHow")}</p>
      <p>
        <Link to={`${base}/protocol/versions/${number}`}>{t("theirs", { number })}</Link>
      </p>
    </Notice>
  );
}

function ChangesSheet({ checked, languages, base }: NewDeviationPageProps & { checked: Checked }) {
  const t = useTranslations("deviations");
  const counts = useCounts()(countAffected(checked.affected));
  return (
    <Sheet title={t("new.changes", { count: checked.changes.length })} intro={counts === "" ? t("none") : t("under", { records: counts })}>
      {checked.changes.length === 0 ? (
        <p className="soft">{t("new.same")}</p>
      ) : (
        <ChangesView changes={checked.changes} affected={checked.affected} languages={languages} base={base} />
      )}
    </Sheet>
  );
}

function RecordSheet({ checked, version, languages, kept }: NewDeviationPageProps & { checked: Checked; kept: Kept }) {
  const t = useTranslations("deviations");
  const text = (name: "reason" | "effect", language: string) => (
    <TextArea
      key={`${name}@${language}`}
      id={fieldId(`${name}@${language}`)}
      name={`${name}@${language}`}
      label={t(`${name}In`, { language: languages.length > 1 ? language : "one" })}
      hint={language === languages[0] ? t(`${name}Hint`) : undefined}
      lang={language}
      rows={3}
      error={kept.error(`${name}@${language}`)}
      value={kept.value(`${name}@${language}`)}
      optional={language !== languages[0]}
    />
  );
  return (
    <Sheet title={t("new.record")}>
      <Form method="post" className="fields" noValidate>
        <input type="hidden" name="file" value={checked.file} />
        <input type="hidden" name="version" value={version} />
        {languages.map((language) => text("reason", language))}
        {languages.map((language) => text("effect", language))}
        <TextField
          id={fieldId("approvedBy")}
          name="approvedBy"
          label={t("approvedBy")}
          hint={t("approvedByHint")}
          error={kept.error("approvedBy")}
          value={kept.value("approvedBy")}
        />
        <DateField
          id={fieldId("approvedOn")}
          name="approvedOn"
          label={t("approvedOn")}
          error={kept.error("approvedOn")}
          value={kept.value("approvedOn")}
        />
        <ul className="follows">
          {(["force", "keeps", "sections", "fixed"] as const).map((key) => (
            <li key={key}>{t(`new.${key}`)}</li>
          ))}
        </ul>
        <div>
          <Button variant="primary" name="intent" value="deviate">
            {t("new.act")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

function ReadFile({ kept, again, base }: { kept: Kept; again: boolean; base: string }) {
  const t = useTranslations("deviations.new");
  return (
    <Sheet title={t(again ? "again" : "read")} intro={t("readIntro")}>
      <Form method="post" action={`${base}/protocol/deviations/new`} encType="multipart/form-data" className="fields" noValidate>
        <Field name="file" label={t("file")} error={kept.error("file")}>
          {(control) => <input {...control} type="file" name="file" accept=".yaml,.yml" />}
        </Field>
        <div>
          <Button name="intent" value="read" variant={again ? undefined : "primary"}>
            {t("readAct")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}

function StartFromForce({ start, inForce, base }: Pick<NewDeviationPageProps, "inForce" | "base"> & { start: string }) {
  const t = useTranslations("deviations.new");
  return (
    <Sheet title={t("start", { number: inForce })} intro={t("startIntro")}>
      <div className="stack">
        <p className="row wrap">
          <ButtonLink to={`${base}/protocol/versions/${inForce}/file`} icon="download" reload download>
            {t("download")}
          </ButtonLink>
        </p>
        <details>
          <summary>{t("type")}</summary>
          <Form method="post" action={`${base}/protocol/deviations/new`} encType="multipart/form-data" className="fields">
            <TextArea name="text" label={t("text")} value={start} rows={24} />
            <div>
              <Button name="intent" value="read">
                {t("readAct")}
              </Button>
            </div>
          </Form>
        </details>
      </div>
    </Sheet>
  );
}
