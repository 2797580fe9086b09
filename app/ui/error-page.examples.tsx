import { ErrorPage } from "./error-page";
import type { Examples } from "./example";

export const examples: Examples = {
  "nothing there": <ErrorPage kind="not-found" searches={[{ href: "/assessments/harbour/search" }]} requestId="01J2Z" />,
  "nothing there, outside an assessment": (
    <ErrorPage
      kind="not-found"
      searches={[
        { href: "/assessments/harbour/search", label: "Search in Harbours" },
        { href: "/assessments/water/search", label: "Search in Water" },
      ]}
    />
  ),
  "not for this role": <ErrorPage kind="forbidden" who="the lead" backHref="/assessments/harbour" requestId="01J2Z" />,
  "moved on meanwhile": <ErrorPage kind="wrong-state" state="Signed off" backHref="/s" />,
  overtaken: <ErrorPage kind="conflict" backHref="/s" />,
  busy: <ErrorPage kind="unavailable" requestId="01J2Z" />,
  "our fault": <ErrorPage kind="unexpected" requestId="01J2Z" />,
  "session over": <ErrorPage kind="signed-out" />,
  "too often": <ErrorPage kind="too-many" minutes={15} />,
};
