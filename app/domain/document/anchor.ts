/** The longest name that a bookmark may have in a Word file. */
const longest = 40;

/**
 * The name of the place of a thing in every format: letters, digits and underscores, starting with a letter. A statement's
 * is its own number (`F12`, `A0_fit`); others carry a prefix, so that no two kinds meet.
 */
export function anchorOf(kind: "statement" | "section" | "ground" | "limitation" | "table", code: string): string {
  const prefix = { statement: "", section: "sec_", ground: "g_", limitation: "lim_", table: "tab_" }[kind];
  const name = prefix + code.replaceAll(/[^A-Za-z0-9]/g, "_");
  return (/^[A-Za-z]/.test(name) ? name : `s_${name}`).slice(0, longest);
}

/** Gives every code of one kind a place of its own: where two would meet, the later gets a number behind it. */
export function distinctAnchors(kind: "statement" | "section" | "ground" | "limitation", codes: readonly string[]): Map<string, string> {
  const taken = new Set<string>();
  const anchors = new Map<string, string>();
  for (const code of codes) {
    const wanted = anchorOf(kind, code);
    const name = firstFree(wanted, taken);
    taken.add(name);
    anchors.set(code, name);
  }
  return anchors;
}

function firstFree(wanted: string, taken: ReadonlySet<string>): string {
  for (let again = 1; ; again += 1) {
    const suffix = again === 1 ? "" : `_${again}`;
    const name = wanted.slice(0, longest - suffix.length) + suffix;
    if (!taken.has(name)) return name;
  }
}
