import { useTranslations } from "use-intl";
import type { LinkedGround } from "~/platform/evidence-view.server";
import { LeftOut } from "~/ui/evidence-hit";
import { Sheet } from "~/ui/sheet";
import { StatementNumber } from "~/ui/statement-number";
import { StatusTag } from "~/ui/status-tag";
import { Chip } from "./ground-chips";
import type { BlockView } from "./section-view.server";

/** Every ground of a section with its words in full, and the statements that stand on it; what changed comes first. */
export function ReviewGrounds({ blocks, changed }: { blocks: readonly BlockView[]; changed: ReadonlySet<string> }) {
  const t = useTranslations("sections");
  const grounds = groundsOnce(blocks).toSorted((one, other) => Number(isChanged(other, changed)) - Number(isChanged(one, changed)));
  return (
    <Sheet title={t("grounds")} aside={<span className="small soft num">{grounds.length}</span>}>
      {grounds.length === 0 && <p className="small soft">{t("noGrounds")}</p>}
      <ul className="items">
        {grounds.map(({ ground, under, links }) => (
          <li key={`${ground.kind}/${ground.id}`}>
            <div className="row wrap">
              <Chip ground={{ ...ground, origin: "" }} changed={links.some((id) => changed.has(id))} />
              <span className="small soft">{ground.from}</span>
            </div>
            {ground.text && (
              <p className="quote" lang={ground.text.language}>
                {ground.quoted ? <q>{ground.text.text}</q> : ground.text.text}
              </p>
            )}
            {ground.text?.state === "behind" && <StatusTag state="behind" />}
            {ground.leftOut && <LeftOut />}
            {ground.withheld !== null && <p className="small soft">{t("withdrawnGround")}</p>}
            <p className="small soft row">
              {t("standsUnder")}{" "}
              {under.map((code) => (
                <StatementNumber key={code} code={code} />
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

interface GroundOnce {
  ground: LinkedGround;
  under: string[];
  links: string[];
}

function groundsOnce(blocks: readonly BlockView[]): GroundOnce[] {
  const found = new Map<string, GroundOnce>();
  for (const block of blocks) {
    for (const ground of block.grounds) {
      const key = `${ground.kind}/${ground.id}`;
      const known = found.get(key) ?? { ground, under: [], links: [] };
      found.set(key, {
        ...known,
        under: block.statement ? [...known.under, block.statement.code] : known.under,
        links: [...known.links, ground.linkId],
      });
    }
  }
  return [...found.values()];
}

function isChanged({ links }: GroundOnce, changed: ReadonlySet<string>): boolean {
  return links.some((id) => changed.has(id));
}
