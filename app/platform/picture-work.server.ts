import type { Picture } from "~/domain/document/picture";
import { picturePng } from "./picture.server";
import { inThread } from "./thread.server";

/** A picture to draw as a PNG, with the language of its words. */
export interface PngOrder {
  picture: Picture;
  language: string;
}

const thread = {
  file: "platform/picture-thread.ts",
  here: ({ picture, language }: PngOrder) => Promise.resolve(picturePng(picture, language)),
};

/** A picture as a PNG file, drawn in another thread: a large one takes longer than a page may wait. */
export function pictureFilePng(order: PngOrder): Promise<Uint8Array> {
  return inThread(thread, order);
}
