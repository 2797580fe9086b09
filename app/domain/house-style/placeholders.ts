/** What can stand in braces in a cover, a head or a foot of a template and is filled in. */
export const placeholders = ["title", "client", "date", "classification", "edition"] as const;

/** What is filled in. */
export type Placeholder = (typeof placeholders)[number];

const written = /\{\s*(title|client|date|classification|edition|titel|opdrachtgever|datum|rubricering|editie)\s*\}/giu;
const dutch: Readonly<Record<string, Placeholder>> = {
  titel: "title",
  opdrachtgever: "client",
  datum: "date",
  rubricering: "classification",
  editie: "edition",
};

/** What is to be filled in in a text, by name; the names in braces may be Dutch. */
export function placeholdersIn(text: string): Placeholder[] {
  return [...text.matchAll(written)].flatMap(([, name = ""]) => placeholderOf(name) ?? []);
}

/** A text with everything in braces that is known filled in. */
export function fillIn(text: string, values: Readonly<Record<Placeholder, string>>): string {
  return text.replaceAll(written, (whole, name: string) => {
    const placeholder = placeholderOf(name);
    return placeholder ? values[placeholder] : whole;
  });
}

function placeholderOf(name: string): Placeholder | undefined {
  const small = name.toLowerCase();
  return dutch[small] ?? placeholders.find((one) => one === small);
}
