import { countryName } from "~/domain/actors/countries";
import type { Place, PlacedPartner } from "~/domain/actors/places";
import { relationKinds, type RelationKind } from "~/domain/actors/relation";
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
function partnersIn({ partners }: Place, language: string): string {
  const say = translator(languageIfAny(language) ?? "en", "evidence");
  const lines = relationKinds.flatMap((kind) => {
    const those = partners.filter(({ relation }) => relation.kind === kind);
    const others = [...new Map(those.map(({ to }) => [to.id, to])).values()];
    return others.map((to) => {
      const names = those
        .filter((one) => one.to.id === to.id)
        .map(nameOf)
        .join(", ");
      return `${say(headOf(kind), { name: to.name })}: ${names}`;
    });
  });
  return lines.join("; ");
}

const nameOf = ({ from, relation }: PlacedPartner) => `${from.name}${relation.unsourced ? "*" : ""}`;

const heads = { funds: "data.funders-of", "member-of": "data.members-of", "works-with": "data.with" } as const;
const headOf = (kind: RelationKind) => heads[kind];
