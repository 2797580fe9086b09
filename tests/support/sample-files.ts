import { deflateRawSync } from "node:zlib";
import { strToU8, zipSync } from "fflate";

/** The parts without which a packed file is no DOCX. */
const docxParts = { "[Content_Types].xml": strToU8("<Types/>"), "word/document.xml": strToU8("<w:document/>") };

/** A small DOCX, with other parts beside those it must have. */
export function docx(more: Readonly<Record<string, Uint8Array>> = {}): Uint8Array {
  return zipSync({ ...docxParts, ...more });
}

/** A DOCX of many small parts. */
export function docxOfParts(count: number): Uint8Array {
  return docx(Object.fromEntries(Array.from({ length: count - 2 }, (_, place) => [`word/media/${place}.txt`, strToU8("x")])));
}

/** A DOCX whose directory tells the truth, and that unpacks to so many megabytes of zeros. */
export function docxBomb(megabytes: number): Uint8Array {
  return docx({ "word/media/zeros.bin": new Uint8Array(megabytes * 1024 * 1024) });
}

/** The same with a directory, and heads of the parts, that claim a few bytes only: what is there shows on unpacking alone. */
export function lyingBomb(megabytes: number): Uint8Array {
  const zip = Buffer.from(docxBomb(megabytes));
  const name = Buffer.from("word/media/zeros.bin");
  for (let at = zip.indexOf(name); at >= 0; at = zip.indexOf(name, at + 1)) {
    if (zip.readUInt32LE(at - 30) === 0x04034b50) zip.writeUInt32LE(10, at - 30 + 22);
    if (zip.readUInt32LE(at - 46) === 0x02014b50) zip.writeUInt32LE(10, at - 46 + 24);
  }
  return zip;
}

/** A DOCX with a bit of the flags of every part set in its directory: bit 0 is that of a lock. */
export function docxWithFlag(bit: number): Uint8Array {
  const zip = Buffer.from(docx());
  for (let at = 0; at < zip.length - 46; at += 1)
    if (zip.readUInt32LE(at) === 0x02014b50) zip.writeUInt16LE(zip.readUInt16LE(at + 8) | (1 << bit), at + 8);
  return zip;
}

const chunk = (name: string, data: Uint8Array) => {
  const head = Buffer.alloc(8);
  head.writeUInt32BE(data.length);
  head.write(name, 4, "latin1");
  return Buffer.concat([head, data, Buffer.alloc(4)]);
};

/** A PNG of that size in pixels, with what a camera may write into it. */
export function png(width: number, height: number): Buffer {
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width);
  size.writeUInt32BE(height, 4);
  size.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from("\u0089PNG\r\n\u001A\n", "latin1"),
    chunk("IHDR", size),
    chunk("gAMA", Buffer.from([0, 0, 0xb1, 0x8f])),
    chunk("eXIf", Buffer.from("MM canary-exif")),
    chunk("tEXt", Buffer.from("Author\0canary-text")),
    chunk("IDAT", deflateRawSync(Buffer.alloc(10))),
    chunk("IEND", Buffer.alloc(0)),
    Buffer.from("canary-after"),
  ]);
}

const segment = (marker: number, data: Uint8Array) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

/** A JPEG of that size in pixels, with Exif, a comment, a preview in the scan's stuffing and a second picture after its end. */
export function jpeg(width: number, height: number, exif = Buffer.from("Exif\0\0canary-exif")): Buffer {
  const frame = Buffer.alloc(9);
  frame.set([8]);
  frame.writeUInt16BE(height, 1);
  frame.writeUInt16BE(width, 3);
  const scan = Buffer.from([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, Buffer.from("JFIF\0")),
    segment(0xe1, exif),
    segment(0xe2, Buffer.from("ICC_PROFILE\0kept-profile")),
    segment(0xe2, Buffer.from("MPF\0canary-mpf")),
    segment(0xed, Buffer.from("canary-iptc")),
    segment(0xfe, Buffer.from("canary-comment")),
    segment(0xc0, frame),
    segment(0xda, Buffer.from([1])),
    scan,
    Buffer.from([0xff, 0xd9]),
    Buffer.from("canary-after"),
  ]);
}
