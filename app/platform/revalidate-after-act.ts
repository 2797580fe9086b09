import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";

/** Has a page read again after every act, also one that was refused: what stands there now is what the next act is about. */
export function revalidateAfterAct({ formMethod, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs): boolean {
  return defaultShouldRevalidate || (formMethod !== undefined && formMethod.toUpperCase() !== "GET");
}
