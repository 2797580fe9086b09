import type { ReactNode } from "react";
import { GroundChip, type GroundKind } from "./ground-chip";

/** A ground with the way to it inside its study. */
export interface Ground {
  key: string;
  kind: GroundKind;
  code: string;
  origin?: string | undefined;
  withheld?: boolean | undefined;
  path: string;
}

/** What a judgement or the like stands on, one chip each; `base` is the address of the study. */
export function GroundChips({ grounds, base, children }: { grounds: readonly Ground[]; base: string; children?: ReactNode }) {
  return (
    <p className="chips">
      {grounds.map(({ key, kind, code, origin, withheld, path }) => (
        <GroundChip key={key} kind={kind} code={code} origin={origin} withheld={withheld} href={`${base}${path}`} />
      ))}
      {children}
    </p>
  );
}
