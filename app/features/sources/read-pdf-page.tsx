import { Link } from "@remix-run/react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { passageFromPage } from "~/domain/sources/pdf-passage";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { ErrorSummary } from "~/ui/error-summary";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { useScripted } from "~/ui/use-scripted";
import { PassageFields } from "./excerpt-card";
import type { ReadPdf } from "./load-read-pdf.server";
import { passageLanguages } from "./source-fields";
import { PdfReader, type TakenPassage } from "./pdf-reader";

/** A PDF of a source with the form for an excerpt beside it: what is selected on a page is filled in, with its number. */
export function ReadPdfPage({ read, problem }: { read: ReadPdf; problem: FormProblem | undefined }) {
  const t = useTranslations("sources");
  const { base, source, file } = read;
  const kept = useKept(problem, undefined, { text: t("passage") });
  const scripted = useScripted();
  const [taken, setTaken] = useState<(TakenPassage & { turn: number }) | null>(null);
  useEffect(() => setTaken(null), [read.excerpts]);
  useEffect(() => {
    if (taken) document.getElementById("f-text")?.focus();
  }, [taken]);
  const href = `${base}/sources/${source.code}`;
  return (
    <>
      <PageHead
        title={t("read.title", { code: source.code })}
        lede={<bdi>{source.printed}</bdi>}
        crumbs={[{ label: t("heading"), href: `${base}/sources` }, { label: source.code, href }, { label: t("read.short") }]}
      />
      <ErrorSummary errors={kept.summary} />
      <MainAside
        label={t("addExcerpt")}
        aside={
          <Sheet
            title={t("addExcerpt")}
            intro={read.mayWrite ? t("read.check") : t("read.readOnly")}
            aside={<Link to={href}>{t("read.excerpts", { count: read.excerpts })}</Link>}
          >
            {read.mayWrite && <ExcerptForm key={`${read.excerpts} ${taken?.turn ?? 0}`} read={read} taken={taken} kept={kept} />}
          </Sheet>
        }
      >
        <Sheet title={<bdi className="breakable">{file.name}</bdi>} aside={<FileLink base={base} file={file} />}>
          {scripted ? (
            <PdfReader
              href={`${base}/attachments/${file.id}`}
              onTake={(passage) => setTaken((before) => ({ ...passage, turn: (before?.turn ?? 0) + 1 }))}
            />
          ) : (
            <p>{t("read.byHand")}</p>
          )}
        </Sheet>
      </MainAside>
    </>
  );
}

function FileLink({ base, file: { id, name } }: Pick<ReadPdf, "base" | "file">) {
  const t = useTranslations("sources.read");
  return (
    <a href={`${base}/attachments/${id}`} download={name}>
      {t("download")}
    </a>
  );
}

interface ExcerptFormProps {
  read: ReadPdf;
  taken: TakenPassage | null;
  kept: ReturnType<typeof useKept>;
}

function ExcerptForm({ read: { source, languages }, taken, kept }: ExcerptFormProps) {
  const t = useTranslations("sources");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).ExcerptForm }), "add-excerpt");
  const passage = taken && { form: "quoted", text: passageFromPage(taken.selected), place: t("read.place", { page: taken.page }) };
  const known = passageLanguages(source.language, languages);
  return (
    <LiveForm live={live} className="fields" preventScrollReset>
      <PassageFields
        idPrefix="f"
        {...(passage ? { excerpt: { ...passage, language: known[0] ?? source.language } } : { kept })}
        languages={known}
      />
      <div>
        <Button name="intent" value="add-excerpt" variant="primary" icon="plus">
          {t("addExcerpt")}
        </Button>
      </div>
    </LiveForm>
  );
}
