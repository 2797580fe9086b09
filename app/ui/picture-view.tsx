import { useId } from "react";
import type { Picture, Shape } from "~/domain/document/picture";
import { arrowHead, hatchPath, isFilled, markPath, pictureText, pointsText, tidy } from "~/domain/document/picture-drawing";
import { classNames } from "./class-names";

/** A drawing of boxes, lines, marks and words in the colours of the page; its title and description are heard instead of its shapes. */
export function PictureView({ picture }: { picture: Picture }) {
  const id = useId();
  const { title, description, width, height, shapes } = picture;
  return (
    <svg
      className="picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}-title ${id}-desc`}
      fontSize={pictureText.size}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-desc`}>{description}</desc>
      {shapes.map((shape, place) => (
        <ShapeView key={place} shape={shape} />
      ))}
    </svg>
  );
}

function ShapeView({ shape }: { shape: Shape }) {
  switch (shape.kind) {
    case "box":
      return <BoxView box={shape} />;
    case "arrow":
      return (
        <g className="arrow">
          <polyline points={pointsText(shape.points)} />
          <polygon points={arrowHead(shape.points)} />
        </g>
      );
    case "line":
      return (
        <polyline
          className={classNames("line", shape.stroke, shape.dashed && "dashed", shape.heavy && "heavy")}
          points={pointsText(shape.points)}
        />
      );
    case "mark":
      return <path className={classNames("mark", shape.stroke, isFilled(shape) && "filled")} d={markPath(shape)} />;
    case "text":
      return <TextView shape={shape} />;
  }
}

function BoxView({ box }: { box: Extract<Shape, { kind: "box" }> }) {
  const { x, y, width, height, tone, hatched, crossed, ringed } = box;
  const rect = (
    <rect
      className={classNames("box", tone, ringed && "ringed")}
      x={tidy(x)}
      y={tidy(y)}
      width={tidy(width)}
      height={tidy(height)}
      rx={3}
    />
  );
  if (!hatched && !crossed) return rect;
  return (
    <g>
      {rect}
      <path className="hatch" d={hatchPath(box)} />
    </g>
  );
}

function TextView({ shape }: { shape: Extract<Shape, { kind: "text" }> }) {
  const [x, y] = [tidy(shape.x), tidy(shape.y)];
  return (
    <text
      x={x}
      y={y}
      className={classNames(shape.strong && "strong", shape.light && "light", shape.soft && "soft") || undefined}
      fontSize={shape.small && pictureText.small}
      textAnchor={shape.middle ? "middle" : shape.end && "end"}
      transform={shape.upright ? `rotate(-90 ${x} ${y})` : undefined}
    >
      {shape.text}
    </text>
  );
}
