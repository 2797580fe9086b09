import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { textIn } from "~/domain/local-text";
import { useLanguage } from "~/ui/intl";
import { PageHead } from "~/ui/page-head";
import { MainAside } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { AboutActor, type AboutActorProps } from "./about-actor";
import { AmountsSheet } from "./amounts-sheet";
import { FactsSheet, type FactsProps } from "./facts-sheet";
import { InterventionsSheet } from "./interventions-sheet";
import type { ShownActor } from "./queries.server";
import type { NamedIntervention } from "./read-interventions.server";
import type { ShownAmount } from "./read-profile.server";
import { RelationsSheet, type RelationsProps } from "./relations-sheet";

export interface ActorPageProps
  extends
    Omit<FactsProps, "actor" | "editable">,
    Pick<AboutActorProps, "mergedFrom" | "citedIn">,
    Pick<RelationsProps, "relations" | "relationForm"> {
  actor: ShownActor;
  amounts: readonly ShownAmount[];
  /** What its facts refer to. */
  interventions: readonly NamedIntervention[];
  mayWrite: boolean;
  errors: ReactNode;
  acts: ReactNode;
  /** How the actor stands on each criterion. */
  ratings: ReactNode;
}

/** An actor: what is known of it, fact by fact, how it stands to others and how it was rated; beside them who it is. */
export function ActorPage({ actor, mayWrite, errors, acts, ratings, ...page }: ActorPageProps) {
  const t = useTranslations("actors");
  const language = useLanguage();
  const editable = mayWrite && actor.archivedAt === null;
  const kind = textIn(actor.kind, language, page.languages);
  return (
    <>
      <PageHead
        title={<bdi>{actor.name}</bdi>}
        crumbs={[{ label: t("heading"), href: `${page.base}/actors` }, { label: actor.code }]}
        meta={
          <>
            {actor.archivedAt && <StatusTag state="archived" />}
            {kind && <span>{kind}</span>}
            <Link to={`${page.base}/trail/items/actor/${actor.code}`}>{t("history")}</Link>
          </>
        }
        acts={acts}
      />
      {errors}
      <MainAside label={t("about")} aside={<AboutActor {...page} actor={actor} editable={editable} />}>
        <FactsSheet {...page} actor={actor} editable={editable} />
        <AmountsSheet amounts={page.amounts} base={page.base} />
        <RelationsSheet {...page} editable={editable} />
        <InterventionsSheet interventions={page.interventions} base={page.base} />
        {ratings}
      </MainAside>
    </>
  );
}
