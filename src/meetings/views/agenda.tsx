import { Told } from '../../web/components/written.tsx';
import { Tag } from '../../web/components/badge.tsx';
import { Button } from '../../web/components/button.tsx';
import { PersonLink } from '../../web/components/link.tsx';
import { Table } from '../../web/components/table.tsx';
import type { Html } from '../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../web/page.ts';
import { decidesInWords } from '../decides.ts';
import { itemKinds, itemStatuses, stances } from '../meeting.ts';
import type { AgendaItem } from '../queries.ts';
import { changeMarks } from '../sent.ts';
import { meetingWords } from '../words.ts';
import type { MeetingProps } from './meeting.tsx';

/** The items in their order, each with the reason it is there; those taken off last. */
export function Agenda(props: MeetingProps): Html {
  const { page, meeting, rules, agenda, stances: mine, isCalled, may } = props;
  const { lang } = page;
  const w = meetingWords(lang);
  return (
    <Table
      lang={lang}
      caption={w.agenda}
      hideCaption
      rows={agenda}
      rowTone={(item) => (item.status === 'removed' ? 'muted' : undefined)}
      columns={[
        { head: w.item, names: true, cell: (item) => <ItemName {...props} item={item} /> },
        { head: w.itemKind, nowrap: true, cell: (item) => item.kind && itemKinds[item.kind][lang] },
        {
          head: w.why,
          cell: (item) => (
            <>
              {item.removedReason === null
                ? item.because?.[lang]
                : `${w.removedBecause}: ${item.removedReason}`}{' '}
              <span class="muted">{decidesInWords(item, meeting, rules)?.[lang]}</span>
            </>
          ),
        },
        ...(agenda.some((item) => item.owner !== null || item.minutes !== null)
          ? [
              {
                head: w.owner,
                cell: (item: AgendaItem) => (
                  <>
                    {item.owner && <PersonLink page={page} person={item.owner} />}{' '}
                    {item.minutes !== null && <span class="muted nowrap">{w.minutesOf(item.minutes)}</span>}
                  </>
                ),
              },
            ]
          : []),
        ...(isCalled
          ? [
              {
                head: w.myState,
                cell: (item: AgendaItem) => {
                  const stance = mine.get(item.id);
                  return stance === undefined ? <span class="muted">{w.unread}</span> : stances[stance][lang];
                },
              },
            ]
          : []),
        ...(may.keeps && may.agenda.length > 0
          ? [
              {
                head: w.move,
                cell: (item: AgendaItem) => item.status !== 'removed' && <Move page={page} item={item} />,
              },
            ]
          : []),
      ]}
    />
  );
}

function ItemName({ page, meeting, item, marks }: MeetingProps & { item: AgendaItem }): Html {
  const { lang } = page;
  const w = meetingWords(lang);
  const mark = marks.get(item.id);
  return (
    <>
      <a href={page.href(`/meetings/${meeting.number}/items/${item.number}`)}>
        {item.number}. {item.title ? <Told text={item.title} lang={lang} /> : w.closed}
      </a>{' '}
      {item.closedGround !== null && <Tag icon="key">{w.closedGround(item.closedGround)}</Tag>}
      {item.status === 'removed' ? (
        <Tag tone="warning">{w.removed}</Tag>
      ) : (
        mark !== undefined && <Tag tone="warning">{changeMarks[mark][lang]}</Tag>
      )}
      {(item.status === 'settled' || item.status === 'left' || item.status === 'open') && (
        <Tag>{itemStatuses[item.status][lang]}</Tag>
      )}
      {item.initiative && <span class="muted block">{item.initiative.name}</span>}
    </>
  );
}

/** Up and down without dragging: one button each. */
function Move({ page, item }: { page: Page; item: AgendaItem }): Html {
  const w = meetingWords(page.lang);
  const name = `${item.number}. ${item.title?.[page.lang] ?? w.closed}`;
  return (
    <form class="move" method="post" action={page.href(`/agenda-items/${item.id}/move`)}>
      <Button small variant="tertiary" icon="arrow-up" name="direction" value="up">
        <span class="sr-only">{w.moveUp(name)}</span>
      </Button>
      <Button small variant="tertiary" icon="arrow-down" name="direction" value="down">
        <span class="sr-only">{w.moveDown(name)}</span>
      </Button>
    </form>
  );
}
