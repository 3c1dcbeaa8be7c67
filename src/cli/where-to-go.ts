import { demoPeople, isCalled, type DemoPerson } from '../demo/people.ts';
import { titledUnder, type Community } from '../rules/community.ts';

/** What the console says when the server is up: where to go and as whom to sign in, in both languages. */
export function whereToGo(baseUrl: string, community: Community | null): string {
  const lines = ['', `  Fælled kører på / is running at:  ${baseUrl}`, ''];
  if (!community)
    lines.push(
      '  Fællesskabet er tomt. Åbn siden, og giv det et navn og en leder af sekretariatet.',
      '  The community is empty. Open the page and give it a name and a leader of the secretariat.',
    );
  else if (community.demo) {
    const titled = titledUnder(community.edition);
    const calledOf = (person: DemoPerson) => {
      const { da, en } = isCalled(titled, person);
      return `${da} / ${en}`;
    };
    lines.push(
      `  ${community.name} (regelsæt / rulebook ${community.edition})`,
      `  Log ind med ét klik som en demoperson / Sign in with one click as a demo person:  ${baseUrl}/sign-in`,
      '',
      ...demoPeople
        .filter((person) => person.firstChoice)
        .map((person) => `    ${person.email.padEnd(34)} ${calledOf(person)}`),
    );
  } else
    lines.push(
      `  ${community.name} (regelsæt / rulebook ${community.edition})`,
      `  Log ind med din e-mail / Sign in with your e-mail:  ${baseUrl}/sign-in`,
    );
  return [...lines, '', '  Stop: Ctrl+C', ''].join('\n');
}
