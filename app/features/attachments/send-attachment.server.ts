import type { FoundAttachment } from "~/platform/attachments.server";
import { type FileRange, readStoredFile } from "~/platform/files.server";

/** A file as a download: never shown in the page, never run, never kept by the browser. A recording may be asked for in parts. */
export async function sendAttachment({ name, type, bytes, sha256 }: FoundAttachment, request: Request): Promise<Response> {
  const isRecording = type.startsWith("audio/");
  const headers = {
    "Content-Type": type,
    "Content-Disposition": dispositionOf(name),
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "no-store",
    ...(isRecording && { "Accept-Ranges": "bytes" }),
  };
  const range = isRecording ? rangeOf(request.headers.get("range"), bytes) : null;
  if (range === "unsatisfiable") return new Response(null, { status: 416, headers: { ...headers, "Content-Range": `bytes */${bytes}` } });
  if (range === null) return new Response(await readStoredFile(sha256), { headers: { ...headers, "Content-Length": String(bytes) } });
  const part = { "Content-Length": String(range.end - range.start + 1), "Content-Range": `bytes ${range.start}-${range.end}/${bytes}` };
  return new Response(await readStoredFile(sha256, range), { status: 206, headers: { ...headers, ...part } });
}

/** The name in letters that every browser reads, and whole in the form of RFC 6266. */
function dispositionOf(name: string): string {
  const plain = name.normalize("NFKD").replaceAll(/[^ !#$&+\-.0-9A-Z^_`a-z~]/gu, "_");
  const whole = encodeURIComponent(name).replaceAll(/['()*]/gu, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** One range of bytes that a request asks for; null for the whole file, also where it asks for several. */
function rangeOf(header: string | null, bytes: number): FileRange | "unsatisfiable" | null {
  const [, from = "", to = ""] = /^bytes=(\d{0,15})-(\d{0,15})$/u.exec(header ?? "") ?? [];
  if (from === "" && to === "") return null;
  const start = from === "" ? Math.max(0, bytes - Number(to)) : Number(from);
  const end = from === "" || to === "" ? bytes - 1 : Math.min(Number(to), bytes - 1);
  return start > end || start >= bytes ? "unsatisfiable" : { start, end };
}
