import { changeExcerpt } from "~/features/sources/change-excerpt.server";
import { findAssessmentRowIfAny, protocolOf } from "~/platform/assessment.server";
import { closeDatabase, db, openDatabase } from "~/platform/db.server";
import { readKeptStandings } from "~/platform/kept-standings.server";
import type { Client } from "./client";
import { copyOfExamples, databaseIn } from "./folder";
import { grow } from "./grow";
import { bareRun, elementsOf, pageRun } from "./matrix";
import { alternate, besides, quantile } from "./measure";
import type { Finding } from "./report";
import { serve } from "./server";
import { fullSection, wideDocument, widenDocument } from "./wide-document";

const slug = "sec-in-oda";
const base = `/assessments/${slug}`;

/** A document as large as its goals: its pages against what they show, and what it costs to find what became stale. */
export async function* document(): AsyncGenerator<Finding> {
  process.env["NODE_ENV"] = "production"; // React's other build is several times slower, which would flatter the page
  yield* pageFindings();
  yield* staleFindings();
}

async function* pageFindings(): AsyncGenerator<Finding> {
  const folder = copyOfExamples();
  widenDocument(folder, slug);
  const served = await serve(folder);
  const client = served.client();
  const bench = "section";
  const size = `${wideDocument.statements} statements, ${wideDocument.links} links`;
  try {
    await client.signIn("lead");
    const graph = await client.get(`${base}/statements/graph`);
    const drawing = /<div class="graph"[\s\S]*?<\/ul><\/div>/u.exec(graph.body.toString("utf8"))?.[0];
    if (graph.status !== 200 || drawing === undefined) throw new Error(`The graph answers ${graph.status}.`);
    const make = elementsOf(drawing);
    const sides = await alternate(
      () => pageRun(served, client, `${base}/statements/graph`),
      () => bareRun(make),
    );
    yield {
      ...{ bench, subject: `graph of ${size}, p50 at the server`, anchor: "bare renderToPipeableStream of its drawing" },
      ...{ value: sides.subject.best / sides.anchor.best, unit: "×", better: "lower", must: 3.5, aim: 2.5, note: besides(sides) },
    };
    const path = `${base}/sections/${fullSection.code}`;
    const rates = { page: 0, smallest: 0 };
    for (let run = 0; run < 5; run += 1) {
      rates.smallest = Math.max(rates.smallest, await perSecond(client, "/accessibility"));
      rates.page = Math.max(rates.page, await perSecond(client, path));
    }
    yield {
      ...{
        bench,
        subject: `section with ${fullSection.links} links in a document of ${size}, requests/s at 10 connections`,
        anchor: "the smallest page",
      },
      ...{ value: rates.page / rates.smallest, unit: "×", better: "higher", must: 1 / 12, aim: 1 / 6 },
      note: `${rates.page.toFixed(0)} ÷ ${rates.smallest.toFixed(0)} a second`,
    };
    for (const [name, part] of [
      ["edit", "/edit"],
      ["review", "/review"],
      ["versions", "/versions"],
    ] as const) {
      const times: number[] = [];
      for (let asked = 0; asked < 20; asked += 1) times.push((await client.get(`${path}${part}`)).ms);
      yield {
        bench,
        subject: `${name} page of that section, p50`,
        anchor: "",
        value: quantile(times, 0.5),
        unit: "ms",
        better: "lower",
        must: null,
        aim: null,
        note: "told",
      };
    }
  } finally {
    client.close();
    await served.stop();
  }
}

const connections = 10;
const askedEach = 12;

async function perSecond(client: Client, path: string): Promise<number> {
  const begin = performance.now();
  await Promise.all(
    Array.from({ length: connections }, async () => {
      for (let asked = 0; asked < askedEach; asked += 1) {
        const { status } = await client.get(path);
        if (status !== 200) throw new Error(`${path} answers ${status}.`);
      }
    }),
  );
  return (connections * askedEach * 1000) / (performance.now() - begin);
}

/** One correction of an excerpt after the other: what it costs to know how every section stands, in the study and in one of ten times its data. */
async function* staleFindings(): AsyncGenerator<Finding> {
  const [one, ten] = [await staleTime(1), await staleTime(10)];
  yield {
    ...{ bench: "section", subject: "finding what one corrected excerpt made stale, p50 at 10×", anchor: "at 1×" },
    ...{ value: ten / one, unit: "×", better: "lower", must: 1.3, aim: 1.3, note: `${ten.toFixed(1)} ÷ ${one.toFixed(1)} ms` },
  };
}

async function staleTime(times: number): Promise<number> {
  const folder = copyOfExamples();
  if (times > 1) grow({ file: databaseIn(folder), slug, times });
  await openDatabase(`file:${databaseIn(folder)}`);
  try {
    const assessment = await findAssessmentRowIfAny(db, slug);
    if (!assessment) throw new Error("The example is missing.");
    const study = { assessment, protocol: await protocolOf(assessment) };
    const lead = await db.member.findFirstOrThrow({ where: { assessmentId: assessment.id, role: "lead" }, include: { user: true } });
    const linked = await db.link.findMany({
      where: { assessmentId: assessment.id, toKind: "excerpt", archivedAt: null },
      select: { toId: true },
      take: 12,
    });
    await readKeptStandings(db, study);
    const measured: number[] = [];
    for (const { toId: id } of linked) {
      const excerpt = await db.excerpt.findUniqueOrThrow({ where: { id } });
      const by = { kind: "user" as const, id: lead.userId, name: lead.user.name, role: "lead" };
      await changeExcerpt(
        { by, at: new Date(), request: "bench" },
        {
          assessmentId: assessment.id,
          id,
          version: excerpt.version,
          form: "quoted",
          text: `${excerpt.text} (2)`,
          language: excerpt.language,
          place: excerpt.place,
        },
      );
      const begin = performance.now();
      await readKeptStandings(db, study);
      measured.push(performance.now() - begin);
    }
    return quantile(measured, 0.5);
  } finally {
    await closeDatabase();
  }
}
