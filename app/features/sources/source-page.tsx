import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import type { SourceType } from "~/domain/sources/source";
import { AttachmentList, type AttachmentListProps } from "~/ui/attachment-list";
import { Button } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { looseDate } from "~/ui/format";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { MetaFact } from "~/ui/meta-fact";
import { Notice } from "~/ui/notice";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { AppraisalShown, LeftOutNotice } from "./desk-shown";
import { ExcerptCard, PassageFields } from "./excerpt-card";
import type { ShownExcerpt, ShownSource } from "./queries.server";
import { bibliographicFields, placeOnWeb } from "~/domain/sources/bibliography";
import type { SourceDesk } from "./source-desk.server";
import { languageOptions, passageLanguages, SourceFields } from "./source-fields";
import { readingState } from "./source-list";

export interface SourcePageProps {
  source: ShownSource;
  excerpts: readonly ShownExcerpt[];
  doubles: readonly { code: string; title: string }[];
  desk: SourceDesk;
  files: AttachmentListProps["list"];
  languages: readonly string[];
  base: string;
  mayWrite: boolean;
  problem: FormProblem | undefined;
  errors: ReactNode;
  title: string;
}

/** A source with the passages taken from it; beside them the reference, and folded below it the form to change it. */
export function SourcePage({ source, excerpts, doubles, desk, files, languages, base, mayWrite, problem, errors, title }: SourcePageProps) {
  const t = useTranslations("sources");
  const language = useLanguage();
  const editable = mayWrite && source.archivedAt === null;
  return (
    <>
      <PageHead
        title={<bdi>{source.printed}</bdi>}
        crumbs={[{ label: title, href: `${base}/sources` }, { label: source.code }]}
        meta={
          <>
            <StatusTag state={source.archivedAt ? "archived" : readingState[source.reading as keyof typeof readingState]} />
            <MetaFact icon="excerpt">{t(`types.${source.type as SourceType}`)}</MetaFact>
            <MetaFact icon="calendar">{source.issued === null ? t("undated") : looseDate(source.issued, language)}</MetaFact>
            <Link to={`${base}/trail/items/source/${source.code}`}>{t("history")}</Link>
          </>
        }
      />
      {errors}
      <LeftOutNotice left={desk.left} />
      {doubles.length > 0 && <Doubles doubles={doubles} base={base} />}
      <MainAside
        label={t("reference")}
        aside={<Reference source={source} desk={desk} languages={languages} editable={editable} problem={problem} />}
      >
        {source.abstract !== "" && (
          <Sheet title={t("abstract")}>
            <p className="serif prewrap" lang={source.language} dir="auto">
              {source.abstract}
            </p>
          </Sheet>
        )}
        <Excerpts source={source} excerpts={excerpts} languages={languages} base={base} editable={editable} problem={problem} />
        <AttachmentList holder="source" list={files} base={base} readAt={`${base}/sources/${source.code}/read`} />
      </MainAside>
    </>
  );
}

function Doubles({ doubles, base }: { doubles: SourcePageProps["doubles"]; base: string }) {
  const t = useTranslations("sources");
  return (
    <Notice tone="info" title={t("doubles")}>
      {doubles.map(({ code, title }) => (
        <Link key={code} to={`${base}/sources/${code}`}>
          {code} <bdi>{title}</bdi>
        </Link>
      ))}
    </Notice>
  );
}

type PartProps = Pick<SourcePageProps, "source" | "languages" | "problem"> & { editable: boolean };

function Excerpts({ source, excerpts, languages, base, editable, problem }: PartProps & Pick<SourcePageProps, "excerpts" | "base">) {
  const t = useTranslations("sources");
  const added = useKept(problem, "add-excerpt");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).sourceForms }), "add-excerpt");
  const changed = useKept(problem, "change-excerpt");
  return (
    <>
      <Sheet title={t("excerpts")} aside={<span className="soft num">{excerpts.length}</span>}>
        {excerpts.length === 0 && <p className="soft">{t("noExcerpts", { code: source.code })}</p>}
        {excerpts.map((excerpt) => (
          <ExcerptCard
            key={excerpt.id}
            excerpt={excerpt}
            languages={languages}
            kept={changed}
            mayWrite={editable}
            statements={`${base}/statements`}
            cite={`${base}/cite?evidence=`}
          />
        ))}
      </Sheet>
      {editable && (
        <Sheet title={t("addExcerpt")}>
          <LiveForm live={live} className="fields" preventScrollReset key={excerpts.length}>
            <PassageFields idPrefix="f" kept={added} languages={passageLanguages(source.language, languages)} />
            <div>
              <Button name="intent" value="add-excerpt" variant="primary" icon="plus">
                {t("addExcerpt")}
              </Button>
            </div>
          </LiveForm>
        </Sheet>
      )}
    </>
  );
}

/** One fact of the reference; what is found on the web leads there. */
function Fact({ field, text }: { field: (typeof bibliographicFields)[number]; text: string }) {
  const href = placeOnWeb(field, text);
  if (href === null) return <bdi>{text}</bdi>;
  return (
    <a href={href} rel="noopener noreferrer">
      <bdi>{text}</bdi>
    </a>
  );
}

/** The reference as the document prints it. */
function CitedAs({ source }: Pick<PartProps, "source">) {
  const t = useTranslations("sources");
  const language = useLanguage();
  return (
    <div>
      <p className="small soft">{t("citedAs")}</p>
      <p className="serif reference">
        <bdi>{source.reference[language].map(({ text, italic }, at) => (italic ? <i key={at}>{text}</i> : text))}</bdi>
      </p>
    </div>
  );
}

function Reference({ source, desk, languages, editable, problem }: PartProps & Pick<SourcePageProps, "desk">) {
  const t = useTranslations("sources");
  const kept = useKept(problem, "change");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).sourceForms }), "change");
  const authors = source.authors.map((author) =>
    "literal" in author ? author.literal : [author.family, author.given].filter(Boolean).join(", "),
  );
  const facts = bibliographicFields.map((field) => ({
    term: t(`fields.${field}`),
    value: source.bibliography[field] && <Fact field={field} text={source.bibliography[field]} />,
  }));
  return (
    <Sheet title={t("reference")} as="article">
      <CitedAs source={source} />
      <DefinitionList
        facts={[
          { term: t("authors"), value: authors.length > 0 && <bdi>{authors.join("; ")}</bdi> },
          ...facts,
          { term: t("language"), value: languageOptions([], source.language, t).find(({ value }) => value === source.language)?.label },
          { term: t("origin"), value: source.origin && <bdi>{source.origin}</bdi> },
        ]}
      />
      <AppraisalShown desk={desk} />
      {editable && (
        <details className="more" open={kept.summary.length > 0}>
          <summary>{t("changeSource")}</summary>
          <LiveForm live={live} preventScrollReset key={source.version}>
            <input type="hidden" name="version" value={source.version} />
            <SourceFields source={source} kept={kept} languages={languages} />
            <div className="acts row wrap">
              <Button name="intent" value="change" variant="primary">
                {t("saveSource")}
              </Button>
            </div>
          </LiveForm>
          <Form method="post">
            <input type="hidden" name="version" value={source.version} />
            <Button name="intent" value="archive" variant="danger">
              {t("archiveSource")}
            </Button>
          </Form>
        </details>
      )}
    </Sheet>
  );
}
