import { LinkButton } from '../../web/components/button.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { Columns, PageHeading, Section } from '../../web/components/heading.tsx';
import { LetterText } from '../../web/components/letter-list.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { TimeText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { kindOf } from '../kinds.ts';
import type { LetterDetails } from '../queries.ts';
import { hows } from '../vocabulary.ts';
import { letterWords } from '../words.ts';
import { reasonIn, StateTag } from './outbox.tsx';

/** One mail: its words, and what is known about it. */
export function LetterView({ page, letter }: { page: Page; letter: LetterDetails }): Html {
  const { lang } = page;
  const w = letterWords(lang);
  return (
    <>
      <PageHeading
        kicker={kindOf(letter.kind).name[lang]}
        title={letter.subject}
        tags={<StateTag page={page} status={letter.status} />}
        actions={
          letter.status === 'failed' && (
            <LinkButton href={page.href(`/letters/${letter.id}/resend`)}>{w.resend}</LinkButton>
          )
        }
      />
      <Columns aside>
        <Section title={w.content}>
          <LetterText letter={letter} />
          {letter.gathers.length > 0 && (
            <>
              <h3>{w.gathers}</h3>
              <ul>
                {letter.gathers.map(({ id, subject }) => (
                  <li>
                    <a href={page.href(`/letters/${id}`)}>{subject}</a>
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
        <Facts
          facts={[
            [w.to, <PersonLink page={page} person={letter.person} />],
            [w.sentTo, letter.sentTo],
            [w.why, letter.why],
            [w.writtenBy, letter.writtenBy ? <PersonLink page={page} person={letter.writtenBy} /> : w.clock],
            [w.about, <a href={page.href(letter.about)}>{w.seePage}</a>],
            [w.way, letter.notice ? w.notice : hows[letter.way][lang]],
            [w.language, w.languages[letter.language]],
            [w.written, <TimeText at={letter.writtenAt} lang={lang} />],
            [w.when, <TimeText at={letter.endedAt ?? letter.dueAt} lang={lang} />],
            [w.attempts, letter.attempts > 1 && String(letter.attempts)],
            [w.problem, reasonIn(letter.problem, lang)],
            [w.digest, letter.digest && <a href={page.href(`/letters/${letter.digest}`)}>{w.seeDigest}</a>],
          ]}
        />
      </Columns>
    </>
  );
}
