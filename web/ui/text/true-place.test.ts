import { expect, test } from 'vitest';
import { truePlace } from './true-place.ts';

test.each([
  ['https://bank.example', 'https://evil.example/x', 'evil.example'],
  ['bank.example/sign-in', 'http://bank.example.evil.example', 'bank.example.evil.example'],
  ['www.bank.example', 'https://evil.example', 'evil.example'],
  ['Go to https://bank.example now', 'https://evil.example', 'evil.example'],
  ['https://bank.example', 'https://bank.example@evil.example', 'evil.example'],
  ['https://bank.example@evil.example', 'https://bank.example@evil.example', 'evil.example'],
  ['https://apple.example', 'https://аpple.example', 'xn--pple-43d.example'],
  ['help@bank.example', 'mailto:thief@evil.example', 'thief@evil.example'],
  ['help@bank.example', 'https://evil.example', 'evil.example'],
  ['https://bank.example', 'mailto:thief@evil.example', 'thief@evil.example'],
])('%j that leads to %s says %s', (words, href, place) => expect(truePlace(words, href)).toBe(place));

test.each([
  ['the page', 'https://evil.example'],
  ['Read more...', 'https://evil.example'],
  ['Version 2.10', 'https://evil.example'],
  ['https://bank.example/x', 'https://bank.example/y'],
  ['Bank.example', 'https://www.bank.example/'],
  ['https://bücher.example', 'https://xn--bcher-kva.example'],
  ['ada@acme.example', 'mailto:Ada@acme.example?subject=x'],
  ['030 1234', 'tel:+49301234'],
  ['', 'https://evil.example'],
])('%j that leads to %s is as it says', (words, href) => expect(truePlace(words, href)).toBeNull());
