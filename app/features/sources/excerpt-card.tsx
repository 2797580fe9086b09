import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { type ExcerptForm, excerptForms } from "~/domain/sources/source";
import { useCodingLink } from "~/platform/coding-link";
import type { Kept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { RadioGroup } from "~/ui/radio-group";
import { SelectField } from "~/ui/select-field";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { StatusTag } from "~/ui/status-tag";
import { TextArea } from "~/ui/text-area";
import { TranslationForm } from "~/ui/translation-form";
import { TextField } from "~/ui/text-field";
import type { ShownExcerpt } from "./queries.server";
import { languageOptions } from "./source-fields";

interface CardProps {
  excerpt: ShownExcerpt;
  languages: readonly string[];
  kept: Kept;
  /** What the person may and can do with it; without it the passage is only read. */
  mayWrite: boolean;
  statements: string;
  /** Where the passage is cited in a statement; its code follows. */
  cite: string;
}

/** One passage: its words, where they stand, its translations and where it is cited; and, folded, the forms to change it. */
export function ExcerptCard({ excerpt, languages, kept, mayWrite, statements, cite }: CardProps) {
  const t = useTranslations("sources");
  const mine = kept.value("id") === excerpt.id;
  const coding = useCodingLink()(excerpt.code);
  return (
    <article className="passage" id={excerpt.code} aria-label={excerpt.code}>
      <header className="row wrap">
        <span className="gr">
          <b>{excerpt.code}</b>
        </span>
        <span className="small soft">{t(`forms.${excerpt.form as ExcerptForm}`)}</span>
        <bdi className="small soft">{excerpt.place ?? t("placeUnknown")}</bdi>
        <CitedIn citedIn={excerpt.citedIn} statements={statements} />
        {coding !== null && excerpt.text !== "" && (
          <Link className="small" to={coding}>
            {t("codes")}
            <span className="vh"> {excerpt.code}</span>
          </Link>
        )}
        {mayWrite && (
          <Link className="small push" to={`${cite}${encodeURIComponent(excerpt.code)}`}>
            {t("cite")}
            <span className="vh"> {excerpt.code}</span>
          </Link>
        )}
      </header>
      <PassageText excerpt={excerpt} />
      {mayWrite && (
        <details className="more" open={mine}>
          <summary>{t("changeExcerpt")}</summary>
          <ChangeExcerpt excerpt={excerpt} languages={languages} {...(mine && { kept })} />
          {excerpt.form !== "whole-work" &&
            languages
              .filter((language) => language !== excerpt.language)
              .map((language) => <TranslateExcerpt key={language} excerpt={excerpt} language={language} />)}
        </details>
      )}
    </article>
  );
}

function PassageText({ excerpt }: { excerpt: ShownExcerpt }) {
  const t = useTranslations("sources");
  if (excerpt.form === "whole-work") return <p className="soft">{t("wholeWork")}</p>;
  const quoted = excerpt.form === "quoted";
  return (
    <>
      <blockquote className="doc quote prewrap" lang={excerpt.language} dir="auto">
        {quoted ? <q>{excerpt.text}</q> : excerpt.text}
      </blockquote>
      {excerpt.translations.map(({ language, body, behind }) => (
        <blockquote key={language} className="doc quote prewrap soft" lang={language} dir="auto">
          {body} {behind && <StatusTag state="behind" />}
        </blockquote>
      ))}
    </>
  );
}

function CitedIn({ citedIn, statements }: { citedIn: ShownExcerpt["citedIn"]; statements: string }) {
  const t = useTranslations("sources");
  if (citedIn.length === 0) return <span className="small faint push">{t("uncited")}</span>;
  return (
    <span className="row wrap push small">
      {t("citedIn")}
      {citedIn.map(({ code }) => (
        <Link key={code} className="st" to={`${statements}/${code}`}>
          {code}
        </Link>
      ))}
    </span>
  );
}

function ChangeExcerpt({ excerpt, languages, kept }: { excerpt: ShownExcerpt; languages: readonly string[]; kept?: Kept }) {
  const t = useTranslations("sources");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).sourceForms }), "change-excerpt");
  const identity = (
    <>
      <input type="hidden" name="id" value={excerpt.id} />
      <input type="hidden" name="version" value={excerpt.version} />
    </>
  );
  return (
    <>
      <LiveForm live={live} className="fields" preventScrollReset>
        {identity}
        <PassageFields idPrefix={excerpt.id} excerpt={excerpt} languages={languages} {...(kept && { kept })} />
        <div>
          <Button name="intent" value="change-excerpt" variant="primary" about={excerpt.code}>
            {t("saveExcerpt")}
          </Button>
        </div>
      </LiveForm>
      <Form method="post" preventScrollReset>
        {identity}
        <Button
          name="intent"
          value="archive-excerpt"
          variant="danger"
          about={excerpt.code}
          {...(excerpt.citedIn.length > 0 && { refused: t("archiveCited") })}
        >
          {t("archiveExcerpt")}
        </Button>
      </Form>
    </>
  );
}

/** The fields of a passage; `idPrefix` keeps their ids apart where several forms stand on one page. */
export function PassageFields({
  idPrefix,
  excerpt,
  kept,
  languages,
}: {
  idPrefix: string;
  /** What is filled in at first. */
  excerpt?: Pick<ShownExcerpt, "form" | "text" | "place" | "language">;
  kept?: Kept;
  languages: readonly string[];
}) {
  const t = useTranslations("sources");
  const value = (name: string, fallback?: string | null) => kept?.value(name, fallback ?? "") ?? fallback ?? "";
  return (
    <>
      <RadioGroup
        id={`${idPrefix}-form`}
        name="form"
        label={t("form")}
        options={excerptForms.map((form) => ({ value: form, label: t(`forms.${form}`) }))}
        value={value("form", excerpt?.form ?? "quoted")}
        error={kept?.error("form")}
      />
      <TextArea
        id={`${idPrefix}-text`}
        name="text"
        label={t("passage")}
        hint={t("passageHint")}
        rows={5}
        value={value("text", excerpt?.text)}
        error={kept?.error("text")}
      />
      <TextField
        id={`${idPrefix}-place`}
        name="place"
        label={t("place")}
        hint={t("placeHint")}
        optional
        value={value("place", excerpt?.place)}
        error={kept?.error("place")}
      />
      <SelectField
        id={`${idPrefix}-language`}
        name="language"
        label={t("language")}
        options={languageOptions(languages, excerpt?.language, t)}
        value={value("language", excerpt?.language ?? languages[0])}
        error={kept?.error("language")}
      />
    </>
  );
}

function TranslateExcerpt({ excerpt, language }: { excerpt: ShownExcerpt; language: string }) {
  const t = useTranslations("sources");
  return (
    <TranslationForm
      record={{ id: excerpt.id }}
      language={language}
      translations={excerpt.translations}
      id={`${excerpt.id}-${language}`}
      intent="translate-excerpt"
      rows={4}
      label={t("translation", { language })}
    />
  );
}
