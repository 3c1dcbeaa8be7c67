import pg from 'pg';
import { startEmbedded } from '../src/db/embedded.ts';

/**
 * A process that uses the embedded database of the folder it is given: writes rows until its input ends, says each
 * number once the database has acknowledged it, then lets go.
 */
const embedded = await startEmbedded(process.argv[2] ?? '');
const client = new pg.Client({ connectionString: embedded.connectionString });
await client.connect();
await client.query('select pg_advisory_lock(1)');
await client.query('create table if not exists rows (number int)');
await client.query('select pg_advisory_unlock(1)');
console.log(embedded.joined ? 'joined' : 'started');
const input = process.stdin.resume();
for (let number = 1; !input.readableEnded; number += 1) {
  await client.query('insert into rows values ($1)', [number]);
  console.log(number);
}
await client.end();
await embedded.stop();
console.log('stopped');
