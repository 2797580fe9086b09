import { isFileName, lastPart } from "~/domain/files/file-problem";
import type { TemplateProblem } from "~/domain/house-style/template-problems";
import type { ChangeContext } from "~/platform/change.server";
import { db } from "~/platform/db.server";
import { readTemplate } from "~/platform/docx/house/read-template.server";
import { storeFile } from "~/platform/files.server";
import { readUpload } from "~/platform/read-upload.server";
import { catchRefusal } from "~/platform/refusal.server";
import { sha256 } from "~/platform/sha256.server";
import { storeAndName } from "~/platform/unnamed-files.server";
import { uploadHouseStyle } from "./upload-house-style.server";

/** Why a file was not taken as a template, as keys of the locale namespace `houseStyle` under `problems`; or all that was found in it. */
export type TemplateAnswer = { status: 413 | 422; problem: FileKey; found: TemplateProblem[] };

/** A key for what is wrong with the file as such. */
export type FileKey =
  "missing" | "name" | "kind" | "large" | "content" | "zipBroken" | "zipLocked" | "zipPaths" | "zipMany" | "zipBomb" | "refused";

/** The largest template, in bytes. */
const templateLimit = 10 * 1024 * 1024;

const answer = (problem: FileKey, found: TemplateProblem[] = []): TemplateAnswer => ({
  status: problem === "large" || problem === "zipBomb" || problem === "zipMany" ? 413 : 422,
  problem,
  found,
});

/** Takes a template that was sent, or says what is wrong with it; null = taken. */
export async function receiveTemplate(request: Request, context: ChangeContext, assessmentId: string): Promise<TemplateAnswer | null> {
  const sent = await catchRefusal(() => readUpload(request, templateLimit), "too-large");
  if (!sent.ok) return answer("large");
  const { files } = sent.result;
  const file = files.find(({ field }) => field === "file");
  if (!file || file.bytes.length === 0) return answer("missing");
  const fileName = lastPart(file.name);
  if (!isFileName(fileName)) return answer("name");
  // The names of templates with macros are looked into too, to say what was found in them.
  if (!/\.(?:docx|dotx|docm|dotm)$/iu.test(fileName)) return answer("kind");
  const read = await readTemplate(file.bytes);
  if ("problem" in read) return answer(read.problem);
  if ("found" in read) return answer("refused", read.found);
  await storeAndName(db, [sha256(file.bytes)], async () =>
    uploadHouseStyle(context, { assessmentId, fileName, file: await storeFile(file.bytes), facts: read }),
  );
  return null;
}
