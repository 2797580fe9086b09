const waiting: (() => void)[] = [];
let isDown = false;
let isWatched = false;

/**
 * Does something once no pointer is pressed: at once, or after the click that is under way. What moves the page when a field is
 * left would otherwise take the button away from under the pointer that left it.
 */
export function afterPointer(act: () => void): void {
  if (isDown) waiting.push(act);
  else act();
}

/** Begins to watch the pointer; called before the first field can be left. */
export function watchPointer(): void {
  if (isWatched) return;
  isWatched = true;
  document.addEventListener("pointerdown", () => (isDown = true), true);
  for (const end of ["pointerup", "pointercancel", "dragend"]) document.addEventListener(end, () => setTimeout(release), true);
}

function release(): void {
  isDown = false;
  for (const act of waiting.splice(0)) act();
}
