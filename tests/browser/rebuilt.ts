import { cpSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** The last three signs of a hash may change; two files of one name differ in the others. */
const HASHED = /^(.+-[\w-]{5})[\w-]{3}\.(js|css)$/;

/** A copy of the built web app that can be built anew while a server hands it out. */
export function copyOfBuild(web: string): { folder: string; rebuild(mark: string): void; lose(part: string): void } {
  const folder = mkdtempSync(join(tmpdir(), 'fettle-web-'));
  const assets = join(folder, 'assets');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  cpSync(web, folder, { recursive: true });
  // What was compressed beforehand would stay as it was.
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    if (/\.(br|gz)$/.test(name)) rmSync(join(folder, name));
  return {
    folder,
    /** Every file gets another name, as after a build of changed sources; the old ones are gone. */
    rebuild(mark) {
      const names = readdirSync(assets).filter((name) => HASHED.test(name));
      const renamed = new Map(names.map((name) => [name, name.replace(HASHED, `$1${mark}.$2`)]));
      const rewrite = (path: string) => {
        let text = readFileSync(path, 'utf8');
        for (const [was, is] of renamed) text = text.replaceAll(was, is);
        writeFileSync(path, text);
      };
      for (const name of readdirSync(assets)) if (/\.(js|css)$/.test(name)) rewrite(join(assets, name));
      rewrite(join(folder, 'index.html'));
      for (const [was, is] of renamed) renameSync(join(assets, was), join(assets, is));
    },
    /** The file of one part is not there. */
    lose(part) {
      for (const name of readdirSync(assets)) if (name.startsWith(`${part}-`)) rmSync(join(assets, name));
    },
  };
}
