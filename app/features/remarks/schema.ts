import { z } from "zod";
import { stances } from "~/domain/remarks/remark";
import { idRead, optionalDay, optionalProse, prose, versionRead } from "~/domain/shapes";

const day = optionalDay.refine((given) => given !== null, "required").transform((given) => given ?? "");

/** The forms of a reader: a draft of a remark, throwing one away, and taking back what was sent. `about` is a choice such as `statement:C2`. */
export const remarkForms = z.discriminatedUnion("intent", [
  z.strictObject({
    intent: z.literal("save"),
    id: idRead,
    version: versionRead,
    about: z.string().min(1, "choose").max(200, "unknown"),
    passage: optionalProse(2000),
    text: prose(10_000),
  }),
  z.strictObject({ intent: z.literal("remove"), id: idRead, version: versionRead }),
  z.strictObject({ intent: z.literal("withdraw"), id: idRead, version: versionRead, reason: prose(2000) }),
]);

/** A filled form of a reader. */
export type RemarkForm = z.output<typeof remarkForms>;

/** Records in a form, each as its id and the version at which it was read. */
const named = z
  .array(z.string().regex(/^[0-9a-f-]{36}:\d{1,9}$/u, "unknown"))
  .max(1000)
  .transform((all) => all.map((one) => ({ id: one.slice(0, 36), version: Number(one.slice(37)) })));

/** Sending drafts in one act, as confirmed. */
export const SendFields = z.strictObject({ draft: named });

/** Showing responses in one act, as confirmed. */
export const ShowFields = z.strictObject({ remark: named });

/** The forms of a round of remarks; what is asked stands in the languages of the assessment: `note@nl`. */
export function roundForms(languages: readonly string[]) {
  const note = Object.fromEntries(languages.map((language) => [`note@${language}`, prose(5000)]));
  return z.discriminatedUnion("intent", [
    z.strictObject({ intent: z.literal("ask"), dueOn: day, ...note }),
    z.strictObject({ intent: z.literal("close"), version: versionRead }),
    z.strictObject({ intent: z.literal("reopen"), version: versionRead, dueOn: day, reason: prose(2000) }),
  ]);
}

/** The response to a remark; its texts stand in the languages of the assessment: `response@nl`, `changed@en`. */
export function responseForm(languages: readonly string[]) {
  const texts = ["response", "changed"].flatMap((name) => languages.map((language) => [`${name}@${language}`, optionalProse(5000)]));
  return z.strictObject({
    version: versionRead,
    stance: z.union([z.enum(stances), z.literal("")]).default(""),
    statements: z.array(idRead),
    act: z.enum(["save", "next"]).default("save"),
    ...(Object.fromEntries(texts) as Record<string, ReturnType<typeof optionalProse>>),
  });
}

/** The texts of a form in several languages by language: those of `response@nl` and `response@en`. */
export function localOf(form: Readonly<Record<string, unknown>>, name: string, languages: readonly string[]): Record<string, string> {
  const texts = languages.map((language) => [language, form[`${name}@${language}`]] as const);
  return Object.fromEntries(
    texts.filter((text): text is readonly [string, string] => typeof text[1] === "string" && text[1].trim() !== ""),
  );
}
