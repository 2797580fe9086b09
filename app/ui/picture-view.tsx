import { useId } from "react";
import { arrowHead, pictureText, type Picture, type Shape } from "~/domain/document/picture";
import { classNames } from "./class-names";

/** A drawing of boxes, arrows and words in the colours of the page; its title and description are heard instead of its shapes. */
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
  if (shape.kind === "box") {
    const { x, y, width, height, tone } = shape;
    return <rect className={classNames("box", tone)} x={x} y={y} width={width} height={height} rx={3} />;
  }
  if (shape.kind === "arrow")
    return (
      <g className="arrow">
        <polyline points={shape.points.map(({ x, y }) => `${x},${y}`).join(" ")} />
        <polygon points={arrowHead(shape.points)} />
      </g>
    );
  const { x, y, text, strong, middle, upright } = shape;
  return (
    <text
      x={x}
      y={y}
      className={strong && "strong"}
      textAnchor={middle && "middle"}
      transform={upright ? `rotate(-90 ${x} ${y})` : undefined}
    >
      {text}
    </text>
  );
}
