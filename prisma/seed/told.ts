/** Figures and names of the first example, which its file gives as keys and numbers, as sentences would have them. */

export type Texts = { nl: string; en: string };

/** Several of them, one after another. */
export const listed = (texts: readonly Texts[]): Texts => ({
  nl: texts.map(({ nl }) => nl).join("; "),
  en: texts.map(({ en }) => en).join("; "),
});

const qualifiers: Record<string, Texts> = {
  "more-than": { nl: "meer dan", en: "more than" },
  almost: { nl: "bijna", en: "almost" },
  about: { nl: "ongeveer", en: "about" },
};

const memberKinds: Record<string, Texts> = {
  countries: { nl: "landen", en: "countries" },
  "technology-companies": { nl: "technologiebedrijven", en: "technology companies" },
  "civil-society": { nl: "maatschappelijke organisaties", en: "civil-society organisations" },
  "international-organisations": { nl: "internationale organisaties", en: "international organisations" },
  organisations: { nl: "organisaties", en: "organisations" },
  helplines: { nl: "hulplijnen", en: "helplines" },
  hotlines: { nl: "meldpunten", en: "hotlines" },
};

const joined = (parts: readonly (Texts | undefined)[]): Texts => {
  const told = parts.filter((part) => part !== undefined);
  return { nl: told.map(({ nl }) => nl).join(" "), en: told.map(({ en }) => en).join(" ") };
};

const plain = (text: string): Texts => ({ nl: text, en: text });
const qualified = (qualifier: string | undefined) => (qualifier === undefined ? undefined : (qualifiers[qualifier] ?? plain(qualifier)));

/** "more than 90 countries" */
export function membersTold({ kind, count, qualifier }: { kind: string; count: number; qualifier?: string | undefined }): Texts {
  return joined([
    qualified(qualifier),
    { nl: count.toLocaleString("nl"), en: count.toLocaleString("en") },
    memberKinds[kind] ?? plain(kind),
  ]);
}

export interface Budget {
  kind: string;
  amount?: number | undefined;
  currency?: string | undefined;
  year?: number | undefined;
  qualifier?: string | undefined;
  project?: string | undefined;
}

/** "about USD 95.5 million a year (2020)" */
export function budgetTold({ kind, amount, currency, year, qualifier, project }: Budget): Texts {
  const purpose =
    kind === "annual"
      ? { nl: "per jaar", en: "a year" }
      : kind === "grants-to-date"
        ? { nl: "aan giften tot nu toe", en: "in grants to date" }
        : project === undefined
          ? plain(kind)
          : { nl: `voor ${project}`, en: `for ${project}` };
  return joined([
    qualified(qualifier),
    amount === undefined ? undefined : amountTold(amount, currency ?? ""),
    purpose,
    year === undefined ? undefined : plain(`(${year})`),
  ]);
}

/** "Down to Zero: EUR 22 million, until 2022-12" */
export function programmeTold({ name, amount, currency, until }: { name: string; amount: number; currency: string; until: string }): Texts {
  const told = amountTold(amount, currency);
  return { nl: `${name}: ${told.nl}, ${until}`, en: `${name}: ${told.en}, ${until}` };
}

function amountTold(amount: number, currency: string): Texts {
  const word = currency === "USD" ? "dollar" : currency === "EUR" ? "euro" : currency;
  if (amount < 1_000_000) return { nl: `${amount.toLocaleString("nl")} ${word}`, en: `${currency} ${amount.toLocaleString("en")}` };
  const millions = amount / 1_000_000;
  return { nl: `${millions.toLocaleString("nl")} miljoen ${word}`, en: `${currency} ${millions.toLocaleString("en")} million` };
}

const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
const countryIn = { nl: new Intl.DisplayNames("nl", { type: "region" }), en: new Intl.DisplayNames("en", { type: "region" }) };
const codes = new Map(letters.flatMap((one) => letters.map((two) => [countryIn.en.of(one + two) ?? "", one + two])));

/** The code of a country that the file names in English; its own words where there is none. */
export const countryCode = (en: string): string => codes.get(en) ?? codes.get(`${en} (Burma)`) ?? en;

/** The budget of an actor as rows of its field. */
export function budgetRows(budget: readonly Budget[]) {
  return budget.map(({ kind, amount, currency, year, qualifier }) => ({
    cells: {
      kind,
      ...(amount !== undefined && currency !== undefined && { amount: { amount, currency } }),
      ...(qualifier !== undefined && { qualifier }),
      ...(year !== undefined && { year: String(year) }),
    },
  }));
}

/** The members of an actor as rows of its field. */
export function memberRows(members: readonly { kind: string; count: number; qualifier?: string | undefined }[]) {
  return members.map(({ kind, count, qualifier }) => ({
    cells: { kind: memberKinds[kind] ?? plain(kind), count, ...(qualifier !== undefined && { qualifier }) },
  }));
}

/** A country that the file names in English. */
export function countryTold(en: string): Texts {
  const code = codes.get(en) ?? codes.get(`${en} (Burma)`);
  return { nl: (code && countryIn.nl.of(code)?.replace(/ \(.*\)$/u, "")) ?? en, en };
}

/** Where an actor has offices. */
export function officesTold({
  headquarters,
  fundraising = [],
}: {
  headquarters: string;
  fundraising?: readonly string[] | undefined;
}): Texts {
  const places = fundraising.map(countryTold);
  const seat = countryTold(headquarters);
  const others = {
    nl: places.length > 0 ? `; fondsenwerving: ${places.map(({ nl }) => nl).join(", ")}` : "",
    en: places.length > 0 ? `; fundraising: ${places.map(({ en }) => en).join(", ")}` : "",
  };
  return { nl: `hoofdkantoor: ${seat.nl}${others.nl}`, en: `headquarters: ${seat.en}${others.en}` };
}
