import { useSyncExternalStore } from "react";
import { useTranslations } from "use-intl";
import { useScripted } from "~/ui/use-scripted";

const place = "grondslag-screening-keys";
const listeners = new Set<() => void>();

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** What this device remembers; a browser that keeps nothing has the keys on. */
function remembered(): boolean {
  try {
    return window.localStorage.getItem(place) !== "off";
  } catch {
    return true;
  }
}

function remember(wanted: boolean): void {
  try {
    window.localStorage.setItem(place, wanted ? "on" : "off");
  } catch {
    // A browser that keeps nothing asks again on the next page.
  }
  for (const listener of listeners) listener();
}

/** Whether single keys take decisions on this device; off until the script runs. */
export function useKeysWanted(): [boolean, (wanted: boolean) => void] {
  const wanted = useSyncExternalStore(subscribe, remembered, () => false);
  return [wanted, remember];
}

/** Switches the single keys off or on again (WCAG 2.1.4); of use with script only. */
export function KeysSwitch({ wanted, onChange, keys }: { wanted: boolean; onChange: (wanted: boolean) => void; keys: readonly string[] }) {
  const t = useTranslations("screening");
  const scripted = useScripted();
  if (!scripted) return null;
  return (
    <label className="check small soft after-decision">
      <input type="checkbox" checked={wanted} onChange={(event) => onChange(event.currentTarget.checked)} />{" "}
      {t("keys", { keys: keys.join(", ") })}
    </label>
  );
}
