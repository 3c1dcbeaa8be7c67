import { titledUnder } from '../../rules/community.ts';
import { groundName, grounds, type GroundId } from '../../people/grounds.ts';
import { PersonLink } from '../../web/components/link.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { JournalItem } from '../queries.ts';
import { journalWords, type SubjectKind } from '../words.ts';

interface ItemProps {
  readonly page: Page;
  readonly item: JournalItem;
}

/** Who did it: a link for those who are told names, else that it is closed, or that no person did it. */
export function Who({ page, item }: ItemProps): Html {
  const w = journalWords(page.lang);
  if (item.person) return <PersonLink page={page} person={item.person} />;
  return <span class="muted">{item.withheld.includes('person') ? w.closedName : w.system}</span>;
}

/** What it is about: its name, with a link to its page where there is one; its kind when it has no name. */
export function SubjectLink({ page, item }: ItemProps): Html {
  const { kind, name, path } = item.subject;
  if (name === null || path === null) return <span>{name ?? kindWord(kind, page)}</span>;
  return <a href={page.href(path)}>{name}</a>;
}

/** The same after the word for its kind. */
export function About({ page, item }: ItemProps): Html {
  return (
    <>
      {item.subject.name !== null && `${kindWord(item.subject.kind, page)} `}
      <SubjectLink page={page} item={item} />
    </>
  );
}

/** The word for a kind of subject; of an unknown kind its own. */
export function kindWord(kind: string, page: Page): string {
  const { kinds } = journalWords(page.lang);
  return Object.hasOwn(kinds, kind) ? kinds[kind as SubjectKind] : kind;
}

/** The ground a deed stood on, in words. */
export function groundWord(ground: string, page: Page): string {
  const w = journalWords(page.lang);
  if (Object.hasOwn(w.grounds, ground)) return w.grounds[ground as keyof typeof w.grounds];
  return Object.hasOwn(grounds, ground)
    ? groundName(titledUnder(page.community.edition), ground as GroundId)[page.lang]
    : ground;
}
