import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type HolderKind, nameOfType } from "~/domain/files/kinds";
import type { FormProblem } from "~/platform/form-problem";
import { type Kept, useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { DefinitionList } from "~/ui/definition-list";
import { ErrorSummary } from "~/ui/error-summary";
import { fileSize } from "~/ui/format";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import { Time } from "~/ui/time";

export interface AttachmentPageProps {
  file: { id: string; name: string; type: string; bytes: number; sha256: string; note: string; at: Date; version: number };
  holder: { kind: HolderKind; code: string; path: string };
  base: string;
  mayWrite: boolean;
  problem: FormProblem | undefined;
}

/** One file: what is known of it, its note, and taking it out of use. */
export function AttachmentPage({ file, holder, base, mayWrite, problem }: AttachmentPageProps) {
  const t = useTranslations("attachments");
  const kept = useKept(problem, "change");
  const code = holder.code.replace(":", " ");
  return (
    <>
      <PageHead
        title={<bdi className="breakable">{file.name}</bdi>}
        crumbs={[
          { label: t(`crumbs.${holder.kind}`), href: `${base}/${holder.path.split("/")[0]}` },
          { label: code, href: `${base}/${holder.path}` },
          { label: t("one.crumb") },
        ]}
        acts={
          <ButtonLink to={`${base}/attachments/${file.id}`} icon="download" download>
            {t("one.download")}
          </ButtonLink>
        }
      />
      <ErrorSummary errors={kept.summary} />
      <FileSheet file={file} mayWrite={mayWrite} kept={kept} />
      {mayWrite && (
        <Sheet title={t("one.archive")} intro={t("one.archiveText")}>
          <Form method="post">
            <HiddenFields values={{ version: file.version }} />
            <Button name="intent" value="archive" variant="danger">
              {t("one.archiveAct")}
            </Button>
          </Form>
        </Sheet>
      )}
    </>
  );
}

/** What is known of the file, and its note: a form to who may change it. */
function FileSheet({ file, mayWrite, kept }: Pick<AttachmentPageProps, "file" | "mayWrite"> & { kept: Kept }) {
  const t = useTranslations("attachments");
  const language = useLanguage();
  const live = useLiveForm(async () => ({ form: (await import("./schema")).AttachmentForm }), "change");
  return (
    <Sheet title={t("one.crumb")}>
      <DefinitionList
        facts={[
          { term: t("one.type"), value: nameOfType(file.type) },
          { term: t("one.size"), value: fileSize(file.bytes, language) },
          { term: t("one.added"), value: <Time at={new Date(file.at)} as="date-time" /> },
          { term: t("one.sha256"), value: <code className="breakable">{file.sha256}</code> },
          ...(mayWrite ? [] : [{ term: t("note"), value: file.note }]),
        ]}
      />
      {mayWrite && (
        <LiveForm live={live} className="fields" key={file.version}>
          <HiddenFields values={{ version: file.version }} />
          <TextArea
            name="note"
            label={t("note")}
            hint={t("noteHint")}
            rows={3}
            value={kept.value("note", file.note)}
            error={kept.error("note")}
            optional
          />
          <div>
            <Button name="intent" value="change" variant="primary">
              {t("one.save")}
            </Button>
          </div>
        </LiveForm>
      )}
    </Sheet>
  );
}
