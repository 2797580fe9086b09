import { useEffect } from "react";

/** Sends when the connection is back, or the person is: after signing in beside the form, she comes back to this page. */
export function useReturn(flush: () => void): void {
  useEffect(() => {
    const shown = () => document.visibilityState === "visible" && flush();
    window.addEventListener("online", flush);
    window.addEventListener("pagehide", flush);
    document.addEventListener("visibilitychange", shown);
    return () => {
      window.removeEventListener("online", flush);
      window.removeEventListener("pagehide", flush);
      document.removeEventListener("visibilitychange", shown);
    };
  }, [flush]);
}
