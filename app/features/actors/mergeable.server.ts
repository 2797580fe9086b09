import { z } from "zod";
import type { MergeableActor } from "~/domain/actors/merging";
import { storedLevels } from "./level-words.server";

const Names = z.array(z.string());
const Texts = z.record(z.string(), z.string());

/** The columns of an actor that hold lists and texts. */
interface StoredActor {
  name: string;
  otherNames: string | null;
  kind: string;
  levels: string;
  focus: string;
  countries: string;
  url: string | null;
}

/** An actor with its lists and texts read. */
export function mergeableOf({ name, otherNames, kind, levels, focus, countries, url }: StoredActor): MergeableActor {
  return {
    name,
    url,
    otherNames: otherNames === null ? [] : Names.parse(JSON.parse(otherNames)),
    kind: Texts.parse(JSON.parse(kind)),
    levels: storedLevels(levels),
    focus: Texts.parse(JSON.parse(focus)),
    countries: Names.parse(JSON.parse(countries)),
  };
}
