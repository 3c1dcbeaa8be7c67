import type { Refusal } from '../../rulebook/rule.ts';
import { stages, verdicts } from '../../rulebook/vocabulary.ts';
import type { Language, Stage, Verdict } from '../../rulebook/vocabulary.ts';
import { LevelBadge, Light, StageTrack, Tag, VerdictMark } from './components/badge.tsx';
import { Button, LinkButton } from './components/button.tsx';
import { CountBar, VerdictBar } from './components/count-bar.tsx';
import { Details, Dialog, EmptyState, Facts, Timeline } from './components/facts.tsx';
import {
  CheckboxField,
  CheckboxGroup,
  DateField,
  EmailField,
  FileField,
  HiddenField,
  MoneyField,
  NumberField,
  RadioField,
  RowsField,
  SelectField,
  TextArea,
  TextField,
} from './components/field.tsx';
import { Form, FormActions, formState } from './components/form.tsx';
import { Columns, PageHeading, Section } from './components/heading.tsx';
import { ExternalLink } from './components/link.tsx';
import { LetterList } from './components/letter-list.tsx';
import { FilterDate, Filters, FilterSelect, FilterText, Pagination, Tabs } from './components/list-tools.tsx';
import { Notice } from './components/notice.tsx';
import { RefusalBox } from './components/refusal-box.tsx';
import { SeatTable } from './components/seat-table.tsx';
import { Table } from './components/table.tsx';
import { DateText, MoneyText, TimeText } from './components/text.tsx';
import type { Html } from './jsx/jsx-runtime.ts';
import { Layout } from './layout.tsx';
import { localHref } from './page.ts';
import type { Page } from './page.ts';

/** Every component on one page, with invented content. For tests and for looking at. */

const text = (da: string, en: string) => ({ da, en });

/** A page of the demo community. */
export function galleryPage(lang: Language, signedIn: boolean): Page {
  return {
    lang,
    path: '/projects?level=N2',
    href: (path) => localHref(lang, path),
    viewer: signedIn ? { id: 'p1', name: 'Frida Demosen', isDemo: true, seesPeople: true } : null,
    community: { name: 'OS2 – det offentlige digitaliseringsfællesskab', demo: true, edition: '2025' },
    now: Temporal.Instant.from('2026-09-24T08:00:00Z'),
    today: '2026-09-24',
    waiting: signedIn ? 7 : 0,
  };
}

interface Row {
  name: string;
  stage: Stage;
  level: string | null;
  owner: string;
  met: number;
  partly: number;
  unmet: number;
  light: 'green' | 'yellow' | 'red';
  since: string;
  money: number;
}

const rows: readonly Row[] = [
  {
    name: 'OS2mo',
    stage: 'product',
    level: 'N3',
    owner: 'Holstebro Kommune',
    met: 31,
    partly: 6,
    unmet: 2,
    light: 'green',
    since: '2026-01-14',
    money: 123456750,
  },
  {
    name: 'OS2skadesøkonomi',
    stage: 'product',
    level: 'N2',
    owner: 'Aalborg Kommune',
    met: 22,
    partly: 9,
    unmet: 8,
    light: 'yellow',
    since: '2025-11-03',
    money: 48000000,
  },
  {
    name: 'OS2iot',
    stage: 'project',
    level: 'N1',
    owner: 'Aarhus Kommune',
    met: 14,
    partly: 2,
    unmet: 11,
    light: 'red',
    since: '2026-08-30',
    money: 0,
  },
  {
    name: 'Fælles ordbog for sagsbehandling i sammenhæng',
    stage: 'concept',
    level: 'sandbox',
    owner: 'Region Midtjylland',
    met: 3,
    partly: 1,
    unmet: 4,
    light: 'yellow',
    since: '2026-09-01',
    money: 7500,
  },
  {
    name: 'OS2ny',
    stage: 'idea',
    level: null,
    owner: 'Ballerup Kommune',
    met: 0,
    partly: 0,
    unmet: 0,
    light: 'green',
    since: '2026-09-20',
    money: 0,
  },
];

const refusal: Refusal = {
  rule: 'board-majority',
  says: text('Projektet kan ikke startes på N3 endnu.', 'The project cannot start at N3 yet.'),
  source: { edition: '2016', document: 'OS2 organisering 1.0', section: '§5.5.3', page: '21–22' },
  because: text(
    'Bestyrelsens medlemmer har 2 af 5 stemmer i styregruppen.',
    'Board members hold 2 of 5 votes in the steering group.',
  ),
  cure: text(
    'Sæt et bestyrelsesmedlem mere i styregruppen.',
    'Seat one more board member in the steering group.',
  ),
};

function Lists({ page }: { page: Page }): Html {
  const { lang } = page;
  const t = (da: string, en: string) => (lang === 'da' ? da : en);
  return (
    <>
      <Filters lang={lang} action={page.href('/projects')} resetHref={page.href('/projects')}>
        <FilterText name="q" label={t('Navn', 'Name')} value="os2" />
        <FilterSelect
          name="level"
          label={t('Niveau', 'Level')}
          value="N2"
          all={t('Alle niveauer', 'All levels')}
          options={['N1', 'N2', 'N3'].map((level) => ({ value: level, label: level }))}
        />
        <FilterSelect
          name="stage"
          label={t('Fase', 'Stage')}
          value={undefined}
          all={t('Alle faser', 'All stages')}
          options={Object.entries(stages).map(([value, says]) => ({ value, label: says[lang] }))}
        />
        <FilterDate name="on" label={t('På datoen', 'On the date')} value="2026-09-01" />
      </Filters>
      <Table
        lang={lang}
        caption={t('Projekter og produkter', 'Projects and products')}
        hideCaption
        rows={rows}
        rowTone={(row) => (row.light === 'red' ? 'danger' : undefined)}
        columns={[
          {
            head: t('Navn', 'Name'),
            names: true,
            sortHref: '?sort=-name',
            sorted: 'ascending',
            cell: (row) => <a href="/initiatives/os2mo">{row.name}</a>,
          },
          { head: t('Niveau', 'Level'), cell: (row) => <LevelBadge level={row.level} lang={lang} /> },
          { head: t('Fase', 'Stage'), sortHref: '?sort=stage', cell: (row) => stages[row.stage][lang] },
          { head: t('Ejer', 'Owner'), wideOnly: true, cell: (row) => row.owner },
          {
            head: t('Krav', 'Requirements'),
            cell: (row) => (
              <VerdictBar
                bare
                id={`row-${row.name.replace(/\W/g, '')}`}
                lang={lang}
                title={t(`Krav for ${row.name}`, `Requirements of ${row.name}`)}
                counts={{ met: row.met, partly: row.partly, unmet: row.unmet }}
              />
            ),
          },
          { head: t('Rapport', 'Report'), cell: (row) => <Light light={row.light} lang={lang} /> },
          {
            head: t('Siden', 'Since'),
            nowrap: true,
            sortHref: '?sort=since',
            cell: (row) => <DateText date={row.since} lang={lang} />,
          },
          {
            head: t('Økonomi', 'Economy'),
            numeric: true,
            cell: (row) => <MoneyText oere={row.money} lang={lang} />,
          },
          {
            head: t('Handlinger', 'Actions'),
            hideHead: true,
            cell: () => (
              <LinkButton href="/cases" small>
                {t('Åbn sag', 'Open case')}
              </LinkButton>
            ),
          },
        ]}
      />
      <Pagination lang={lang} shown={100} total={10432} previousHref="?before=x" nextHref="?after=y" />
      <Table
        lang={lang}
        caption={t('Tom liste', 'Empty list')}
        columns={[]}
        rows={[]}
        empty={
          <EmptyState
            title={t('Ingen sager venter på dig.', 'No cases wait for you.')}
            why={t(
              'Sager kommer hertil, når nogen beder et organ, du sidder i, om at beslutte noget.',
              'Cases come here when somebody asks a body you sit in to decide something.',
            )}
            action={<LinkButton href="/cases">{t('Se alle sager', 'See all cases')}</LinkButton>}
          />
        }
      />
    </>
  );
}

function Marks({ page }: { page: Page }): Html {
  const { lang } = page;
  const t = (da: string, en: string) => (lang === 'da' ? da : en);
  return (
    <>
      <StageTrack stage="project" lang={lang} />
      <StageTrack stage="retired" lang={lang} />
      <div class="tags">
        {[null, 'sandbox', 'N1', 'N2', 'N3'].map((level) => (
          <LevelBadge level={level} lang={lang} />
        ))}
        {(['neutral', 'accent', 'info', 'success', 'warning', 'danger'] as const).map((tone) => (
          <Tag tone={tone} icon="clock">
            {t('venter 12 dage', 'waiting 12 days')}
          </Tag>
        ))}
      </div>
      <ul class="tags">
        {(Object.keys(verdicts) as Verdict[]).map((verdict) => (
          <li>
            <VerdictMark verdict={verdict} lang={lang} />
          </li>
        ))}
      </ul>
      <VerdictBar
        id="verdicts"
        lang={lang}
        title={t(
          'Krav på N2 efter fællesskabets evaluering',
          'Requirements at N2 in the community’s evaluation',
        )}
        counts={{ met: 22, partly: 6, planned: 3, explained: 2, unmet: 5, 'not-relevant': 1, unknown: 4 }}
      />
      <CountBar
        id="levels"
        lang={lang}
        title={t('Produkter efter niveau', 'Products by level')}
        segments={[
          { label: 'N1', count: 12, fill: 'info' },
          { label: 'N2', count: 9, fill: 'accent' },
          { label: 'N3', count: 0, fill: 'success' },
        ]}
      />
    </>
  );
}

const typedWrong = [
  {
    path: 'name',
    says: text('Navnet er allerede i brug. Vælg et andet.', 'The name is taken. Choose another.'),
  },
  { path: 'origin', says: text('Vælg, hvor ideen kommer fra.', 'Choose where the idea comes from.') },
  {
    path: '',
    says: text(
      'Sagen er ændret, siden du åbnede den. Læs den igen.',
      'The case has changed since you opened it. Read it again.',
    ),
  },
];

function Forms({ page, problems }: { page: Page; problems: boolean }): Html {
  const { lang } = page;
  const t = (da: string, en: string) => (lang === 'da' ? da : en);
  const form = formState(
    lang,
    'idea',
    {
      name: 'OS2ny <b>',
      summary: 'Linje 1\nLinje 2',
      level: 'N2',
      roles: ['uses'],
      budget: '1.234,5',
      agree: 'on',
      origin: 'community',
    },
    problems ? typedWrong : [],
  );
  const plain = formState(lang, 'plain');
  return (
    <Columns>
      <Form form={form} action={page.href('/initiatives')} files draft>
        <TextField
          form={form}
          name="name"
          label={t('Navn', 'Name')}
          hint={t('Kort og genkendeligt', 'Short and recognisable')}
        />
        <TextArea form={form} name="summary" label={t('Hvad går ideen ud på?', 'What is the idea?')} />
        <SelectField
          form={form}
          name="level"
          label={t('Niveau', 'Level')}
          options={['N1', 'N2', 'N3'].map((value) => ({ value, label: value }))}
        />
        <RadioField
          form={form}
          name="origin"
          label={t('Hvor kommer ideen fra?', 'Where does the idea come from?')}
          options={[
            { value: 'community', label: t('Udviklet i fællesskabet', 'Developed in the community') },
            {
              value: 'outside',
              label: t('Overdraget udefra', 'Handed over from outside'),
              hint: t(
                'Et færdigt produkt, der skal opfylde de samme krav',
                'A finished product that must meet the same requirements',
              ),
            },
          ]}
        />
        <CheckboxGroup
          form={form}
          name="roles"
          label={t('Hvad gør organisationen?', 'What does the organisation do?')}
          optional
          inline
          options={[
            { value: 'uses', label: t('Anvender', 'Uses') },
            { value: 'hosts', label: t('Driver', 'Hosts') },
          ]}
        />
        <CheckboxField
          form={form}
          name="agree"
          label={t('Vi har talt med sekretariatet', 'We have talked with the secretariat')}
        />
        <RowsField
          form={form}
          name="evidence"
          label={t('Dokumentation', 'Evidence')}
          optional
          row={(index) => (
            <>
              <TextField form={form} name={`evidence.${index}.title`} label={t('Titel', 'Title')} />
              <TextField
                form={form}
                name={`evidence.${index}.url`}
                label={t('Adresse', 'Address')}
                type="url"
              />
            </>
          )}
        />
        <HiddenField name="version" value={3} />
        <FormActions>
          <Button>{t('Send ideen ind', 'Send the idea in')}</Button>
          <Button variant="secondary" name="next" value="preview">
            {t('Se først', 'Preview')}
          </Button>
          <Button variant="tertiary" opens="help" icon="question">
            {t('Hjælp', 'Help')}
          </Button>
        </FormActions>
      </Form>
      <Form form={plain} action={page.href('/seats')}>
        <EmailField
          form={plain}
          name="email"
          label={t('E-mail', 'E-mail')}
          hint={t('Vi sender en kode, der virker i 10 minutter', 'We send a code that works for 10 minutes')}
        />
        <DateField form={plain} name="from" label={t('Fra', 'From')} />
        <NumberField form={plain} name="for" label={t('Stemmer for', 'Votes for')} />
        <MoneyField form={plain} name="budget" label={t('Budget', 'Budget')} optional />
        <FileField
          form={plain}
          name="evidence"
          label={t('Dokumentation', 'Evidence')}
          hint={t('Højst 20 MB', 'At most 20 MB')}
          optional
        />
        <FormActions>
          <Button tone="danger">{t('Luk initiativet', 'Close the initiative')}</Button>
        </FormActions>
      </Form>
      <Dialog id="help" title={t('Hjælp', 'Help')} close={t('Luk', 'Close')}>
        <p>
          {t(
            'Enhver, der er logget ind fra et medlem, kan sende en idé ind.',
            'Anyone signed in from a member can send in an idea.',
          )}
        </p>
      </Dialog>
    </Columns>
  );
}

function Blocks({ page, problems }: { page: Page; problems: boolean }): Html {
  const { lang } = page;
  const t = (da: string, en: string) => (lang === 'da' ? da : en);
  return (
    <Columns aside>
      <div class="section">
        {(['info', 'success', 'warning', 'danger'] as const).map((tone) => (
          <Notice
            lang={lang}
            tone={tone}
            title={t(
              'Styregruppen har mistet sin plads fra bestyrelsen',
              'The steering group has lost its board seat',
            )}
          >
            {t('Den skal udpeges senest 1. oktober 2026.', 'It must be appointed by 1 October 2026.')}
          </Notice>
        ))}
        {problems && <RefusalBox page={page} refusals={[refusal, { ...refusal, rule: 'board-appoints' }]} />}
        <Details summary={t('Hvorfor?', 'Why?')} open>
          <p>{t('Fordi reglen siger det.', 'Because the rule says so.')}</p>
        </Details>
        <Details summary={t('Tidligere beslutninger', 'Earlier decisions')}>
          <p>…</p>
        </Details>
        <LetterList
          lang={lang}
          id="letters-example"
          letters={(['at-once', 'weekly', null] as const).map((way) => ({
            name: 'Frida Demosen',
            way,
            subject: t('Dagsorden: bestyrelsesmøde', 'Agenda: board meeting'),
            body: t(
              'Kære Frida Demosen\n\nDagsordenen ligger klar.',
              'Dear Frida Demosen\n\nThe agenda is ready.',
            ),
            language: lang,
          }))}
        />
      </div>
      <div class="section card">
        <Facts
          facts={[
            [t('Projektejer', 'Project owner'), 'Frida Demosen'],
            [t('Økonomi', 'Economy'), <MoneyText oere={123456750} lang={lang} />],
            [
              t('Kildekode', 'Source code'),
              <ExternalLink page={page} href="https://github.com/OS2mo">
                github.com/OS2mo
              </ExternalLink>,
            ],
            [t('Licens', 'Licence'), null],
          ]}
        />
        <Timeline
          label={t('Historik', 'History')}
          items={[
            {
              when: <TimeText at="2026-09-24T08:00:00Z" lang={lang} />,
              title: t('Godkendt af bestyrelsen', 'Approved by the board'),
              who: 'Frida Demosen',
              strong: true,
              text: <p>{t('7 for, 1 imod', '7 for, 1 against')}</p>,
            },
            {
              when: <DateText date="2026-08-01" lang={lang} />,
              title: t('Indplaceret på N2', 'Placed at N2'),
            },
          ]}
        />
      </div>
    </Columns>
  );
}

interface GalleryProps {
  lang: Language;
  signedIn?: boolean;
  /** The form has come back with problems. */
  problems?: boolean;
}

export function Gallery({ lang, signedIn = true, problems = true }: GalleryProps): Html {
  const page = galleryPage(lang, signedIn);
  const t = (da: string, en: string) => (lang === 'da' ? da : en);
  return (
    <Layout
      page={page}
      title={t('Projekter', 'Projects')}
      wide
      breadcrumb={[{ href: '/', label: t('Overblik', 'Home') }]}
      flash={{
        tone: 'success',
        says: t('Sagen er sendt til bestyrelsen.', 'The case has been sent to the board.'),
      }}
    >
      <PageHeading
        kicker={t('Produkt', 'Product')}
        title="OS2skadesøkonomi"
        tags={
          <>
            <LevelBadge level="N2" lang={lang} />
            <Tag tone="warning" icon="warning">
              {t('dokumentation udløbet', 'evidence expired')}
            </Tag>
          </>
        }
        lead={t(
          'Viser en kommune, hvad vand og storm koster, og hvad det betaler sig at gøre ved det.',
          'Shows a municipality what water and storm cost, and what is worth doing about it.',
        )}
        actions={
          <>
            <LinkButton href="/cases/new" variant="primary">
              {t('Send til bestyrelsen', 'Send to the board')}
            </LinkButton>
            <LinkButton href="/download" icon="download">
              CSV
            </LinkButton>
          </>
        }
      />
      <Tabs
        label={t('Sider om initiativet', 'Pages of the initiative')}
        tabs={[
          { href: '#a', label: t('Overblik', 'Overview'), current: true },
          { href: '#b', label: t('Krav', 'Requirements'), count: 43 },
          { href: '#c', label: t('Prognose', 'Forecast') },
          { href: '#d', label: t('Sager', 'Cases'), count: 2 },
          { href: '#e', label: t('Organer', 'Bodies') },
        ]}
      />
      <Section
        title={t('Lister', 'Lists')}
        intro={t('Tætte lister, der kan sorteres og sendes.', 'Dense lists that can be sorted and sent.')}
      >
        <Lists page={page} />
      </Section>
      <Section title={t('Tegn', 'Marks')}>
        <Marks page={page} />
      </Section>
      <Section title={t('Pladser', 'Seats')}>
        <SeatTable
          page={page}
          caption={t('Styregruppen', 'Steering group')}
          emptyWhy=""
          seats={[
            {
              id: 's1',
              role: 'chair',
              title: t('forperson', 'chair'),
              person: { id: 'p', name: 'Frida Demosen' },
              organisation: { id: 'o', name: 'Aalborg Kommune' },
              voting: true,
              appointedBy: t('bestyrelsen', 'the board'),
              from: '2026-01-01',
              to: null,
            },
            {
              id: 's2',
              role: 'member',
              title: t('medlem', 'member'),
              person: { id: 'q', name: 'Åse Opfundet' },
              organisation: { id: 'o', name: 'Ærø Kommune' },
              voting: true,
              appointedBy: t('deltagerne', 'the participants'),
              from: '2025-01-01',
              to: '2026-06-30',
            },
            {
              id: 's3',
              role: 'secretary',
              title: t('sekretær', 'secretary'),
              person: null,
              organisation: null,
              voting: false,
              appointedBy: null,
              from: '2026-01-01',
              to: '2026-12-31',
            },
          ]}
          actions={() => (
            <LinkButton href="/seats/1" small>
              {t('Afslut', 'End')}
            </LinkButton>
          )}
        />
      </Section>
      <Section title={t('Beskeder', 'Messages')}>
        <Blocks page={page} problems={problems} />
      </Section>
      <Section title={t('Formularer', 'Forms')}>
        <Forms page={page} problems={problems} />
      </Section>
    </Layout>
  );
}
