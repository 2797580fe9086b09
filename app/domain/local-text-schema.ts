import { z } from "zod";
import type { LocalText as Text } from "./local-text";

/** A language code as BCP 47 writes the common ones: `nl`, `en`, `pt-br`. */
export const LanguageCode = z.string().regex(/^[a-z]{2,3}(-[a-z0-9]{2,8})?$/);

/** One text per language code, at least one; which languages it must have is a rule of the protocol, not of this shape. */
export const LocalText = z.record(LanguageCode, z.string().regex(/\S/).max(5000)).refine((text) => Object.keys(text).length > 0);

/** One text in one or more languages, by language code. */
export type LocalText = Text;
