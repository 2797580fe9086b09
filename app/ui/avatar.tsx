const tints = ["c-b", "c-o", "c-g", "c-r"] as const;

/** A person's initials in a circle whose tint stays the same for the name. Decoration: the name stands beside it. */
export function Avatar({ name }: { name: string }) {
  return (
    <span className={`av ${tintOf(name)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

function tintOf(name: string): string {
  const sum = [...name].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0);
  return tints[sum % tints.length] ?? tints[0];
}

/** "Iris van der Bakker" → "IB": first letter of the first and the last word. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}
