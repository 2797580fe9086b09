import type { Page } from "@playwright/test";

/** Everything of text that a browser was sent, by address: pages, their data, files. */
export interface SeenBodies {
  /** Where a text was sent, of all that came in so far. */
  withText(text: string): Promise<string[]>;
  /** How many answers were looked at. */
  count(): Promise<number>;
}

/** Keeps the body of every answer that a page gets from here on. */
export function seenBodies(page: Page): SeenBodies {
  const bodies: Promise<{ url: string; text: string }>[] = [];
  page.on("response", (response) => {
    if (/\.(?:js|css|woff2|svg|png)(?:\?|$)/u.test(response.url()) || response.status() >= 300) return;
    // A body that the browser has let go of (a page that was left before it came in whole) was shown to nobody.
    const text = response.text().catch(() => "");
    bodies.push(text.then((body) => ({ url: response.url(), text: body })));
  });
  return {
    withText: async (text) => (await Promise.all(bodies)).filter((body) => body.text.includes(text)).map(({ url }) => url),
    count: async () => (await Promise.all(bodies)).filter(({ text }) => text !== "").length,
  };
}
