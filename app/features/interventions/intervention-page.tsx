import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { HiddenFields } from "~/ui/confirm-page";
import { GroundChip } from "~/ui/ground-chip";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TranslationForm } from "~/ui/translation-form";
import { InterventionFields } from "./intervention-fields";
import type { InterventionChoices, ShownIntervention } from "./queries.server";

export interface InterventionPageProps {
  intervention: ShownIntervention;
  choices: InterventionChoices | null;
  languages: readonly string[];
  base: string;
  problem: FormProblem | undefined;
  errors: ReactNode;
  acts: ReactNode;
  judgement: ReactNode;
}

/** An intervention: what it is, under which group, how it was judged; beside them its translations and the form to change it. */
export function InterventionPage({ intervention, choices, languages, base, problem, errors, acts, judgement }: InterventionPageProps) {
  const t = useTranslations("interventions");
  const language = useLanguage();
  const { code, source, archivedAt } = intervention;
  const inLanguage = (own: string, others: readonly { language: string; body: string }[]) =>
    intervention.language === language ? own : (others.find((one) => one.language === language)?.body ?? own);
  const description = inLanguage(intervention.description, intervention.descriptions);
  const editable = choices !== null && archivedAt === null;
  return (
    <>
      <PageHead
        title={<bdi>{inLanguage(intervention.title, intervention.titles)}</bdi>}
        crumbs={[{ label: t("heading"), href: `${base}/interventions` }, { label: code }]}
        meta={
          <>
            {archivedAt && <StatusTag state="archived" />}
            <span>{textIn(intervention.groupTitle, language, languages)}</span>
            <Link to={`${base}/trail/items/intervention/${code}`}>{t("history")}</Link>
          </>
        }
        acts={acts}
      />
      {errors}
      <MainAside label={t("translations")} aside={editable && <Translations intervention={intervention} languages={languages} />}>
        <Sheet title={t("about")}>
          <div className="stack">
            {description === "" ? <p className="soft">{t("noDescription")}</p> : <p className="doc prewrap">{description}</p>}
            {source && (
              <p className="chips">
                <GroundChip kind="excerpt" code={source.code} origin={source.title} href={`${base}/sources/${source.code}`} />
              </p>
            )}
            {editable && <Change intervention={intervention} choices={choices} languages={languages} problem={problem} />}
          </div>
        </Sheet>
        {judgement}
      </MainAside>
    </>
  );
}

function Change({
  intervention,
  choices,
  languages,
  problem,
}: Pick<InterventionPageProps, "intervention" | "languages" | "problem"> & { choices: InterventionChoices }) {
  const t = useTranslations("interventions");
  const kept = useKept(problem, "change");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).interventionForms(languages) }), "change");
  return (
    <details className="more" open={kept.summary.length > 0}>
      <summary>{t("change")}</summary>
      <LiveForm live={live} preventScrollReset key={intervention.version}>
        <HiddenFields values={{ version: intervention.version }} />
        <InterventionFields intervention={intervention} choices={choices} languages={languages} kept={kept} />
        <div className="acts row wrap">
          <Button name="intent" value="change" variant="primary">
            {t("save")}
          </Button>
        </div>
      </LiveForm>
      <Form method="post">
        <HiddenFields values={{ version: intervention.version }} />
        <Button name="intent" value="archive" variant="danger">
          {t("archive")}
        </Button>
      </Form>
    </details>
  );
}

function Translations({ intervention, languages }: { intervention: ShownIntervention; languages: readonly string[] }) {
  const t = useTranslations("interventions");
  const others = languages.filter((language) => language !== intervention.language);
  if (others.length === 0) return null;
  const fields = [
    { field: "title", original: intervention.title, translations: intervention.titles, label: "titleIn" },
    { field: "description", original: intervention.description, translations: intervention.descriptions, label: "descriptionIn" },
  ] as const;
  return (
    <Sheet title={t("translations")}>
      {others.flatMap((language) =>
        fields
          .filter(({ original }) => original.trim() !== "")
          .map(({ field, translations, label }) => (
            <TranslationForm
              key={`${field} ${language}`}
              record={{ field }}
              language={language}
              translations={translations}
              id={`f-${field}-${language}`}
              rows={field === "title" ? 2 : 5}
              label={t(label, { language: language.toUpperCase() })}
            />
          )),
      )}
    </Sheet>
  );
}
