import pg from 'pg';
import { addressOf, type Db } from './client.ts';

/**
 * Listens on a channel of the database with a connection of its own: every process hears what any of them says.
 * @param told `heard` with each message; `lost` once, when the connection ends without being asked to
 * @returns how to stop
 */
export async function listen(
  db: Db,
  channel: string,
  told: { readonly heard: (message: string) => void; readonly lost: () => void },
): Promise<() => Promise<void>> {
  const client = new pg.Client({ ...addressOf(db), application_name: 'faelled-live' });
  let stopped = false;
  client.on('notification', ({ payload }) => told.heard(payload ?? ''));
  const over = () => {
    if (stopped) return;
    stopped = true;
    told.lost();
  };
  client.on('error', over);
  client.on('end', over);
  await client.connect();
  await client.query(`listen ${client.escapeIdentifier(channel)}`);
  return async () => {
    if (stopped) return;
    stopped = true;
    await client.end();
  };
}
