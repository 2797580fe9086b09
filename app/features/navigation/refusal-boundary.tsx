import { Outlet } from "@remix-run/react";
import { RefusalPage } from "./refusal-page";

/** Stands between the root and every page, so that what a page or its action refuses is told inside the frame, in the language of the person. */
export default function RefusalBoundary() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RefusalPage />;
}
