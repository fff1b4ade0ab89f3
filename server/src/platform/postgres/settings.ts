const mb = 1024 * 1024;

/** Server settings, passed on the command line so that they also hold for a restored cluster. */
export function serverSettings(machine: {
  memoryBytes: number;
  sharedBuffersMb?: number | undefined;
}): Record<string, string> {
  const sharedBuffersMb = machine.sharedBuffersMb ?? chooseSharedBuffersMb(machine.memoryBytes);
  return {
    listen_addresses: '',
    max_connections: '60',
    // No peer ever connects over a network, and stray standby processes cost memory. Backups take one WAL sender slot.
    max_wal_senders: '2',

    shared_buffers: `${sharedBuffersMb}MB`,
    effective_cache_size: `${Math.max(256, Math.floor(machine.memoryBytes / mb / 2))}MB`,
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    // A container's /dev/shm may be tiny, and systemd empties it when an ordinary user logs out.
    dynamic_shared_memory_type: 'mmap',

    fsync: 'on',
    full_page_writes: 'on',
    synchronous_commit: 'on',
    wal_level: 'replica',
    wal_compression: 'on',
    min_wal_size: '64MB',
    max_wal_size: '512MB',
    checkpoint_timeout: '10min',
    checkpoint_completion_target: '0.9',

    autovacuum: 'on',
    // Compiling a query costs more than the short queries of a feed ever win back.
    jit: 'off',
    // Two cores are better spent on two members than on one query.
    max_parallel_workers_per_gather: '0',
    random_page_cost: '1.1',
    timezone: 'UTC',

    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    // Details and statements carry what members wrote; they do not belong in a log.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    lc_messages: 'C',
  };
}

/** An eighth of a small machine, never more than the 256 MB with which the feed was measured. */
function chooseSharedBuffersMb(memoryBytes: number): number {
  return Math.min(256, Math.max(128, Math.floor(memoryBytes / mb / 8)));
}
