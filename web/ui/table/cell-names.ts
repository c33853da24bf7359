/** What a column without a name to see says to a screen reader alone is no name of its cells. */
const nameOf = (cell: HTMLTableCellElement): string => {
  const name = cell.cloneNode(true) as HTMLTableCellElement;
  for (const hidden of name.querySelectorAll('.f-hidden')) hidden.remove();
  return name.textContent?.trim() ?? '';
};

const saysNothing = (cell: HTMLTableCellElement): boolean =>
  ['', '–'].includes(cell.textContent?.trim() ?? '') && !cell.querySelector('button, input, a, svg');

/** Keeps with each cell the name of its column, for a phone, on which a row stands as a block; what says nothing is marked. */
export function nameCells(table: HTMLTableElement): void {
  const names = [...(table.tHead?.rows[0]?.cells ?? [])].flatMap((cell) =>
    Array.from({ length: cell.colSpan }, () => nameOf(cell)),
  );
  for (const row of table.querySelectorAll<HTMLTableRowElement>(':scope > :is(tbody, tfoot) > tr')) {
    let column = 0;
    for (const cell of row.cells) {
      const name = cell.tagName === 'TD' && cell.colSpan === 1 ? (names[column] ?? '') : '';
      if (name === '') delete cell.dataset['column'];
      else cell.dataset['column'] = name;
      cell.toggleAttribute('data-nothing', saysNothing(cell));
      column += cell.colSpan;
    }
  }
}
