/** An element of a page as far as the tests of parts look at it. */
export interface Tag {
  name: string;
  attributes: ReadonlyMap<string, string>;
  /** The elements around it, the nearest first. */
  around: readonly Tag[];
  /** Its words and those of everything inside. */
  text: () => string;
}

const empty = new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
const pieces = /<!--[\s\S]*?-->|<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*(\/?)>|([^<]+)/g;

/** Reads the markup that React writes (always well formed) into its elements, and refuses one that is not closed in order. */
export function readMarkup(markup: string): Tag[] {
  const tags: Tag[] = [];
  const open: (Tag & { words: string[] })[] = [];
  for (const [, closing, name = "", attributes = "", selfClosing, words] of markup.matchAll(pieces)) {
    if (words !== undefined) for (const tag of open) tag.words.push(words);
    else if (closing) close(open, name);
    else if (name) {
      const own: string[] = [];
      const tag = {
        name,
        attributes: readAttributes(attributes),
        around: [...open].reverse(),
        words: own,
        text: () => own.join("").replace(/\s+/g, " ").trim(),
      };
      tags.push(tag);
      if (!selfClosing && !empty.has(name)) open.push(tag);
    }
  }
  if (open.length > 0) throw new Error(`Never closed: ${open.map(({ name }) => name).join(" ")}`);
  return tags;
}

function close(open: Tag[], name: string): void {
  const last = open.pop();
  if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name ?? "nothing"}>`);
}

function readAttributes(text: string): Map<string, string> {
  return new Map([...text.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)].map(([, name = "", value = ""]) => [name.toLowerCase(), value]));
}

/** The elements of a kind. */
export function tagsOf(tags: readonly Tag[], ...names: string[]): Tag[] {
  return tags.filter(({ name }) => names.includes(name));
}
