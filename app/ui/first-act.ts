const acts = ["pointerdown", "keydown", "focusin", "selectionchange", "popstate"] as const;

let done: Promise<void> | undefined;

/** Is there once somebody does something on the page, beyond scrolling: what a page needs for that alone can wait until then. */
export function firstAct(): Promise<void> {
  return (done ??= new Promise((resolve) => {
    const act = () => {
      for (const name of acts) window.removeEventListener(name, act, true);
      resolve();
    };
    for (const name of acts) window.addEventListener(name, act, true);
  }));
}
