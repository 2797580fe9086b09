import { inflateSync } from "node:zlib";

const keyword = Buffer.from("stream");
const [newLine, carriageReturn, deflated] = [0x0a, 0x0d, 0x78];

/** Whether what is packed in a PDF grows beyond a number of bytes, alone or together. Streams packed twice are unpacked twice, as a reader would. */
export function growsBeyond(file: Uint8Array, most: number): boolean {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let left = most;
  for (let at = bytes.indexOf(keyword); at !== -1; at = bytes.indexOf(keyword, at + keyword.length)) {
    let packed: Uint8Array = bytes.subarray(startAfter(bytes, at + keyword.length));
    for (let layer = 0; layer < 4 && packed[0] === deflated; layer += 1) {
      const unpacked = unpackedIfAny(packed, left);
      if (unpacked === "too-large") return true;
      if (unpacked === null) break;
      left -= unpacked.length;
      packed = unpacked;
    }
    if (left <= 0) return true;
  }
  return false;
}

function startAfter(bytes: Buffer, at: number): number {
  const start = bytes[at] === carriageReturn ? at + 1 : at;
  return bytes[start] === newLine ? start + 1 : start;
}

function unpackedIfAny(packed: Uint8Array, most: number): Uint8Array | "too-large" | null {
  try {
    return inflateSync(packed, { maxOutputLength: Math.max(most, 1) });
  } catch (error) {
    const code = error instanceof Error && "code" in error ? error.code : null;
    return code === "ERR_BUFFER_TOO_LARGE" ? "too-large" : null; // anything else: it wasn't packed, or is broken, which the reader finds out
  }
}
