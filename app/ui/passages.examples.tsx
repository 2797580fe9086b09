import type { Examples } from "./example";
import { CommentOn, MarkedText, OpenPoints, PassagesProvider } from "./passages";

const targets = [{ id: "b1", label: "F1" }];

export const examples: Examples = {
  "a text with one marked passage, the one looked at": (
    <p>
      <MarkedText text="The southern ferry leaks." at={0} marks={[{ start: 4, end: 12, label: "1", href: "#point-1", current: true }]} />
    </p>
  ),
  "two passages that overlap": (
    <p>
      <MarkedText
        text="The southern ferry leaks."
        at={0}
        marks={[
          { start: 0, end: 12, label: "1", href: "#point-1" },
          { start: 4, end: 18, label: "2", href: "#point-2" },
        ]}
      />
    </p>
  ),
  "where a text can be commented on and reworded": (
    <PassagesProvider marks={{}} targets={targets} suggest="/suggest">
      <CommentOn id="b1" />
    </PassagesProvider>
  ),
  "open points": (
    <PassagesProvider marks={{}} open={{ comments: 2, suggestions: 1 }}>
      <OpenPoints />
    </PassagesProvider>
  ),
};
