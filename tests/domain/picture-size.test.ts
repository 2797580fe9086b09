import { describe, expect, it } from "vitest";
import { pictureSizeIfSound } from "~/domain/files/picture-size";

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === "string" ? [...part].map((each) => each.charCodeAt(0)) : part)));

/** Pictures of 300 × 2, each as its standard builds it. */
const sound = {
  png: bytes(
    [0x89],
    "PNG\r\n\u001A\n",
    [0, 0, 0, 13],
    "IHDR",
    [0, 0, 1, 0x2c, 0, 0, 0, 2, 8, 2, 0, 0, 0, 1, 2, 3, 4],
    [0, 0, 0, 0],
    "IEND",
    [1, 2, 3, 4],
  ),
  jpeg: bytes([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, 0xff, 0xc0, 0, 11, 8, 0, 2, 1, 0x2c, 1, 1, 0x11, 0, 0xff, 0xd9]),
  gif: bytes("GIF89a", [0x2c, 1, 2, 0, 0, 0, 0, 0x3b]),
  bmp: bytes("BM", [26, 0, 0, 0, 0, 0, 0, 0, 26, 0, 0, 0, 12, 0, 0, 0], [0x2c, 1, 0, 0, 2, 0, 0, 0]),
};

describe("the size of a picture", () => {
  it.each(Object.entries(sound))("is what the head of a %s says", (kind, picture) => {
    expect(pictureSizeIfSound(picture, kind)).toEqual({ width: 300, height: 2 });
  });

  it.each(Object.entries(sound))("is not known of a %s that is cut off anywhere", (kind, picture) => {
    for (let length = 0; length < picture.length - 1; length += 1)
      expect(pictureSizeIfSound(picture.subarray(0, length), kind), String(length)).toBeNull();
  });

  it("is not known of another kind", () => {
    expect(pictureSizeIfSound(sound.png, "tiff")).toBeNull();
  });
});
