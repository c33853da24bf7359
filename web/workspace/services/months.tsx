import { Button } from '@mantine/core';
import { useState } from 'react';
import { percentWords } from '#kernel/percent-words.ts';
import type { ServiceMonth } from '#shared/service.ts';
import { Sideways } from '#web/ui/form/sideways.tsx';
import { duration } from '#web/ui/marks/duration.ts';
import { Available } from './parts.tsx';
import { monthWords } from './words.ts';

const HEIGHT = 64;
const BAR = 24;
const GAP = 6;

type Props = { months: readonly ServiceMonth[]; target: number | null; onWhy(month: ServiceMonth): void };

/** How much of each month's agreed time it was there: a bar a month, and the same as a table. */
export function Months({ months, target, onWhy }: Props) {
  const [asTable, setAsTable] = useState(false);
  return (
    <>
      <Bars months={months} target={target} />
      <Button
        variant="default"
        size="compact-sm"
        className="f-service-start"
        aria-expanded={asTable}
        onClick={() => setAsTable(!asTable)}
      >
        {asTable ? 'Hide the months' : 'Month by month'}
      </Button>
      {asTable && <MonthTable months={months} target={target} onWhy={onWhy} />}
    </>
  );
}

/** From which percent on the bars are drawn: below the least, so that what was missing can be seen. */
const floorOf = (months: readonly ServiceMonth[], target: number | null): number => {
  const least = Math.min(target ?? 100, ...months.flatMap(({ percent }) => percent ?? []), 99);
  return Math.max(0, least - (100 - least) * 0.25);
};

function Bars({ months, target }: Omit<Props, 'onWhy'>) {
  const floor = floorOf(months, target);
  const tall = (percent: number) => Math.max(2, Math.round((HEIGHT * (percent - floor)) / (100 - floor)));
  const width = Math.max(0, months.length * (BAR + GAP) - GAP);
  const said = months.map(
    ({ month, percent }) => `${monthWords(month)} ${percent === null ? 'nothing agreed' : percentWords(percent)}`,
  );
  return (
    <svg
      className="f-service-months"
      width={width}
      height={HEIGHT}
      viewBox={`0 0 ${width} ${HEIGHT}`}
      role="img"
      aria-label={`Availability by month: ${said.join(', ')}`}
    >
      {months.map(({ month, percent }, index) => (
        <rect
          key={month}
          x={index * (BAR + GAP)}
          y={HEIGHT - tall(percent ?? floor)}
          width={BAR}
          height={tall(percent ?? floor)}
          rx={2}
          data-missed={(percent !== null && target !== null && percent < target) || undefined}
        >
          <title>{said[index]}</title>
        </rect>
      ))}
      {target !== null && (
        <line x1={0} x2={width} y1={HEIGHT - tall(target)} y2={HEIGHT - tall(target)} strokeDasharray="3 3" />
      )}
    </svg>
  );
}

function MonthTable({ months, target, onWhy }: Props) {
  return (
    <Sideways label="Availability by month">
      <table className="f-service-table">
        <caption className="f-hidden">Availability by month, the latest first</caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">There</th>
            <th scope="col">Missing</th>
            <th scope="col">Interruptions</th>
            <th scope="col">
              <span className="f-hidden">Why</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((one) => (
            <tr key={one.month}>
              <th scope="row">{monthWords(one.month)}</th>
              <td>
                <Available percent={one.percent} target={target} />
              </td>
              <td>{one.downSeconds > 0 ? duration(one.downSeconds) : <span className="f-dim">–</span>}</td>
              <td>{one.interruptions}</td>
              <td>
                <Button
                  variant="subtle"
                  size="compact-sm"
                  aria-label={`Why ${monthWords(one.month)} was so`}
                  onClick={() => onWhy(one)}
                >
                  Why?
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
