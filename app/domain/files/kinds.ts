/** How the content of a kind of file is looked at. */
export type Family = "pdf" | "zip" | "text" | "image" | "audio";

interface Kind {
  /** Endings of its name, without the dot. */
  endings: readonly string[];
  /** Its media type, as a download says it. */
  type: string;
  family: Family;
  /** Does a file of this kind begin so? Gets its first bytes, up to `headBytes`. */
  begins: (head: Uint8Array) => boolean;
}

/** How many of the first bytes of a file its kind is told by. */
export const headBytes = 4096;

const megabyte = 1024 * 1024;

/** The largest file, in bytes; a recording of an interview may be larger. */
export const sizeLimits = { document: 25 * megabyte, recording: 200 * megabyte } as const;

const latin = (bytes: Uint8Array, from = 0, to = bytes.length) => String.fromCharCode(...bytes.subarray(from, to));
const starts = (words: string) => (head: Uint8Array) => latin(head, 0, words.length) === words;
const isZip = starts("PK\u0003\u0004");
const begun = (pattern: RegExp) => (head: Uint8Array) => pattern.test(latin(head).replace(/^\u00EF\u00BB\u00BF/u, ""));
const openXml = "application/vnd.openxmlformats-officedocument";

/** An MPEG audio frame of layer III, or the tag before it. */
const isMp3 = (head: Uint8Array) => starts("ID3")(head) || (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2);
const isM4a = (head: Uint8Array) => latin(head, 4, 8) === "ftyp" && /^(M4A |M4B |mp4\d|isom|iso\d|dash)/u.test(latin(head, 8, 12));

/** The kinds of file that are taken, by a name of our own. */
export const fileKinds = {
  pdf: { endings: ["pdf"], type: "application/pdf", family: "pdf", begins: starts("%PDF-") },
  docx: { endings: ["docx"], type: `${openXml}.wordprocessingml.document`, family: "zip", begins: isZip },
  xlsx: { endings: ["xlsx"], type: `${openXml}.spreadsheetml.sheet`, family: "zip", begins: isZip },
  odt: { endings: ["odt"], type: "application/vnd.oasis.opendocument.text", family: "zip", begins: isZip },
  csv: { endings: ["csv"], type: "text/csv", family: "text", begins: begun(/\S/u) },
  ris: {
    endings: ["ris", "nbib"],
    type: "application/x-research-info-systems",
    family: "text",
    begins: begun(/^\s*[A-Z][A-Z0-9]{1,3} *- /mu),
  },
  bib: { endings: ["bib"], type: "application/x-bibtex", family: "text", begins: begun(/@\s*\w+\s*[{(]/u) },
  json: { endings: ["json"], type: "application/json", family: "text", begins: begun(/^\s*[[{]/u) },
  yaml: { endings: ["yaml", "yml"], type: "application/yaml", family: "text", begins: begun(/\S/u) },
  png: { endings: ["png"], type: "image/png", family: "image", begins: starts("\u0089PNG\r\n\u001A\n") },
  jpeg: { endings: ["jpg", "jpeg"], type: "image/jpeg", family: "image", begins: starts("\u00FF\u00D8\u00FF") },
  mp3: { endings: ["mp3"], type: "audio/mpeg", family: "audio", begins: isMp3 },
  m4a: { endings: ["m4a"], type: "audio/mp4", family: "audio", begins: isM4a },
  wav: { endings: ["wav"], type: "audio/wav", family: "audio", begins: (head) => starts("RIFF")(head) && latin(head, 8, 12) === "WAVE" },
  ogg: { endings: ["ogg", "oga"], type: "audio/ogg", family: "audio", begins: starts("OggS") },
} as const satisfies Record<string, Kind>;

/** The name of a kind of file. */
export type FileKind = keyof typeof fileKinds;

const kindNames = Object.keys(fileKinds) as FileKind[]; // the keys of a table that is final

/** How a kind of file is looked at. */
export function familyOf(kind: FileKind): Family {
  return fileKinds[kind].family;
}

/** The kind that a file's name says it is of, or null for one that is not taken. */
export function kindOfName(name: string): FileKind | null {
  const ending = /\.([a-z0-9]{1,5})$/iu.exec(name)?.[1]?.toLowerCase() ?? "";
  return kindNames.find((kind) => (fileKinds[kind].endings as readonly string[]).includes(ending)) ?? null;
}

/** Does the content of a file begin as its kind does? */
export function beginsAs(kind: FileKind, head: Uint8Array): boolean {
  return head.length > 0 && (fileKinds[kind] as Kind).begins(head.subarray(0, headBytes));
}

/** What a file can belong to. */
export const holderKinds = ["interview", "participant", "source"] as const;

/** The kind of record that a file belongs to. */
export type HolderKind = (typeof holderKinds)[number];

/** The kinds of file that a holder takes: recordings only with an interview. */
export function kindsFor(holder: HolderKind): FileKind[] {
  return kindNames.filter((kind) => holder === "interview" || familyOf(kind) !== "audio");
}

/** The most bytes that a file of a kind may have. */
export function limitOf(kind: FileKind): number {
  return familyOf(kind) === "audio" ? sizeLimits.recording : sizeLimits.document;
}

/** The endings that a holder takes, as the attribute `accept` of a field lists them. */
export function acceptedBy(holder: HolderKind): string {
  return kindsFor(holder)
    .flatMap((kind) => fileKinds[kind].endings.map((ending) => `.${ending}`))
    .join(",");
}

/** What people call the kind of a file with this media type: PDF, DOCX, JPEG; the type itself for one that is not known. */
export function nameOfType(type: string): string {
  return kindNames.find((kind) => fileKinds[kind].type === type)?.toUpperCase() ?? type;
}
