import { Form, Link, NavigationType, useNavigate, useNavigationType } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { nodeKinds } from "~/domain/evidence/kinds";
import { Button } from "~/ui/button";
import { GroundChip } from "~/ui/ground-chip";
import { Icon } from "~/ui/icon";
import { chipKinds } from "./ground-chips";
import type { loadEdit } from "./load-edit.server";
import type { FoundGround } from "./search-grounds.server";

type Panel = NonNullable<Awaited<ReturnType<typeof loadEdit>>["panel"]>;

/** Evidence to cite under one statement or in one piece of text: a search by words and kind, and per result what it would do. */
export function EvidencePanel({ panel, path }: { panel: Panel; path: string }) {
  const t = useTranslations("sections");
  const kind = useTranslations("evidence.plural");
  const uncited = panel.found.filter(({ citedIn }) => citedIn.length === 0).length;
  const closeHref = `${path}/edit#block-${panel.blockId}`;
  const { box, words, leave } = usePanelFocus(panel, closeHref);
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
            <input className="in" id="evidence-words" type="search" name="q" defaultValue={panel.words} key={panel.cite} ref={words} />
          </span>
          <div className="choice small" role="group" aria-label={t("kindsOfEvidence")}>
            {nodeKinds.map((each) => (
              <label key={each}>
                <input type="checkbox" name="kind" value={each} defaultChecked={panel.kinds.includes(each)} />
                {kind(each)}
              </label>
            ))}
          </div>
          <Button size="small" icon="search">
            {t("search")}
          </Button>
        </Form>
        <p className="small soft cnt" role="status">
          {t("found", { count: panel.found.length, uncited })}
        </p>
      </div>
      <ul className="ress">
        {panel.found.map((found) => (
          <Result key={`${found.kind}/${found.id}`} found={found} blockId={panel.blockId} />
        ))}
      </ul>
    </aside>
  );
}

/** The focus goes to the search when the panel opens, and back to where it was opened from when it closes; `Esc` closes it. */
function usePanelFocus(panel: Panel, closeHref: string) {
  const navigate = useNavigate();
  const opened = useNavigationType() === NavigationType.Push;
  const box = useRef<HTMLElement>(null);
  const words = useRef<HTMLInputElement>(null);
  const { cite, blockId } = panel;
  useEffect(() => {
    if (opened) words.current?.focus({ preventScroll: true });
    // Only when it opens for another statement: a search or a citation keeps the focus where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [cite]);
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.key !== "Escape" || !box.current?.contains(document.activeElement)) return;
      focusOpener(blockId);
      navigate(closeHref, { preventScrollReset: true });
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [blockId, closeHref, navigate]);
  return { box, words, leave: () => focusOpener(blockId) };
}

/** The link under a statement that opens the panel for it. */
function focusOpener(blockId: string): void {
  document.querySelector<HTMLElement>(`#${CSS.escape(`block-${blockId}`)} a[href$="#evidence"]`)?.focus();
}

function Result({ found, blockId }: { found: FoundGround; blockId: string }) {
  const t = useTranslations("sections");
  return (
    <li className="res">
      <div className="row">
        <GroundChip kind={chipKinds[found.kind]} code={found.code} withheld={found.withheld !== null} />
        <span className="small soft from">{found.from}</span>
      </div>
      {found.text && (
        <p className="quote" lang={found.text.language}>
          {found.quoted ? <q>{found.text.text}</q> : found.text.text}
        </p>
      )}
      <div className="row">
        {found.linkedHere === null ? <CiteForm found={found} blockId={blockId} /> : <Linked found={found} />}
        {found.href !== null && (
          <a className="small push" href={found.href} target="_blank" rel="noreferrer">
            {t("open")}
            <span className="vh"> {found.code}</span>
          </a>
        )}
      </div>
      {found.linkedHere === null && found.citedIn.length > 0 && (
        <p className="small soft">{t("citedIn", { codes: found.citedIn.join(", ") })}</p>
      )}
    </li>
  );
}

function CiteForm({ found, blockId }: { found: FoundGround; blockId: string }) {
  const t = useTranslations("sections");
  return (
    <Form method="post" className="rel" preventScrollReset>
      <input type="hidden" name="intent" value="cite" />
      <input type="hidden" name="blockId" value={blockId} />
      <input type="hidden" name="toKind" value={found.kind} />
      <input type="hidden" name="toId" value={found.id} />
      {found.allowed.map((kind) => (
        <Button key={kind} name="kind" value={kind} size="small" variant={kind === "supports" ? "plain" : "quiet"} about={found.code}>
          {t(`cite.${kind}`)}
        </Button>
      ))}
    </Form>
  );
}

function Linked({ found }: { found: FoundGround }) {
  const t = useTranslations("sections");
  const word = useTranslations("sections.relations");
  if (found.linkedHere === null) return null;
  return (
    <span className="small row soft">
      <Icon name="check" />
      {t("citedHere", { relation: word(found.linkedHere) })}
    </span>
  );
}
