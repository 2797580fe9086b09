import { receiveTemplate, type TemplateAnswer } from "~/features/house-style/receive-template.server";
import { as, type Cast, type Person } from "../cast";
import { hour } from "./interview-scene";
import { templateDocx } from "./template-docx";

/** Sends a file as the template of the cast's assessment, as its page does. */
export function sendTemplate(
  cast: Cast,
  {
    bytes = templateDocx(),
    name = "huisstijl.docx",
    by = cast.lead,
    at = 40,
  }: { bytes?: Uint8Array; name?: string; by?: Person; at?: number } = {},
): Promise<TemplateAnswer | null> {
  const body = new FormData();
  body.set("file", new File([new Uint8Array(bytes)], name));
  const request = new Request("http://test.invalid/", { method: "POST", body });
  return receiveTemplate(request, as(by, hour(at)), cast.assessment.id);
}
