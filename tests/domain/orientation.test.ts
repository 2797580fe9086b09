import { describe, expect, it } from "vitest";
import { cleanImage } from "~/domain/files/clean-image";
import { orientationIn } from "~/domain/files/orientation";
import { jpeg } from "../support/sample-files";

const hex = (text: string) => Buffer.from(text.replaceAll(" ", ""), "hex");
const exif = hex("45786966 0000");
const name = hex("63616e617279 00"); // "canary", the name of its maker

/** Exif of a telephone as it is read from the standard: who made it, how it is turned (6: a quarter to the right), where the rest stands. */
const bigEndian = Buffer.concat([
  exif,
  hex("4d4d 002a 00000008"),
  hex("0003"),
  hex("010f 0002 00000007 00000032"),
  hex("0112 0003 00000001 0006 0000"),
  hex("8825 0004 00000001 00000039"),
  hex("00000000"),
  name,
]);
const littleEndian = Buffer.concat([
  exif,
  hex("4949 2a00 08000000"),
  hex("0100"),
  hex("1201 0300 01000000 0800 0000"),
  hex("00000000"),
  name,
]);

describe("how a picture is to be turned", () => {
  it.each([
    ["in the order of a telephone", bigEndian, 6],
    ["in the other order of bytes", littleEndian, 8],
    ["not, by Exif that breaks off", bigEndian.subarray(0, 30), 1],
    ["not, by Exif whose directory stands outside", Buffer.concat([exif, hex("4d4d 002a ffffffff")]), 1],
    ["not, by a way that is none", Buffer.concat([exif, hex("4d4d 002a 00000008 0001 0112 0003 00000001 0009 0000")]), 1],
    ["not, by something else than Exif", Buffer.from("http://ns.adobe.com/xap/1.0/\0canary"), 1],
    ["not, by nothing", Buffer.alloc(0), 1],
  ])("is told %s", (_, data, expected) => expect(orientationIn(data)).toBe(expected));
});

describe("a photo of a telephone", () => {
  const cleaned = (bytes: Uint8Array) => {
    const clean = cleanImage("jpeg", bytes);
    return "parts" in clean ? Buffer.concat(clean.parts) : null;
  };

  it("keeps how it is to be turned, and nothing else of its Exif", () => {
    const kept = hex("ffe1 0022 45786966 0000 4d4d 002a 00000008 0001 0112 0003 00000001 0006 0000 00000000");
    const clean = cleaned(jpeg(40, 30, bigEndian));
    expect(clean?.indexOf(kept)).toBeGreaterThan(0);
    expect(clean?.toString("latin1").split("Exif")).toHaveLength(2);
    expect(clean?.toString("latin1")).not.toContain("canary");
    expect(cleaned(clean ?? Buffer.alloc(0))).toEqual(clean);
  });

  it("has no Exif when it stands as it is", () => {
    const upright = Buffer.concat([exif, hex("4d4d 002a 00000008 0001 0112 0003 00000001 0001 0000 00000000")]);
    expect(cleaned(jpeg(40, 30, upright))?.includes("Exif")).toBe(false);
  });
});
