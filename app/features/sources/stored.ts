import { z } from "zod";
import { Author } from "~/domain/sources/author";

/** The authors of a source as they are stored. */
export const Authors = z.array(Author);

/** The bibliographic fields of a source as they are stored. */
export const Bibliography = z.record(z.string(), z.string());
