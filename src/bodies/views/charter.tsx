import type { BodyKind } from '../../../rulebook/vocabulary.ts';
import { Tag } from '../../web/components/badge.tsx';
import { LinkButton } from '../../web/components/button.tsx';
import { Details, EmptyState } from '../../web/components/facts.tsx';
import { PageHeading, Section } from '../../web/components/heading.tsx';
import { DateText, TimeText } from '../../web/components/text.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { Prose } from '../../web/components/prose.tsx';
import { charterSections, charterTemplates } from '../charter.ts';
import type { CharterVersion } from '../charter-queries.ts';
import { charterWords } from '../charter-words.ts';

export interface CharterProps {
  readonly page: Page;
  readonly body: { readonly slug: string; readonly name: string; readonly kind: BodyKind };
  readonly versions: readonly CharterVersion[];
  readonly writeHref: string | null;
  readonly approveHref: string | null;
}

/** A body's charter: the version in force, the draft for those who write it, and the earlier ones. */
export function CharterView({ page, body, versions, writeHref, approveHref }: CharterProps): Html {
  const { lang } = page;
  const w = charterWords(lang);
  const draft = versions.find((each) => each.status === 'draft');
  const [inForce, ...earlier] = versions.filter((each) => each.status === 'approved');
  return (
    <>
      <PageHeading
        kicker={body.name}
        title={w.title}
        lead={w.intro}
        actions={
          writeHref !== null && (
            <LinkButton href={writeHref} small variant={draft ? 'secondary' : 'primary'}>
              {draft ? w.writeOn : inForce ? w.writeNew : w.writeFirst}
            </LinkButton>
          )
        }
      />
      {inForce && (
        <Section
          id="in-force"
          title={w.version(inForce.version)}
          intro={<Approved page={page} version={inForce} />}
        >
          <Sections page={page} kind={body.kind} version={inForce} />
        </Section>
      )}
      {!inForce && !draft && <EmptyState title={w.none} why={w.noneWhy} />}
      {draft && (
        <Section
          id="draft"
          title={w.version(draft.version)}
          intro={
            <>
              <Tag tone="warning">{w.draft}</Tag> {w.writtenAt} <TimeText at={draft.writtenAt} lang={lang} />
            </>
          }
          actions={
            approveHref !== null && (
              <LinkButton href={approveHref} small>
                {w.approve}
              </LinkButton>
            )
          }
        >
          <Sections page={page} kind={body.kind} version={draft} />
        </Section>
      )}
      {earlier.length > 0 && (
        <Section id="earlier" title={w.earlier}>
          {earlier.map((version) => (
            <Details summary={w.version(version.version)}>
              <p>
                <Approved page={page} version={version} />
              </p>
              <Sections page={page} kind={body.kind} version={version} />
            </Details>
          ))}
        </Section>
      )}
    </>
  );
}

function Approved({ page, version }: { page: Page; version: CharterVersion }): Html {
  const w = charterWords(page.lang);
  return (
    <>
      {w.approvedBy}{' '}
      {version.approvedBy && (
        <a href={page.href(`/bodies/${version.approvedBy.slug}`)}>{version.approvedBy.name}</a>
      )}{' '}
      <DateText date={version.approvedOn} lang={page.lang} />
      {version.decision !== null && (
        <>
          ,{' '}
          {version.decision.case === null ? (
            w.decision(version.decision.number)
          ) : (
            <a href={page.href(`/cases/${version.decision.case}`)}>{w.decision(version.decision.number)}</a>
          )}
        </>
      )}
    </>
  );
}

function Sections({ page, kind, version }: { page: Page; kind: BodyKind; version: CharterVersion }): Html {
  const w = charterWords(page.lang);
  return (
    <>
      {charterTemplates[kind].map((id) => (
        <>
          <h3>{charterSections[id].title[page.lang]}</h3>
          {version.sections[id] ? <Prose text={version.sections[id]} /> : <p class="muted">{w.empty}</p>}
        </>
      ))}
    </>
  );
}
