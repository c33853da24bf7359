import { mergeAttributes, Node } from '@tiptap/react';

const SPANS = ['colspan', 'rowspan'] as const;

/** A cell, of which a word processor may have joined several. */
const cell = (name: string, tag: 'td' | 'th') =>
  Node.create({
    name,
    content: 'block+',
    isolating: true,
    addAttributes: () =>
      Object.fromEntries(
        SPANS.map((span) => [
          span,
          {
            default: 1,
            parseHTML: (element: HTMLElement) => Number(element.getAttribute(span)) || 1,
            renderHTML: (given: Record<string, unknown>) => (given[span] === 1 ? {} : { [span]: given[span] }),
          },
        ]),
      ),
    parseHTML: () => [{ tag }],
    renderHTML: ({ HTMLAttributes }) => [tag, mergeAttributes(HTMLAttributes), 0],
  });

/** Tables as they are pasted: their cells can be written in; rows and columns stay as they came. */
export const TABLE_NODES = [
  Node.create({
    name: 'table',
    group: 'block',
    content: 'tableRow+',
    isolating: true,
    parseHTML: () => [{ tag: 'table' }],
    renderHTML: () => ['table', ['tbody', 0]],
  }),
  Node.create({
    name: 'tableRow',
    content: '(tableCell | tableHeader)+',
    parseHTML: () => [{ tag: 'tr' }],
    renderHTML: () => ['tr', 0],
  }),
  cell('tableCell', 'td'),
  cell('tableHeader', 'th'),
];
