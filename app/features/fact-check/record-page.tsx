import type { LocalText } from "~/domain/local-text";
import type { RecordShown } from "./load-record.server";

/** A record as it is put before an interviewee, or before a researcher who looks at what she will get. */
export interface RecordPage {
  record: RecordShown;
  study: LocalText;
  /** The last moment at which the link works. */
  until: Date;
  contact: { name: string; email: string };
  /** The version of the link, and what was said beside the answers; 0 in a preview. */
  version: number;
  remarks: string;
  sentInAt: Date | null;
}
