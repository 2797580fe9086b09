const exif = "Exif\0\0";
const orientationTag = 0x0112;
const shortType = 3;

/**
 * How a picture is to be turned when it is shown, 1 (as it is) to 8, from the Exif segment of a JPEG (Exif 2.32, tag 274 of its first
 * directory); 1 where the segment does not say so, or is none. `data` is what follows the length of the segment.
 */
export function orientationIn(data: Uint8Array): number {
  if (String.fromCharCode(...data.subarray(0, exif.length)) !== exif) return 1;
  const tiff = new DataView(data.buffer, data.byteOffset + exif.length, data.length - exif.length);
  if (tiff.byteLength < 8) return 1;
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  const entries = tiff.getUint16(directory, little);
  for (let at = directory + 2; at < directory + 2 + 12 * entries && at + 12 <= tiff.byteLength; at += 12) {
    if (tiff.getUint16(at, little) !== orientationTag || tiff.getUint16(at + 2, little) !== shortType) continue;
    const orientation = tiff.getUint16(at + 8, little);
    return orientation >= 1 && orientation <= 8 ? orientation : 1;
  }
  return 1;
}

/** A whole Exif segment of a JPEG that says how the picture is to be turned, 1 to 8, and nothing else. */
export function orientationSegment(orientation: number): Uint8Array {
  const marker = [0xff, 0xe1, 0, 34, ...[...exif].map((letter) => letter.charCodeAt(0))];
  const head = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8];
  const entry = [0x01, 0x12, 0, shortType, 0, 0, 0, 1, 0, orientation, 0, 0];
  return Uint8Array.from([...marker, ...head, 0, 1, ...entry, 0, 0, 0, 0]);
}
