import { Form } from "@remix-run/react";
import { useTranslations } from "use-intl";
import { Button } from "~/ui/button";
import { EvidenceHit } from "~/ui/evidence-hit";
import { Icon } from "~/ui/icon";
import { groundChipKinds } from "~/ui/ground-chip-kinds";
import type { FoundGround } from "./search-grounds.server";

/** A result of the evidence panel: what it is, and what it would do under the statement; or why it can't be cited. */
export function PanelResult({ found, blockId }: { found: FoundGround; blockId: string }) {
  const t = useTranslations("sections");
  const { linkedHere, problem, href } = found;
  return (
    <li className="res">
      <EvidenceHit
        kind={groundChipKinds[found.kind]}
        code={found.code}
        from={found.from}
        passage={found.passage}
        lang={found.text?.language}
        quoted={found.quoted}
        problem={problem}
        citableFrom={found.citableFrom}
        leftOut={found.leftOut}
      />
      <div className="row">
        {linkedHere === null ? problem === null && <CiteForm found={found} blockId={blockId} /> : <Linked relation={linkedHere} />}
        {href !== null && (
          <a className="small push" href={href} target="_blank" rel="noreferrer">
            {t("open")}
            <span className="vh"> {found.code}</span>
          </a>
        )}
      </div>
      {linkedHere === null && found.citedIn.length > 0 && <p className="small soft">{t("citedIn", { codes: found.citedIn.join(", ") })}</p>}
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

function Linked({ relation }: { relation: NonNullable<FoundGround["linkedHere"]> }) {
  const t = useTranslations("sections");
  const word = useTranslations("sections.relations");
  return (
    <span className="small row soft" tabIndex={-1}>
      <Icon name="check" />
      {t("citedHere", { relation: word(relation) })}
    </span>
  );
}
