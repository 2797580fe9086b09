import { useTranslations } from "use-intl";
import { LinkTabs } from "~/ui/link-tabs";

/** The three lists that belong together: actors with their ratings, interventions, and the rounds in which both are judged. */
export function ActorTabs({ base, current }: { base: string; current: "actors" | "interventions" | "rounds" }) {
  const t = useTranslations("actors");
  const hrefs = { actors: `${base}/actors`, interventions: `${base}/interventions`, rounds: `${base}/actors/rounds` };
  const tabs = [
    { label: t("heading"), href: hrefs.actors },
    { label: t("interventions"), href: hrefs.interventions },
    { label: t("rounds"), href: hrefs.rounds },
  ];
  return <LinkTabs label={t("tabs")} tabs={tabs} current={hrefs[current]} />;
}
