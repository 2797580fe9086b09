const genres: Readonly<Record<string, { en: string; nl: string }>> = {
  phdthesis: { en: "Doctoral dissertation", nl: "Proefschrift" },
  mastersthesis: { en: "Master’s thesis", nl: "Masterscriptie" },
};

/** What the reader of BibTeX made of an entry, with the words that it leaves as BibTeX has them put as a reference prints them. */
export function bibtexCsl(read: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { genre, language } = read;
  const words = typeof genre === "string" && Object.hasOwn(genres, genre) ? genres[genre] : undefined;
  const dutch = typeof language === "string" && /^(?:nl|dutch|nederlands)/iu.test(language);
  return words ? { ...read, genre: dutch ? words.nl : words.en } : { ...read };
}
