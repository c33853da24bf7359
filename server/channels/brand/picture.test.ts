import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createClient } from '#server/business/client/index.ts';
import type { PortalBrand } from '#shared/brand.ts';
import { openDesk } from '#tests/desk.ts';
import { hire } from '#tests/people.ts';
import { uploadLogo } from '#tests/upload.ts';
import { visit } from '#tests/visitor.ts';
import { checkedPicture } from './picture.ts';

const desk = await openDesk();
const olive = await hire(desk);
const { acme, birch } = await desk.run(async (ctx) => ({
  acme: await createClient(ctx, { name: 'Acme', code: 'ACME', timeZone: 'UTC' }),
  birch: await createClient(ctx, { name: 'Birch', code: 'BIRCH', timeZone: 'UTC' }),
}));
const limited = await hire(desk, { clientIds: [acme] });
const bearer = (who: typeof olive) => ({ authorization: `Bearer ${who.key}` });
const put = (content: Buffer | string, clientId: string | null = acme, who = olive) =>
  uploadLogo(desk, clientId, bearer(who), { name: 'logo', content });
const set = (key: 'logo' | 'icon', imageId: string | null, id = acme, who = olive) =>
  who.call('PUT', `/settings/portal.${key}`, { level: 'client', id, value: { imageId } });
const look = async (code: string, headers = {}) =>
  (await visit(desk).call('GET', `/public/portal?for=${code}`, undefined, headers)).body as PortalBrand;
const bytesAt = (url: string) => desk.app.inject({ url });

/** A PNG that says it is of this size. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(data.length);
    head.write(type, 4);
    return Buffer.concat([head, data, Buffer.alloc(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width);
  head.writeUInt32BE(height, 4);
  head.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(8))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
const JPEG = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080040008001011100ffd9', 'hex');
const WEBP = Buffer.concat([
  Buffer.from('RIFF\x1e\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0', 'latin1'),
  Buffer.from('7f00003f0000', 'hex'),
  Buffer.alloc(8),
]);
const SVG = '<svg viewBox="0 0 20 10" onload="alert(1)"><script>alert(1)</script><rect width="20" height="10"/></svg>';

test.each([
  ['PNG', png(128, 64), 'image/png', 128, 64],
  ['JPEG', JPEG, 'image/jpeg', 128, 64],
  ['WebP', WEBP, 'image/webp', 128, 64],
  ['SVG', SVG, 'image/svg+xml', 512, 256],
])('a %s picture is taken', async (_, content, mediaType, width, height) => {
  const made = await put(content);
  expect(made).toMatchObject({ status: 201, body: { mediaType, width, height } });
  const read = await olive.call('GET', `/portal-images/${made.body.id}`);
  expect([read.status, read.headers['content-type'], read.text.includes('alert')]).toEqual([200, mediaType, false]);
  expect(read.headers['content-security-policy']).toContain("default-src 'none'");
});

test.each([
  ['words', 'not a picture', 'is not a PNG'],
  ['a GIF', Buffer.from('GIF89a\x10\0\x10\0\0\0\0', 'latin1'), 'is not a PNG'],
  ['a page', '<!doctype html><html><body>x</body></html>', 'is not a PNG'],
  ['an empty file', '', 'is not a PNG'],
  ['an SVG that draws nothing', '<svg viewBox="0 0 1 1"><script>x</script></svg>', 'cannot be made safe'],
  ['a tiny PNG', png(8, 64), 'each side must have 16 to 4096'],
  ['a huge PNG', png(60_000, 60_000), 'each side must have 16 to 4096'],
  ['too many bytes', Buffer.concat([png(64, 64), Buffer.alloc(300_000)]), 'at most 256 KB'],
  ['a JPEG without a frame', Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex'), 'is not a PNG'],
])('%s is refused', async (_, content, why) => {
  const answer = await put(content);
  expect([answer.status, answer.text.includes(why)]).toEqual([422, true]);
});

test('a logo is shown at its client’s address, and of another client’s nothing is', async () => {
  const [a, b] = [await put(png(128, 64)), await put(SVG, birch)];
  expect((await set('logo', a.body.id)).status).toBe(200);
  const acmes = await look('acme');
  expect(acmes.logo).toMatchObject({ width: 128, height: 64 });
  expect((await bytesAt(acmes.logo?.url ?? '')).headers['content-type']).toBe('image/png');
  expect((await look('birch')).logo).toBeNull();
  expect((await bytesAt('/api/v1/public/portal/logo?for=birch')).statusCode).toBe(404);
  expect((await bytesAt(`/api/v1/public/portal/logo?for=nobody&v=${a.body.id}`)).statusCode).toBe(404);
  // A person limited to Acme finds no picture of Birch's, and nobody hangs it up at Acme.
  for (const id of [b.body.id, '0193ffff-ffff-7fff-bfff-ffffffffffff']) {
    expect((await limited.call('GET', `/portal-images/${id}`)).status).toBe(404);
    expect((await set('icon', id, acme, limited)).status).toBe(422);
  }
  expect((await put(png(64, 64), birch, limited)).status).toBe(404);
  expect((await put(png(64, 64), null, limited)).status).toBe(403);
  await set('logo', b.body.id);
  expect((await look('acme')).logo).toBeNull();
});

test('a picture of the provider reaches every client by inheritance', async () => {
  const all = await put(png(256, 256), null);
  await olive.call('PUT', '/settings/portal.logo', { level: 'provider', value: { imageId: all.body.id } });
  expect((await look('birch')).logo).toMatchObject({ width: 256 });
  expect((await look('nobody')).logo).toMatchObject({ width: 256 });
});

test('the program’s own mark is there drawn of points, for what takes no SVG', async () => {
  const folder = join(import.meta.dirname, '../../../web/public');
  for (const side of [180, 192, 512])
    expect(await checkedPicture(readFileSync(join(folder, `icon-${side}.png`)))).toMatchObject({
      mediaType: 'image/png',
      width: side,
      height: side,
    });
});

test('the icon is the chosen one, else the initials; a phone gets one to its edges, and the manifest names both', async () => {
  await olive.call('PUT', '/settings/portal.name', { level: 'client', id: birch, value: { name: 'Birch <b> & Help' } });
  const birchs = await look('birch');
  expect((await bytesAt(birchs.icon)).body).toContain('>BH</text>');
  expect(birchs.touchIcon).toBe('/icon-180.png');
  const icon = await put(png(512, 512), birch);
  await set('icon', icon.body.id, birch);
  const chosen = await look('birch');
  expect(chosen.icon).not.toBe(birchs.icon);
  expect(chosen.touchIcon).toBe(chosen.icon);
  expect((await bytesAt(chosen.icon)).headers['content-type']).toBe('image/png');
  const manifest = await bytesAt(chosen.manifest);
  expect(manifest.headers['content-type']).toContain('application/manifest+json');
  const { icons, ...rest } = manifest.json();
  expect(rest).toMatchObject({
    name: 'Birch <b> & Help',
    short_name: 'Birch',
    start_url: '/portal/for/birch',
    scope: '/portal',
    display: 'standalone',
    theme_color: '#0b6b77',
  });
  expect(icons).toMatchObject([
    { purpose: 'any', type: 'image/png', sizes: '512x512' },
    { purpose: 'maskable', type: 'image/svg+xml' },
  ]);
  const maskable = await bytesAt(icons[1].src);
  expect(maskable.headers['content-type']).toBe('image/svg+xml');
  expect(maskable.body).toContain('data:image/png;base64,');
});
