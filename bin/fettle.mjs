#!/usr/bin/env node
// The front door: runs on any Node >= 20 with nothing installed, makes the rest ready, and hands over.
const major = Number(process.versions.node.split('.')[0]);
if (major < 20) {
  process.stderr.write(`Fettle needs Node 20 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}
const { main } = await import('../tools/bootstrap/main.mjs');
process.exitCode = await main(process.argv.slice(2));
