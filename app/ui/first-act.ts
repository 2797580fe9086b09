const acts = ["pointerdown", "keydown", "focusin", "selectionchange", "popstate"] as const;

let done: Promise<void> | undefined;

/**
 * Is there once somebody does something on the page, beyond scrolling: what a page needs for that alone can wait until then. Watched from its
 * first call on; words that are selected by then, or a field that has the focus, count as well.
 */
export function firstAct(): Promise<void> {
  return (done ??= new Promise((resolve) => {
    if (document.getSelection()?.isCollapsed === false || document.activeElement !== document.body) return resolve();
    const act = () => {
      for (const name of acts) window.removeEventListener(name, act, true);
      resolve();
    };
    for (const name of acts) window.addEventListener(name, act, true);
  }));
}
