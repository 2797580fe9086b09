import type { Examples } from "./example";
import { PictureView } from "./picture-view";

export const examples: Examples = {
  "two boxes": (
    <PictureView
      picture={{
        title: "From one to the other",
        description: "An arrow leads from the first box to the second.",
        width: 240,
        height: 60,
        shapes: [
          { kind: "box", x: 4, y: 10, width: 90, height: 40, tone: "plain" },
          { kind: "text", x: 12, y: 34, text: "First" },
          {
            kind: "arrow",
            points: [
              { x: 94, y: 30 },
              { x: 140, y: 30 },
            ],
          },
          { kind: "box", x: 140, y: 10, width: 90, height: 40, tone: "aside" },
          { kind: "text", x: 148, y: 34, text: "Second", strong: true },
        ],
      }}
    />
  ),
};
