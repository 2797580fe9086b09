/** The mark: a stone on its ground. Decoration; the name stands beside it. */
export function Mark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <rect className="stone" x="7" y="3" width="10" height="10" rx="1.5" />
      <rect className="earth" x="1.5" y="15" width="21" height="2.4" rx="1" />
      <rect className="earth" x="4" y="18.4" width="16" height="2.4" rx="1" opacity=".72" />
      <rect className="earth" x="7.5" y="21.8" width="9" height="2" rx="1" opacity=".45" />
    </svg>
  );
}
