import { GroundChip } from "~/ui/ground-chip";
import { StatusTag } from "~/ui/status-tag";
import type { ShownSource } from "./source-options.server";

/** Where a fact or a relation comes from: its source as a link, or that there is none; and whether only the actor itself says it. */
export function SourceMark({
  of: { source, unsourced, ownStatement },
  base,
}: {
  of: { source: ShownSource | null; unsourced: boolean; ownStatement: boolean };
  base: string;
}) {
  return (
    <>
      {source && (
        <GroundChip
          kind="excerpt"
          code={source.excerpt ?? source.code}
          origin={source.title}
          href={`${base}/sources/${source.code}${source.excerpt ? `#${source.excerpt}` : ""}`}
        />
      )}
      {unsourced && <StatusTag state="no-source" />}
      {ownStatement && <StatusTag state="own-statement" />}
    </>
  );
}
