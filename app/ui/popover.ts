/** The attributes of the browser's own popover, which React 18 passes on but has no names for. */
export const popover = { popover: "auto" };

/** Makes a button open and close the popover of that id, without script. */
export function popoverTarget(id: string): { popovertarget: string } {
  return { popovertarget: id };
}
