import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button, ButtonLink } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TranslationForm } from "~/ui/translation-form";
import { useTimeText } from "~/ui/time";
import { FactFields } from "./fact-fields";
import { SourceMark } from "./source-mark";
import type { FactForm, ShownFact } from "./queries.server";

export interface FactsProps {
  facts: readonly ShownFact[];
  missing: readonly { key: string; label: string; required: boolean }[];
  /** The form that the address asks for: of a new fact, or of the fact with this code. */
  form: FactForm | null;
  changing: string | null;
  languages: readonly string[];
  actor: { code: string };
  base: string;
  editable: boolean;
  problem: FormProblem | undefined;
}

/** What is recorded of an actor: each fact with its date and its source; forms come in place, one at a time. */
export function FactsSheet(props: FactsProps) {
  const t = useTranslations("actors");
  const { facts, actor, editable } = props;
  return (
    <Sheet title={t("facts")} id="facts" intro={t("factsIntro")} aside={<span className="soft num">{facts.length}</span>}>
      {facts.length === 0 && <p className="soft">{t("noFacts", { code: actor.code })}</p>}
      {facts.map((fact) => (
        <FactItem key={fact.id} fact={fact} {...props} />
      ))}
      {editable && <NewFact {...props} />}
    </Sheet>
  );
}

function FactItem({ fact, ...props }: FactsProps & { fact: ShownFact }) {
  const t = useTranslations("actors");
  const { editable, changing, base } = props;
  const time = useTimeText();
  const asOf = fact.asOf === null ? t("undated") : t("asOfShort", { date: fact.asOf.length === 10 ? time(fact.asOf, "long") : fact.asOf });
  return (
    <article className="passage" id={fact.code} aria-label={`${fact.code} ${fact.label}`}>
      <header className="row wrap">
        <h3>{fact.label}</h3>
        <span className="small soft push">
          <span className="num">{fact.code}</span> · {asOf}
        </span>
      </header>
      <p className="doc prewrap" lang={fact.shown.lang}>
        {fact.shown.text} {fact.shown.behind && <StatusTag state="behind" />}
      </p>
      <p className="chips">
        <SourceMark of={fact} base={base} />
        {fact.citedIn.length > 0 && <span className="small soft">{t("citedIn")}</span>}
        {fact.citedIn.map((code) => (
          <Link key={code} className="st" to={`${base}/statements/${code}`}>
            {code}
          </Link>
        ))}
        {editable && changing !== fact.code && (
          <Link
            className="small push"
            to={`?fact=${fact.code}#${fact.code}`}
            preventScrollReset
            aria-label={t("changeThis", { code: fact.code })}
          >
            {t("changeFact")}
          </Link>
        )}
      </p>
      {editable && changing === fact.code && props.form && <ChangeFact {...props} fact={fact} form={props.form} />}
    </article>
  );
}

type OwnFormProps = Pick<FactsProps, "languages" | "problem"> & { form: FactForm };

function ChangeFact({ fact, form, languages, problem }: OwnFormProps & { fact: ShownFact }) {
  const t = useTranslations("actors");
  const kept = useKept(problem, "change-fact");
  const live = useLiveFact(form, languages, "change-fact");
  const cited = fact.isGround || fact.citedIn.length > 0;
  return (
    <div className="stack">
      <LiveForm live={live} className="fields" preventScrollReset key={fact.version}>
        <HiddenFields values={{ id: fact.id, of: fact.field, version: kept.value("version", String(fact.version)) }} />
        <FactFields form={form} fact={fact} languages={languages} kept={kept} problem={kept.summary.length > 0 ? problem : undefined} />
        <div>
          <Button name="intent" value="change-fact" variant="primary" about={fact.code}>
            {t("saveFact")}
          </Button>
        </div>
      </LiveForm>
      <TranslateFact fact={fact} languages={languages} />
      <Form method="post" preventScrollReset>
        <HiddenFields values={{ id: fact.id, version: fact.version }} />
        <Button name="intent" value="archive-fact" variant="danger" about={fact.code} {...(cited && { refused: t("archiveCited") })}>
          {t("archiveFact")}
        </Button>
      </Form>
    </div>
  );
}

function useLiveFact(form: FactForm, languages: readonly string[], intent: "add-fact" | "change-fact") {
  return useLiveForm(async () => (await import("./fact-reading")).readingOfFact(form, languages, intent), intent);
}

function TranslateFact({ fact, languages }: { fact: ShownFact; languages: readonly string[] }) {
  const t = useTranslations("actors");
  return (
    <>
      {languages
        .filter((language) => language !== fact.language)
        .map((language) => (
          <TranslationForm
            key={language}
            record={{ id: fact.id }}
            language={language}
            translations={fact.translations}
            id={`f-${fact.code.replace(":", "-")}-${language}`}
            intent="translate-fact"
            label={t("translation", { language: language.toUpperCase() })}
            about={fact.code}
          />
        ))}
    </>
  );
}

/** What is not recorded yet, each with the way to its form; and the form that was asked for. */
function NewFact({ missing, form, changing, languages, problem }: FactsProps) {
  const t = useTranslations("actors");
  const adding = changing === null && form ? form : null;
  return (
    <div className="passage" id="new-fact">
      {adding ? (
        <AddFact key={adding.key} form={adding} languages={languages} problem={problem} />
      ) : (
        <>
          <h3>{t("missing")}</h3>
          <p className="row wrap">
            {missing.map(({ key, label }) => (
              <ButtonLink key={key} size="small" icon="plus" to={`?field=${encodeURIComponent(key)}#new-fact`}>
                {label}
              </ButtonLink>
            ))}
            <ButtonLink size="small" icon="plus" to="?field=other#new-fact">
              {t("other")}
            </ButtonLink>
          </p>
        </>
      )}
    </div>
  );
}

function AddFact({ form, languages, problem }: OwnFormProps) {
  const t = useTranslations("actors");
  const kept = useKept(problem, "add-fact");
  const live = useLiveFact(form, languages, "add-fact");
  return (
    <LiveForm live={live} className="fields" preventScrollReset aria-label={t("factForms")}>
      <h3>{form.label || t("other")}</h3>
      <HiddenFields values={{ field: form.key }} />
      <FactFields form={form} languages={languages} kept={kept} problem={kept.summary.length > 0 ? problem : undefined} />
      <div>
        <Button name="intent" value="add-fact" variant="primary" icon="plus">
          {t("addFact")}
        </Button>
      </div>
    </LiveForm>
  );
}
