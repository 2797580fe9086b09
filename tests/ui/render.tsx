import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { createStaticHandler, createStaticRouter, StaticRouterProvider } from "react-router-dom/server";
import type { Language } from "~/domain/tool-language";
import { Intl } from "~/ui/intl";
import { textsOf } from "~/platform/i18n.server";
import { addMessages } from "~/ui/messages";

/** The moment at which every example is shown: Monday 14 March 2022, 10:31 in Amsterdam. */
const exampleNow = new Date("2022-03-14T09:31:00Z");

/** The markup that the server sends for an element, in one language, at an address. */
export async function renderOnServer(
  element: ReactElement,
  language: Language,
  address = "/assessments/theme/interviews/I5",
): Promise<string> {
  addMessages(language, textsOf(language));
  const page = (
    <Intl language={language} now={exampleNow}>
      {element}
    </Intl>
  );
  const routes = [{ path: "*", element: page }];
  const handler = createStaticHandler(routes);
  const context = await handler.query(new Request(`http://grondslag.test${address}`));
  if (context instanceof Response) throw new Error("An example redirects");
  return renderToStaticMarkup(<StaticRouterProvider router={createStaticRouter(routes, context)} context={context} hydrate={false} />);
}
