/** A file that was just made, as a download in a sandbox of its own. `name` is one of ours, with its ending: no sent name reaches a header. */
export function downloadOf(name: string, type: string, content: Uint8Array): Response {
  const headers = {
    "Content-Type": type,
    "Content-Length": String(content.byteLength),
    "Content-Disposition": `attachment; filename="${name}"`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
  };
  return new Response(new Uint8Array(content), { headers });
}
