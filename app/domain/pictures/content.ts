import type { ShownFlow } from "~/domain/screening/flow";

/** What a picture shows, without a word of any language: the kind decides how it is drawn. */
export type PictureContent = { kind: "flow" } & ShownFlow;
