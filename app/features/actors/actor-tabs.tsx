import { useTranslations } from "use-intl";
import { LinkTabs } from "~/ui/link-tabs";

/** The pages that belong together: actors with their ratings, the register of all of them, where they work and how they stand to each other, interventions, the rounds in which both are judged, and the ranking that follows. */
export function ActorTabs({
  base,
  current,
}: {
  base: string;
  current: "actors" | "register" | "places" | "relations" | "interventions" | "rounds" | "ranking";
}) {
  const t = useTranslations("actors");
  const hrefs = {
    actors: `${base}/actors`,
    register: `${base}/actors/list`,
    places: `${base}/actors/countries`,
    relations: `${base}/actors/relations`,
    interventions: `${base}/interventions`,
    rounds: `${base}/actors/rounds`,
    ranking: `${base}/actors/ranking`,
  };
  const tabs = [
    { label: t("heading"), href: hrefs.actors },
    { label: t("register"), href: hrefs.register },
    { label: t("places"), href: hrefs.places },
    { label: t("relations"), href: hrefs.relations },
    { label: t("interventions"), href: hrefs.interventions },
    { label: t("rounds"), href: hrefs.rounds },
    { label: t("ranking"), href: hrefs.ranking },
  ];
  return <LinkTabs label={t("tabs")} tabs={tabs} current={hrefs[current]} />;
}
