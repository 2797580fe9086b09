import { useRoot } from "./root-data";

/** The page on which passages of a text are marked, by the code of the text (`I7:22b`); null in a study without a codebook, whose side has no codes either. */
export function useCodingLink(): (code: string) => string | null {
  const codes = useRoot()?.frame?.nav?.find(({ label }) => label === "codes")?.href;
  return (code) => (codes === undefined ? null : `${codes.replace(/\/codes$/u, "/codings")}?of=${encodeURIComponent(code)}`);
}
