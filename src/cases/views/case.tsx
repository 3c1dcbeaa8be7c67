import { Written, writtenIn } from '../../web/components/written.tsx';
import { providerTitle } from '../../../rulebook/titles.ts';
import { stages } from '../../../rulebook/vocabulary.ts';
import { dateIn } from '../../lib/time.ts';
import { LevelBadge } from '../../web/components/badge.tsx';
import { Button, LinkButton } from '../../web/components/button.tsx';
import { Details, Facts } from '../../web/components/facts.tsx';
import { Form, formState } from '../../web/components/form.tsx';
import { Columns, PageHeading, Section } from '../../web/components/heading.tsx';
import { ExternalLink } from '../../web/components/link.tsx';
import { Notice } from '../../web/components/notice.tsx';
import { Prose } from '../../web/components/prose.tsx';
import { RuleLink } from '../../web/components/refusal-box.tsx';
import { Table } from '../../web/components/table.tsx';
import { DateText, MoneyText } from '../../web/components/text.tsx';
import { formatDate } from '../../web/format.ts';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import type { CaseReading } from '../reading.ts';
import { caseWords } from '../words.ts';
import { DecisionView } from './decision.tsx';
import { kindName, StatusTag } from './marks.tsx';
import { capital } from '../../lib/capital.ts';

/** A deed on the case: where its form is, and who may do it. */
export interface CaseDeed {
  readonly name: string;
  readonly title: string;
  readonly href: string;
  readonly may: boolean;
  /** Grounds that give the right, in words. */
  readonly who: readonly string[];
}

export interface CaseProps {
  readonly page: Page;
  readonly reading: CaseReading;
  readonly names: boolean;
  /** Deeds that make sense while the case stands as it does. */
  readonly deeds: readonly CaseDeed[];
  /** The form that records the body's answer, for those who may. */
  readonly decide: Html | null;
  /** What must be read first after a form came back. */
  readonly messages: Html | null;
  /** Why a form that came back is not shown any more. */
  readonly problems: readonly string[];
  /** Address of the form that corrects a decision, by the decision's id. */
  readonly correctHref: ReadonlyMap<string, string>;
}

/** The page of a case: what is asked, what it rests on, who decides, and what each answer would do. */
export function CaseView(props: CaseProps): Html {
  const { page, reading, deeds } = props;
  const { lang } = page;
  const w = caseWords(lang);
  const { row, sentBack } = reading;
  const may = deeds.filter((deed) => deed.may);
  /** A level to find is found by placing; any other question is answered by deciding. */
  const answering = may.some((deed) => deed.name === 'place-initiative') ? 'place-initiative' : 'decide-case';
  const decisions = (
    <Section title={w.decisions} id="decisions">
      {reading.decisions.length === 0 && <p class="muted">{w.noDecisions}</p>}
      {reading.decisions.map((decision) => (
        <DecisionView
          page={page}
          decision={decision}
          names={props.names}
          correctHref={props.correctHref.get(decision.row.id)}
        />
      ))}
    </Section>
  );
  return (
    <>
      <PageHeading
        kicker={`${w.numbered(row.number)} · ${capital(kindName(row.kind)[lang])}`}
        title={<Written>{row.question}</Written>}
        tags={
          <StatusTag
            page={page}
            status={row.status}
            since={row.awaits_since}
            postponedUntil={row.postponed_until}
          />
        }
        lead={<AtAGlance page={page} reading={reading} />}
        actions={
          may.some((deed) => deed.name !== 'decide-case') && (
            <>
              {may.map((deed) => (
                <DeedButton page={page} deed={deed} answers={deed.name === answering} />
              ))}
            </>
          )
        }
      />
      {props.messages}
      {props.problems.map((problem) => (
        <Notice lang={lang} tone="warning">
          {problem}
        </Notice>
      ))}
      {sentBack && (
        <Notice lang={lang} tone="warning" title={w.sentBackTitle(formatDate(sentBack.on, lang))}>
          <ul>
            {sentBack.points.map((point) => (
              <li lang={writtenIn}>{point}</li>
            ))}
          </ul>
          {props.names && row.owner_name !== null && <p>{w.sentBackOwner(row.owner_name)}</p>}
        </Notice>
      )}
      {row.status === 'draft' && <p class="muted">{w.draftNote}</p>}
      <Columns aside>
        <div>
          {row.status === 'decided' && decisions}
          <Section title={w.statement}>
            {row.statement === '' ? <p class="muted">{w.noStatement}</p> : <Prose text={row.statement} />}
          </Section>
          {row.opinion_wanted && (
            <Section title={w.opinion}>
              {row.opinion === '' ? <p class="muted">{w.opinionAwaited}</p> : <Prose text={row.opinion} />}
            </Section>
          )}
          <Section title={w.recommendation} card>
            {row.recommendation === '' ? (
              <p class="muted">{w.noRecommendation}</p>
            ) : (
              <Prose text={row.recommendation} />
            )}
          </Section>
          <Annexes page={page} annexes={row.annexes} />
          <Asks page={page} reading={reading} />
          <Decide {...props} />
          {row.status !== 'decided' && decisions}
        </div>
        <div>
          <About {...props} />
          <WhoCan page={page} deeds={deeds} />
        </div>
      </Columns>
    </>
  );
}

/** The case in one line: about what, who decides, how far it has come. */
function AtAGlance({ page, reading: { row, asks } }: { page: Page; reading: CaseReading }): Html {
  const w = caseWords(page.lang);
  const facts = [
    row.status === 'waiting' && row.body_name !== null && w.decides(row.body_name),
    row.place !== null && w.inQueue(row.place),
    asks !== null && w.missingCount(asks.gaps.length),
  ].filter((each) => each !== false);
  return (
    <>
      {row.initiative_slug !== null && (
        <a href={page.href(`/initiatives/${row.initiative_slug}`)}>{row.initiative_name}</a>
      )}
      {facts.map((fact) => ` · ${fact}`)}
    </>
  );
}

/** One press where nothing is to be filled in; else a link to the form. Deciding stands on the page itself. */
function DeedButton({ page, deed, answers }: { page: Page; deed: CaseDeed; answers: boolean }): Html {
  const variant = answers ? 'primary' : 'secondary';
  if (deed.name === 'decide-case')
    return (
      <LinkButton href="#decide" variant={variant}>
        {deed.title}
      </LinkButton>
    );
  if (deed.name === 'send-case')
    return (
      <Form form={formState(page.lang, deed.name)} action={deed.href} inline>
        <Button>{deed.title}</Button>
      </Form>
    );
  return (
    <LinkButton href={deed.href} variant={variant}>
      {deed.title}
    </LinkButton>
  );
}

function Annexes({ page, annexes }: { page: Page; annexes: CaseReading['row']['annexes'] }): Html {
  if (annexes.length === 0) return <></>;
  return (
    <Section title={caseWords(page.lang).annexes}>
      <ul>
        {annexes.map((annex) => (
          <li>
            {annex.url === null ? (
              annex.title
            ) : (
              <ExternalLink page={page} href={annex.url}>
                {annex.title}
              </ExternalLink>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What is missing for what the case asks, by the judge that decides it. */
function Asks({ page, reading }: { page: Page; reading: CaseReading }): Html {
  const { lang } = page;
  const w = caseWords(lang);
  const { asks, edition } = reading;
  if (asks === null) return <></>;
  const level = edition.levels.find((each) => each.id === asks.target.level);
  return (
    <Section
      title={w.asks}
      intro={w.asksIntro(level?.name[lang] ?? asks.target.level, stages[asks.target.stage][lang])}
    >
      <Table
        lang={lang}
        caption={w.asks}
        hideCaption
        rows={asks.gaps}
        columns={[
          { head: w.missing, names: true, cell: (gap) => gap.label[lang] },
          {
            head: w.who,
            cell: (gap) => gap.who.map((each) => providerTitle(edition, each)[lang]).join(', '),
          },
          {
            head: w.rule,
            cell: (gap) => <RuleLink page={page} edition={edition.id} rule={gap.rule} source={gap.source} />,
          },
        ]}
        empty={
          <Notice lang={lang} tone="success">
            {w.asksNothing}
          </Notice>
        }
      />
    </Section>
  );
}

/** The form with the answer, or who records it. */
function Decide({ page, reading: { row }, decide, deeds }: CaseProps): Html {
  const { lang } = page;
  const w = caseWords(lang);
  if (row.status !== 'waiting' || decide === null) return <></>;
  const place = deeds.find((deed) => deed.name === 'place-initiative' && deed.may);
  return (
    <Section title={w.decide} id="decide" card intro={place ? w.placeIntro : w.decideIntro}>
      {decide}
    </Section>
  );
}

function About({ page, reading, names }: CaseProps): Html {
  const { lang } = page;
  const w = caseWords(lang);
  const { row, edition, right, rightSays } = reading;
  const level = edition.levels.find((each) => each.id === row.target_level);
  const requirement = row.requirement === null ? undefined : edition.requirements[row.requirement];
  return (
    <Section title={w.facts}>
      <Facts
        facts={[
          [
            row.status === 'waiting' ? w.awaitsBody : w.body,
            row.body_slug !== null && <a href={page.href(`/bodies/${row.body_slug}`)}>{row.body_name}</a>,
          ],
          [w.queue, row.place],
          [
            w.waitsSince,
            row.status === 'waiting' && row.awaits_since !== null && (
              <DateText date={dateIn(Temporal.Instant.from(row.awaits_since))} lang={lang} />
            ),
          ],
          [w.deadline, row.deadline !== null && <DateText date={row.deadline} lang={lang} />],
          [w.level, level && <LevelBadge level={level.id} lang={lang} name={level.short[lang]} />],
          [w.amount, row.amount_oere !== null && <MoneyText oere={Number(row.amount_oere)} lang={lang} />],
          [w.requirement, requirement?.label[lang]],
          [w.appoints, row.appoints && w.yes],
          [w.askedBy, names && row.asked_by_name],
          [w.owner, names && row.owner_name],
          [w.asked, <DateText date={dateIn(Temporal.Instant.from(row.asked_at))} lang={lang} />],
        ]}
      />
      <h3>{w.right}</h3>
      <p>{rightSays[lang]}</p>
      <RuleLink page={page} edition={edition.id} rule={right.id} source={right.source} />
    </Section>
  );
}

/** For those who may not: who can. */
function WhoCan({ page, deeds }: { page: Page; deeds: readonly CaseDeed[] }): Html {
  const w = caseWords(page.lang);
  if (deeds.length === 0) return <></>;
  return (
    <Details summary={w.whoCan}>
      <dl class="facts">
        {deeds.map((deed) => (
          <div>
            <dt>{deed.title}</dt>
            <dd>{deed.may ? capital(w.youCan) : capital(deed.who.join(', '))}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}
