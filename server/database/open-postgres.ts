import { Socket } from 'node:net';
import { drizzle } from 'drizzle-orm/node-postgres';
import { Pool, type PoolConfig } from 'pg';
import type { Database, OpenDatabase } from './database.ts';
import { isDatabaseAway } from './is-database-away.ts';

/** Nobody waits longer for a statement: the extension gives up after these 8 s. */
const statementMs = 8_000;
/** A search that takes longer is a search for too little; it must not hold the machine. */
const searchMs = 3_000;
const searchesAtOnce = 2;
/** A connection that says nothing for longer than any statement may take is dead, though no one has said so. */
const silentMs = 20_000;
/** After a failover an old connection may lead to a server that only reads. */
const lifeSeconds = 300;

/**
 * PostgreSQL by connections of its own for searches and for everything else. A connection that is lost, in use or not,
 * costs what was asked through it and nothing more: the next question takes a new one.
 */
export async function openPostgres(connectionString: string): Promise<OpenDatabase> {
  const pool = openPool({ connectionString, max: 10, statement_timeout: statementMs });
  const searchPool = openPool({ connectionString, max: searchesAtOnce, statement_timeout: searchMs });
  const close = async () => {
    await Promise.all([pool.end(), searchPool.end()]);
  };
  try {
    await pool.query('select 1');
  } catch (error) {
    await close();
    // The reason's own text may hold the address with its password.
    const code = error instanceof Error && 'code' in error ? ` (${String(error.code)})` : '';
    throw new Error(
      `The database of DATABASE_URL does not answer${code}: check its host, name, user and password.`,
    );
  }
  return {
    db: databaseOf(pool),
    searches: databaseOf(searchPool),
    searchTurns: { atOnce: searchesAtOnce, restMs: 0 },
    // It does so by itself.
    maintain: async () => {},
    close,
  };
}

function openPool(config: PoolConfig): Pool {
  const pool = new Pool({
    ...config,
    connectionTimeoutMillis: 5_000,
    idle_in_transaction_session_timeout: 30_000,
    maxLifetimeSeconds: lifeSeconds,
    keepAlive: true,
    stream: () => {
      const socket = new Socket();
      return socket.setTimeout(silentMs, () => socket.destroy());
    },
  });
  // Without listeners an idle connection that breaks, or one that is in use, would end the process.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

/**
 * Transactions take their connection here: Drizzle's own never gives one back that breaks before it has begun, and ten
 * of those would leave none.
 */
function databaseOf(pool: Pool): Database {
  const db: Database = drizzle({ client: pool });
  db.transaction = async (run, config) => {
    const client = await pool.connect();
    let broken = false;
    try {
      const single: Database = drizzle({ client });
      return await single.transaction(run, config);
    } catch (error) {
      broken = isDatabaseAway(error);
      throw error;
    } finally {
      client.release(broken);
    }
  };
  return db;
}
