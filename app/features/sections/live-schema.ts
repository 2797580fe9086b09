import { z } from "zod";
import { idRead, tick } from "~/domain/shapes";

/** What a page says of itself: its own id, the block that its person is on, and whether she leaves. */
export const PresenceForm = z.strictObject({ page: idRead, block: idRead.or(z.literal("")).default(""), leaving: tick });
