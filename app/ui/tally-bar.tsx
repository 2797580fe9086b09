export interface TallyBarProps {
  /** How many of each level, in the order of the scale; `place` is where it lies on it, 0 to 1, null on a scale without order. */
  levels: readonly { count: number; place: number | null }[];
  /** Of how many subjects; what is left has no level or is not judged. */
  subjects: number;
}

/** How subjects divide over levels, as one bar. Decoration: the numbers stand beside it in words. */
export function TallyBar({ levels, subjects }: TallyBarProps) {
  const starts = levels.map((_, at) => levels.slice(0, at).reduce((sum, { count }) => sum + count, 0));
  const share = (count: number) => (subjects > 0 ? (count / subjects) * 100 : 0);
  return (
    <svg className="tally" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      {levels.map(({ count, place }, at) => (
        <rect
          key={at}
          className={place === null ? "s2" : `s${Math.round(place * 4)}`}
          x={share(starts[at] ?? 0)}
          width={share(count)}
          height="1"
          vectorEffect="non-scaling-stroke"
        />
      ))}
    </svg>
  );
}
