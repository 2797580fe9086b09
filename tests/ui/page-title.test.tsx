import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import { describe, expect, it } from "vitest";
import { PageTitle } from "~/features/navigation/page-title";
import { textsOf } from "~/platform/i18n.server";
import { PageContext } from "~/platform/page-context";
import type { PageHandle } from "~/platform/page-handle";
import { Intl } from "~/ui/intl";
import { addMessages } from "~/ui/messages";

const source: PageHandle<{ code: string }> = { title: (t, { code }) => `${t("help.title")} ${code}` };
const plain: PageHandle = { title: (t) => t("help.title") };
const found = () => ({ code: "S09" });
const gone = (): never => {
  throw new Response(null, { status: 404 });
};

/** The title that the server sends for a page below the boundary of refusals. */
async function titleOf(page: { handle?: PageHandle<never>; loader?: () => { code: string } }, refused = false): Promise<string> {
  addMessages("en", textsOf("en"));
  const shown = (
    <PageContext.Provider value={{ nonce: undefined, refused }}>
      <Intl language="en" now={new Date(0)}>
        <PageTitle />
      </Intl>
    </PageContext.Provider>
  );
  const children = [
    { id: "boundary", hasErrorBoundary: true, errorElement: <p />, children: [{ id: "page", path: "*", element: <p />, ...page }] },
  ];
  const routes = [{ id: "root", loader: () => ({ assessment: null }), element: shown, children }];
  const context = await createStaticHandler(routes).query(new Request("http://grondslag.test/x"));
  if (context instanceof Response) throw new Error("A page redirects");
  const router = createStaticRouter(routes, context);
  return renderToStaticMarkup(<StaticRouterProvider router={router} context={context} hydrate={false} />);
}

describe("the title of a page", () => {
  it.each([
    ["is made from what the page read", { handle: source, loader: found }, "Help S09 · Grondslag"],
    ["needs nothing that was read where the page reads nothing", { handle: plain }, "Help · Grondslag"],
    ["says that something is wrong where what it needs was not found", { handle: source, loader: gone }, "Error · Grondslag"],
    ["says so of an address without a page", { loader: gone }, "Error · Grondslag"],
  ])("%s", async (_, page, title) => {
    expect(await titleOf(page)).toBe(`<title>${title}</title>`);
  });

  it("says first that a form was refused, and says it once", async () => {
    expect(await titleOf({ handle: source, loader: found }, true)).toBe("<title>Error: Help S09 · Grondslag</title>");
    expect(await titleOf({ handle: source, loader: gone }, true)).toBe("<title>Error · Grondslag</title>");
  });
});
