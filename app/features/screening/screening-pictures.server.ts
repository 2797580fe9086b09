import type { PictureReaders } from "~/platform/pictures.server";
import { readFlow } from "~/platform/screening-flow.server";

/** The pictures of the screening that can be had as files: the flow of publications, once something was recorded. */
export const screeningPictures: PictureReaders = {
  flow: {
    permission: "screening.read",
    read: async (db, { assessment, protocol }) => {
      const read = await readFlow(db, assessment.id, protocol);
      return read?.isRecorded ? { kind: "flow", flow: read.flow, reasons: protocol.screening?.exclusionReasons ?? [] } : null;
    },
  },
};
