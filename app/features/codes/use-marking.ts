import { useRoot } from "~/platform/root-data";
import { useScripted } from "~/ui/use-scripted";

/** How a passage can be marked here: by selecting it and a key, where single keys are on, by selecting it, or by ticking sentences without script. */
export function useMarking(): "key" | "select" | "tick" {
  const shortcuts = useRoot()?.frame?.shortcuts ?? true;
  if (!useScripted()) return "tick";
  return shortcuts ? "key" : "select";
}
