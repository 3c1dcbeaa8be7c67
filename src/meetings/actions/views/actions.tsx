import { PageHeading } from '../../../web/components/heading.tsx';
import { Filters, FilterSelect, Pagination } from '../../../web/components/list-tools.tsx';
import type { Html } from '../../../web/jsx/jsx-runtime.ts';
import type { Page } from '../../../web/page.ts';
import { minutesWords } from '../../minutes/words.ts';
import { ActionTable } from '../action-table.tsx';
import type { ActionRow } from '../queries.ts';

export interface ActionsProps {
  readonly page: Page;
  readonly items: readonly ActionRow[];
  readonly bodies: readonly { readonly value: string; readonly label: string }[];
  readonly chosen: {
    readonly body?: string | undefined;
    readonly state: 'open' | 'ended';
    readonly mine: boolean;
  };
  /** Ids of those the reader may end. */
  readonly mayEnd: ReadonlySet<string>;
  readonly nextHref: string | undefined;
}

/** Actions from meetings: open ones, or ended ones. */
export function ActionsView(props: ActionsProps): Html {
  const { page, chosen } = props;
  const { lang } = page;
  const w = minutesWords(lang);
  return (
    <>
      <PageHeading title={w.actionsTitle} lead={w.actionsLead} />
      <Filters
        lang={lang}
        action={page.href('/actions')}
        resetHref={
          chosen.body !== undefined || chosen.mine || chosen.state === 'ended'
            ? page.href('/actions')
            : undefined
        }
      >
        <FilterSelect
          name="state"
          label={w.state}
          value={chosen.state === 'open' ? undefined : 'ended'}
          all={w.openActions}
          options={[{ value: 'ended', label: w.endedActions }]}
        />
        <FilterSelect
          name="body"
          label={w.body}
          value={chosen.body}
          all={w.allBodies}
          options={props.bodies}
        />
        <FilterSelect
          name="mine"
          label={w.whose}
          value={chosen.mine ? 'on' : undefined}
          all={w.everybodys}
          options={[{ value: 'on', label: w.mine }]}
        />
      </Filters>
      <ActionTable page={page} items={props.items} mayEnd={props.mayEnd} />
      {props.items.length > 0 && (
        <Pagination lang={lang} shown={props.items.length} nextHref={props.nextHref} />
      )}
    </>
  );
}
