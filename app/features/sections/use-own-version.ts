import { useEffect, useMemo, useState } from "react";
import type { SaveStatus } from "~/ui/saved-indicator";

/** What a form knows of its record: the newest version that it made or began from, and whether something in it is not saved. */
export interface OwnVersion {
  version: number;
  dirty: boolean;
}

/**
 * The record that a form starts from. A newer one takes its place, unless something was typed that is not saved: then the form keeps
 * its version, and saving puts the two together. `own` is for `useSavedVersion` of the form itself.
 */
export function useStart<Record extends { version: number }>(record: Record): { start: Record; own: OwnVersion } {
  const [start, setStart] = useState(record);
  const own = useMemo<OwnVersion>(() => ({ version: start.version, dirty: false }), [start]);
  useEffect(() => {
    if (record.version > own.version && !own.dirty) setStart(record);
  }, [record, own]);
  return { start, own };
}

/** The version for the hidden field of a form that saves by itself: that of its start, then that of each save. */
export function useSavedVersion(start: number, status: SaveStatus, own: OwnVersion): number {
  const [version, setVersion] = useState(start);
  const [began, setBegan] = useState(start);
  if (began !== start) {
    setBegan(start);
    setVersion(start);
  }
  const saved = status.state === "saved" ? status.version : undefined;
  if (saved !== undefined && saved > version) setVersion(saved);
  useEffect(() => {
    if (saved === undefined) return;
    own.version = saved;
    own.dirty = false;
  }, [saved, own]);
  return version;
}
