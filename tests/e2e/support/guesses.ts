import type { Page } from "@playwright/test";

/** Where the editions of the worked example stand. */
export const editions = "/assessments/sec-in-oda/editions";

/** What comes behind the number of an edition in every address under which something of it stands, and the route that answers there. */
const below = [
  ["", "_index"],
  ["/read", "read._index"],
  ["/read/1", "read.$section"],
  ["/brief", "brief"],
  ["/search?q=kinderen", "search"],
  ["/manifest", "manifest"],
  ["/files/nl.pdf", "files.$name"],
  ["/files/nl.html", "files.$name"],
  ["/compare/1", "compare.$m._index"],
  ["/compare/1/files/nl.redline.docx", "compare.$m.files.$name"],
] as const;

const withQuery = (path: string, query: string) => path + (path.includes("?") ? "&" : "?") + query;

/** Every address that somebody could try for a draft: by hand, by an old link, as the scripts of a page ask, as older ones did, by the name of a file. */
export function guessesOf({ n, k }: { n: string; k: string }): string[] {
  const plain = [...below.map(([path]) => path).map((path) => `/${n}${path}`), `/${n}/drafts/${k}`, `/1/compare/${n}`];
  return [
    ...plain,
    ...plain.map((path) => withQuery(path, `draft=${k}`)),
    ...plain.map((path) => path.replace(/\?|$/u, (end) => `.data${end}`)),
    ...below.map(([path, route]) => withQuery(`/${n}${path}`, `_data=routes/assessments.$slug.editions.$n.${route}`)),
  ];
}

/** What a person is told at an address, without what differs between any two answers. */
export async function answerTo(page: Page, path: string) {
  const answer = await page.request.get(editions + path, { headers: { accept: "text/html" } });
  const body = (await answer.text()).replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|nonce="[^"]*"|\d{13}|\/editions\/\d+[^"\\]*/gu, "");
  return { status: answer.status(), title: /<title>([^<]*)/u.exec(body)?.[1], body };
}
