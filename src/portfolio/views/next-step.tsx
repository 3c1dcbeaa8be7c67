import { providerTitle } from '../../../rulebook/titles.ts';
import { dateIn } from '../../lib/time.ts';
import { LinkButton } from '../../web/components/button.tsx';
import { Section } from '../../web/components/heading.tsx';
import { formatDate } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { moveWords } from '../move-words.ts';
import type { NextStep } from '../next-step.ts';
import { overviewWords } from '../words.ts';

/** What comes next in one box: what is missing, who acts, and the one thing the reader can do now. */
export function NextStepBox({ page, slug, next }: { page: Page; slug: string; next: NextStep }): Html {
  const { lang } = page;
  const { edition } = next;
  const w = overviewWords(lang);
  const carriers = next.carriers.map((provider) => providerTitle(edition, provider)[lang]).join(', ');
  const { waits } = next;
  return (
    <Section
      card
      id="next"
      title={next.goesOn ? w.next(moveWords[next.to].title[lang].toLowerCase()) : w.nextStay}
    >
      {next.missing === 0 ? (
        <p>
          {next.accepted > 0 ? w.nothingBut(next.accepted) : next.goesOn ? w.ready : w.nothing}{' '}
          {carriers !== '' && w.readyBy(carriers)}
        </p>
      ) : (
        <>
          <p>{w.missing(next.missing)}</p>
          <ul>
            {next.first.map((step) => (
              <li>
                {step.says[lang]}{' '}
                <span class="muted">
                  {w.by(step.who.map((each) => providerTitle(edition, each)[lang]).join(', '))}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {waits && (
        <p>
          <a href={page.href(`/cases/${waits.number}`)}>{w.waits(waits.number, waits.body)}</a>{' '}
          {waits.since !== null && (
            <span class="muted">{w.since(formatDate(dateIn(Temporal.Instant.from(waits.since)), lang))}</span>
          )}
        </p>
      )}
      <div class="actions">
        {next.mine && (
          <LinkButton variant="primary" href={page.href(next.mine.href)}>
            {next.mine.label[lang]}
          </LinkButton>
        )}
        {next.missing > 0 && (
          <a href={page.href(`/initiatives/${slug}/forecast?stage=${next.to}`)}>{w.all}</a>
        )}
      </div>
    </Section>
  );
}
