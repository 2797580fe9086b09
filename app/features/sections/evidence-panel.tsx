import { Form, Link } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { nodeKinds } from "~/domain/evidence/kinds";
import { Button } from "~/ui/button";
import { Icon } from "~/ui/icon";
import type { loadEdit } from "./load-edit.server";
import { usePanelKeys } from "./panel-keys";
import { PanelResult } from "./panel-result";

type Panel = NonNullable<Awaited<ReturnType<typeof loadEdit>>["panel"]>;

/** Evidence to cite under one statement or in one piece of text: a search by words and kind, and per result what it would do. */
export function EvidencePanel({ panel, path }: { panel: Panel; path: string }) {
  const t = useTranslations("sections");
  const uncited = panel.found.filter(({ citedIn }) => citedIn.length === 0).length;
  const closeHref = `${path}/edit#block-${panel.blockId}`;
  const { box, words, leave } = usePanelKeys(panel, closeHref);
  return (
    <aside className="sheet evp" aria-labelledby="evidence-title" id="evidence" ref={box}>
      <header>
        <h2 id="evidence-title">{panel.label === null ? t("evidenceForText") : t("evidenceFor", { code: panel.label })}</h2>
        <span className="push small">
          <Link to={closeHref} preventScrollReset onClick={leave}>
            {t("close")}
          </Link>
        </span>
      </header>
      <div className="body">
        <Form className="evs" role="search" aria-label={t("evidence")} method="get" preventScrollReset>
          <input type="hidden" name="cite" value={panel.cite} />
          <label className="vh" htmlFor="evidence-words">
            {t("searchEvidence")}
          </label>
          <span className="inx">
            <Icon name="search" />
            <input
              className="in"
              id="evidence-words"
              type="search"
              name="q"
              placeholder={panel.suggested.join(", ")}
              defaultValue={panel.words}
              key={panel.cite}
              ref={words}
            />
          </span>
          <Kinds kinds={panel.kinds} />
          <Button size="small" icon="search">
            {t("search")}
          </Button>
        </Form>
        <p className="small soft cnt" role="status">
          {t("found", { count: panel.found.length, uncited })}
        </p>
        <p className="small soft keys">{t("panelKeys")}</p>
      </div>
      <ul className="ress">
        {panel.found.map((found) => (
          <PanelResult key={`${found.kind}/${found.id}`} found={found} blockId={panel.blockId} />
        ))}
      </ul>
    </aside>
  );
}

function Kinds({ kinds }: { kinds: Panel["kinds"] }) {
  const t = useTranslations("sections");
  const kind = useTranslations("evidence.plural");
  return (
    <div className="choice small" role="group" aria-label={t("kindsOfEvidence")}>
      {nodeKinds.map((each) => (
        <label key={each}>
          <input type="checkbox" name="kind" value={each} defaultChecked={kinds.includes(each)} />
          {kind(each)}
        </label>
      ))}
    </div>
  );
}
