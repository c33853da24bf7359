import { expect, test } from 'vitest';
import { outwardLink } from './link-words.ts';

test.each([
  ['https://a.example/x?y#z', 'https://a.example/x?y#z'],
  ['HTTP://A.example', 'HTTP://A.example'],
  [' https://a.exa\nmple ', 'https://a.example'],
  ['//cdn.example/x', 'https://cdn.example/x'],
  ['mailto:ada@acme.example?subject=x', 'mailto:ada@acme.example?subject=x'],
  ['tel:+49 30 1', 'tel:+49 30 1'],
  ['https:tickets/1', 'https://tickets/1'],
  ['http:/tickets/1', 'http://tickets/1'],
  ['https:\\\\a.example\\x', 'https://a.example/x'],
])('%j leads to %j', (href, to) => expect(outwardLink(href)).toBe(to));

test.each([
  '',
  '/tickets/1',
  '../x',
  'x.html',
  '?y',
  '#z',
  '/\\a.example',
  '\\\\a.example',
  '///',
  'https://',
  'cid:1',
])('%j leads nowhere', (href) => expect(outwardLink(href)).toBeNull());

test.each(['javascript:alert(1)', ' java\tscript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x'])(
  '%j is no link',
  (href) => expect(outwardLink(href)).toBeNull(),
);
