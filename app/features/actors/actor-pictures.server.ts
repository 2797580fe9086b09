import type { PictureReaders } from "~/platform/pictures.server";
import { readNetwork } from "./read-network.server";

/** The pictures of actors that can be had as files. */
export const actorPictures: PictureReaders = {
  network: { permission: "actor.read", read: (db, { assessment }, query) => readNetwork(db, assessment.id, query.get("kind") ?? "") },
};
