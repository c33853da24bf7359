#!/usr/bin/env node
// The front door: runs on any Node >= 20 with nothing installed, makes the rest ready, and hands over.
import { main } from '../tools/bootstrap/main.mjs';

process.exitCode = await main(process.argv.slice(2));
