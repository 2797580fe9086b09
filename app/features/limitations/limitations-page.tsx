import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { EmptyState } from "~/ui/empty-state";
import { ErrorSummary } from "~/ui/error-summary";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import { LimitationFields, TranslateLimitation } from "./limitation-forms";
import type { Places, ShownLimitation } from "./queries.server";

export interface LimitationsPageProps {
  limitations: readonly ShownLimitation[];
  places: Places;
  languages: readonly string[];
  base: string;
  mayWrite: boolean;
  problem: FormProblem | undefined;
}

/** What statements can't bear, where each limitation holds, and the forms to add and change them. */
export function LimitationsPage(props: LimitationsPageProps) {
  const t = useTranslations("limitations");
  const { limitations, places, languages, base, mayWrite, problem } = props;
  const summary = useKept(problem).summary;
  const added = useKept(problem, "add");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).limitationForms }), "add");
  return (
    <>
      <PageHead title={t("title")} lede={t("lede")} crumbs={[{ label: t("document"), href: `${base}/sections` }, { label: t("title") }]} />
      <ErrorSummary errors={summary} />
      <div className="gap">
        <Sheet title={t("list")}>
          {limitations.length === 0 && <EmptyState title={t("empty")}>{t("emptyHint")}</EmptyState>}
          {limitations.map((limitation) => (
            <LimitationCard key={limitation.id} {...props} limitation={limitation} />
          ))}
        </Sheet>
        {mayWrite && (
          <Sheet title={t("add")}>
            <LiveForm live={live} className="fields" key={limitations.length}>
              <LimitationFields idPrefix="f" places={places} languages={languages} kept={added} />
              <div>
                <Button name="intent" value="add" variant="primary" icon="plus">
                  {t("add")}
                </Button>
              </div>
            </LiveForm>
          </Sheet>
        )}
      </div>
    </>
  );
}

function LimitationCard({ limitation, places, base, mayWrite, ...rest }: LimitationsPageProps & { limitation: ShownLimitation }) {
  const language = useLanguage();
  const translation = limitation.language === language ? undefined : limitation.translations.find((one) => one.language === language);
  return (
    <article className="passage" id={limitation.code} aria-label={limitation.code}>
      <p className="doc" lang={translation ? language : limitation.language}>
        <b className="num">{limitation.code}</b> {translation?.body ?? limitation.text}
      </p>
      <Where limitation={limitation} places={places} base={base} />
      {mayWrite && <ChangeLimitation limitation={limitation} places={places} {...rest} />}
    </article>
  );
}

function Where({ limitation, places, base }: { limitation: ShownLimitation; places: Places; base: string }) {
  const t = useTranslations("limitations");
  const sections = places.sections.filter(({ id }) => limitation.sections.includes(id));
  const statements = places.statements.filter(({ id }) => limitation.statements.includes(id));
  if (sections.length + statements.length === 0) return <p className="small soft">{t("everywhere")}</p>;
  return (
    <p className="chips small">
      {t("where")}
      {statements.map(({ id, code }) => (
        <StatementNumber key={id} code={code} href={`${base}/statements/${code}`} />
      ))}
      {sections.map(({ id, code, title }) => (
        <Link key={id} to={`${base}/sections/${code}`}>
          {title}
        </Link>
      ))}
    </p>
  );
}

type ChangeProps = Pick<LimitationsPageProps, "places" | "languages" | "problem"> & { limitation: ShownLimitation };

function ChangeLimitation({ limitation, places, languages, problem }: ChangeProps) {
  const t = useTranslations("limitations");
  const kept = useKept(problem, "change");
  const mine = kept.value("id") === limitation.id;
  const live = useLiveForm(async () => ({ form: (await import("./schema")).limitationForms }), "change");
  const identity = (
    <>
      <input type="hidden" name="id" value={limitation.id} />
      <input type="hidden" name="version" value={limitation.version} />
    </>
  );
  return (
    <details className="more" open={mine}>
      <summary>
        {t("change")} <span className="vh">{limitation.code}</span>
      </summary>
      <LiveForm live={live} className="fields" key={limitation.version} preventScrollReset>
        {identity}
        <LimitationFields
          idPrefix={limitation.id}
          limitation={limitation}
          places={places}
          languages={languages}
          kept={mine ? kept : undefined}
        />
        <div>
          <Button name="intent" value="change" variant="primary" about={limitation.code}>
            {t("save")}
          </Button>
        </div>
      </LiveForm>
      {languages
        .filter((other) => other !== limitation.language)
        .map((other) => (
          <TranslateLimitation key={other} limitation={limitation} language={other} />
        ))}
      <Form method="post" preventScrollReset>
        {identity}
        <Button name="intent" value="archive" variant="danger" about={limitation.code}>
          {t("archive")}
        </Button>
      </Form>
    </details>
  );
}
