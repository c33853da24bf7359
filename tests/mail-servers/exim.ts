import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { answers, freePort } from './port.ts';

const BINARY = '/usr/sbin/exim4';
const SETPRIV = '/usr/bin/setpriv';
const USER = 'Debian-exim';
const run = promisify(execFile);

/** Whether Debian's Exim is on this machine, and whether we may run it: it changes users, so it wants to be root. */
export const hasExim = existsSync(BINARY) && process.getuid?.() === 0;

export type Exim = {
  port: number;
  /** Tries everything that waits in its queue, whatever it thinks about the time. Resolves when all was tried. */
  tryQueue(): Promise<void>;
  /** How many mails wait in its queue. */
  queued(): Promise<number>;
  /** Mails that it brought to people, as files in the order of their names, each with its whole text. */
  delivered(): Promise<string[]>;
  start(): Promise<void>;
  halt(): Promise<void>;
  stop(): Promise<void>;
};

/** @param desk the port on loopback that mail for harbour.example is handed on to; everybody else's goes into a folder, "gone" is nobody */
const configuration = (folder: string, port: number, desk: number) => `
exim_user = ${USER}
exim_group = ${USER}
spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/%slog
pid_file_path = ${folder}/spool/exim.pid
primary_hostname = mx.harbour.example
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
disable_ipv6 = true
keep_environment =
tls_advertise_hosts =
smtputf8_advertise_hosts = *
chunking_advertise_hosts = *
host_lookup =
message_size_limit = 100M
deliver_drop_privilege = true
acl_smtp_rcpt = take
acl_smtp_data = take

begin acl
take:
  accept

begin routers
desk:
  driver = manualroute
  domains = harbour.example
  route_list = * 127.0.0.1
  self = send
  transport = desk
gone:
  driver = redirect
  local_parts = gone
  allow_fail
  data = :fail: No such person here
people:
  driver = accept
  transport = folder

begin transports
desk:
  driver = smtp
  port = ${desk}
  hosts_avoid_tls = *
  utf8_downconvert = 0
folder:
  driver = appendfile
  directory = ${folder}/mail
  maildir_format
  envelope_to_add
  return_path_add

begin retry
* * F,1h,1s
`;

/** A real mail server (Exim of Debian) on loopback that hands mail on to a desk and takes what the desk sends. */
export async function openExim(desk: number): Promise<Exim> {
  const folder = await mkdtemp(join(tmpdir(), 'fettle-exim-'));
  const port = await freePort();
  const config = join(folder, 'exim.conf');
  await Promise.all(['spool', 'mail'].map((name) => mkdir(join(folder, name))));
  await writeFile(config, configuration(folder, port, desk));
  await chmod(folder, 0o755);
  execFileSync('chown', ['-R', `${USER}:${USER}`, join(folder, 'spool'), join(folder, 'mail')]);
  // By its own user throughout: run by root, another configuration than the system's makes it give its rights away half way.
  const as = ['--reuid', USER, '--regid', USER, '--clear-groups', BINARY, '-C', config];
  let running: ChildProcess | undefined;
  const exim: Exim = {
    port,
    async tryQueue() {
      await run(SETPRIV, [...as, '-qff']);
    },
    async queued() {
      return Number((await run(SETPRIV, [...as, '-bpc'])).stdout);
    },
    async delivered() {
      const names = await readdir(join(folder, 'mail/new')).catch(() => []);
      return Promise.all(names.sort().map((name) => readFile(join(folder, 'mail/new', name), 'utf8')));
    },
    async start() {
      running = spawn(SETPRIV, [...as, '-bdf'], { stdio: 'ignore' });
      if (!(await answers(port))) throw new Error(`Exim does not answer; see ${folder}/spool`);
    },
    async halt() {
      if (!running || running.exitCode !== null) return;
      const ended = new Promise((resolve) => running?.once('exit', resolve));
      running.kill('SIGTERM');
      await ended;
    },
    async stop() {
      await exim.halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
  await exim.start();
  return exim;
}
