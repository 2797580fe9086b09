/** What a packed file may hold: entries, bytes once unpacked, and how many times as large as it is packed. */
export const zipLimits = { entries: 2000, unpacked: 200 * 1024 * 1024, ratio: 100 } as const;

/** Why a packed file is not taken. */
export type ZipProblem = "zipBroken" | "zipLocked" | "zipPaths" | "zipMany" | "zipBomb";

/** How many bytes at the end of a packed file its directory is looked for in: the record with the longest comment. */
export const directoryTail = 22 + 65_535;

/** Where the directory of a packed file stands and how many entries it names; null when it has none, or is larger than any that is taken. */
export function findDirectory(tail: Uint8Array): { entries: number; bytes: number; at: number } | null {
  for (let at = tail.length - 22; at >= 0; at -= 1) {
    if (u32(tail, at) !== 0x06054b50 || at + 22 + u16(tail, at + 20) !== tail.length) continue;
    const found = { entries: u16(tail, at + 10), bytes: u32(tail, at + 12), at: u32(tail, at + 16) };
    const spread = found.entries !== u16(tail, at + 8) || u16(tail, at + 4) !== 0;
    return spread || found.at === 0xffffffff || found.bytes === 0xffffffff || found.entries === 0xffff ? null : found;
  }
  return null;
}

/** The names in the directory of a packed file, or what stands in the way of unpacking it: what it claims is checked before anything is unpacked. */
export function readDirectory(directory: Uint8Array, entries: number, packedBytes: number): { names: string[] } | { problem: ZipProblem } {
  if (entries > zipLimits.entries) return { problem: "zipMany" };
  const names: string[] = [];
  let [packed, unpacked] = [0, 0];
  for (let at = 0, place = 0; place < entries; place += 1) {
    if (u32(directory, at) !== 0x02014b50) return { problem: "zipBroken" };
    const nameEnd = at + 46 + u16(directory, at + 28);
    const name = String.fromCharCode(...directory.subarray(at + 46, nameEnd));
    if ((u16(directory, at + 8) & 0x2041) !== 0) return { problem: "zipLocked" };
    if (!isInside(name) || isLink(directory, at)) return { problem: "zipPaths" };
    packed += u32(directory, at + 20);
    unpacked += u32(directory, at + 24);
    names.push(name);
    at = nameEnd + u16(directory, at + 30) + u16(directory, at + 32);
  }
  // Entries that share their bytes claim more of them than there are.
  if (packed > packedBytes || isTooMuch(packed, unpacked)) return { problem: "zipBomb" };
  return { names };
}

/** Says whether so many bytes unpacked from so many packed ones are more than is taken; a little may always be unpacked. */
export function isTooMuch(packed: number, unpacked: number): boolean {
  return unpacked > zipLimits.unpacked || (unpacked > 1024 * 1024 && unpacked > packed * zipLimits.ratio);
}

/** Says whether the name of an entry stays inside the folder that it is unpacked in. */
export function isInside(name: string): boolean {
  return name !== "" && !/^[/\\]|^[A-Za-z]:|\\|[\u0000-\u001F]/u.test(name) && !name.split("/").includes("..");
}

/** An entry made on Unix says its kind in the upper half of its attributes. */
function isLink(directory: Uint8Array, at: number): boolean {
  return (directory[at + 5] ?? 0) === 3 && (u16(directory, at + 40) & 0xf000) >>> 0 === 0xa000;
}

const u16 = (bytes: Uint8Array, at: number) => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const u32 = (bytes: Uint8Array, at: number) => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;

/** What each kind of document must hold to be one. */
const parts = {
  docx: ["[Content_Types].xml", "word/document.xml"],
  xlsx: ["[Content_Types].xml", "xl/workbook.xml"],
  odt: ["mimetype", "content.xml", "META-INF/manifest.xml"],
} as const;

/** Says whether a packed file with these names is a document of its kind. */
export function holdsDocument(kind: string, names: readonly string[]): boolean {
  const needed = (parts as Record<string, readonly string[] | undefined>)[kind];
  return needed?.every((part) => names.includes(part)) ?? false;
}
