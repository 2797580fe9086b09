import { chromium, type Browser, type BrowserContext } from "@playwright/test";
import playwright from "../playwright.config";
import type { Client } from "./client";
import { copyOfExamples } from "./folder";
import { quantile } from "./measure";
import type { Finding } from "./report";
import { serve, type Served } from "./server";
import { fullPage, wideEdition, widenEdition } from "./wide-edition";

const slug = "sec-in-oda";
const read = `/assessments/${slug}/editions/1/read`;
const size = `${wideEdition.statements} statements, ${wideEdition.tables} tables, ${wideEdition.figures} figures`;
const looks = 5;

/** An edition of 300 pages as its reader gets it: at the server, and on the screen of a computer that is four times slower. */
export async function* reading(): AsyncGenerator<Finding> {
  const folder = copyOfExamples();
  const plain = await serve(folder);
  const small = await served(plain, `${read}/2.3`).finally(() => plain.stop());
  widenEdition(folder, slug);
  const wide = await serve(folder);
  const browser = await chromium.launch(playwright.use?.launchOptions);
  try {
    yield* atServer(await served(wide, `${read}/2.3`), small);
    for (const [name, page] of [
      ["its page of 60 statements", fullPage],
      ["another page of it", "2.3"],
    ] as const)
      yield* onScreen(await seen(browser, wide, `${read}/${page}`), name);
  } finally {
    await browser.close();
    await wide.stop();
  }
}

/** The same page of the example and of 300 pages, once the document has been read. */
async function served(from: Served, path: string): Promise<{ first: number; p50: number }> {
  const client: Client = from.client();
  await client.signIn("commissioner");
  const first = (await client.get(path)).ms;
  const times: number[] = [];
  for (let asked = 0; asked < 20; asked += 1) times.push((await client.get(path)).ms);
  client.close();
  return { first, p50: quantile(times, 0.5) };
}

function* atServer(wide: { first: number; p50: number }, small: { first: number; p50: number }): Generator<Finding> {
  const common = { bench: "reading", better: "lower" } as const;
  yield {
    ...{ ...common, subject: `a page of an edition of 300 pages (${size}), p50 at the server`, anchor: "the same page of the example" },
    ...{ value: wide.p50 / small.p50, unit: "×", must: 2, aim: 1.3, note: `${wide.p50.toFixed(1)} ÷ ${small.p50.toFixed(1)} ms` },
  };
  yield {
    ...{ ...common, subject: "the first page of it after a start, which reads the whole document", anchor: null },
    ...{ value: wide.first, unit: "ms", must: null, aim: null, note: `of the example ${small.first.toFixed(0)} ms` },
  };
}

interface Seen {
  /** Largest contentful paint of each look, in milliseconds. */
  paints: number[];
  /** The largest sum of layout shifts. */
  shift: number;
}

/** What a browser sees that comes to a page anew, on a processor slowed down four times. */
async function seen(browser: Browser, from: Served, path: string): Promise<Seen> {
  const found: Seen = { paints: [], shift: 0 };
  for (let look = 0; look < looks; look += 1) {
    const context = await browser.newContext({ baseURL: from.origin, locale: "nl-NL", viewport: { width: 1440, height: 900 } });
    const signIn = { email: "commissioner@example.org", password: "grondslag-demo", to: "/work" };
    await context.request.post("/sign-in", { form: signIn, headers: { origin: from.origin } });
    const { paint, shift } = await lookAt(context, path);
    found.paints.push(paint);
    found.shift = Math.max(found.shift, shift);
    await context.close();
  }
  return found;
}

/** Run in the page before anything of it: notes what is painted and what moves. */
const watching = `globalThis.seenHere = { paint: 0, shift: 0 };
for (const [type, take] of [
  ["largest-contentful-paint", (entry) => (seenHere.paint = entry.startTime)],
  ["layout-shift", (entry) => (seenHere.shift += entry.value)],
]) new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });`;

async function lookAt(context: BrowserContext, path: string): Promise<{ paint: number; shift: number }> {
  const page = await context.newPage();
  await page.addInitScript({ content: watching });
  const tools = await context.newCDPSession(page);
  await tools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
  const answer = await page.goto(path, { waitUntil: "networkidle" });
  if (answer?.status() !== 200) throw new Error(`${path} answers ${answer?.status()}.`);
  return page.evaluate<{ paint: number; shift: number }>("seenHere");
}

function* onScreen({ paints, shift }: Seen, name: string): Generator<Finding> {
  const common = { bench: "reading", anchor: null, better: "lower" } as const;
  yield {
    ...{ ...common, subject: `first screen (largest contentful paint) of ${name}, processor four times slower`, unit: "ms" },
    ...{ value: quantile(paints, 0.5), must: 2500, aim: 1000, note: `best ${Math.min(...paints).toFixed(0)} ms of ${paints.length} looks` },
  };
  yield {
    ...{ ...common, subject: `layout shift of ${name}, most of ${paints.length} looks`, unit: "", value: shift },
    ...{ must: 0.1, aim: 0, note: "sum over the whole look" },
  };
}
