/** What of the interventions is looked for: words, a group by its title, a class by its key; each "" for all. */
export interface InterventionFilter {
  find: string;
  group: string;
  class: string;
}

/** The filter of an address. */
export function interventionFilter(query: URLSearchParams): InterventionFilter {
  return { find: query.get("q") ?? "", group: query.get("group") ?? "", class: query.get("class") ?? "" };
}
