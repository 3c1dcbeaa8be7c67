import { verdicts, voices, type Language, type Verdict, type Voice } from '../../../rulebook/vocabulary.ts';
import { LevelBadge } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { EmptyState, Timeline, type Happening } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { Pagination, Tabs } from '../../web/components/list-tools.tsx';
import { Table } from '../../web/components/table.tsx';
import { TimeText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { Happened, Question } from '../requirement-queries.ts';
import { requirementWords } from '../requirement-words.ts';
import type { RequirementProps } from './requirement.tsx';
import { UserText } from './user-text.tsx';
import { voiceName } from './voice-card.tsx';

/** Questions to the secretariat about the requirement, with the answers that stay. */
export function AskedSection({
  page,
  initiative,
  edition,
  state,
  questions,
  mayAsk,
  mayAnswer,
}: RequirementProps): Html {
  const w = requirementWords(page.lang);
  const ask = page.href(`/initiatives/${initiative.slug}/requirements/${state.requirement.id}/ask`);
  return (
    <Section
      title={w.questions}
      id="questions"
      actions={
        mayAsk && (
          <LinkButton href={ask} small>
            {w.ask}
          </LinkButton>
        )
      }
    >
      {questions.length === 0 ? (
        <p class="muted">{w.noQuestions}</p>
      ) : (
        <Timeline
          label={w.questions}
          items={questions.map((question) => ({
            when: <TimeText at={question.askedAt} lang={page.lang} />,
            title: <UserText text={question.question} />,
            who: question.askedBy && <PersonLink page={page} person={question.askedBy} />,
            strong: question.answer !== null,
            text: (
              <>
                {question.edition !== edition.id && (
                  <p class="muted">{w.askedUnder(question.edition, question.requirement)}</p>
                )}
                <Answer page={page} question={question} mayAnswer={mayAnswer} />
              </>
            ),
          }))}
        />
      )}
    </Section>
  );
}

function Answer({ page, question, mayAnswer }: { page: Page; question: Question; mayAnswer: boolean }): Html {
  const w = requirementWords(page.lang);
  if (question.answer === null)
    return (
      <p>
        {w.waits} {mayAnswer && <a href={page.href(`/questions/${question.id}/answer`)}>{w.answer}</a>}
      </p>
    );
  return (
    <>
      <UserText text={`${w.answered}: ${question.answer}`} />
      <p class="muted">
        {question.answeredAt && <TimeText at={question.answeredAt} lang={page.lang} />}
        {question.answeredBy && (
          <>
            {` ${w.by} `}
            <PersonLink page={page} person={question.answeredBy} />
          </>
        )}
      </p>
    </>
  );
}

/** What other initiatives have explained on the same requirement. */
export function ElsewhereSection({ page, elsewhere, state }: RequirementProps): Html {
  const w = requirementWords(page.lang);
  if (elsewhere.length === 0) return <></>;
  return (
    <Section title={w.elsewhere} intro={w.elsewhereWhy}>
      <ul>
        {elsewhere.map((row) => (
          <li>
            <a href={page.href(`/initiatives/${row.slug}/requirements/${state.requirement.id}`)}>
              {row.name}
            </a>{' '}
            <LevelBadge level={row.level} lang={page.lang} />{' '}
            <span class="muted">{voices[row.voice as Voice][page.lang]}</span>
            <UserText text={row.explanation} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const isVoice = (value: unknown): value is Voice => typeof value === 'string' && value in voices;
const isVerdict = (value: unknown): value is Verdict => typeof value === 'string' && value in verdicts;

/** One line of the history, from what the journal keeps. */
function happening({ deed, after, before }: Happened, lang: Language): string | null {
  const w = requirementWords(lang);
  const voice = isVoice(after['voice']) ? voiceName(after['voice'], lang) : '';
  switch (deed) {
    case 'assess-requirement':
      return isVerdict(after['verdict']) ? w.assessed(voice, verdicts[after['verdict']][lang]) : null;
    case 'attach-evidence':
      return w.evidenceAdded(text(after['evidence']));
    case 'remove-evidence':
      return w.evidenceRemoved(text(before['evidence']));
    case 'review-assessment':
      return w.reviewDone(voice);
    default:
      return null;
  }
}

/** All that has been said and done about the requirement, the latest first. */
export function HistorySection({ page, history }: RequirementProps): Html {
  const w = requirementWords(page.lang);
  const items = history.flatMap((each): Happening[] => {
    const title = happening(each, page.lang);
    if (title === null) return [];
    return [
      {
        when: <TimeText at={each.at} lang={page.lang} />,
        title,
        who: each.who && <PersonLink page={page} person={each.who} />,
        text: <UserText text={text(each.after['explanation'])} />,
      },
    ];
  });
  if (items.length === 0) return <></>;
  return (
    <Section title={w.history}>
      <Timeline label={w.historyLabel} items={items} />
    </Section>
  );
}

interface QueueProps {
  readonly page: Page;
  readonly status: 'open' | 'answered';
  readonly questions: readonly Question[];
  readonly mayAnswer: boolean;
  readonly nextHref: string | undefined;
}

/** The secretariat's queue of questions about requirements. */
export function QuestionsView({ page, status, questions, mayAnswer, nextHref }: QueueProps): Html {
  const { lang } = page;
  const w = requirementWords(lang);
  return (
    <>
      <PageHeading title={w.queue} lead={w.queueLead} />
      <Tabs
        label={w.queue}
        tabs={[
          { href: page.href('/questions'), label: w.queueOpen, current: status === 'open' },
          {
            href: page.href('/questions?status=answered'),
            label: w.queueAnswered,
            current: status === 'answered',
          },
        ]}
      />
      <Table
        lang={lang}
        caption={status === 'open' ? w.queueOpen : w.queueAnswered}
        hideCaption
        rows={questions}
        empty={<EmptyState title={w.noneOpen} why={w.noneOpenWhy} />}
        columns={[
          {
            head: w.initiative,
            names: true,
            cell: (row) => (
              <a
                href={page.href(
                  `/initiatives/${row.initiative.slug}/requirements/${row.requirement}#questions`,
                )}
              >
                {`${row.initiative.name}: ${row.requirement}`}
              </a>
            ),
          },
          { head: w.questionHead, cell: (row) => <UserText text={row.question} /> },
          {
            head: w.asked,
            cell: (row) => (
              <>
                <TimeText at={row.askedAt} lang={lang} />
                {row.askedBy && (
                  <>
                    <br />
                    <PersonLink page={page} person={row.askedBy} />
                  </>
                )}
              </>
            ),
          },
          {
            head: w.answer,
            cell: (row) => <Answer page={page} question={row} mayAnswer={mayAnswer} />,
          },
        ]}
      />
      <Pagination lang={lang} shown={questions.length} nextHref={nextHref} />
    </>
  );
}
