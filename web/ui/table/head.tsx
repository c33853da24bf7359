import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '../icons.ts';
import type { Column } from './columns.ts';
import type { Selection } from './selection.ts';

type Props<Row> = {
  columns: readonly Column<Row>[];
  template: string;
  order: readonly string[];
  selection?: Selection;
  sort?: { by: string; onSort(by: string): void };
};

/** The headings; those that can be sorted by are buttons, and the tick box ticks what is loaded. */
export function TableHead<Row>({ columns, template, order, selection, sort }: Props<Row>) {
  const ticked = selection ? order.filter((id) => selection.ids.has(id)).length : 0;
  return (
    <div className="f-thead" role="rowgroup">
      <div className="f-tr" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        {selection && (
          <div className="f-td f-tick" role="columnheader">
            <Checkbox
              aria-label="Select all that are loaded"
              checked={ticked > 0 && ticked === order.length}
              indeterminate={ticked > 0 && ticked < order.length}
              onChange={() => (ticked === order.length ? selection.clear() : selection.set(order))}
            />
          </div>
        )}
        {columns.map(({ key, title, sort: by, ascending, align, quiet }) => {
          const Arrow = ascending ? IconArrowUp : IconArrowDown;
          return (
            <div
              key={key}
              className="f-td"
              role="columnheader"
              data-align={align}
              {...(by && sort?.by === by
                ? { 'aria-sort': ascending ? ('ascending' as const) : ('descending' as const) }
                : {})}
            >
              {by && sort ? (
                <UnstyledButton
                  className="f-sort"
                  data-on={sort.by === by || undefined}
                  onClick={() => sort.onSort(by)}
                >
                  {title}
                  {sort.by === by && <Arrow size={13} aria-hidden="true" />}
                </UnstyledButton>
              ) : (
                <span className={quiet ? 'f-hidden' : undefined}>{title}</span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}
