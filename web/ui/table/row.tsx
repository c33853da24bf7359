import { Checkbox } from '@mantine/core';
import { type MouseEvent, memo, useEffect, useRef } from 'react';
import type { Column } from './columns.ts';

type Props<Row> = {
  row: Row;
  id: string;
  name: string;
  index: number;
  top: number;
  height: number;
  columns: readonly Column<Row>[];
  template: string;
  /** Reached by Tab. */
  current: boolean;
  /** Under the cursor: takes the focus when the list has it. */
  focused: boolean;
  marked: boolean;
  /** Whether it is ticked; undefined where rows cannot be. */
  ticked: boolean | undefined;
  /** Always the same object, so that a row is drawn again only when something about it changes. */
  events: RowEvents<Row>;
};

/** What a row tells its table. */
export type RowEvents<Row> = {
  open(row: Row): void;
  current(id: string): void;
  near(row: Row): void;
  toggle(id: string): void;
  extend(id: string): void;
};

const INSIDE = 'a, button, input, label, [role=button], [role=checkbox]';

/** One row. A press anywhere opens it, except on what has a press of its own. */
function Row<R>(props: Props<R>) {
  const { row, id, columns, ticked, focused, events } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    // Follows the cursor only while nothing else has the focus: typing in a field is never interrupted.
    if (focused && (active === document.body || active?.matches('#content') || active?.closest('[role=grid]')))
      ref.current?.focus({ preventScroll: true });
  }, [focused]);
  const press = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as Element).closest(INSIDE)) return;
    events.current(id);
    if (ticked !== undefined && event.shiftKey) return events.extend(id);
    if (ticked !== undefined && (event.ctrlKey || event.metaKey)) return events.toggle(id);
    events.open(row);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter and the list's own keys are handled for the whole page
    <div
      ref={ref}
      className="f-tr"
      role="row"
      aria-rowindex={props.index + 2}
      tabIndex={props.current ? 0 : -1}
      data-current={focused || undefined}
      data-marked={props.marked || undefined}
      {...(ticked === undefined ? {} : { 'aria-selected': ticked })}
      style={{ gridTemplateColumns: props.template, height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={press}
      onFocus={(event) => event.target === ref.current && events.current(id)}
      onPointerEnter={() => events.near(row)}
    >
      {ticked !== undefined && (
        <div className="f-td f-tick" role="gridcell">
          <Checkbox
            aria-label={`Select ${props.name}`}
            checked={ticked}
            tabIndex={-1}
            onChange={() => {}}
            onClick={(event) => (event.shiftKey ? events.extend(id) : events.toggle(id))}
          />
        </div>
      )}
      {columns.map((column) => (
        <div key={column.key} className="f-td" role="gridcell" data-align={column.align}>
          {column.cell(row)}
        </div>
      ))}
    </div>
  );
}

export const TableRow = memo(Row) as typeof Row;
