import { useTranslations } from "use-intl";
import { acceptedBy, type HolderKind } from "~/domain/files/kinds";
import { useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import { UploadProgress } from "~/ui/upload-progress";
import type { ReceivedAttachment } from "./receive-attachment.server";
import { useUpload } from "./use-upload";

export interface AddAttachmentPageProps {
  holder: { kind: HolderKind; code: string; path: string };
  base: string;
  /** What the form answered when it was sent without script. */
  answer: ReceivedAttachment | undefined;
}

/** The page that adds a file to an interview, a consent or a source: a form as any other, which tells with script how much was sent. */
export function AddAttachmentPage({ holder, base, answer }: AddAttachmentPageProps) {
  const t = useTranslations("attachments");
  const upload = useUpload(holder.kind);
  const kept = useKept(upload.form ?? answer?.form);
  const problem = upload.file ?? answer?.file;
  const error = problem && t(`problems.${problem}`);
  const list = `${base}/${holder.path.split("/")[0]}`;
  return (
    <>
      <PageHead
        title={t("addTo", { code: holder.code.replace(":", " ") })}
        crumbs={[
          { label: t(`crumbs.${holder.kind}`), href: list },
          { label: holder.code.replace(":", " "), href: `${base}/${holder.path}` },
          { label: t("add") },
        ]}
        lede={t(`lede.${holder.kind}`)}
      />
      <ErrorSummary errors={[...(error ? [{ field: "file", name: t("file"), message: error }] : []), ...kept.summary]} live={false} />
      {upload.failed && (
        <Notice tone="stale" title={t(upload.failed)} live>
          {null}
        </Notice>
      )}
      <Sheet title={t("add")}>
        <form method="post" encType="multipart/form-data" className="fields" noValidate onSubmit={upload.onSubmit}>
          <TextArea
            name="note"
            label={t("note")}
            hint={t("noteHint")}
            rows={2}
            value={kept.value("note")}
            error={kept.error("note")}
            optional
          />
          <Field name="file" label={t("file")} hint={`${t(`hint.${holder.kind}`)} ${t("imageNote")}`} error={error}>
            {(control) => <input {...control} type="file" name="file" accept={acceptedBy(holder.kind)} />}
          </Field>
          {upload.progress && <UploadProgress progress={upload.progress} stop={upload.stop} />}
          <div className="row wrap">
            <Button variant="primary" busy={upload.progress !== null} busyText={t("sending")}>
              {t("send")}
            </Button>
            <ButtonLink to={`${base}/${holder.path}`} variant="quiet">
              {t(`cancelTo.${holder.kind}`, { code: holder.code.replace(":", " ") })}
            </ButtonLink>
          </div>
        </form>
      </Sheet>
    </>
  );
}
