import type { Author } from "./author";
import { cleanLine } from "./clean-text";
import type { CslName } from "./csl-item";

/** A name of CSL as an author: particles stand where they are printed, and a family name without a given name is an organisation. */
export function authorFromCsl(name: CslName): Author | null {
  const literal = cleanLine(name.literal ?? "");
  if (literal !== "") return { literal };
  const joined = (...parts: (string | undefined)[]) => cleanLine(parts.filter(Boolean).join(" "));
  const family = joined(name["non-dropping-particle"], name.family);
  const given = joined(name.given, name["dropping-particle"]);
  const suffix = cleanLine(name.suffix ?? "");
  if (family === "") return given === "" ? null : { literal: given };
  if (given === "" && suffix === "") return { literal: family };
  return { family, ...(given !== "" && { given }), ...(suffix !== "" && { suffix }) };
}

/** An author as a name of CSL. */
export function cslFromAuthor(author: Author): CslName {
  return { ...author };
}
