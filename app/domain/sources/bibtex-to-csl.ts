import { joinedAccents } from "./bibtex-letters";

const genres: Readonly<Record<string, { en: string; nl: string }>> = {
  phdthesis: { en: "Doctoral dissertation", nl: "Proefschrift" },
  mastersthesis: { en: "Master’s thesis", nl: "Masterscriptie" },
};

/** What the reader of BibTeX made of an entry, with the words that it leaves as BibTeX has them put as a reference prints them. */
export function bibtexCsl(given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read = withAccents(given);
  const { genre, language } = read;
  const words = typeof genre === "string" && Object.hasOwn(genres, genre) ? genres[genre] : undefined;
  const dutch = typeof language === "string" && /^(?:nl|dutch|nederlands)/iu.test(language);
  return words ? { ...read, genre: dutch ? words.nl : words.en } : { ...read };
}

function withAccents(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, accentsIn(value)]));
}

function accentsIn(value: unknown): unknown {
  if (typeof value === "string") return joinedAccents(value);
  if (Array.isArray(value)) return value.map(accentsIn);
  return typeof value === "object" && value !== null ? withAccents({ ...value }) : value;
}
