import { useTranslations } from "use-intl";
import type { LinkedGround } from "~/platform/evidence-view.server";
import { GroundChip } from "~/ui/ground-chip";
import { groundChipKinds } from "~/ui/ground-chip-kinds";
import { GroundLine, type GroundSegment } from "~/ui/ground-line";
import { StatusTag } from "~/ui/status-tag";

/** The line under a statement with its chips; broken red where nothing supports it. `changed` are the links whose ground changed since the sign-off. */
export function GroundsOf({
  grounds,
  unsupported,
  changed = new Set(),
  children,
}: {
  grounds: readonly LinkedGround[];
  unsupported: boolean;
  changed?: ReadonlySet<string>;
  children?: React.ReactNode;
}) {
  const segments = grounds.map((ground): GroundSegment => (changed.has(ground.linkId) ? "changed" : ground.relation));
  return (
    <>
      <GroundLine segments={segments} decorative />
      <div className="chips">
        {grounds.map((ground) => (
          <Chip key={ground.linkId} ground={ground} changed={changed.has(ground.linkId)} />
        ))}
        {unsupported && <StatusTag state="no-ground" />}
        {children}
      </div>
    </>
  );
}

/** One ground as a chip, with its short origin and what it does in words. */
export function Chip({ ground, changed = false }: { ground: LinkedGround; changed?: boolean }) {
  const t = useTranslations("sections");
  return (
    <GroundChip
      kind={groundChipKinds[ground.kind]}
      code={ground.code}
      origin={ground.origin}
      relation={ground.relation}
      changed={changed ? t("changedSince") : undefined}
      withheld={ground.withheld !== null}
      href={ground.href ?? undefined}
    />
  );
}
