import { z } from "zod";
import { idRead, nameLine, optionalDay, optionalLine, versionRead } from "~/domain/shapes";

/** An address of an assessment: small letters, digits and single hyphens; words of the tool are refused. */
export const Slug = z
  .string()
  .transform((text) => text.trim().toLowerCase())
  .pipe(
    z
      .string()
      .min(1, "required")
      .max(60, "too-long")
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/u, "slug")
      .refine((slug) => slug !== "new", "slug-reserved"),
  );

/** Where a protocol comes from: one that ships with the product, or a file that was read. */
const from = { shipped: z.string().max(80).default(""), file: idRead.or(z.literal("")).default("") };

/** The protocol to start from, without a file. */
export const ChooseProtocol = z.strictObject({ intent: z.literal("choose"), shipped: z.string().min(1, "choose").max(80) });

const inOrder = (value: { startsOn: string | null; endsOn: string | null }) =>
  value.startsOn === null || value.endsOn === null || value.startsOn <= value.endsOn;

/** What an assessment starts with. */
export const StartAssessmentForm = z
  .strictObject({
    intent: z.literal("start"),
    ...from,
    slug: Slug,
    startsOn: optionalDay,
    endsOn: optionalDay,
    languages: z.array(z.string().max(12)).min(1, "languages"),
  })
  .refine(inOrder, { path: ["endsOn"], message: "end-before-start" });

/** The settings of an assessment: dates, and a title and a notice per language of it. The title in its original language has to be there. */
export function settingsForm(languages: readonly string[], originalLanguage: string) {
  const texts: Record<string, z.ZodType<string | null>> = {};
  for (const language of languages) {
    texts[`title.${language}`] = language === originalLanguage ? nameLine(200) : optionalLine(200);
    texts[`notice.${language}`] = optionalLine(300);
  }
  return z
    .strictObject({ ...texts, version: versionRead, startsOn: optionalDay, endsOn: optionalDay })
    .refine(inOrder, { path: ["endsOn"], message: "end-before-start" });
}
