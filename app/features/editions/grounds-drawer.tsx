import { useLocation } from "@remix-run/react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { StatementShown } from "~/domain/document/model";
import type { GroundBelow, SignedBy } from "~/domain/document/reading";
import { Drawer, GroundTree, type GroundNode } from "~/ui/drawer";
import { StatementNumber } from "~/ui/statement-number";
import { useScripted } from "~/ui/use-scripted";
import { GroundMarkOf, InlineView } from "./inline-view";
import { useReading } from "./reading-context";
import { drawerId } from "./statement-view";

interface Grounds {
  statement: StatementShown;
  signedBy: SignedBy;
  below: readonly GroundBelow[];
}

/**
 * The drawers of a page. Where scripts run there is the one that the address names, or that it named last, since the focus returns from it: sixty statements
 * down to their evidence are ten thousand elements that no reader of the text waits for. Without script all are there, and `:target` opens one.
 */
export function GroundsDrawers({ grounds }: { grounds: readonly Grounds[] }) {
  const scripted = useScripted();
  const { hash } = useLocation();
  const [last, setLast] = useState<string | null>(null);
  const named = grounds.find(({ statement }) => hash === `#${drawerId(statement.anchor)}`)?.statement.anchor ?? last;
  if (scripted && named !== last) setLast(named);
  const shown = grounds.find(({ statement }) => statement.anchor === last);
  return (
    <>
      <noscript>
        {grounds.map((each) => (
          <GroundsDrawer key={each.statement.anchor} {...each} />
        ))}
      </noscript>
      {shown && <GroundsDrawer key={shown.statement.anchor} {...shown} />}
    </>
  );
}

/** What a statement of the page stands on, down to the evidence, as far as consent allows. */
function GroundsDrawer({ statement, signedBy, below }: Grounds) {
  const t = useTranslations("reading");
  const nodes = useNodes();
  const { besideStatement } = useReading();
  return (
    <Drawer
      id={drawerId(statement.anchor)}
      closeHref={`#${statement.anchor}`}
      footer={besideStatement?.(statement.code)}
      title={
        <>
          <StatementNumber code={statement.code} /> {t("groundsTitle", { count: statement.grounds.length })}
        </>
      }
    >
      <GroundTree nodes={nodes(below)} />
      {signedBy && (
        <div className="signed small">
          <p className="strong">{t("signedOff")}</p>
          <ul>
            {signedBy.map(({ name, on }) => (
              <li key={`${name} ${on}`}>{t("signedBy", { name, on })}</li>
            ))}
          </ul>
        </div>
      )}
    </Drawer>
  );
}

function useNodes(): (below: readonly GroundBelow[], path?: string) => GroundNode[] {
  const t = useTranslations("reading");
  const nodes = (below: readonly GroundBelow[], path = ""): GroundNode[] =>
    below.map((each) => {
      const key = `${path}/${each.ground.to} ${each.ground.relation}`;
      const contradicts = each.ground.relation === "contradicts";
      const mark = <GroundMarkOf ground={each.ground} plain />;
      if (each.kind === "statement") {
        const quote = each.statement.paragraphs.flatMap((line, at) => [at > 0 ? " " : null, <InlineView key={at} line={line} />]);
        const relation = t("relation", { kind: t(`kind_${each.statement.statementKind}`), relation: t(each.ground.relation) });
        return {
          key,
          mark,
          relation,
          contradicts,
          quote,
          note: each.statement.contradictionAnswer && contradicts ? <InlineView line={each.statement.contradictionAnswer} /> : undefined,
          children: nodes(each.below, key),
        };
      }
      const { entry } = each;
      const words = <InlineView line={entry.label} />;
      const relation =
        each.ground.relation === "supports" ? (
          words
        ) : (
          <>
            {t(each.ground.relation)}: {words}
          </>
        );
      const notes = [each.ground.note, entry.withheld, ...entry.remarks].filter(Boolean).join(" · ");
      return {
        key,
        mark,
        relation,
        contradicts,
        quote: entry.text ? <InlineView line={entry.text} /> : undefined,
        note: notes || undefined,
        children: nodes(each.below, key),
      };
    });
  return nodes;
}
