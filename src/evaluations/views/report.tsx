import { stages, themes } from '../../../rulebook/vocabulary.ts';
import type { Language } from '../../../rulebook/vocabulary.ts';
import { VerdictMark } from '../../web/components/badge.tsx';
import { Facts } from '../../web/components/facts.tsx';
import { Section } from '../../web/components/heading.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Column } from '../../web/components/table.tsx';
import { DateText } from '../../web/components/text.tsx';
import type { Child, Html } from '../../web/jsx/jsx-runtime.ts';
import type { Registered, Report, ReportRow, ReportSaid } from '../report.ts';
import { factWord, labelIn, levelIn, ownWord, saidLines } from '../report-words.ts';
import { reportWords } from '../words.ts';
import { CountTables } from './count-tables.tsx';
import { LightMark } from './light-mark.tsx';
import { LinkedText, UserText } from './user-text.tsx';

interface ReportProps {
  readonly report: Report;
  readonly lang: Language;
}

/** A governance or evaluation report as sections of a page, without its title. */
export function ReportView({ report, lang }: ReportProps): Html {
  const words = reportWords(lang);
  return (
    <>
      <About report={report} lang={lang} />
      <Worded title={words.summary} text={report.wording.summary} />
      <Section title={words.all}>
        {report.themes.map(({ theme, rows }) => (
          <Section title={themes[theme][lang]} level={3}>
            <Table
              lang={lang}
              caption={themes[theme][lang]}
              hideCaption
              columns={columnsOf(report, lang)}
              rows={rows}
              rowId={(row) => `krav-${row.requirement.id}`}
            />
          </Section>
        ))}
      </Section>
      <Differences report={report} lang={lang} />
      <Contradictions report={report} lang={lang} />
      <Questions report={report} lang={lang} />
      {report.kind === 'evaluation' ? (
        <CountTables
          report={report}
          table={report.lightCounts}
          lang={lang}
          mark={(light) => <LightMark light={light} lang={lang} />}
        />
      ) : (
        <CountTables
          report={report}
          table={report.verdictCounts}
          lang={lang}
          mark={(value) =>
            value === 'unassessed' ? words.unassessed : <VerdictMark verdict={value} lang={lang} />
          }
        />
      )}
      <Worded title={words.overall} text={report.wording.overall} />
      <Worded title={words.recommendation} text={report.wording.recommendation} />
    </>
  );
}

/** The title of a report, for the page's heading. */
export function reportTitle({ report, lang }: ReportProps): string {
  const words = reportWords(lang);
  const { name, stage } = report.initiative;
  return report.kind === 'governance'
    ? words.governanceTitle(name)
    : words.evaluationTitle(stages[stage][lang], name);
}

function About({ report, lang }: ReportProps): Html {
  const words = reportWords(lang);
  const { initiative, edition } = report;
  const level = edition.levels.find(({ id }) => id === initiative.level);
  return (
    <>
      <Facts
        facts={[
          [words.date, <DateText date={report.on} lang={lang} />],
          [words.edition, edition.name[lang]],
          [words.stage, stages[initiative.stage][lang]],
          [words.level, level?.name[lang] ?? words.notPlaced],
          [words.address, initiative.address && <LinkedText text={initiative.address} />],
          ...initiative.facts.map(({ label, value }): readonly [string, Child] => [
            label[lang],
            <LinkedText text={value} />,
          ]),
          [
            words.links,
            initiative.links.length > 0 && (
              <Lines
                items={initiative.links.map((link) => (
                  <Evidence title={link.title} url={link.url} />
                ))}
              />
            ),
          ],
        ]}
      />
      <UserText text={initiative.summary} />
    </>
  );
}

function Worded({ title, text }: { title: string; text: string }): Html {
  return (
    <>
      {text.trim() !== '' && (
        <Section title={title}>
          <UserText text={text} />
        </Section>
      )}
    </>
  );
}

function Evidence({ title, url }: { title: string; url: string | null }): Html {
  if (url === null) return <>{title}</>;
  return (
    <a href={url} rel="noopener noreferrer">
      {title}
    </a>
  );
}

/** Several things in one cell or fact. */
function Lines({ items }: { items: readonly Child[] }): Html {
  return (
    <>
      {items.map((item, index) => (
        <>
          {index > 0 && <br />}
          {item}
        </>
      ))}
    </>
  );
}

function EvidenceCell({ said, on, lang }: { said: ReportSaid | null; on: string; lang: Language }): Html {
  if (!said) return <></>;
  return (
    <Lines
      items={[
        ...said.evidence.map(({ title, url }) => <Evidence title={title} url={url} />),
        ...saidLines(said, on, lang),
      ]}
    />
  );
}

function RegisteredCell({ registered, lang }: { registered: Registered | null; lang: Language }): Html {
  if (!registered) return <></>;
  return (
    <Lines
      items={[
        <VerdictMark verdict={registered.satisfied ? 'met' : 'unmet'} lang={lang} />,
        ...registered.because.map((because) => factWord(because, lang)),
      ]}
    />
  );
}

function columnsOf(report: Report, lang: Language): readonly Column<ReportRow>[] {
  const words = reportWords(lang);
  const about: readonly Column<ReportRow>[] = [
    {
      head: words.requirement,
      cell: ({ requirement }) => `${requirement.id} ${labelIn(requirement, lang)}`,
      names: true,
    },
    { head: words.level, cell: ({ requirement }) => levelIn(report.edition, requirement.level, lang) },
  ];
  const registered: Column<ReportRow> = {
    head: words.registered,
    cell: (row) => <RegisteredCell registered={row.registered} lang={lang} />,
  };
  if (report.kind === 'governance')
    return [
      ...about,
      {
        head: words.complied,
        cell: ({ self }) =>
          self && (
            <>
              <VerdictMark verdict={self.verdict} lang={lang} />
              {ownWord(self, report.edition) && (
                <>
                  <br />
                  <span class="muted">»{self.asWritten}«</span>
                </>
              )}
            </>
          ),
      },
      {
        head: words.documentation,
        cell: ({ self }) =>
          self?.explanation ? (
            <UserText text={self.explanation} />
          ) : (
            <span class="muted">{words.notFilled}</span>
          ),
      },
      { head: words.evidence, cell: ({ self }) => <EvidenceCell said={self} on={report.on} lang={lang} /> },
      registered,
    ];
  return [
    ...about,
    { head: words.selfWord, cell: ({ self }) => self && <VerdictMark verdict={self.verdict} lang={lang} /> },
    { head: words.light, cell: ({ light }) => <LightMark light={light} lang={lang} /> },
    {
      head: words.groundsShort,
      cell: ({ community }) => community && <UserText text={community.explanation} />,
    },
    {
      head: words.evidence,
      cell: ({ community }) => <EvidenceCell said={community} on={report.on} lang={lang} />,
    },
    registered,
  ];
}

function Differences({ report, lang }: ReportProps): Html {
  const words = reportWords(lang);
  if (report.differences.length === 0) return <></>;
  return (
    <Section title={words.differences} intro={words.differencesWhy}>
      <Table
        lang={lang}
        caption={words.differences}
        hideCaption
        rows={report.differences}
        columns={[
          {
            head: words.requirement,
            cell: ({ requirement }) => `${requirement.id} ${labelIn(requirement, lang)}`,
            names: true,
          },
          {
            head: words.selfWord,
            cell: ({ self }) => self && <VerdictMark verdict={self.verdict} lang={lang} />,
          },
          {
            head: words.light,
            cell: ({ community }) => community && <VerdictMark verdict={community.verdict} lang={lang} />,
          },
        ]}
      />
    </Section>
  );
}

function Contradictions({ report, lang }: ReportProps): Html {
  const words = reportWords(lang);
  if (report.contradictions.length === 0) return <></>;
  return (
    <Section title={words.contradictions}>
      <ul>
        {report.contradictions.map(({ requirement, registered, verdict }) => (
          <li>
            <strong>
              {requirement.id} {labelIn(requirement, lang)}
            </strong>{' '}
            <VerdictMark verdict={verdict ?? 'unknown'} lang={lang} />{' '}
            {(registered?.because ?? []).map((because) => factWord(because, lang)).join(', ')}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Questions({ report, lang }: ReportProps): Html {
  const words = reportWords(lang);
  const asked = report.rows.flatMap(({ requirement, questions }) =>
    questions.map((question) => ({ id: requirement.id, ...question })),
  );
  if (asked.length === 0) return <></>;
  return (
    <Section title={words.questions}>
      <Table
        lang={lang}
        caption={words.questions}
        hideCaption
        rows={asked}
        columns={[
          { head: '#', cell: ({ id }) => id, nowrap: true, names: true },
          {
            head: words.question,
            cell: ({ question, askedOn }) => (
              <>
                <UserText text={question} />
                <DateText date={askedOn} lang={lang} />
              </>
            ),
          },
          {
            head: words.answer,
            cell: ({ answer, answeredOn }) =>
              answer === null ? (
                <span class="muted">{words.noAnswer}</span>
              ) : (
                <>
                  <UserText text={answer} />
                  {answeredOn !== null && <DateText date={answeredOn} lang={lang} />}
                </>
              ),
          },
        ]}
      />
    </Section>
  );
}
