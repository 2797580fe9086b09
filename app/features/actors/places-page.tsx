import { Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { groupsAt } from "~/domain/actors/places";
import { relationKinds } from "~/domain/actors/relation";
import { DataTable } from "~/ui/data-table";
import { FilterBar, FilterCount } from "~/ui/filter-bar";
import { SelectField } from "~/ui/select-field";
import { Sheet } from "~/ui/sheet";
import { StatusTag } from "~/ui/status-tag";
import { TextField } from "~/ui/text-field";
import { Downloads } from "./downloads";
import type { PlaceFilter, ShownPlaces } from "./read-places.server";

type Place = ShownPlaces["places"][number];

export interface PlacesPageProps {
  shown: ShownPlaces;
  filter: PlaceFilter;
  base: string;
  query: string;
}

/** By country: which actors work there, and who stands how to whom there. */
export function PlacesPage({ shown, filter, base, query }: PlacesPageProps) {
  const t = useTranslations("actors");
  const filtered = Object.values(filter).some((value) => value !== "");
  return (
    <Sheet title={t("placesTable")} intro={t("placesIntro")} flush>
      <FilterBar label={t("filterPlaces")}>
        <TextField name="q" type="search" label={t("find")} value={filter.q} />
        <SelectField name="actor" label={t("oneActor")} empty={t("all")} options={shown.actors} value={filter.actor} />
        <SelectField
          name="kind"
          label={t("relation")}
          empty={t("all")}
          options={relationKinds.map((kind) => ({ value: kind, label: t(`sides.${kind}`) }))}
          value={filter.kind}
        />
      </FilterBar>
      <FilterCount clearHref={filtered ? `${base}/actors/countries` : undefined}>
        {t("placesCount", { shown: shown.places.length, total: shown.total })}
      </FilterCount>
      <DataTable
        caption={t("placesTable")}
        rows={shown.places}
        rowKey={({ country }) => country}
        empty={<p className="body soft">{t("noPlaceFits")}</p>}
        columns={[
          { key: "country", head: t("country"), narrow: "title", cell: ({ name }) => name },
          { key: "actors", head: t("worksHere"), narrow: "named", cell: (place) => <WorksHere place={place} base={base} /> },
          { key: "partners", head: t("togetherHere"), narrow: "named", cell: (place) => <TogetherHere place={place} base={base} /> },
        ]}
      />
      <div className="body">
        <Downloads path={`${base}/actors/countries`} query={query} />
      </div>
    </Sheet>
  );
}

function ActorLink({ actor: { code, name }, base }: { actor: { code: string; name: string }; base: string }) {
  return (
    <Link to={`${base}/actors/${code}`}>
      <bdi>{name}</bdi>
    </Link>
  );
}

function WorksHere({ place: { actors }, base }: { place: Place; base: string }) {
  if (actors.length === 0) return <>–</>;
  return (
    <ul className="plain stack">
      {actors.map((actor) => (
        <li key={actor.id}>
          <ActorLink actor={actor} base={base} />
        </li>
      ))}
    </ul>
  );
}

/** The relations that hold in a country: partners and members stand once beside the actor that they share. */
function TogetherHere({ place, base }: { place: Place; base: string }) {
  const t = useTranslations("actors");
  const groups = groupsAt(place);
  if (groups.length === 0) return <>–</>;
  return (
    <ul className="plain stack">
      {groups.map(({ kind, hub, others }) => (
        <li key={`${kind} ${hub.id}`}>
          {t(`heads.${kind}`)} <ActorLink actor={hub} base={base} />:{" "}
          {others.map(({ actor, relation }, at) => (
            <span key={relation.code}>
              {at > 0 && ", "}
              <ActorLink actor={actor} base={base} />
              {relation.ownStatement && (
                <>
                  {" "}
                  <StatusTag state="own-statement" />
                </>
              )}
            </span>
          ))}
          {others.some(({ relation }) => relation.unsourced) && (
            <>
              {" "}
              <StatusTag state="no-source" />
            </>
          )}
        </li>
      ))}
    </ul>
  );
}
