import { expect, test } from 'vitest';
import { fieldWords, valueWords, whatItIs } from './words.ts';

const sized = (megabytes: number) => valueWords(megabytes, 'number', 'MB');

test('memory is counted as people count it, whichever megabytes its source meant; disks as they are sold', () => {
  expect([16_384, 17_180, 8_590, 274_878].map(sized)).toEqual(['16 GB', '16 GB', '8 GB', '256 GB']);
  expect([500_107, 256_060, 1_000_205, 250].map(sized)).toEqual(['500.1 GB', '256.1 GB', '1 TB', '250 MB']);
});

test.each([
  ['HP', 'HP EliteBook 840 G9', 'Laptop · HP EliteBook 840 G9'],
  ['HP Inc.', 'hp EliteBook 840 G9', 'Laptop · hp EliteBook 840 G9'],
  ['HP', 'HPE ProLiant', 'Laptop · HP HPE ProLiant'],
  ['Dell Inc.', 'Latitude 5440', 'Laptop · Dell Inc. Latitude 5440'],
  ['Dell Inc.', '', 'Laptop · Dell Inc.'],
  ['', 'Latitude 5440', 'Laptop · Latitude 5440'],
  ['', '', 'Laptop'],
])('made by “%s”, the model “%s” is “%s”: no maker stands twice', (manufacturer, model, words) => {
  expect(whatItIs({ className: 'Laptop', manufacturer, model })).toBe(words);
});

test('fields of parts are named in words', () => {
  expect(['sizeMb', 'dhcpServer', 'dnsServers', 'mac', 'uuid'].map(fieldWords)).toEqual([
    'Size',
    'DHCP server',
    'DNS servers',
    'MAC',
    'UUID',
  ]);
});

test('an amount is written as all amounts are, its thousands apart; what names no currency stays a number', () => {
  const money = (value: string | number) => valueWords(value, 'money', null);
  expect(['1200.00 AUD', '1234567.5 EUR', '0 AUD', '1200 JPY', 1200, 'ask Ada'].map(money)).toEqual([
    'AUD 1,200.00',
    'EUR 1,234,567.50',
    'AUD 0.00',
    'JPY 1,200',
    '1,200',
    'ask Ada',
  ]);
});
