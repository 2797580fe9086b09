/** A protocol file as it was read: always a download, under a name of our own, so that no sent name reaches a header. */
export function sendVersionFile(slug: string, { number, file }: { number: number; file: string }): Response {
  const headers = {
    "Content-Type": "application/yaml; charset=utf-8",
    "Content-Disposition": `attachment; filename="${slug}-protocol-${number}.yaml"`,
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
  };
  return new Response(file, { headers });
}
