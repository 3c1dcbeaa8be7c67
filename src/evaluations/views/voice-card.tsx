import { voices, type Language, type Voice } from '../../../rulebook/vocabulary.ts';
import { Tag, VerdictMark } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { ExternalLink, PersonLink } from '../../web/components/link.tsx';
import { DateText } from '../../web/components/text.tsx';
import { formatBytes } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { Evidence, Named, Word } from '../requirement-state.ts';
import { requirementWords } from '../requirement-words.ts';
import { UserText } from './user-text.tsx';
import { capital } from '../../lib/capital.ts';

interface VoiceCardProps {
  readonly page: Page;
  /** The requirement's own address. */
  readonly address: string;
  readonly voice: Voice;
  readonly word: Word | null;
  readonly maySpeak: boolean;
  readonly mayReview: boolean;
  readonly mayRemove: boolean;
}

/** The name of a voice as a heading. */
export const voiceName = (voice: Voice, lang: Language): string => {
  const name = voices[voice][lang];
  return capital(name);
};

/** What one voice says: verdict, explanation, dates, who checked and reviewed, evidence, and the reader's forms. */
export function VoiceCard(props: VoiceCardProps): Html {
  const { page, address, voice, word, maySpeak, mayReview } = props;
  const { lang } = page;
  const w = requirementWords(lang);
  const forms = [
    ...(maySpeak ? [[`${address}/assess?voice=${voice}`, word ? w.assessAgain : w.assess] as const] : []),
    ...(maySpeak && word ? [[`${address}/evidence/new?voice=${voice}`, w.attach] as const] : []),
    ...(mayReview && word ? [[`${address}/review?voice=${voice}`, w.review] as const] : []),
  ];
  return (
    <Section title={voiceName(voice, lang)} level={3} card id={`voice-${voice}`}>
      {word ? (
        <Spoken {...props} word={word} />
      ) : (
        <p class="muted">{voice === 'self' ? w.silentSelf : w.silentCommunity}</p>
      )}
      {forms.length > 0 && (
        <div class="actions">
          {forms.map(([href, label]) => (
            <LinkButton href={page.href(href)} small>
              {label}
            </LinkButton>
          ))}
        </div>
      )}
    </Section>
  );
}

function Spoken({ page, word, mayRemove }: VoiceCardProps & { word: Word }): Html {
  const { lang } = page;
  const w = requirementWords(lang);
  const expired = word.validUntil !== null && word.validUntil < page.today;
  return (
    <>
      <p>
        <VerdictMark verdict={word.verdict} lang={lang} />
        {word.keptFrom !== null && (
          <>
            {' '}
            <Tag>{w.keptFrom(word.keptFrom)}</Tag>
          </>
        )}
      </p>
      <UserText text={word.explanation} />
      <Facts
        facts={[
          [w.asWritten, word.asWritten],
          [w.plannedFor, word.plannedFor && <DateText date={word.plannedFor} lang={lang} />],
          [w.checkedOn, word.checkedOn && <When date={word.checkedOn} who={word.checkedBy} page={page} />],
          [
            w.validUntil,
            word.validUntil && (
              <>
                <DateText date={word.validUntil} lang={lang} />{' '}
                {expired && (
                  <Tag tone="danger" icon="clock">
                    {w.expired}
                  </Tag>
                )}
              </>
            ),
          ],
          [
            w.reviewedHead,
            word.reviewedOn === null ? (
              <span class="muted">{w.notReviewed}</span>
            ) : (
              <When date={word.reviewedOn} who={word.reviewedBy} page={page} />
            ),
          ],
        ]}
      />
      {word.evidence.length > 0 && (
        <>
          <h4>{w.evidenceTitle}</h4>
          <ul>
            {word.evidence.map((each) => (
              <li>
                <EvidenceLine page={page} evidence={each} mayRemove={mayRemove} />
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function When({ date, who, page }: { date: string; who: Named | null; page: Page }): Html {
  return (
    <>
      <DateText date={date} lang={page.lang} />
      {who && (
        <>
          {` ${requirementWords(page.lang).by} `}
          <PersonLink page={page} person={who} />
        </>
      )}
    </>
  );
}

/** A link, a file to fetch, or the title of a file that is closed to the reader. */
function EvidenceLine({
  page,
  evidence,
  mayRemove,
}: {
  page: Page;
  evidence: Evidence;
  mayRemove: boolean;
}): Html {
  const w = requirementWords(page.lang);
  return (
    <>
      {evidence.url === null ? (
        <>
          {`${evidence.title} `}
          <Tag icon="key">{w.closedFile}</Tag> <span class="muted">{w.closedFileWhy}</span>
        </>
      ) : evidence.file ? (
        <>
          <a href={page.href(evidence.url)} download>
            {evidence.title}
          </a>{' '}
          <span class="muted">{`${evidence.file.name}, ${formatBytes(evidence.file.size, page.lang)}`}</span>
          {evidence.restricted && (
            <>
              {' '}
              <Tag icon="key">{w.closedFile}</Tag>
            </>
          )}
        </>
      ) : (
        <ExternalLink page={page} href={evidence.url}>
          {evidence.title}
        </ExternalLink>
      )}
      <span class="muted">
        {`, ${w.addedOn} `}
        <DateText date={evidence.addedOn} lang={page.lang} />
      </span>
      {mayRemove && (
        <>
          {' '}
          <a href={page.href(`/evidence/${evidence.id}/remove`)} aria-label={w.removeNamed(evidence.title)}>
            {w.remove}
          </a>
        </>
      )}
    </>
  );
}
