import { expect, test } from 'vitest';
import { readVendorList } from './vendor-list.ts';

const faultsOf = (text: string) =>
  readVendorList(text).faults.map(({ line, column, message }) => `${line} ${column}: ${message}`);

test('commas, semicolons and tabs, a mark of the encoding, quotes, and the names of vendors in any order', () => {
  const rows = [{ line: 2, client: 'Acme, Inc', product: 'M365 "Premium"', quantity: '23' }];
  expect(readVendorList('Client,Product,Quantity\n"Acme, Inc","M365 ""Premium""",23').rows).toEqual(rows);
  expect(readVendorList('\ufeffQty;Product Name;Company_Name\r\n23;"M365 ""Premium""";Acme, Inc\r\n').rows).toEqual(
    rows,
  );
  expect(readVendorList('Tenant\tSKU\tSeats\tPrice\nAcme, Inc\tM365 "Premium"\t23\t20')).toMatchObject({
    rows,
    ignored: ['Price'],
    faults: [],
  });
});

test('a name of several lines is refused on the line where it begins, and the rest is told by its own line', () => {
  expect(faultsOf('client,product,quantity\n"Ac\nme",M365,3\n,M365,x')).toEqual([
    '2 client: must be one line, without control characters',
    '4 client: must be said',
    '4 quantity: must be a number from 0 such as 12 or 2.5',
  ]);
});

test.each([
  ['-3', 'must not be below 0'],
  ['NaN', 'must be a number from 0 such as 12 or 2.5'],
  ['1e3', 'must be a number from 0 such as 12 or 2.5'],
  ['Infinity', 'must be a number from 0 such as 12 or 2.5'],
  ['1.5.2', 'must be a number from 0 such as 12 or 2.5'],
  ['2,5', 'must be a number from 0 such as 12 or 2.5'],
  ['1,234', '“1,234” must be written without marks for thousands, such as 1234'],
  ['1.234', '“1.234” must be written without marks for thousands, such as 1234'],
  ['99999999', 'must be at most 10,000,000'],
  ['', 'must be said'],
])('the quantity %s is refused', (quantity, message) => {
  expect(faultsOf(`client;product;quantity\nAcme;M365;${quantity}`)).toEqual([`2 quantity: ${message}`]);
});

test.each([
  ['client,product\nAcme,M365', '1 the list: lacks the column “quantity” (or qty, seats, seatcount) in its first line'],
  ['client,product,quantity\n"Acme,M365,3', '1 the list: has a quotation mark that is never closed'],
  ['', '1 the list: is empty'],
  ['client,product,quantity', '1 the list: has no rows below the names of its columns'],
  ['client,product,seats,quantity\nAcme,M365,3,4', '1 quantity: stands in the first line more than once'],
])('the list %j is refused as a whole', (text, message) => {
  expect(faultsOf(text)).toEqual([message]);
});

test('letters that were lost on the way are refused', () => {
  expect(faultsOf('client,product,quantity\nB\ufffdcker,M365,1')).toEqual([
    '2 client: has letters that were lost: save the file as UTF-8 and take it again',
  ]);
});

test('more rows than can be looked at are refused', () => {
  const rows = Array.from({ length: 10_001 }, (_, nth) => `Client ${nth},M365,1`).join('\n');
  expect(faultsOf(`client,product,quantity\n${rows}`)).toEqual([
    '1 the list: has 10,001 rows; at most 10,000 are taken at once',
  ]);
});
