import { z } from "zod";
import { idRead, prose, versionRead } from "~/domain/shapes";

/** The form that settles one notice. */
export const SettleForm = z.strictObject({ noticeId: idRead, version: versionRead, note: prose(2000) });
