import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Overtaken } from "~/domain/overtaken";
import type { FormProblem } from "~/platform/form-problem";
import { type Kept, useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { MetaFact } from "~/ui/meta-fact";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { CheckSummary, FileSheet, RemarksSheet } from "~/ui/protocol-file";
import { Sheet } from "~/ui/sheet";
import { useTimeText } from "~/ui/time";
import type { loadReplacement } from "./replace-page.server";

export type ReplacePageProps = Awaited<ReturnType<typeof loadReplacement>> & {
  problem: FormProblem | undefined;
  overtaken: Overtaken | undefined;
};

/** Reads another protocol file, tells what is wrong with it or would be lost, and puts it in force once nothing is. */
export function ReplacePage({ checked, frozen, version, base, problem, overtaken }: ReplacePageProps) {
  const t = useTranslations("protocol");
  const kept = useKept(problem);
  const fine = checked !== null && checked.problems.length === 0;
  return (
    <>
      <PageHead
        title={t("replace.title")}
        lede={t("replace.lede")}
        crumbs={[{ label: t("title"), href: `${base}/protocol` }, { label: t("replace.act") }]}
        meta={checked && <CheckedFacts checked={checked} />}
      />
      <ErrorSummary errors={kept.summary} />
      {frozen && (
        <Notice tone="stale" className="kept">
          {t("replace.frozen")} <Link to={`${base}/protocol/deviations/new`}>{t("deviate")}</Link>
        </Notice>
      )}
      {overtaken && <ReplaceOvertaken overtaken={overtaken} base={base} />}
      <div className="gap">
        {checked && checked.problems.length > 0 && <CheckSummary problems={checked.problems} />}
        {fine && !frozen && <PutInForce file={checked.file} version={version} />}
        {!frozen && <ReadFile kept={kept} again={checked !== null} action={`${base}/protocol/replace`} />}
        {checked && checked.remarks.length > 0 && <RemarksSheet remarks={checked.remarks} />}
        {checked && checked.excerpt.length > 0 && (
          <FileSheet excerpt={checked.excerpt} problems={checked.problems} all={checked.all} otherHref={checked.otherHref} />
        )}
      </div>
    </>
  );
}

/** Somebody put another protocol in force or changed the settings meanwhile: the file is here still, checked again against what stands now. */
function ReplaceOvertaken({ overtaken, base }: { overtaken: Overtaken; base: string }) {
  const t = useTranslations("protocol.replace");
  const time = useTimeText();
  const { by, at, base: before, theirs } = overtaken;
  const number = theirs["protocolNumber"]?.[0] ?? "";
  const facts = { who: by ?? "", time: time(new Date(at), "clock"), number };
  const replaced = before?.["protocolNumber"]?.[0] !== number;
  return (
    <Notice tone="stale" className="kept" live title={t(replaced ? "overtaken" : "overtakenSettings", facts)}>
      <p>{t("overtakenHow")}</p>
      <p>
        <Link to={`${base}/protocol`}>{t("theirs", { number })}</Link>
      </p>
    </Notice>
  );
}

function CheckedFacts({ checked }: { checked: NonNullable<ReplacePageProps["checked"]> }) {
  const t = useTranslations("assessments.check");
  const time = useTimeText();
  return (
    <>
      <MetaFact icon="section">{t("fileFacts", { name: checked.name, lines: checked.lines })}</MetaFact>
      <span>{t("readAt", { at: time(checked.readAt, "date-time") })}</span>
      {checked.problems.length > 0 && <MetaFact icon="octagon">{t("problems", { count: checked.problems.length })}</MetaFact>}
    </>
  );
}

function PutInForce({ file, version }: { file: string; version: number }) {
  const t = useTranslations("protocol.replace");
  return (
    <Sheet title={t("fine")}>
      <ul className="follows">
        {(["ids", "sections", "wordings", "trail"] as const).map((key) => (
          <li key={key}>{t(key)}</li>
        ))}
      </ul>
      <Form method="post">
        <input type="hidden" name="file" value={file} />
        <input type="hidden" name="version" value={version} />
        <Button variant="primary" name="intent" value="replace">
          {t("act")}
        </Button>
      </Form>
    </Sheet>
  );
}

function ReadFile({ kept, again, action }: { kept: Kept; again: boolean; action: string }) {
  const t = useTranslations("protocol.replace");
  return (
    <Sheet title={t(again ? "again" : "read")} intro={t("readIntro")}>
      <Form method="post" action={action} encType="multipart/form-data" className="fields" noValidate>
        <Field name="file" label={t("file")} error={kept.error("file")}>
          {(control) => <input {...control} type="file" name="file" accept=".yaml,.yml" />}
        </Field>
        <div>
          <Button name="intent" value="read">
            {t("readAct")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
