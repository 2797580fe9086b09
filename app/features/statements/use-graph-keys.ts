import { useEffect, type RefObject } from "react";
import type { ViewEdge } from "~/domain/evidence/view";
import type { PlacedNode } from "./graph-places";

/**
 * Makes the drawing one stop of the tab key once script runs: up and down lead along a column, left to what a statement stands on and right to
 * what stands on it, Home and End to the first and last of the column. Before that each node is an ordinary link.
 */
export function useGraphKeys(region: RefObject<HTMLElement | null>, placed: readonly PlacedNode[], edges: readonly ViewEdge[]): void {
  useEffect(() => {
    const { current } = region;
    if (!current) return;
    const links = new Map([...current.querySelectorAll<HTMLElement>("a[data-node]")].map((link) => [link.dataset["node"] ?? "", link]));
    const there = placed.filter(({ node }) => links.has(node.key));
    for (const link of links.values()) link.tabIndex = -1;
    const first = current.querySelector<HTMLElement>("a[aria-current]") ?? links.get(there[0]?.node.key ?? "");
    if (first) first.tabIndex = 0;
    const rove = ({ target }: FocusEvent) => {
      for (const link of links.values()) link.tabIndex = link === target ? 0 : -1;
    };
    const press = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof HTMLElement)) return;
      const key = nextNode(event.key, event.target.dataset["node"] ?? "", there, edges);
      const link = key === null ? undefined : links.get(key);
      if (!link) return;
      event.preventDefault();
      link.focus();
      link.scrollIntoView({ block: "nearest", inline: "nearest" });
    };
    current.addEventListener("focusin", rove);
    current.addEventListener("keydown", press);
    return () => {
      current.removeEventListener("focusin", rove);
      current.removeEventListener("keydown", press);
    };
  }, [region, placed, edges]);
}

/** The node to which a key leads from another; null where it leads nowhere. */
export function nextNode(key: string, from: string, placed: readonly PlacedNode[], edges: readonly ViewEdge[]): string | null {
  const start = placed.find(({ node }) => node.key === from);
  if (!start) return null;
  const column = placed.filter((one) => one.column === start.column);
  const at = column.indexOf(start);
  const ties = {
    ArrowLeft: edges.filter(({ to }) => to === from).map((edge) => edge.from),
    ArrowRight: edges.filter((edge) => edge.from === from).map(({ to }) => to),
  };
  switch (key) {
    case "ArrowUp":
      return column[at - 1]?.node.key ?? null;
    case "ArrowDown":
      return column[at + 1]?.node.key ?? null;
    case "Home":
      return column[0]?.node.key ?? null;
    case "End":
      return column.at(-1)?.node.key ?? null;
    case "ArrowLeft":
    case "ArrowRight":
      return nearest(
        start,
        placed.filter(({ node }) => ties[key].includes(node.key)),
      );
    default:
      return null;
  }
}

function nearest(start: PlacedNode, nodes: readonly PlacedNode[]): string | null {
  const [first] = nodes.toSorted((one, other) => Math.abs(one.y - start.y) - Math.abs(other.y - start.y));
  return first?.node.key ?? null;
}
