import { countryName } from "~/domain/actors/countries";
import { groupsAt, type Place, type PlacedGroup } from "~/domain/actors/places";
import type { DataTable } from "~/domain/evidence/data-table";
import type { Protocol } from "~/domain/protocol/schema";
import { languageIfAny } from "~/domain/tool-language";
import { readPlaces } from "../actor-places.server";
import type { Db } from "../db.server";
import { translator } from "../i18n.server";
import { column, toolWords } from "./words";

/** Countries with the actors that work there, and who stands how to whom there; in the order of the countries' names in the original language. */
export async function countriesTable(db: Db, assessmentId: string, protocol: Protocol): Promise<DataTable> {
  const places = await readPlaces(db, assessmentId, protocol, protocol.originalLanguage);
  const inEach = (say: (language: string) => string) => ({
    text: Object.fromEntries(protocol.languages.map((language) => [language, say(language)])),
  });
  const unsourced = places.some(({ partners }) => partners.some(({ relation }) => relation.unsourced));
  return {
    block: "countries",
    caption: toolWords("actors-by-country"),
    columns: [column("country"), column("works-here"), column("partners-here")],
    rows: places.map((place) => ({
      id: place.country,
      depth: 0,
      cells: [
        inEach((language) => countryName(place.country, language)),
        place.actors.length === 0 ? null : inEach(() => place.actors.map(({ name }) => name).join(", ")),
        place.partners.length === 0 ? null : inEach((language) => partnersIn(place, language)),
      ],
    })),
    notes: unsourced ? [toolWords("relations-without-source")] : [],
  };
}

/** Who stands how to whom in a place, those that stand so to the same actor together; a relation without a source has a star. */
function partnersIn(place: Place, language: string): string {
  const say = translator(languageIfAny(language) ?? "en", "evidence");
  return groupsAt(place)
    .map(({ kind, hub, others }) => `${say(heads[kind], { name: hub.name })}: ${others.map(nameOf).join(", ")}`)
    .join("; ");
}

const nameOf = ({ actor, relation }: PlacedGroup["others"][number]) => `${actor.name}${relation.unsourced ? "*" : ""}`;

const heads = { funds: "data.funders-of", "member-of": "data.members-of", "works-with": "data.with" } as const;
