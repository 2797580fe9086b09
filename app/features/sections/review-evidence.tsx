import { useTranslations } from "use-intl";
import { nodeKey } from "~/domain/evidence/kinds";
import type { GroundView, LinkedGround } from "~/platform/evidence-view.server";
import { Button } from "~/ui/button";
import { LeftOut } from "~/ui/evidence-hit";
import { GroundChip } from "~/ui/ground-chip";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { Chip } from "./ground-chips";
import { groundChipKinds } from "~/ui/ground-chip-kinds";
import type { BlockView } from "./section-view.server";

interface EvidenceProps {
  blocks: readonly BlockView[];
  changed: ReadonlySet<string>;
  /** What stands under each ground. */
  deeper: Readonly<Record<string, readonly GroundView[]>>;
  /** The statement that is being looked at: then its grounds alone. */
  current: string | null;
  onAll: () => void;
}

/** The grounds of each statement in full, with what these stand on; in step with the statement that is looked at. */
export function ReviewEvidence({ blocks, changed, deeper, current, onAll }: EvidenceProps) {
  const t = useTranslations();
  const withGrounds = blocks.filter(({ grounds }) => grounds.length > 0);
  const shown = withGrounds.filter(({ statement }) => current === null || statement?.code === current);
  return (
    <Sheet
      id="grounds"
      title={current === null ? t("sections.grounds") : t("reviewing.groundsOf", { code: current })}
      aside={
        current !== null && (
          <Button type="button" size="small" variant="quiet" script onClick={onAll}>
            {t("reviewing.allGrounds")}
          </Button>
        )
      }
    >
      {shown.length === 0 && <p className="small soft">{t(current === null ? "sections.noGrounds" : "reviewing.noneHere")}</p>}
      {shown.map((block) => (
        <section key={block.id} aria-label={block.statement?.code ?? t("sections.kinds.text")}>
          {current === null && (
            <p className="row">{block.statement && <StatementNumber code={block.statement.code} href={`#${block.statement.code}`} />}</p>
          )}
          <ul className="items">
            {block.grounds.map((ground) => (
              <GroundItem key={ground.linkId} ground={ground} changed={changed.has(ground.linkId)} below={deeper[nodeKey(ground)] ?? []} />
            ))}
          </ul>
        </section>
      ))}
    </Sheet>
  );
}

function GroundItem({ ground, changed, below }: { ground: LinkedGround; changed: boolean; below: readonly GroundView[] }) {
  const t = useTranslations("reviewing");
  return (
    <li>
      <div className="row wrap">
        <Chip ground={{ ...ground, origin: "" }} changed={changed} />
        <span className="small soft">{ground.from}</span>
      </div>
      <Words ground={ground} />
      {ground.note !== "" && <p className="small soft">{ground.note}</p>}
      {below.length > 0 && (
        <details className="more">
          <summary>{t("standsOn", { count: below.length })}</summary>
          <ul className="items">
            {below.map((one) => (
              <li key={one.id}>
                <div className="row wrap">
                  <GroundChip
                    kind={groundChipKinds[one.kind]}
                    code={one.code}
                    withheld={one.withheld !== null}
                    href={one.href ?? undefined}
                  />
                  <span className="small soft">{one.from}</span>
                </div>
                <Words ground={one} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function Words({ ground }: { ground: GroundView }) {
  const t = useTranslations("sections");
  return (
    <>
      {ground.text && (
        <p className="quote" lang={ground.text.language}>
          {ground.quoted ? <q>{ground.text.text}</q> : ground.text.text}
        </p>
      )}
      {ground.text?.state === "behind" && <StatusTag state="behind" />}
      {ground.leftOut && <LeftOut />}
      {ground.withheld !== null && <p className="small soft">{t("withdrawnGround")}</p>}
    </>
  );
}
