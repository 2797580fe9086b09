/** How far, as a bar. Decoration: the numbers stand beside it. */
export function Bar({ done, total }: { done: number; total: number }) {
  const width = total > 0 ? Math.min(100, (done / total) * 100) : 0;
  return (
    <svg className="bar" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true">
      <rect width={width} height="1" />
    </svg>
  );
}
