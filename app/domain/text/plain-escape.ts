/** What a backslash in the plain syntax may stand before: ASCII punctuation, a space or a tab. Before anything else it is a backslash. */
export const ESCAPABLE = /[!-/:-@[-`{-~ \t]/;

/** The text that a piece of plain syntax stands for: each escaped sign as itself. */
export function unescapePlain(raw: string): string {
  return raw.replace(/\\([!-/:-@[-`{-~ \t])/g, "$1");
}

/** Splits at each sign that is not escaped; the pieces keep their escapes. */
export function splitUnescaped(raw: string, sign: string): string[] {
  const pieces = [""];
  for (let at = 0; at < raw.length; at += 1) {
    const escaped = raw[at] === "\\" && ESCAPABLE.test(raw[at + 1] ?? "");
    if (raw[at] === sign) pieces.push("");
    else pieces[pieces.length - 1] += escaped ? raw.slice(at, at + 2) : raw.charAt(at);
    if (escaped) at += 1;
  }
  return pieces;
}
