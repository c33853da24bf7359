import { Checkbox } from '@mantine/core';
import { type MouseEvent, useEffect, useRef } from 'react';
import type { Column } from './columns.ts';
import type { Selection } from './selection.ts';

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
  selection?: Selection;
  order?: readonly string[];
  onOpen?(row: Row): void;
  onCurrent?(id: string): void;
};

const INSIDE = 'a, button, input, label, [role=button], [role=checkbox]';

/** One row. A press anywhere opens it, except on what has a press of its own. */
export function TableRow<Row>(props: Props<Row>) {
  const { row, id, columns, selection, focused } = props;
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const active = document.activeElement;
    // Follows the cursor only while nothing else has the focus: typing in a field is never interrupted.
    if (focused && (active === document.body || active?.matches('#content') || active?.closest('[role=grid]')))
      ref.current?.focus({ preventScroll: true });
  }, [focused]);
  const press = (event: MouseEvent<HTMLElement>) => {
    if ((event.target as Element).closest(INSIDE)) return;
    props.onCurrent?.(id);
    if (selection && (event.shiftKey || event.ctrlKey || event.metaKey)) {
      if (event.shiftKey && props.order) selection.extend(id, props.order);
      else selection.toggle(id);
      return;
    }
    props.onOpen?.(row);
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
      {...(selection ? { 'aria-selected': selection.ids.has(id) } : {})}
      style={{ gridTemplateColumns: props.template, height: props.height, transform: `translateY(${props.top}px)` }}
      onClick={press}
      onFocus={(event) => event.target === ref.current && props.onCurrent?.(id)}
    >
      {selection && (
        <div className="f-td f-tick" role="gridcell">
          <Checkbox
            aria-label={`Select ${props.name}`}
            checked={selection.ids.has(id)}
            tabIndex={-1}
            onChange={() => {}}
            onClick={(event) => {
              if (event.shiftKey && props.order) selection.extend(id, props.order);
              else selection.toggle(id);
            }}
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
