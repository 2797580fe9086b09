const windows = new TextDecoder("windows-1252");
const strict = () => new TextDecoder("utf-8", { fatal: true });

/**
 * The text of a file of which nobody says in which encoding it is: UTF-8 or UTF-16 by its mark or its bytes, and otherwise line by line UTF-8 where a
 * line is that, and Windows-1252 (which holds Latin-1) where it is not. Line ends become LF.
 */
export function decodeText(bytes: Uint8Array): string {
  return decoded(bytes)
    .replace(/^\uFEFF/u, "")
    .replace(/\r\n?|[\u2028\u2029]/gu, "\n");
}

function decoded(bytes: Uint8Array): string {
  const wide = wideEncoding(bytes);
  if (wide !== null) return new TextDecoder(wide).decode(bytes);
  try {
    return strict().decode(bytes);
  } catch {
    return linesOf(bytes).map(decodedLine).join("\n");
  }
}

/** UTF-16 tells itself by its mark, or by a zero in every second byte of what is Latin script. */
function wideEncoding(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const head = bytes.subarray(0, 200);
  const zeros = (parity: number) => head.filter((byte, at) => at % 2 === parity && byte === 0).length;
  if (head.length < 4) return null;
  if (zeros(1) > head.length / 4 && zeros(0) === 0) return "utf-16le";
  return zeros(0) > head.length / 4 && zeros(1) === 0 ? "utf-16be" : null;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
    lines.push(bytes.subarray(from, at));
    from = at + 1;
  }
  return [...lines, bytes.subarray(from)];
}

function decodedLine(line: Uint8Array): string {
  try {
    return strict().decode(line);
  } catch {
    return windows.decode(line);
  }
}
