import { useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { setLiveReading } from "~/platform/live-reading";

/** Reads the page again every so many milliseconds while that is asked for; once it is over, what stands around the page is read again too. */
export function usePolling(asked: boolean, every: number): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!asked || state !== "idle") return;
    const timer = setTimeout(() => {
      setLiveReading(true);
      revalidate();
    }, every);
    return () => clearTimeout(timer);
  }, [asked, every, revalidate, state]);
  useEffect(() => {
    if (state === "idle") setLiveReading(false);
  }, [state]);
  useEffect(() => {
    if (!asked) return;
    return () => revalidate();
  }, [asked, revalidate]);
}
