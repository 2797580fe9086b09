import type { Picture } from "~/domain/document/picture";
import { keptPng, pictureSvg, pngFromSvg, type PngOrder } from "./picture.server";
import { sha256 } from "./sha256.server";
import { inThread } from "./thread.server";

const thread = { file: "platform/picture-thread.ts", here: (svg: string) => Promise.resolve(pngFromSvg(svg)) };

/** A picture as a PNG file from what it is drawn from, drawn in another thread unless it was drawn before: a large one takes longer than a page may wait. */
export function pngOf(order: PngOrder): Promise<Uint8Array> {
  return keptPng(order, (svg) => inThread(thread, svg));
}

/** A picture as a PNG file; `language` is that of its words. */
export function pictureFilePng({ picture, language }: { picture: Picture; language: string }): Promise<Uint8Array> {
  const svg = pictureSvg(picture, language);
  return pngOf({ key: sha256(svg), svg });
}
