import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { appendToJournal } from '../journal/append.ts';
import { dateIn } from '../lib/time.ts';
import { makeToken } from '../people/make-token.ts';
import { communityEdition } from '../rules/community.ts';
import { CommandProblem } from './command.ts';
import { openCommunity } from './open-community.ts';
import { print, tell } from './terminal.ts';

/** `faelled token --person <e-mail>`: a token for the API, alone on the last line. */
export async function run(args: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { person: { type: 'string' }, name: { type: 'string', default: 'npx faelled token' } },
  });
  const email = values.person?.trim().toLowerCase();
  if (!email)
    throw new CommandProblem({
      da: 'Skriv, hvem nøglen er til: faelled token --person <e-mail>',
      en: 'Say whose token it is: faelled token --person <e-mail>',
    });
  const instant = Temporal.Now.instant();
  const now = instant.toString();
  const today = dateIn(instant);
  const community = await openCommunity(readConfig());
  try {
    const token = await community.db.transaction().execute(async (tx) => {
      const person = await tx
        .selectFrom('people')
        .select(['id', 'name'])
        .where('email', '=', email)
        .where((eb) => eb.or([eb('closed_on', 'is', null), eb('closed_on', '>', today)]))
        .executeTakeFirst();
      if (!person)
        throw new CommandProblem({
          da: `Der er ingen person med e-mailen ${email}.`,
          en: `There is no person with the e-mail ${email}.`,
        });
      const name = values.name.slice(0, 200);
      const made = await makeToken(tx, { personId: person.id, name, expiresAt: null }, now);
      await appendToJournal(tx, {
        at: now,
        personId: null,
        deed: 'make-token',
        subject: { kind: 'person', id: person.id },
        initiativeId: null,
        before: null,
        after: { token: made.id, name },
        ground: 'command-line',
        edition: await communityEdition(tx),
      });
      tell({
        da: `Adgangsnøgle til ${person.name}. Den vises kun denne ene gang:`,
        en: `Token of ${person.name}. It is shown this once only:`,
      });
      return made.token;
    });
    print(token);
    return 0;
  } finally {
    await community.close();
  }
}
