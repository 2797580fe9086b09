/** The line at which each element of a JSON list begins; the text has to be one. */
export function linesOfElements(text: string): number[] {
  const lines: number[] = [];
  let [line, depth, quoted, between] = [1, 0, false, true];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? "";
    if (sign === "\n") line += 1;
    if (depth === 1 && between && !quoted && !/[\s,\]]/u.test(sign)) {
      lines.push(line);
      between = false;
    }
    if (quoted && sign === "\\") at += 1;
    else if (sign === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (sign === "," && depth === 1) between = true;
    else if (sign === "[" || sign === "{") depth += 1;
    else if (sign === "]" || sign === "}") depth -= 1;
  }
  return lines;
}
