import { describe, expect, it } from "vitest";
import { countryName, readCountries, readCountry } from "~/domain/actors/countries";
import { actorLevelIfAny, levelNames, levelReader } from "~/domain/actors/levels";
import { findDoubles, hostOf } from "~/domain/actors/doubles";
import { amountsOf, figureFields, inYearOrder } from "~/domain/actors/figures";
import { mergedActor, mergeHindrance, proposedSide, roundsThatMove } from "~/domain/actors/merging";
import { busesOf, drawNetwork } from "~/domain/actors/network-picture";
import { groupsAt, placesOf } from "~/domain/actors/places";
import { fitsRegister, inRegisterOrder, type RegisterFilter, registerFilterFrom, type RegisterRow } from "~/domain/actors/register";
import { relationFrom, relationSides, saysTheSame, sideOf } from "~/domain/actors/relation";
import { formFields } from "~/domain/forms/form-field";
import type { Field } from "~/domain/protocol/fields";

describe("a relation", () => {
  it.each(relationSides)("that is filled in as %s reads so again from the same side", (side) => {
    expect(sideOf(relationFrom(side, "a", "b"), "a")).toBe(side);
  });
  it("reads the other way round from the other side", () => {
    expect(sideOf(relationFrom("funds", "a", "b"), "b")).toBe("funded-by");
    expect(sideOf(relationFrom("member-of", "a", "b"), "b")).toBe("has-member");
    expect(sideOf(relationFrom("works-with", "a", "b"), "b")).toBe("works-with");
  });
  it("says the same crosswise only of working together", () => {
    expect(saysTheSame(relationFrom("works-with", "a", "b"), relationFrom("works-with", "b", "a"))).toBe(true);
    expect(saysTheSame(relationFrom("funds", "a", "b"), relationFrom("funds", "b", "a"))).toBe(false);
    expect(saysTheSame(relationFrom("funds", "a", "b"), relationFrom("funded-by", "b", "a"))).toBe(true);
    expect(saysTheSame(relationFrom("funds", "a", "b"), relationFrom("works-with", "a", "b"))).toBe(false);
  });
});

describe("a country", () => {
  it.each([
    ["Kenya", "KE"],
    ["Kenia", "KE"],
    ["  dominicaanse republiek ", "DO"],
    ["nl", "NL"],
    ["Birma", "MM"],
    ["Myanmar", "MM"],
    ["Germany", "DE"],
    ["United Kingdom", "GB"],
    ["Velmara", "Velmara"],
    ["DD", "DD"],
  ])("%s is kept as %s", (typed, kept) => expect(readCountry(typed, ["nl"])).toBe(kept));
  it("is named in the language of the reader, own words as they are", () => {
    expect([countryName("KE", "nl"), countryName("KE", "en"), countryName("Velmara", "nl")]).toEqual(["Kenia", "Kenya", "Velmara"]);
  });
  it("is kept once", () => expect(readCountries(["Kenya", "Kenia", "", "KE"], ["en"])).toEqual(["KE"]));
});

describe("levels", () => {
  const none: string[] = [];
  const read = levelReader({
    ...{
      global: ["Wereldwijd", "Global"],
      international: none,
      regional: ["Régional"],
      national: ["nationaal"],
      local: none,
      city: ["Stad"],
    },
  });
  it("are kept by their keys, the widest first, in whatever language they were typed; others in own words after them", () => {
    expect(read(["Stad", " wereldwijd ", "Stroomgebied", "regional", "GLOBAL"])).toEqual(["global", "regional", "city", "Stroomgebied"]);
    expect(read(["", "national", "nationaal", "Stroomgebied", "Stroomgebied"])).toEqual(["national", "Stroomgebied"]);
  });
  it("have the names of the reader's language, own words as they are", () => {
    expect(levelNames(["global", "Stroomgebied"], (level) => `<${level}>`)).toEqual(["<global>", "Stroomgebied"]);
    expect([actorLevelIfAny("city"), actorLevelIfAny("Stad")]).toEqual(["city", undefined]);
  });
});

const actor = (id: string, name: string, more: { otherNames?: string[]; url?: string } = {}) => ({
  ...{ id, name, otherNames: more.otherNames ?? [], url: more.url ?? null },
});
const found = (...actors: ReturnType<typeof actor>[]) =>
  findDoubles(actors).map(({ one, other, reasons }) => [one.id, other.id, ...reasons]);

describe("doubles", () => {
  it("are found by the folded name, an other name, an abbreviation, a part of a name and the website", () => {
    expect(found(actor("1", "Oak Foundation"), actor("2", "OAK  foundation"))).toEqual([["1", "2", "name"]]);
    expect(found(actor("1", "Kluut"), actor("2", "Stichting", { otherNames: ["kluut"] }))).toEqual([["1", "2", "other-name"]]);
    expect(found(actor("1", "International Bird Mission (IBM)"), actor("2", "IBM"))).toEqual([["1", "2", "abbreviation"]]);
    expect(found(actor("1", "International Bird Mission"), actor("2", "IBM"))).toEqual([["1", "2", "abbreviation"]]);
    expect(found(actor("1", "UK Aid / UK Home Office"), actor("2", "UK Aid"))).toEqual([["1", "2", "part"]]);
    const urls = [actor("1", "A1", { url: "https://www.kluut.example/en" }), actor("2", "B2", { url: "http://kluut.example" })];
    expect(found(...urls)).toEqual([["1", "2", "website"]]);
  });
  it("are not told of names that merely have a word in common, nor of what more than six share", () => {
    expect(found(actor("1", "Plan Nepal"), actor("2", "Plan Brazil"))).toEqual([]);
    const many = Array.from({ length: 7 }, (_, at) => actor(String(at), `Actor ${at} of its own`, { url: "https://directory.example" }));
    expect(found(...many)).toEqual([]);
  });
  it("come with the strongest reason first", () => {
    const three = [actor("1", "UK Aid / Office"), actor("2", "UK Aid"), actor("3", "uk aid")];
    expect(found(...three)).toEqual([
      ["2", "3", "name"],
      ["1", "2", "part"],
      ["1", "3", "part"],
    ]);
  });
  it("read a website by its host alone, and none where there is no address", () => {
    expect([hostOf("https://WWW.a.example/x"), hostOf("no address"), hostOf(null)]).toEqual(["a.example", null, null]);
  });
});

const blank = { name: "", otherNames: [], kind: {}, levels: [], focus: {}, countries: [], url: null };
const stays = { ...blank, name: "Kluut", kind: { nl: "Fonds" }, levels: ["national"], countries: ["KE"], otherNames: ["K."] };
const goes = {
  ...blank,
  name: "St. Kluut",
  kind: { nl: "Stichting" },
  levels: ["global", "national"],
  countries: ["NL"],
  url: "https://k.example",
};

describe("a merger", () => {
  it("takes chosen values, levels and countries of both, and every name but the one that stays as other names", () => {
    const choices = { name: "goes", kind: "stays", focus: "stays", url: "goes" } as const;
    expect(mergedActor(stays, goes, choices)).toEqual({
      ...{ name: "St. Kluut", kind: { nl: "Fonds" }, focus: {}, url: "https://k.example" },
      ...{ levels: ["national", "global"], countries: ["KE", "NL"], otherNames: ["K.", "Kluut"] },
    });
  });
  it("proposes what the actor that stays says, unless it says nothing", () => {
    expect([proposedSide(stays, goes, "name"), proposedSide(stays, goes, "url")]).toEqual(["stays", "goes"]);
  });
  it("waits for a round under way, refuses two judged in one round, and looks past a round that never opened", () => {
    const round = (number: number, state: "rating" | "open" | "closed" | "abandoned", ...subjects: string[]) => ({
      number,
      state,
      subjects,
    });
    expect(mergeHindrance([round(1, "rating", "b")], "a", "b")).toEqual({ why: "round-under-way", round: 1 });
    expect(mergeHindrance([round(1, "rating", "a")], "a", "b")).toBeNull();
    expect(mergeHindrance([round(2, "closed", "a", "b")], "a", "b")).toEqual({ why: "both-judged", round: 2 });
    expect(mergeHindrance([round(3, "abandoned", "a", "b")], "a", "b")).toBeNull();
    expect(roundsThatMove([round(1, "closed", "b"), round(2, "open", "a"), round(3, "abandoned", "b")], "b")).toEqual([1]);
  });
});

const label = { nl: "x", en: "x" };
const asked: Field[] = [
  { key: "since", label, answer: { kind: "date", precision: "year" } },
  { key: "size", label, answer: { kind: "number" } },
  { key: "money", label, answer: { kind: "money", currencies: ["EUR", "USD"] } },
  {
    key: "rows",
    label,
    answer: {
      kind: "table",
      columns: [
        { key: "for", label, answer: { kind: "short-text" } },
        { key: "sum", label, answer: { kind: "money", currencies: ["EUR"] } },
        { key: "year", label, answer: { kind: "date", precision: "year" } },
      ],
    },
  },
  { key: "count", label, answer: { kind: "table", columns: [{ key: "n", label, answer: { kind: "number" } }] } },
  { key: "third", label, answer: { kind: "number" } },
];

describe("figures", () => {
  const fields = formFields(asked);
  const field = (name: string) => fields.find((one) => one.name === name) ?? fields[0]!;
  it("have the first field of money and the first two of numbers as columns of the list", () => {
    const { money, numbers } = figureFields(fields);
    expect([money?.name, ...numbers.map(({ name }) => name)]).toEqual(["money", "size", "count"]);
  });
  it("are read by the year of their row, else of their fact", () => {
    const plain = { field: "money", value: { amount: 5, currency: "USD" }, asOf: "2021-04" };
    expect(amountsOf(plain, field("money"))).toMatchObject([{ amount: 5, currency: "USD", year: "2021" }]);
    const cells = (sum: number, year?: string) => ({ cells: { sum: { amount: sum, currency: "EUR" }, ...(year && { year }) } });
    const table = { field: "rows", value: [cells(1, "2019"), cells(2)], asOf: "2022" };
    expect(amountsOf(table, field("rows")).map(({ amount, year }) => [amount, year])).toEqual([
      [1, "2019"],
      [2, "2022"],
    ]);
    expect(amountsOf({ ...plain, value: null }, field("money"))).toEqual([]);
  });
  it("stand newest year first, by currency within a year, undated last", () => {
    const one = (year: string | null, currency: string, amount: number) => ({ year, currency, amount });
    const list = [one(null, "EUR", 9), one("2020", "USD", 1), one("2020", "EUR", 1), one("2020", "EUR", 2), one("2022", "USD", 1)];
    expect(inYearOrder(list).map(({ year, currency, amount }) => `${year} ${currency} ${amount}`)).toEqual([
      ...["2022 USD 1", "2020 EUR 2", "2020 EUR 1", "2020 USD 1", "null EUR 9"],
    ]);
  });
});

const row = (more: Partial<RegisterRow>): RegisterRow => ({
  ...{ code: "O1", name: "Kluut", otherNames: [], kind: "Fonds", focus: "", levels: ["national"], countries: [] },
  ...{ facts: 2, unsourced: 0, ownOnly: false, namedOnly: false, relations: 0, numbers: [null] },
  ...more,
});
const fits = (more: Partial<RegisterRow>, filter: Partial<RegisterFilter>) =>
  fitsRegister(row(more), { q: "", level: "", kind: "", country: "", mark: "", ...filter });

describe("the register", () => {
  it("finds words in code, names, kind and focus without regard to capitals and accents", () => {
    expect(fits({ otherNames: ["Élan"] }, { q: "elan KLUUT" })).toBe(true);
    expect(fits({}, { q: "kluut wulp" })).toBe(false);
  });
  it("is narrowed by level, kind, country and what is amiss", () => {
    const countries = [{ key: "KE", name: "Kenia" }];
    expect([fits({ countries }, { country: "KE" }), fits({ countries }, { country: "NL" })]).toEqual([true, false]);
    expect([fits({}, { level: "national" }), fits({}, { level: "global" }), fits({}, { kind: "Fonds" })]).toEqual([true, false, true]);
    expect([fits({ unsourced: 1 }, { mark: "without-source" }), fits({}, { mark: "without-source" })]).toEqual([true, false]);
    expect([fits({ ownOnly: true }, { mark: "own-only" }), fits({}, { mark: "named-only" })]).toEqual([true, false]);
    expect(registerFilterFrom(new URLSearchParams("q=%20a%20&mark=nonsense"))).toMatchObject({ q: "a", mark: "" });
  });
  it("is ordered by a column, codes as numbers, rows without a value last either way", () => {
    const rows = [row({ code: "O10", numbers: [5] }), row({ code: "O2" }), row({ code: "O3", numbers: [7] })];
    const codes = (key: string, descending: boolean) => inRegisterOrder(rows, { key, descending }, "nl").map(({ code }) => code);
    expect(codes("code", false)).toEqual(["O2", "O3", "O10"]);
    expect(codes("n0", false)).toEqual(["O10", "O3", "O2"]);
    expect(codes("n0", true)).toEqual(["O3", "O10", "O2"]);
  });
});

const [hub, one, two] = ["hub", "one", "two"].map((id) => ({ id, code: id, name: id, countries: id === "one" ? ["NL"] : [] }));
const works = (fromId: string, toId: string, kind: "funds" | "works-with" = "works-with") => ({
  ...{ code: `${fromId}-${toId}`, kind, fromId, toId, countries: ["KE"], unsourced: false, ownStatement: false },
});

describe("places", () => {
  const all = [hub!, one!, two!];
  it("are the countries of actors and of relations, by name; a relation to who is not there is left out", () => {
    const places = placesOf(all, [works("hub", "one"), works("hub", "gone")], (code) => (code === "KE" ? "Kenia" : "Nederland"), "nl");
    expect(places.map(({ country, actors, partners }) => [country, actors.length, partners.length])).toEqual([
      ["KE", 0, 1],
      ["NL", 1, 0],
    ]);
  });
  it("tell of who works together once, at the actor that most have in common, whichever way it was recorded", () => {
    const [place] = placesOf(all, [works("hub", "one"), works("two", "hub"), works("one", "two", "funds")], (code) => code, "nl");
    const told = groupsAt(place!).map((group) => [group.kind, group.hub.id, ...group.others.map(({ actor: its }) => its.id)]);
    expect(told).toEqual([
      ["funds", "two", "one"],
      ["works-with", "hub", "one", "two"],
    ]);
  });
});

describe("the picture of relations", () => {
  const relation = (from: string, to: string, kind: "funds" | "member-of" | "works-with") => ({
    from,
    to,
    kind,
    countries: 0,
    unsourced: true,
  });
  const relations = [
    relation("O1", "O3", "funds"),
    relation("O2", "O3", "funds"),
    relation("O3", "O4", "works-with"),
    relation("O5", "O3", "works-with"),
  ];
  const actors = ["O1", "O2", "O3", "O4", "O5", "O6"].map((code) => ({ code, name: `Actor ${code}` }));
  const words = { say: (key: string) => key, text: () => "", number: String };
  it("draws what shares an actor as one line", () => {
    expect(busesOf(relations)).toEqual([
      { kind: "funds", hub: "O3", others: ["O1", "O2"] },
      { kind: "works-with", hub: "O3", others: ["O4", "O5"] },
    ]);
  });
  it("names each actor that has a relation once, and has a row in its table for each relation", () => {
    const { picture, table } = drawNetwork({ actors, relations }, words);
    const texts = picture.shapes.flatMap((shape) => (shape.kind === "text" && shape.text.startsWith("O") ? [shape.text] : []));
    expect(texts).toEqual(["O3 Actor O3", "O1 Actor O1", "O2 Actor O2", "O4 Actor O4", "O5 Actor O5"]);
    expect(table.rows).toHaveLength(4);
    expect(table.rows[0]).toEqual(["O1 Actor O1", "pictures.network.relations.funds", "O3 Actor O3", "0", "pictures.network.unsourced"]);
  });
  it("is the same whenever it is drawn, and tells kinds apart by the line and the mark", () => {
    expect(drawNetwork({ actors, relations }, words)).toEqual(drawNetwork({ actors, relations }, words));
    const marks = drawNetwork({ actors, relations }, words).picture.shapes.flatMap((shape) => (shape.kind === "mark" ? [shape.form] : []));
    expect(new Set(marks)).toEqual(new Set(["triangle", "diamond", "ring", "disc"]));
  });
});
