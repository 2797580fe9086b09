import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { GraphPage } from "~/features/statements/graph-page";
import { loadGraph } from "~/features/statements/load-graph.server";
import { db } from "~/platform/db.server";
import { authorize, findAssessment, requireUser } from "~/platform/guard.server";
import type { PageHandle } from "~/platform/page-handle";

export const handle: PageHandle = { title: (t) => t("statements.graph.heading"), wide: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const user = await requireUser(request);
  const assessment = await findAssessment(user, params["slug"]);
  authorize(user, "statement.read", assessment);
  const query = new URL(request.url).searchParams;
  const of = (name: string) => query.get(name) ?? "";
  const filter = { on: of("on"), kind: of("kind"), ground: of("ground"), section: of("section"), words: of("q").trim() };
  return { filter, loaded: await loadGraph(db, user, assessment, filter) };
}

export default function GraphRoute() {
  return <GraphPage {...useLoaderData<typeof loader>()} />;
}
