import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { Kept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { type Column, DataTable } from "~/ui/data-table";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { Field } from "~/ui/field";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { Time } from "~/ui/time";
import type { ReturnedFilesView } from "./load-returned.server";

/** The returned files of a study, with the form that brings another in. */
export function ReturnedListPage({ view, kept }: { view: ReturnedFilesView; kept: Kept }) {
  const t = useTranslations("returnedFiles");
  const e = useTranslations("editions");
  const { path, mayTake, files } = view;
  return (
    <>
      <PageHead title={t("heading")} lede={t("lede")} crumbs={[{ label: e("heading"), href: path }, { label: t("heading") }]} />
      <ErrorSummary errors={kept.summary} />
      <div className="gap">
        {mayTake && <UploadForm kept={kept} back={path} />}
        <Sheet title={t("list")} flush>
          {files.length === 0 ? <EmptyState title={t("none")}>{t("noneHint")}</EmptyState> : <FileTable files={files} path={path} />}
        </Sheet>
      </div>
    </>
  );
}

function UploadForm({ kept, back }: { kept: Kept; back: string }) {
  const t = useTranslations("returnedFiles");
  const ui = useTranslations("sheets");
  return (
    <Form method="post" encType="multipart/form-data" noValidate>
      <Sheet title={t("bringIn")} intro={t("bringInIntro")}>
        <div className="stack">
          <Field name="file" label={t("file")} hint={t("fileHint")} error={kept.error("file")}>
            {(control) => <input {...control} type="file" name="file" accept=".docx" />}
          </Field>
          <div className="acts row wrap">
            <Button variant="primary" busyText={t("reading")}>
              {t("read")}
            </Button>
            <ButtonLink to={back}>{ui("cancel")}</ButtonLink>
          </div>
        </div>
      </Sheet>
    </Form>
  );
}

type Row = ReturnedFilesView["files"][number];

function FileTable({ files, path }: { files: readonly Row[]; path: string }) {
  const t = useTranslations("returnedFiles");
  const columns: Column<Row>[] = [
    { key: "number", head: t("columns.number"), cell: ({ number }) => <span className="num strong">{number}</span> },
    {
      key: "file",
      head: t("columns.file"),
      narrow: "title",
      cell: ({ number, fileName }) => (
        <Link to={`${path}/returned/${number}`}>
          <bdi>{fileName}</bdi>
        </Link>
      ),
    },
    { key: "edition", head: t("columns.edition"), cell: ({ edition }) => t("edition", edition) },
    { key: "at", head: t("columns.at"), cell: ({ at }) => <Time at={at} as="table" /> },
    { key: "open", head: t("columns.open"), align: "right", narrow: "named", cell: ({ open }) => open },
  ];
  return <DataTable caption={t("list")} columns={columns} rows={files} rowKey={({ number }) => String(number)} />;
}
