import { totalmem } from 'node:os';

/** Our settings inside the cluster, written anew at each start; what ALTER SYSTEM sets wins over them. */
export const SETTINGS_FILE = 'fettle.conf';

const memoryMb = Math.floor(totalmem() / 1_048_576);

/**
 * Settings for a machine shared with other work: an eighth of the memory but at most 256 MB, because the whole program is to idle
 * under 400 MB; no JIT, which costs more than it gives on short queries; fast random reads; loopback only, no local sockets.
 */
export function serverSettings(port: number, throwaway: boolean): string {
  const settings: Record<string, string | number> = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    // A run of tests has several whole programs open at once, in two processes.
    max_connections: throwaway ? 300 : 60,
    shared_buffers: `${Math.max(64, Math.min(256, Math.floor(memoryMb / 8)))}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(memoryMb / 2))}MB`,
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    random_page_cost: 1.1,
    max_wal_size: '2GB',
    jit: 'off',
    logging_collector: 'off',
    max_logical_replication_workers: 0,
    ...(throwaway ? { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' } : {}),
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = '${value}'\n`)
    .join('');
}
