import { strFromU8, unzipSync } from "fflate";

/** A text that nobody but some may ever be sent: it is known by words that stand nowhere else. */
export interface Sentinel {
  /** What it is, for the report. */
  what: string;
  /** The text as it was filled in. */
  text: string;
  /** The words of it that stand nowhere else. */
  words: readonly string[];
}

/** How much of a word is enough to know it by: its beginnings are looked for too. */
const shortest = 6;

/** A text as it is looked through: lower case, without accents, and what addresses write with a percent sign. */
export function folded(text: string): string {
  const plain = text.replace(/(?:%[0-9a-f]{2})+/giu, (codes) => {
    try {
      return decodeURIComponent(codes);
    } catch (error) {
      if (error instanceof URIError) return codes;
      throw error;
    }
  });
  return plain.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
}

/** The beginnings by which a sentinel is known. */
export function needlesOf({ words }: Sentinel): string[] {
  return words.map((word) => folded(word).slice(0, shortest));
}

/** Which sentinels a text holds, whole or in part. */
export function leaksIn(text: string, sentinels: readonly Sentinel[]): Sentinel[] {
  const bare = folded(text);
  const untagged = bare.replace(/<[^>]*>/gu, "");
  return sentinels.filter((sentinel) => needlesOf(sentinel).some((needle) => bare.includes(needle) || untagged.includes(needle)));
}

/** All that a handler gave, as text: data, headers and body; the files in a ZIP, a Word file or a spreadsheet each by itself. */
export async function textOf(given: unknown): Promise<string> {
  if (!(given instanceof Response))
    return JSON.stringify(given, (_, value: unknown) => (value instanceof Map || value instanceof Set ? [...value] : value)) ?? "";
  const headers = [...given.headers].map((pair) => pair.join(": ")).join("\n");
  return `${headers}\n${textOfFile(new Uint8Array(await given.arrayBuffer()))}`;
}

function textOfFile(bytes: Uint8Array): string {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isZip) return strFromU8(bytes);
  return Object.entries(unzipSync(bytes))
    .map(([name, part]) => `${name}\n${textOfFile(part)}`)
    .join("\n");
}
