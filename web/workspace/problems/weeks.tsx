const HEIGHT = 36;
const BAR = 10;
const GAP = 3;

/** Incidents of the last weeks as bars, the last week at the right. */
export function Weeks({ weeks }: { weeks: readonly number[] }) {
  const most = Math.max(1, ...weeks);
  const inOrder = weeks.toReversed();
  const width = inOrder.length * (BAR + GAP) - GAP;
  return (
    <svg
      className="f-weeks"
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={`By week, the last first: ${weeks.join(', ')}`}
    >
      {inOrder.map((count, index) => {
        const tall = count === 0 ? 1 : Math.max(3, Math.round((HEIGHT * count) / most));
        // biome-ignore lint/suspicious/noArrayIndexKey: a week is its place
        return <rect key={index} x={index * (BAR + GAP)} y={HEIGHT - tall} width={BAR} height={tall} rx={1.5} />;
      })}
    </svg>
  );
}
