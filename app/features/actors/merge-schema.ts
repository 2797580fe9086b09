import { z } from "zod";
import { idRead, prose, versionRead } from "~/domain/shapes";

const Side = z.enum(["stays", "goes"]).default("stays");

/** The form that merges one actor into another: the versions that both were read at, and of each field whose value is taken. */
export const MergeForm = z.strictObject({
  stays: idRead,
  staysVersion: versionRead,
  goes: idRead,
  goesVersion: versionRead,
  name: Side,
  kind: Side,
  focus: Side,
  url: Side,
  reason: prose(2000),
});
