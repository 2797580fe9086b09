import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { Checkbox } from "~/ui/checkbox-group";
import { languageOptions } from "~/ui/options";
import { SelectField } from "~/ui/select-field";
import { TextField } from "~/ui/text-field";
import { hitKinds } from "./hit";
import type { SearchAsk } from "./load-search.server";
import type { SearchChoices } from "./search-choices";

/** The words of a search, and what it is narrowed to; all of it stays in the address. */
export function SearchFields({ ask, choices, base }: { ask: SearchAsk; choices: SearchChoices; base: string }) {
  const t = useTranslations("search");
  const { words, kind, filter } = ask;
  const narrowed = kind !== null || Object.values(filter).some((one) => one !== null && one !== false);
  return (
    <Form method="get" role="search" className="fields" aria-label={t("title")}>
      <TextField name="q" type="search" label={t("words")} hint={t("hint")} value={words} />
      <details className="more" open={narrowed}>
        <summary>{t("narrow")}</summary>
        <Narrowing ask={ask} choices={choices} />
      </details>
      <div className="row wrap">
        <Button icon="search" variant="primary">
          {t("find")}
        </Button>
        {narrowed && <Link to={`${base}/search?${new URLSearchParams({ q: words }).toString()}`}>{t("notNarrowed")}</Link>}
      </div>
    </Form>
  );
}

function Narrowing({ ask: { kind, filter }, choices }: { ask: SearchAsk; choices: SearchChoices }) {
  const t = useTranslations("search");
  const any = t("any");
  return (
    <div className="narrowing">
      <SelectField
        name="kind"
        label={t("kind")}
        empty={any}
        value={kind ?? ""}
        options={hitKinds.map((one) => ({ value: one, label: t(`kinds.${one}`) }))}
      />
      <SelectField name="question" label={t("question")} empty={any} value={filter.question ?? ""} options={choices.questions} />
      <TextField name="from" label={t("from")} hint={t("fromHint")} value={filter.from ?? ""} />
      {choices.perspectives.length > 0 && (
        <SelectField
          name="perspective"
          label={t("perspective")}
          empty={any}
          value={filter.perspective ?? ""}
          options={choices.perspectives}
        />
      )}
      {choices.languages.length > 1 && (
        <SelectField
          name="lang"
          label={t("language")}
          empty={any}
          value={filter.language ?? ""}
          options={languageOptions(choices.languages)}
        />
      )}
      <Checkbox name="citable" label={t("citable")} checked={filter.citable} />
    </div>
  );
}
