/** The first mail address in what was noted of how somebody can be reached, or null. */
export function addressIn(contact: string): string | null {
  return /[^\s@<>()",;:\\]+@[^\s@<>()",;:\\]+\.[^\s@<>()",;:\\]+/u.exec(contact)?.[0].replace(/\.$/u, "") ?? null;
}
