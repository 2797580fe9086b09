import { Form, Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import type { FormProblem } from "~/platform/form-problem";
import { useKept } from "~/platform/kept";
import { Button } from "~/ui/button";
import { DefinitionList } from "~/ui/definition-list";
import { useLanguage } from "~/ui/intl";
import { LiveForm, useLiveForm } from "~/ui/live-form";
import { PageHead } from "~/ui/page-head";
import { MainAside, Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { ActorFields } from "./actor-fields";
import { FactsSheet, type FactsProps } from "./facts-sheet";
import type { ShownActor } from "./queries.server";

export interface ActorPageProps extends Omit<FactsProps, "actor" | "editable"> {
  actor: ShownActor;
  mayWrite: boolean;
  errors: ReactNode;
  acts: ReactNode;
  /** How the actor stands on each criterion. */
  ratings: ReactNode;
}

/** An actor: what is known of it, fact by fact, and how it was rated; beside them who it is, and folded below that the form to change it. */
export function ActorPage({ actor, mayWrite, errors, acts, ratings, ...facts }: ActorPageProps) {
  const t = useTranslations("actors");
  const language = useLanguage();
  const editable = mayWrite && actor.archivedAt === null;
  const kind = textIn(actor.kind, language, facts.languages);
  return (
    <>
      <PageHead
        title={<bdi>{actor.name}</bdi>}
        crumbs={[{ label: t("heading"), href: `${facts.base}/actors` }, { label: actor.code }]}
        meta={
          <>
            {actor.archivedAt && <StatusTag state="archived" />}
            {kind && <span>{kind}</span>}
            <Link to={`${facts.base}/trail/items/actor/${actor.code}`}>{t("history")}</Link>
          </>
        }
        acts={acts}
      />
      {errors}
      <MainAside label={t("about")} aside={<About actor={actor} languages={facts.languages} editable={editable} problem={facts.problem} />}>
        <FactsSheet {...facts} actor={actor} editable={editable} />
        {ratings}
      </MainAside>
    </>
  );
}

function About({
  actor,
  languages,
  editable,
  problem,
}: {
  actor: ShownActor;
  languages: readonly string[];
  editable: boolean;
  problem: FormProblem | undefined;
}) {
  const t = useTranslations("actors");
  const language = useLanguage();
  const kept = useKept(problem, "change");
  const live = useLiveForm(async () => ({ form: (await import("./schema")).changeActorForm(languages) }), "change");
  const say = (text: ShownActor["kind"]) => textIn(text, language, languages);
  return (
    <Sheet title={t("about")} as="article">
      <DefinitionList
        facts={[
          { term: t("kind"), value: say(actor.kind) },
          { term: t("focus"), value: say(actor.focus) },
          { term: t("levels"), value: actor.levels.join(", ") },
          { term: t("countries"), value: actor.countries.join(", ") },
          {
            term: t("url"),
            value: actor.url && (
              <a href={actor.url} rel="noreferrer">
                {actor.url}
              </a>
            ),
          },
        ]}
      />
      {editable && (
        <details className="more" open={kept.summary.length > 0}>
          <summary>{t("change")}</summary>
          <LiveForm live={live} preventScrollReset key={actor.version}>
            <input type="hidden" name="version" value={actor.version} />
            <ActorFields actor={actor} languages={languages} kept={kept} />
            <div className="acts row wrap">
              <Button name="intent" value="change" variant="primary">
                {t("save")}
              </Button>
            </div>
          </LiveForm>
          <Form method="post">
            <input type="hidden" name="version" value={actor.version} />
            <Button name="intent" value="archive" variant="danger">
              {t("archive")}
            </Button>
          </Form>
        </details>
      )}
    </Sheet>
  );
}
