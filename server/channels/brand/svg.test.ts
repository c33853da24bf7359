import { expect, test } from 'vitest';
import { safeSvg } from './svg.ts';

const wrap = (inside: string, more = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10"${more}>${inside}</svg>`;
const RECT = '<rect width="1" height="1"/>';

test('shapes, gradients and plain styles stay', () => {
  const text = `<?xml version="1.0"?><!-- Drawn -->${wrap(
    '<style>.a{fill:#fff}</style><defs><linearGradient id="g"><stop offset="0" stop-color="red"/></linearGradient></defs>' +
      '<path class="a" d="M0 0h1" fill="url(#g)" style="stroke:red"/><use xlink:href="#g"/><text>A &amp; B</text>',
  )}`;
  const made = safeSvg(text);
  expect(made).toMatchObject({ width: 512, height: 256 });
  for (const part of [
    '.a{fill:#fff}',
    'fill="url(#g)"',
    'href="#g"',
    'A &amp; B',
    'stop-color="red"',
    'style="stroke:red"',
  ])
    expect(made?.svg).toContain(part);
  expect(safeSvg(made?.svg ?? '')?.svg).toBe(made?.svg);
});

test.each([
  '<script>alert(1)</script>',
  '<script href="https://evil.example/x.js"/>',
  '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="alert(1)"/></foreignObject>',
  '<image href="https://evil.example/x.png"/>',
  '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
  '<a href="javascript:alert(1)"><rect/></a>',
  '<use href="https://evil.example/#x"/>',
  '<use xlink:href="data:image/svg+xml,x#y"/>',
  '<animate attributeName="href" to="javascript:alert(1)"/>',
  '<set attributeName="onload" to="alert(1)"/>',
  '<rect onclick="alert(1)" onload="alert(2)"/>',
  '<rect fill="url(https://evil.example/x)"/>',
  '<rect style="background:url(//evil.example)"/>',
  '<rect style="fill:u\\72l(//evil.example)"/>',
  '<style>@import "https://evil.example/x.css";</style>',
  '<style>rect{background:url("https://evil.example")}</style>',
  '<style><![CDATA[</style><script>alert(1)</script>]]></style>',
  '<iframe src="https://evil.example"/>',
  '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>',
  '<text>&lt;script&gt;alert(1)&lt;/script&gt;</text>',
  '<title><![CDATA[<script>alert(1)</script>]]></title>',
  '<desc x="&quot;&gt;&lt;script&gt;alert(1)"/>',
])('nothing that runs, fetches or links stays: %s', (bad) => {
  const made = safeSvg(wrap(RECT + bad))?.svg ?? '';
  expect(made).not.toMatch(
    /<script|<\/script|evil|javascript|<image|<foreignObject|<a |<iframe|<animate|<set| on\w+=|@import|data:|CDATA/i,
  );
});

test.each([
  ['<!DOCTYPE svg [<!ENTITY x "<script>alert(1)</script>">]><svg viewBox="0 0 1 1"><rect/>&x;</svg>'],
  ['<html><svg viewBox="0 0 1 1"><rect/></svg></html>'],
  ['<svg viewBox="0 0 1 1"></svg>'],
  ['<svg viewBox="0 0 1 1"><script>alert(1)</script></svg>'],
  ['<svg><rect/></svg>'],
  ['<svg viewBox="0 0 0 1"><rect/></svg>'],
  ['<svg viewBox="a b c d"><rect/></svg>'],
  ['<svg viewBox="0 0 1 1"><rect/></svg><svg viewBox="0 0 1 1"><rect/></svg>'],
  [`<svg viewBox="0 0 1 1">${'<rect/>'.repeat(5_001)}</svg>`],
  ['plain words'],
])('what is no picture is refused: %s', (text) => {
  expect(safeSvg(text)).toBeNull();
});
