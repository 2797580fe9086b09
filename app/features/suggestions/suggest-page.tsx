import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { readBlockText } from "~/domain/text/read-block-text";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { RichTextEditor } from "~/ui/editor/rich-text-editor";
import { ErrorSummary } from "~/ui/error-summary";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { TextArea } from "~/ui/text-area";
import type { SuggestView } from "./load-suggest.server";

interface SuggestPageProps {
  view: SuggestView;
  problem: FormProblem | undefined;
}

/** Another wording of a block, in the editor in which it is written, with the reason for it. */
export function SuggestPage({ view, problem }: SuggestPageProps) {
  const t = useTranslations("suggestions");
  const s = useTranslations("sections");
  const kept = useKept(problem);
  const { block, heading, path } = view;
  return (
    <>
      <PageHead
        title={t("titleOf", { label: block.code ?? s("text") })}
        lede={[heading.number, heading.heading].filter(Boolean).join(" ")}
        crumbs={[
          { label: s("heading"), href: `${view.base}/sections` },
          { label: heading.number ?? heading.code, href: path },
          { label: t("suggest") },
        ]}
      />
      <ErrorSummary errors={kept.summary} />
      {view.reviews && (
        <Notice tone="stale" icon="pencil" title={t("authorTitle")} className="kept">
          {t("authorHint")}
        </Notice>
      )}
      <SuggestForm view={view} problem={problem} />
    </>
  );
}

function SuggestForm({ view: { block, path }, problem }: SuggestPageProps) {
  const t = useTranslations("suggestions");
  const kept = useKept(problem);
  const linkOf = (code: string) => block.citable.find((one) => one.code === code)?.linkId;
  const typed = problem && readBlockText({ doc: kept.value("doc"), text: kept.value("text") }, linkOf);
  return (
    <Form method="post" className="stack">
      <HiddenFields values={{ version: block.version }} />
      <Sheet title={t("words")}>
        <RichTextEditor
          key={block.version}
          id="suggested"
          label={t("wordsLabel")}
          hint={t("wordsHint")}
          error={kept.error("text")}
          doc={typed?.ok ? typed.doc : block.document}
          kind={block.code === null ? "block" : "statement"}
          lang={block.language}
          citable={block.citable}
          rows={6}
        />
        <TextArea
          className="suggest-reason"
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          value={kept.value("reason")}
          error={kept.error("reason")}
          rows={3}
        />
      </Sheet>
      <div className="row wrap">
        <Button variant="primary" icon="send">
          {t("send")}
        </Button>
        <ButtonLink to={path} variant="quiet">
          {t("cancel")}
        </ButtonLink>
      </div>
    </Form>
  );
}
