import type { ReactNode } from "react";
import { createContext, startTransition, useContext, useEffect, useState } from "react";
import { importDeviceKey } from "./device-drafts";

const DeviceKeyContext = createContext<CryptoKey | undefined>(undefined);

/** Gives the forms inside the key under which unsent work is kept on this device. Without a secret nothing is kept beyond the page. */
export function DeviceKey({ secret, children }: { secret: string | undefined; children: ReactNode }) {
  const [key, setKey] = useState<CryptoKey>();
  useEffect(() => {
    if (secret === undefined || !("subtle" in crypto)) return;
    // It may come while a part of the page still waits for its script, and is not to make that part anew.
    void importDeviceKey(secret).then((made) => startTransition(() => setKey(made)));
  }, [secret]);
  return <DeviceKeyContext.Provider value={key}>{children}</DeviceKeyContext.Provider>;
}

/** The key of the signed-in person on this device, once it is there. */
export function useDeviceKey(): CryptoKey | undefined {
  return useContext(DeviceKeyContext);
}
